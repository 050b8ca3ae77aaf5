import JSON

/// The kinds of resources that the deploy CLI keeps: keys of `tenant.yaml`, or folders (its constants and
/// documentation, version 8.45). Of those that are not taken it is said how many there are.
package enum DeployKinds {
    /// Of all kinds but those that are taken: which a document has, and how many of each.
    ///
    /// - Parameter hasObjects: objects of families are taken, too.
    static func untaken(in document: JSONValue, hasObjects: Bool) -> [DeployCount] {
        let members: [JSONMembers.Member] = document.members.map(Array.init) ?? []
        let others = members.filter { !taken.contains($0.key) && !settings.contains($0.key) }
        return others.filter { !hasObjects || DeployKind.kind($0.key) == nil }
            .map { DeployCount(kind: $0.key, of: $0.value) }
    }

    /// Whether a document has a key that the CLI knows.
    static func hasOne(_ document: JSONValue) -> Bool {
        document.members?.contains { isKnown($0.key) || settings.contains($0.key) } ?? false
    }

    /// Whether the CLI has something of that name.
    static func isKnown(_ key: String) -> Bool {
        taken.contains(key) || others.contains(key) || DeployKind.kind(key) != nil
    }

    private static let taken: Set = ["actionModules", "actions", "triggers"]
    /// What to leave alone, which is no resource.
    private static let settings: Set = ["exclude", "include"]

    /// Those that the Management API's document has no operation for, and keys of clients, which stand in the clients.
    private static let others: Set = [
        "agents", "clientAuthCredentials", "clientProfiles", "migrations", "networkACLKeys",
    ]

    /// Folders that are taken, by the key that stands for them. The CLI's own is `action-modules`; exports of ours had
    /// the other name once.
    package static let takenFolders = [
        (folder: "action-modules", key: "actionModules"), (folder: "actionModules", key: "actionModules"),
        (folder: "actions", key: "actions"), (folder: "triggers", key: "triggers"),
    ]

    /// Folders of the CLI that are not taken.
    package static let untakenFolders: Set = ["agents", "client-profiles", "network-acl-keys"]

    /// Whether a folder of that name is one of the CLI's.
    package static func isFolder(_ name: String) -> Bool {
        takenFolders.contains { $0.folder == name } || DeployKind.all.contains { $0.folder == name }
    }
}

/// How many there are of a kind.
package struct DeployCount: Equatable, Sendable {
    package let kind: String
    package let count: Int

    package init(kind: String, count: Int) {
        self.kind = kind
        self.count = count
    }

    /// A line for people; nil where there is nothing.
    package static func line(_ counts: [DeployCount], being what: String = "of no kind that is here") -> String? {
        let parts = counts.filter { $0.count > 0 }.map { "\($0.kind) (\($0.count))" }
        return parts.isEmpty ? nil : "not taken, being \(what): \(parts.joined(separator: ", "))"
    }
}
