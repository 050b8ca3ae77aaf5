package import Tenancy

/// A tenant's rules once more, written down naively from the reference: arrays that are searched from end to end, and
/// nothing kept that can be counted. What the real tenant does is held against it, step by step.
///
/// It knows the settings as they are by default, but for the count limits, and the triggers that `triggers` names.
package struct ReferenceModel: Hashable, Sendable {
    package struct Secret: Hashable, Sendable {
        package var name: String
        package var value: String
        package var updatedAt: Instant
    }

    package struct Package: Hashable, Sendable {
        package var name: String
        package var version: String
        package var registry: String?
    }

    package struct Link: Hashable, Sendable {
        package var module: UniqueID
        package var moduleName: String
        package var version: UniqueID
        package var number: Int
    }

    /// What a draft and a version consist of; a module has neither trigger, runtime nor links.
    package struct Content: Hashable, Sendable {
        package var code = ""
        package var packages: [Package] = []
        package var secrets: [Secret] = []
        package var trigger: TriggerReference?
        package var runtime = ""
        package var links: [Link] = []
    }

    package struct Version: Hashable, Sendable {
        package var id: UniqueID
        package var number: Int
        package var content: Content
        package var createdAt: Instant
        package var builtAt: Instant?
    }

    /// A module or an action.
    package struct Entity: Hashable, Sendable {
        package var id: UniqueID
        package var name: String
        package var draft: Content
        package var createdAt: Instant
        package var updatedAt: Instant
        /// Oldest first.
        package var versions: [Version] = []
        /// Of an action; a module is always built.
        package var status = BuildStatus.built
        /// How often the action was read since its last change.
        package var reads = 0
    }

    package struct Binding: Hashable, Sendable {
        package var id: UniqueID
        package var action: UniqueID
        package var displayName: String?
        package var createdAt: Instant
    }

    package struct Use: Hashable, Sendable {
        package var action: UniqueID
        package var actionName: String
        package var version: UniqueID
        package var number: Int
    }

    package var modules: [Entity] = []
    package var actions: [Entity] = []
    package var bindings: [String: [Binding]] = [:]
    /// By module: the actions that use it, in the order in which they began to.
    package var users: [UniqueID: [UniqueID]] = [:]
    /// Those of the tenant's settings.
    package var limits: [String: Int] = [:]

    package init() {}

    /// The triggers that the model knows: by version the runtime that an action gets by default (actions reference
    /// 3.10); and those whose bindings the service alone makes.
    package static let triggers = [
        "post-login": ["v1": "node12", "v2": "node16", "v3": "node22"],
        "credentials-exchange": ["v1": "node12", "v2": "node22"],
        "custom-token-exchange": ["v1": "node22"],
    ]
    package static let entityBound = ["custom-token-exchange"]
}

extension ReferenceModel.Content {
    /// The same to whoever publishes or deploys: times and registries are no part of that.
    package func isSame(as other: Self) -> Bool {
        func bare(_ content: Self) -> Self {
            var bare = content.built
            for index in bare.secrets.indices { bare.secrets[index].updatedAt = Instant(nanoseconds: 0) }
            return bare
        }
        return bare(self) == bare(other)
    }

    /// What is left of it once it is built: registries are dropped (actions reference 2.1).
    var built: Self {
        var content = self
        for index in content.packages.indices { content.packages[index].registry = nil }
        return content
    }

    /// Secrets that stay keep their place, new ones follow, the rest goes; one without a value keeps it (actions
    /// reference 3.4).
    mutating func replaceSecrets(by new: [NewSecret], at now: Instant) {
        var all = secrets.filter { old in new.contains { $0.name == old.name } }
        for secret in new {
            let row = ReferenceModel.Secret(name: secret.name, value: secret.value?.reveal() ?? "", updatedAt: now)
            guard let index = all.firstIndex(where: { $0.name == secret.name }) else {
                all.append(row)
                continue
            }
            if secret.value != nil { all[index] = row }
        }
        secrets = all
    }

    mutating func replacePackages(by new: [Dependency]) {
        packages = new.map { .init(name: $0.name, version: $0.version, registry: $0.registryURL) }
    }
}

/// A page of a list: past the end the total is 0 (reference 2.4).
package struct ModelPage<Item: Hashable & Sendable>: Hashable, Sendable {
    package var items: [Item]
    package var total: Int

    package init(of all: [Item], _ page: PageRequest) {
        items = Array(all.dropFirst(page.index * page.size).prefix(page.size))
        total = items.isEmpty ? 0 : all.count
    }

    package init(items: [Item], total: Int) {
        self.items = items
        self.total = total
    }
}

/// One operation on a tenant.
package enum ModelStep: Sendable {
    case createModule(name: String, ModuleDraft, publishes: Bool)
    case patchModule(UniqueID, ModulePatch)
    case deleteModule(UniqueID)
    case publishModule(UniqueID)
    case rollBackModule(UniqueID, to: UniqueID)
    case readModule(UniqueID)
    case readModuleVersion(UniqueID, of: UniqueID)
    case listModules(PageRequest)
    case listModuleVersions(UniqueID, PageRequest)
    case listUses(UniqueID, PageRequest)
    case createAction(ActionPatch, deploys: Bool)
    case patchAction(UniqueID, ActionPatch)
    case deleteAction(UniqueID, force: Bool)
    case deployAction(UniqueID)
    case redeploy(UniqueID, of: UniqueID, updatesDraft: Bool)
    case readAction(UniqueID)
    case readActionVersion(UniqueID, of: UniqueID)
    case listActions(ActionFilter, PageRequest)
    case listActionVersions(UniqueID, PageRequest)
    case replaceBindings(String, [NewBinding])
    case listBindings(String, PageRequest)
}

/// What came of a step.
package enum ModelOutcome: Hashable, Sendable {
    case nothing
    case entity(ReferenceModel.Entity)
    case version(ReferenceModel.Version)
    case entities(ModelPage<ReferenceModel.Entity>)
    case versions(ModelPage<ReferenceModel.Version>)
    case uses(ModelPage<ReferenceModel.Use>)
    case bindings(ModelPage<ReferenceModel.Binding>)
    /// The case of `ModuleError` or `ActionError`, as it is printed.
    case refused(String)
}
