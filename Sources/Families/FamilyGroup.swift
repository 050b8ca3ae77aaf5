/// Where people find a family in the vendor's dashboard; the order is that of its navigation.
package enum FamilyGroup: String, CaseIterable, Sendable {
    case applications = "Applications"
    case authentication = "Authentication"
    case organizations = "Organizations"
    case userManagement = "User Management"
    case branding = "Branding"
    case security = "Security"
    case extensibility = "Actions & Extensibility"
    case monitoring = "Monitoring"
    case settings = "Settings"
    /// Of families that the table does not know yet.
    case others = "Others"

    package init(of family: String) {
        self = FamilyGroup.places[family]?.group ?? .others
    }

    /// Its place among those of its group: what people look for most comes first.
    package static func place(of family: String) -> Int { places[family]?.number ?? .max }

    /// Families that only an API has are put where what they are about is.
    private var families: String {
        switch self {
        case .applications: "clients resource-servers client-grants"
        case .authentication:
            """
            connections connections-directory-provisionings connections-scim-configurations connection-profiles \
            user-attribute-profiles self-service-profiles token-exchange-profiles verifiable-credentials
            """
        case .organizations: "organizations"
        case .userManagement:
            """
            users users-by-email roles groups user-blocks sessions refresh-tokens device-credentials grants tickets jobs
            """
        case .branding: "branding custom-domains prompts emails email-templates"
        case .security:
            """
            attack-protection guardian network-acls rate-limit-policies anomaly blacklists risk-assessments \
            supplemental-signals
            """
        case .extensibility: "actions flows forms event-streams events rules rules-configs hooks"
        case .monitoring: "logs log-streams stats"
        case .settings: "tenants keys experimentation"
        case .others: ""
        }
    }

    private static let places = allCases.reduce(into: [String: (group: FamilyGroup, number: Int)]()) { places, group in
        for (number, name) in group.families.split(separator: " ").enumerated() {
            places[String(name)] = (group, number)
        }
    }
}
