import JSON

/// The kinds of resources that the deploy CLI keeps: keys of `tenant.yaml`, or folders (its constants and
/// documentation, version 8.45). Three of them are taken; of the others it is said how many there are.
package enum DeployKinds {
    /// Of all kinds but those that are taken: which a document has, and how many of each.
    static func untaken(in document: JSONValue) -> [DeployCount] {
        let members: [JSONMembers.Member] = document.members.map(Array.init) ?? []
        return members.filter { !taken.contains($0.key) && !settings.contains($0.key) }.map { member in
            let count = member.value.items?.count ?? (member.value.members?.count == 0 || member.value.isNull ? 0 : 1)
            return DeployCount(kind: member.key, count: count)
        }
    }

    /// Whether a document has a key that the CLI knows.
    static func hasOne(_ document: JSONValue) -> Bool {
        document.members?.contains { taken.contains($0.key) || settings.contains($0.key) || keys.contains($0.key) }
            ?? false
    }

    private static let taken: Set = ["actionModules", "actions", "triggers"]
    /// What to leave alone, which is no resource.
    private static let settings: Set = ["exclude", "include"]

    private static let keys: Set = [
        "agents", "attackProtection", "branding", "clientGrants", "clientProfiles", "clients", "connectionProfiles",
        "connections", "customDomains", "databases", "emailProvider", "emailTemplates", "eventStreams",
        "flowVaultConnections", "flows", "forms", "guardianFactorProviders", "guardianFactorTemplates",
        "guardianFactors", "guardianPhoneFactorMessageTypes", "guardianPhoneFactorSelectedProvider", "guardianPolicies",
        "hooks", "logStreams", "migrations", "networkACLs", "organizations", "pages", "phoneProviders",
        "phoneTemplates", "prompts", "rateLimitPolicies", "resourceServers", "riskAssessment", "roles", "rules",
        "rulesConfigs", "selfServiceProfiles", "supplementalSignals", "tenant", "themes", "tokenExchangeProfiles",
        "userAttributeProfiles",
    ]

    /// Folders that are taken, by the key that stands for them. The CLI's own is `action-modules`; exports of ours had
    /// the other name once.
    package static let takenFolders = [
        (folder: "action-modules", key: "actionModules"), (folder: "actionModules", key: "actionModules"),
        (folder: "actions", key: "actions"), (folder: "triggers", key: "triggers"),
    ]

    /// Folders of the CLI that are not taken.
    package static let untakenFolders: Set = [
        "agents", "attack-protection", "branding", "client-profiles", "clients", "connection-profiles", "connections",
        "custom-domains", "database-connections", "emails", "event-streams", "flow-vault-connections", "flows", "forms",
        "grants", "guardian", "hooks", "log-streams", "network-acl-keys", "network-acls", "organizations", "pages",
        "phone-providers",
        "phone-templates", "prompts", "rate-limit-policies", "resource-servers", "risk-assessment", "roles", "rules",
        "rules-configs", "self-service-profiles", "supplemental-signals", "themes", "token-exchange-profiles",
        "user-attribute-profiles",
    ]
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
    package static func line(_ counts: [DeployCount]) -> String? {
        let parts = counts.filter { $0.count > 0 }.map { "\($0.kind) (\($0.count))" }
        return parts.isEmpty ? nil : "not taken, being of no kind that is here: \(parts.joined(separator: ", "))"
    }
}
