import JSON

/// One kind of resources that the deploy CLI keeps: what it is called, where its folder form has it, and which section
/// of a seed it is (the CLI's constants, handlers and documentation, version 8.45).
package struct DeployKind: Sendable {
    /// Where the folder form keeps the kind.
    package enum Place: Sendable {
        /// A JSON file for each item in a folder.
        case items(String)
        /// A folder for each item in a folder, with a file of that name.
        case folders(String, file: String)
        /// One file.
        case file(String)
        /// One object, put together from the files of a folder: by file, the member that each is; empty: all of it.
        /// A folder among them makes a list.
        case parts(String, [(file: String, member: String)])
        case none
    }

    /// Of `tenant.yaml`.
    package let key: String
    /// Nil: several, or none.
    let section: String?
    package let place: Place
    /// Members whose text may be in a file; `*` for all members of an object.
    package let files: [String]
    /// A member that lies in a file beside the item's, of the same name and this ending.
    package let beside: (member: String, ending: String)?
    /// Members that a seed has under another name.
    let renames: [String: String]
    /// What every item has.
    let adds: JSONTree
    /// What an item becomes, where that is not one item of the section.
    let split: Split?

    /// - Parameters:
    ///   - path: of the value in the document.
    ///   - readFile: what stands in a file that the value names.
    typealias Split =
        @Sendable (
            _ value: JSONTree, _ path: String, _ readFile: (String) throws(SeedError) -> String
        ) throws(SeedError) -> [ObjectItem]

    init(
        _ key: String, _ section: String? = nil, _ place: Place = .none, files: [String] = [],
        beside: (member: String, ending: String)? = nil, renames: [String: String] = [:],
        adds: JSONTree = .emptyObject, split: Split? = nil
    ) {
        self.key = key
        self.section = section
        self.place = place
        self.files = files
        self.beside = beside
        self.renames = renames
        self.adds = adds
        self.split = split
    }

    /// The folder that the kind has, by its first part; nil for a file at the top.
    package var folder: String? {
        switch place {
        case .items(let folder), .folders(let folder, _), .parts(let folder, _):
            folder.split(separator: "/").first.map(String.init)
        case .file(let name): name.contains("/") ? name.split(separator: "/").first.map(String.init) : nil
        case .none: nil
        }
    }

    /// Where code that a value names lies, beside the document's own folder.
    var whereabouts: String? {
        switch place {
        case .items(let folder), .folders(let folder, _), .parts(let folder, _): folder
        case .file, .none: nil
        }
    }
}

