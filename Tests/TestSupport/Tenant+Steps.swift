package import Tenancy

/// The real tenant takes the model's steps, and shows what it holds in the model's words.
extension Tenant {
    package mutating func take(_ step: ModelStep, ids: [UniqueID], at now: Instant) -> ModelOutcome {
        do {
            switch step {
            case .createAction, .patchAction, .deleteAction, .deployAction, .redeploy, .readAction, .readActionVersion,
                .listActions, .listActionVersions, .replaceBindings, .listBindings:
                return try takeActionStep(step, ids, now)
            default:
                return try takeModuleStep(step, ids, now)
            }
        } catch {
            return .refused("\(error)")
        }
    }

    private mutating func takeModuleStep(_ step: ModelStep, _ ids: [UniqueID], _ now: Instant) throws -> ModelOutcome {
        switch step {
        case .createModule(let name, let draft, let publishes):
            return .entity(
                .init(
                    try createModule(
                        name: name, draft: draft, publishingAs: publishes ? ModuleVersionID(ids[1]) : nil,
                        id: ModuleID(ids[0]), at: now)))
        case .patchModule(let id, let patch):
            return .entity(.init(try patchModule(ModuleID(id), patch, at: now)))
        case .deleteModule(let id):
            try deleteModule(ModuleID(id))
            return .nothing
        case .publishModule(let id):
            return .version(.init(try publishModule(ModuleID(id), as: ModuleVersionID(ids[0]), at: now)))
        case .rollBackModule(let id, let version):
            return .entity(.init(try rollBackModule(ModuleID(id), to: ModuleVersionID(version), at: now)))
        case .readModule(let id):
            return .entity(.init(try module(ModuleID(id))))
        case .readModuleVersion(let version, let id):
            return .version(.init(try self.version(ModuleVersionID(version), of: ModuleID(id))))
        case .listModules(let page):
            return .entities(ModelPage(modules(page)) { .init($0) })
        case .listModuleVersions(let id, let page):
            return .versions(ModelPage(try versions(of: ModuleID(id), page)) { .init($0) })
        case .listUses(let id, let page):
            return .uses(ModelPage(try uses(of: ModuleID(id), page)) { .init($0) })
        default:
            return .nothing
        }
    }

    private mutating func takeActionStep(_ step: ModelStep, _ ids: [UniqueID], _ now: Instant) throws -> ModelOutcome {
        switch step {
        case .createAction(let patch, let deploys):
            return .entity(
                .init(
                    try createAction(
                        patch, deployingAs: deploys ? ActionVersionID(ids[1]) : nil, id: ActionID(ids[0]), at: now)))
        case .patchAction(let id, let patch):
            return .entity(.init(try patchAction(ActionID(id), patch, at: now)))
        case .deleteAction(let id, let force):
            try deleteAction(ActionID(id), force: force)
            return .nothing
        case .deployAction(let id):
            return .entity(.init(try deployAction(ActionID(id), as: ActionVersionID(ids[0]), at: now)))
        case .redeploy(let version, let id, let updatesDraft):
            return .entity(
                .init(
                    try redeployVersion(
                        ActionVersionID(version), of: ActionID(id), updatesDraft: updatesDraft,
                        as: ActionVersionID(ids[0]), at: now)))
        case .readAction(let id):
            return .entity(.init(try action(ActionID(id), at: now)))
        case .readActionVersion(let version, let id):
            return .version(.init(try self.version(ActionVersionID(version), of: ActionID(id))))
        case .listActions(let filter, let page):
            return .entities(ModelPage(actions(filter, page, at: now)) { .init($0) })
        case .listActionVersions(let id, let page):
            return .versions(ModelPage(try versions(of: ActionID(id), page, at: now).1) { .init($0) })
        case .replaceBindings(let trigger, let new):
            var rest = ids[...]
            let made = try replaceBindings(
                of: trigger, by: new, newID: { BindingID(rest.removeFirst()) }, at: now)
            return .bindings(ModelPage(items: made.map { .init($0.binding) }, total: made.count))
        case .listBindings(let trigger, let page):
            return .bindings(ModelPage(bindings(of: trigger, page)) { .init($0.binding) })
        default:
            return .nothing
        }
    }
}

