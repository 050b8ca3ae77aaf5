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
        self = FamilyGroup.byFamily[family] ?? .others
    }

    /// Families that only an API has are put where what they are about is.
    private var families: String {
        switch self {
        case .applications: "clients client-grants resource-servers"
        case .authentication:
            """
            connections connection-profiles connections-directory-provisionings connections-scim-configurations \
            self-service-profiles token-exchange-profiles user-attribute-profiles verifiable-credentials
            """
        case .organizations: "organizations"
        case .userManagement:
            """
            device-credentials grants groups jobs refresh-tokens roles sessions tickets user-blocks users users-by-email
            """
        case .branding: "branding custom-domains email-templates emails prompts"
        case .security:
            """
            anomaly attack-protection blacklists guardian network-acls rate-limit-policies risk-assessments \
            supplemental-signals
            """
        case .extensibility: "actions event-streams events flows forms hooks rules rules-configs"
        case .monitoring: "log-streams logs stats"
        case .settings: "experimentation keys tenants"
        case .others: ""
        }
    }

    private static let byFamily = allCases.reduce(into: [String: FamilyGroup]()) { byFamily, group in
        for name in group.families.split(separator: " ") { byFamily[String(name)] = group }
    }
}