extension DeployKind {
    /// All that have a section here.
    package static let all: [DeployKind] = [
        DeployKind("tenant", "tenant", .file("tenant.json")),
        DeployKind(
            "resourceServers", "resource_servers", .items("resource-servers")),
        DeployKind(
            "clients", "clients", .items("clients"), files: ["custom_login_page"], split: DeploySplits.client),
        DeployKind("clientGrants", "client_grants", .items("grants")),
        DeployKind(
            "databases", "connections", .folders("database-connections", file: "database.json"),
            files: ["options.customScripts.*"], adds: ["strategy": "auth0"]),
        DeployKind(
            "connections", "connections", .items("connections"), files: ["options.email.body"],
            split: DeploySplits.connection),
        DeployKind("connectionProfiles", "connection_profiles", .items("connection-profiles")),
        DeployKind("userAttributeProfiles", "user_attribute_profiles", .items("user-attribute-profiles")),
        DeployKind("organizations", "organizations", .items("organizations"), split: DeploySplits.organization),
        DeployKind("roles", "roles", .items("roles")),
        DeployKind("customDomains", "custom_domains", .file("custom-domains/custom-domains.json")),
        DeployKind("emailProvider", "email_provider", .file("emails/provider.json")),
        DeployKind(
            "emailTemplates", "email_templates", .items("emails"), files: ["body"], beside: ("body", ".html")),
        DeployKind("phoneProviders", "phone_providers", .file("phone-providers/provider.json")),
        DeployKind(
            "phoneTemplates", "phone_templates", .items("phone-templates"), split: DeploySplits.phoneTemplate),
        DeployKind("logStreams", "log_streams", .items("log-streams")),
        DeployKind("networkACLs", "network_acls", .items("network-acls")),
        DeployKind("rateLimitPolicies", "rate_limit_policies", .items("rate-limit-policies")),
        DeployKind("pages", nil, .items("pages"), files: ["html"], beside: ("html", ".html"), split: DeploySplits.page),
        DeployKind(
            "branding", nil, .parts("branding", [("branding.json", ""), ("templates", "templates")]),
            split: DeploySplits.branding),
        DeployKind("themes", "themes", .items("themes")),
        DeployKind(
            "prompts", nil,
            .parts(
                "prompts",
                [
                    ("prompts.json", ""), ("custom-text.json", "customText"), ("partials.json", "partials"),
                    ("screenRenderSettings", "screenRenderers"),
                ]), split: DeploySplits.prompts),
        DeployKind(
            "attackProtection", nil,
            .parts(
                "attack-protection",
                [
                    ("bot-detection.json", "botDetection"), ("captcha.json", "captcha"),
                    ("breached-password-detection.json", "breachedPasswordDetection"),
                    ("brute-force-protection.json", "bruteForceProtection"),
                    ("suspicious-ip-throttling.json", "suspiciousIpThrottling"),
                    ("phone-provider-protection.json", "phoneProviderProtection"),
                ]), split: DeploySplits.attackProtection),
        DeployKind(
            "riskAssessment", nil, .file("risk-assessment/settings.json"), split: DeploySplits.riskAssessment),
        // Names and files of the same that it had for a while.
        DeployKind(
            "riskAssessments", nil,
            .parts("risk-assessments", [("settings.json", ""), ("new-device.json", "new_device")]),
            split: DeploySplits.riskAssessment),
        DeployKind("riskAssessmentsNewDevice", nil, split: DeploySplits.newDevice),
        DeployKind("supplementalSignals", "supplemental_signals", .file("supplemental-signals.json")),
        DeployKind("guardianFactors", "guardian_factors", .items("guardian/factors")),
        DeployKind("guardianFactorProviders", nil, .items("guardian/providers"), split: DeploySplits.factorProvider),
        DeployKind("guardianFactorTemplates", nil, .items("guardian/templates"), split: DeploySplits.factorTemplate),
        DeployKind("guardianPolicies", nil, .file("guardian/policies.json"), split: DeploySplits.policies),
        DeployKind(
            "guardianPhoneFactorMessageTypes", "guardian_phone_message_types",
            .file("guardian/phoneFactorMessageTypes.json")),
        DeployKind(
            "guardianPhoneFactorSelectedProvider", "guardian_phone_selected_provider",
            .file("guardian/phoneFactorSelectedProvider.json")),
        DeployKind(
            "guardianPhoneFactorSettings", "guardian_phone_settings", .file("guardian/phoneFactorSettings.json")),
        DeployKind(
            "guardianEmailFactorSettings", "guardian_email_settings", .file("guardian/emailFactorSettings.json")),
        DeployKind("guardianSettings", "guardian_settings", .file("guardian/settings.json")),
        DeployKind("flowVaultConnections", "flow_vault_connections", .items("flow-vault-connections")),
        DeployKind("flows", "flows", .items("flows"), split: DeploySplits.document("flows")),
        DeployKind("forms", "forms", .items("forms"), split: DeploySplits.document("forms")),
        DeployKind(
            "selfServiceProfiles", "self_service_profiles", .items("self-service-profiles"),
            split: DeploySplits.selfServiceProfile),
        DeployKind(
            "tokenExchangeProfiles", "token_exchange_profiles", .items("token-exchange-profiles"),
            renames: ["action": "action_id"]),
        DeployKind("eventStreams", "event_streams", .items("event-streams")),
        DeployKind("rules", "rules", .items("rules"), files: ["script"]),
        DeployKind("rulesConfigs", "rules_configs", .items("rules-configs")),
        DeployKind("hooks", "hooks", .items("hooks"), files: ["script"], split: DeploySplits.hook),
    ]

    package static func kind(_ key: String) -> DeployKind? { all.first { $0.key == key } }
}