extension ModelPage {
    package init<Real>(_ page: Page<Real>, _ row: (Real) -> Item) {
        self.init(items: page.items.map(row), total: page.total)
    }
}

extension ReferenceModel {
    /// All that a tenant holds.
    package init(_ tenant: Tenant) {
        self.init()
        let content = tenant.content
        modules = content.modules.map { Entity($0) }
        actions = content.actions.map { Entity($0) }
        bindings = content.bindings.mapValues { $0.map { Binding($0) } }
        users = Dictionary(
            uniqueKeysWithValues: content.modules.map { ($0.id.value, $0.uses.map(\.actionID.value)) })
        for name in CountLimits.names { limits[name] = tenant.settings.limits.value(of: name) }
    }

    /// Without what cannot be seen from outside.
    package var visible: ReferenceModel {
        var visible = self
        for index in actions.indices { visible.actions[index].reads = 0 }
        return visible
    }
}

extension ModelOutcome {
    package var visible: ModelOutcome {
        switch self {
        case .entity(var entity):
            entity.reads = 0
            return .entity(entity)
        case .entities(var page):
            for index in page.items.indices { page.items[index].reads = 0 }
            return .entities(page)
        default: return self
        }
    }
}

extension ReferenceModel.Secret {
    fileprivate init(_ secret: Tenancy.Secret) {
        self.init(name: secret.name, value: secret.value.reveal(), updatedAt: secret.updatedAt)
    }
}

extension ReferenceModel.Package {
    fileprivate init(_ dependency: Dependency) {
        self.init(name: dependency.name, version: dependency.version, registry: dependency.registryURL)
    }
}

extension ReferenceModel.Content {
    package init(_ content: ModuleContent) {
        self.init(
            code: content.code.text, packages: content.dependencies.map { .init($0) },
            secrets: content.secrets.map { .init($0) })
    }

    package init(_ content: ActionContent) {
        self.init(
            code: content.code.text, packages: content.dependencies.map { .init($0) },
            secrets: content.secrets.map { .init($0) }, trigger: content.triggers.first, runtime: content.runtime,
            links: content.modules.map {
                .init(
                    module: $0.moduleID.value, moduleName: $0.moduleName, version: $0.versionID.value,
                    number: $0.versionNumber)
            })
    }
}

extension ReferenceModel.Version {
    fileprivate init(_ version: ModuleVersion) {
        self.init(
            id: version.id.value, number: version.number, content: .init(version.content), createdAt: version.createdAt)
    }

    fileprivate init(_ version: ActionVersion) {
        self.init(
            id: version.id.value, number: version.number, content: .init(version.content),
            createdAt: version.createdAt, builtAt: version.builtAt)
    }
}

extension ReferenceModel.Entity {
    fileprivate init(_ module: Module) {
        self.init(
            id: module.id.value, name: module.name, draft: .init(module.draft), createdAt: module.createdAt,
            updatedAt: module.updatedAt, versions: module.versions.map { .init($0) })
    }

    fileprivate init(_ action: Action) {
        self.init(
            id: action.id.value, name: action.name, draft: .init(action.draft), createdAt: action.createdAt,
            updatedAt: action.updatedAt, versions: action.versions.map { .init($0) }, status: action.status)
    }
}

extension ReferenceModel.Binding {
    fileprivate init(_ binding: Tenancy.Binding) {
        self.init(
            id: binding.id.value, action: binding.actionID.value, displayName: binding.displayName,
            createdAt: binding.createdAt)
    }
}

extension ReferenceModel.Use {
    fileprivate init(_ use: ModuleUse) {
        self.init(
            action: use.actionID.value, actionName: use.actionName, version: use.versionID.value,
            number: use.versionNumber)
    }
}
