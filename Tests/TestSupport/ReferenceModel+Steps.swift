package import Tenancy

extension ReferenceModel {
    /// Takes a step; one that is refused changes nothing.
    ///
    /// - Parameter ids: for what the step makes: the entity, then its version; or the bindings.
    package mutating func take(_ step: ModelStep, ids: [UniqueID], at now: Instant) -> ModelOutcome {
        var next = self
        let outcome: ModelOutcome
        do {
            outcome = try next.result(of: step, ids, now)
        } catch {
            return .refused("\(error)")
        }
        self = next
        settleUsers()
        return outcome
    }

    private mutating func result(of step: ModelStep, _ ids: [UniqueID], _ now: Instant) throws -> ModelOutcome {
        switch step {
        case .createModule, .patchModule, .deleteModule, .publishModule, .rollBackModule, .readModule,
            .readModuleVersion, .listModules, .listModuleVersions, .listUses:
            return try moduleResult(of: step, ids, now)
        case .replaceBindings(let trigger, let new):
            return try replaceBindings(trigger, new, ids, now)
        case .listBindings(let trigger, let page):
            return .bindings(ModelPage(of: bindings[trigger] ?? [], page))
        default:
            return try actionResult(of: step, ids, now)
        }
    }

    /// Who uses which module follows from the deployed versions (reference 3.10).
    private mutating func settleUsers() {
        for module in modules {
            let using = actions.filter { action in
                action.versions.last?.content.links.contains { $0.module == module.id } ?? false
            }.map(\.id)
            let staying = (users[module.id] ?? []).filter(using.contains)
            users[module.id] = staying + using.filter { !staying.contains($0) }
        }
        users = users.filter { id, _ in modules.contains { $0.id == id } }
    }

    /// The uses of a module by deployed versions.
    package func uses(of module: UniqueID) -> [Use] {
        (users[module] ?? []).compactMap { id in
            guard let action = actions.first(where: { $0.id == id }),
                let link = action.versions.last?.content.links.first(where: { $0.module == module })
            else { return nil }
            return Use(action: id, actionName: action.name, version: link.version, number: link.number)
        }
    }
}

/// Modules.
extension ReferenceModel {
    private mutating func moduleResult(of step: ModelStep, _ ids: [UniqueID], _ now: Instant) throws -> ModelOutcome {
        switch step {
        case .createModule(let name, let draft, let publishes):
            guard !modules.contains(where: { $0.name == name }) else { throw ModuleError.nameTaken }
            if let limit = limits["modules"], modules.count >= limit { throw ModuleError.moduleLimitReached(limit) }
            var content = Content(code: draft.code.text)
            content.replacePackages(by: draft.dependencies)
            content.replaceSecrets(by: draft.secrets, at: now)
            var module = Entity(id: ids[0], name: name, draft: content, createdAt: now, updatedAt: now)
            if publishes { module.versions = [Version(id: ids[1], number: 1, content: content, createdAt: now)] }
            modules.append(module)
            return .entity(module)
        case .patchModule(let id, let patch):
            let index = try moduleIndex(id)
            if let code = patch.code { modules[index].draft.code = code.text }
            if let new = patch.dependencies { modules[index].draft.replacePackages(by: new) }
            if let new = patch.secrets { modules[index].draft.replaceSecrets(by: new, at: now) }
            if !patch.isEmpty { modules[index].updatedAt = now }
            return .entity(modules[index])
        case .deleteModule(let id):
            let index = try moduleIndex(id)
            guard uses(of: id).isEmpty else { throw ModuleError.inUse }
            modules.remove(at: index)
            return .nothing
        case .publishModule(let id):
            return try publish(moduleIndex(id), ids[0], now)
        case .rollBackModule(let id, let versionID):
            let index = try moduleIndex(id)
            let version = try version(versionID, ofModule: index)
            guard !version.content.isSame(as: modules[index].draft) else { throw ModuleError.alreadyCurrent }
            modules[index].draft = version.content
            modules[index].updatedAt = now
            return .entity(modules[index])
        case .readModule(let id):
            return .entity(modules[try moduleIndex(id)])
        case .readModuleVersion(let versionID, let id):
            return .version(try version(versionID, ofModule: moduleIndex(id)))
        case .listModules(let page):
            return .entities(ModelPage(of: modules, page))
        case .listModuleVersions(let id, let page):
            return .versions(ModelPage(of: modules[try moduleIndex(id)].versions.reversed(), page))
        case .listUses(let id, let page):
            _ = try moduleIndex(id)
            return .uses(ModelPage(of: uses(of: id), page))
        default:
            return .nothing
        }
    }

    private func moduleIndex(_ id: UniqueID) throws -> Int {
        guard let index = modules.firstIndex(where: { $0.id == id }) else { throw ModuleError.moduleNotFound }
        return index
    }

    private func version(_ id: UniqueID, ofModule index: Int) throws -> Version {
        guard let version = modules[index].versions.first(where: { $0.id == id }) else {
            throw ModuleError.versionNotFound
        }
        return version
    }

    /// At the limit the oldest version goes that is neither used nor the latest (reference 3.6).
    private mutating func publish(_ index: Int, _ id: UniqueID, _ now: Instant) throws -> ModelOutcome {
        let module = modules[index]
        if let latest = module.versions.last, latest.content.isSame(as: module.draft) {
            throw ModuleError.nothingToPublish
        }
        if let limit = limits["versions"], module.versions.count >= limit {
            let used = uses(of: module.id).map(\.version)
            guard let oldest = module.versions.first(where: { !used.contains($0.id) }), oldest != module.versions.last
            else { throw ModuleError.versionLimitReached(limit) }
            modules[index].versions.removeAll { $0 == oldest }
        }
        let version = Version(
            id: id, number: (module.versions.last?.number ?? 0) + 1, content: module.draft, createdAt: now)
        modules[index].versions.append(version)
        return .version(version)
    }
}
