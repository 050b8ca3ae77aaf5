/// A trigger as an action names it.
package struct TriggerReference: Hashable, Sendable {
    package let id: String
    package let version: String

    package init(id: String, version: String) {
        self.id = id
        self.version = version
    }
}

/// A module that an action imports, in one of its versions.
package struct ModuleReference: Equatable, Sendable {
    package let moduleID: ModuleID
    package let moduleName: String
    package let versionID: ModuleVersionID
    package let versionNumber: Int
}

/// What the draft of an action and a version of it consist of.
package struct ActionContent: Sendable {
    package var triggers: [TriggerReference]
    package var code: SourceCode
    package var dependencies: [Dependency]
    package var runtime: String
    package var secrets: [Secret]
    package var modules: [ModuleReference]

    /// The same without what is dropped once it is built.
    var withoutRegistries: ActionContent {
        guard dependencies.contains(where: { $0.registryURL != nil }) else { return self }
        var content = self
        content.dependencies = dependencies.map { Dependency(name: $0.name, version: $0.version) }
        return content
    }

    /// Equality of what would be deployed (actions reference 2.1, `all_changes_deployed`: RECORDED).
    func hasSameContent(as other: ActionContent) -> Bool {
        code == other.code && runtime == other.runtime && triggers == other.triggers && modules == other.modules
            && dependencies == other.dependencies && secrets.hasSameContent(as: other.secrets)
    }
}

/// How far a build is (actions reference 3.6, RECORDED).
package enum BuildStatus: String, Sendable {
    case pending, building, retrying, built, failed
}

/// A deployed, immutable version of an action.
package struct ActionVersion: Sendable {
    package let id: ActionVersionID
    /// Rises by one from 1, also when old versions are dropped.
    package let number: Int
    package internal(set) var content: ActionContent
    package let createdAt: Instant
    package internal(set) var updatedAt: Instant
    package internal(set) var status: BuildStatus
    /// Set once the deployment is through.
    package internal(set) var builtAt: Instant?
}

/// An action with its draft and its versions.
package struct Action: Sendable {
    package let id: ActionID
    package internal(set) var name: String
    package internal(set) var draft: ActionContent
    package let createdAt: Instant
    /// The last edit of the draft.
    package internal(set) var updatedAt: Instant
    package internal(set) var status = BuildStatus.pending
    /// Oldest first; the last is current and deployed.
    package internal(set) var versions: [ActionVersion] = []
    /// How often the action was read since its build began.
    var buildReads = 0

    /// The draft's build is under way.
    var isBuilding: Bool { status != .built && status != .failed }

    package var deployedVersion: ActionVersion? { versions.last }

    package var allChangesDeployed: Bool {
        versions.last.map { $0.content.hasSameContent(as: draft) } ?? false
    }
}

extension Action: TableEntity {
    var uniqueID: UniqueID { id.value }
}

/// An action's place in a trigger's flow.
package struct Binding: Sendable {
    package let id: BindingID
    package let actionID: ActionID
    package let displayName: String?
    package let createdAt: Instant
}
