/// What a tenant holds, taken out of its tables: for documents that bring it or take it away.
package struct TenantContent: Sendable {
    /// In the order of their creation.
    package var modules: [Module] = []
    package var actions: [Action] = []
    /// By trigger.
    package var bindings: [String: [Binding]] = [:]
    package var resources = ResourceContent()

    package init() {}
}

/// What a tenant holds of the engine's resources: all tables that were touched, and the links between documents.
package struct ResourceContent: Sendable {
    /// One tied pair of a relation.
    package struct Pair: Sendable {
        package let from: String
        package let to: String
        package let at: Instant
        package let text: [UInt8]

        package init(from: String, to: String, at: Instant, text: [UInt8]) {
            self.from = from
            self.to = to
            self.at = at
            self.text = text
        }
    }

    package var origin = ""
    package var counters: [String: Int] = [:]
    /// By name; documents in the order of their creation.
    package var tables: [(name: String, documents: [Document])] = []
    package var links: [(name: String, pairs: [Pair])] = []

    package init() {}

    package var isEmpty: Bool { tables.isEmpty && links.isEmpty }
}

/// Why a content cannot be a tenant's.
package enum ContentConflict: Error, Equatable {
    case repeatedID(UniqueID)
    case repeatedModuleName(String)
    /// An action's deployed version refers to a module, or a version, that is not there.
    case unknownModuleVersion(action: String, module: String)
    case unknownAction(trigger: String)
}

extension Tenant {
    /// Everything there is.
    package var content: TenantContent {
        var content = TenantContent()
        content.modules = modules.slice(offset: 0, count: modules.count)
        content.actions = actions.slice(offset: 0, count: actions.count)
        content.bindings = bindings
        content.resources = resources
        return content
    }

    /// A tenant with this content; who uses which module is found out anew.
    package init(settings: TenantSettings, content: TenantContent) throws(ContentConflict) {
        self.init(settings: settings)
        var ids: Set<UniqueID> = []
        for module in content.modules {
            for id in [module.id.value] + module.versions.map(\.id.value) where !ids.insert(id).inserted {
                throw .repeatedID(id)
            }
            guard !modules.contains(name: module.name) else { throw .repeatedModuleName(module.name) }
            modules.append(module.with(uses: []))
        }
        for action in content.actions {
            for id in [action.id.value] + action.versions.map(\.id.value) where !ids.insert(id).inserted {
                throw .repeatedID(id)
            }
            actions.append(action)
            let references = action.deployedVersion?.content.modules ?? []
            for reference in references where (try? version(reference.versionID, of: reference.moduleID)) == nil {
                throw .unknownModuleVersion(action: action.name, module: reference.moduleName)
            }
            if action.deployedVersion != nil { recordUses(of: action) }
        }
        for (trigger, list) in content.bindings {
            for binding in list {
                guard actions.place(of: binding.actionID.value) != nil else { throw .unknownAction(trigger: trigger) }
                guard ids.insert(binding.id.value).inserted else { throw .repeatedID(binding.id.value) }
            }
        }
        bindings = content.bindings.filter { !$0.value.isEmpty }
        resources = content.resources
    }

    private var resources: ResourceContent {
        get {
            var content = ResourceContent()
            content.origin = facts.origin
            content.counters = counters
            content.tables = documents.sorted { $0.key < $1.key }.map { ($0.key, $0.value.all) }
            content.links = links.sorted { $0.key < $1.key }.map { ($0.key, $0.value.pairs) }
            return content
        }
        set {
            facts.origin = newValue.origin
            counters = newValue.counters
            for (name, list) in newValue.tables { documents[name] = DocumentTable(list) }
            for (name, pairs) in newValue.links {
                var table = LinkTable()
                for pair in pairs { table.tie(pair.from, pair.to, at: pair.at, text: pair.text) }
                links[name] = table
            }
            forgetNetworkACLs()
            noteStreams()
        }
    }
}

extension ModuleVersion {
    package init(_ id: ModuleVersionID, of moduleID: ModuleID, number: Int, content: ModuleContent, at time: Instant) {
        self.init(id: id, moduleID: moduleID, number: number, content: content, createdAt: time)
    }
}

extension ModuleContent {
    package init(_ code: SourceCode, _ dependencies: [Dependency], _ secrets: [Secret]) {
        self.init(code: code, dependencies: dependencies, secrets: secrets)
    }
}

extension Action {
    /// - Parameter status: of the draft's build.
    package init(
        id: ActionID, name: String, draft: ActionContent, createdAt: Instant, updatedAt: Instant,
        versions: [ActionVersion], status: BuildStatus
    ) {
        self.init(id: id, name: name, draft: draft, createdAt: createdAt, updatedAt: updatedAt)
        self.versions = versions
        self.status = status
    }
}

extension ActionVersion {
    /// - Parameters:
    ///   - updatedAt: nil for the time of its creation.
    ///   - builtAt: nil for the time of its last change, if it is built.
    package init(
        _ id: ActionVersionID, number: Int, content: ActionContent, at time: Instant, updatedAt: Instant? = nil,
        status: BuildStatus = .built, builtAt: Instant? = nil
    ) {
        let updatedAt = updatedAt ?? time
        self.init(
            id: id, number: number, content: content, createdAt: time, updatedAt: updatedAt, status: status,
            builtAt: builtAt ?? (status == .built ? updatedAt : nil))
    }
}

extension ActionContent {
    package init(
        _ trigger: TriggerReference, code: SourceCode, runtime: String, _ dependencies: [Dependency],
        _ secrets: [Secret],
        _ modules: [ModuleReference]
    ) {
        self.init(
            triggers: [trigger], code: code, dependencies: dependencies, runtime: runtime, secrets: secrets,
            modules: modules)
    }
}

extension ModuleReference {
    /// A reference to what may be gone.
    package init(_ moduleID: ModuleID, _ moduleName: String, _ versionID: ModuleVersionID, number: Int) {
        self.init(moduleID: moduleID, moduleName: moduleName, versionID: versionID, versionNumber: number)
    }

    package init(_ version: ModuleVersion, of module: Module) {
        self.init(
            moduleID: module.id, moduleName: module.name, versionID: version.id, versionNumber: version.number)
    }
}

extension Binding {
    package init(_ id: BindingID, to action: ActionID, displayName: String?, at time: Instant) {
        self.init(id: id, actionID: action, displayName: displayName, createdAt: time)
    }
}
