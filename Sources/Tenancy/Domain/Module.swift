/// What a draft and a version consist of.
package struct ModuleContent: Sendable {
    package var code: SourceCode
    package var dependencies: [Dependency]
    package var secrets: [Secret]

    /// Equality of what would be published.
    package func hasSameContent(as other: ModuleContent) -> Bool {
        code == other.code && dependencies == other.dependencies
            && secrets.hasSameContent(as: other.secrets)
    }
}

/// A published, immutable version (reference 2.3).
package struct ModuleVersion: Sendable {
    package let id: ModuleVersionID
    package let moduleID: ModuleID
    /// Rises by one from 1, also when old versions are dropped.
    package let number: Int
    package let content: ModuleContent
    package let createdAt: Instant
}

/// A reference from the deployed version of an action (reference 2.4).
package struct ModuleUse: Equatable, Sendable {
    package let actionID: ActionID
    package let actionName: String
    package let versionID: ModuleVersionID
    package let versionNumber: Int
}

/// A module with its draft and its published versions, as it is at one time.
///
/// An object that never changes, so that whoever reads one takes a reference and not its parts. A change makes another,
/// with copies of the lists that it changes, but for the versions, which may be many where limits are off.
package final class Module: Sendable {
    package let id: ModuleID
    package let name: String
    package let draft: ModuleContent
    package let createdAt: Instant
    /// The last edit of the draft; publishing does not touch it (reference 2.5, RECORDED).
    package let updatedAt: Instant
    /// Oldest first.
    package let versions: ChunkedList<ModuleVersion>
    package let uses: [ModuleUse]

    package init(
        id: ModuleID, name: String, draft: ModuleContent, createdAt: Instant, updatedAt: Instant,
        versions: ChunkedList<ModuleVersion>, uses: [ModuleUse] = []
    ) {
        self.id = id
        self.name = name
        self.draft = draft
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.versions = versions
        self.uses = uses
    }

    /// The same but for what is given.
    func with(
        draft: ModuleContent? = nil, updatedAt: Instant? = nil, versions: ChunkedList<ModuleVersion>? = nil,
        uses: [ModuleUse]? = nil
    ) -> Module {
        Module(
            id: id, name: name, draft: draft ?? self.draft, createdAt: createdAt,
            updatedAt: updatedAt ?? self.updatedAt, versions: versions ?? self.versions, uses: uses ?? self.uses)
    }

    package var latestVersion: ModuleVersion? { versions.last }

    /// A comparison of contents, as RECORDED for the sibling flag of actions (reference 3.4).
    package var allChangesPublished: Bool {
        versions.last.map { $0.content.hasSameContent(as: draft) } ?? false
    }
}

extension Module: TableEntity {
    var uniqueID: UniqueID { id.value }
}
