import JSON
import Resources
import Tenancy

/// What the service makes of the options of one strategy, and of the members around them (reference
/// clients-connections.md 7.1 to 7.3; RECORDED 216 creates and 66 changes).
struct ConnectionStrategy: Sendable {
    /// Of a new connection, before the request's members: as they were from a day on.
    var first: [Resource.Dated] = []
    /// Behind them.
    var added: [Resource.Dated] = []
    /// Done before and after `added`.
    var before: [Step] = []
    var after: [Step] = []
    /// What a change keeps of the old options unless it is sent.
    var kept: [String] = []
    /// What a change adds in place of `added`; nil: the same.
    var changed: [Resource.Dated]?
    /// Whether `show_as_button` is there unless it is sent, and `display_name`.
    var hasButton = false
    /// From a day in 2024 on.
    var isNamed = false
    var ticket: ProvisioningTicket?

    enum Step: Sendable {
        case database
        case discovery(hasDomain: Bool)
        case scope(ScopeRule)
        case federation
        case samlMetadata
        case certificate(isDropped: Bool)
        /// What one member says another says, too, unless it was sent.
        case copy(String, to: String)
        /// The tenant's host, unless another was sent.
        case host(String)
        /// A member that comes last whatever the request had, from a day on.
        case last(String, since: String)
    }

    /// What holds on a day: the last that had begun; without one the newest.
    static func latest(_ variants: [Resource.Dated], _ day: Day?) -> JSONTree {
        let found = variants.last { variant in
            guard let since = variant.since, let day else { return true }
            return since <= day
        }
        return found.map { JSONTree(text: $0.text) } ?? .emptyObject
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// Strategies without an entry are stored as they are sent.
    static func named(_ name: String) -> ConnectionStrategy { all[name] ?? ConnectionStrategy() }

    private static let all: [String: ConnectionStrategy] = enterprise.merging(social) { first, _ in first }
}

/// The address at which an administrator on the other side sets a connection up; its page is not emulated.
struct ProvisioningTicket: Sendable {
    /// Whether the tenant's name stands before the path.
    var namesTenant = false
    /// Whether it always had 32 letters; others had eight until July 2026.
    var isAlwaysLong = false
    /// The day from which on there is none.
    var until: String?

    /// - Returns: nil where there is none any more.
    func url(_ strategy: String, _ write: Write) -> String? {
        let day = write.call.settings.asOf?.rawValue ?? "9999"
        if let until, day >= until { return nil }
        let tenant = namesTenant ? "/" + write.facts.name : ""
        let ticket = write.call.ids.letters(isAlwaysLong || day >= "2026-07-01" ? 32 : 8)
        return "https://\(ProvisioningTicket.host(write.call))\(tenant)/p/\(strategy)/\(ticket)"
    }

    /// The host that the request was for.
    static func host(_ call: ResourceCall) -> String {
        let origin = call.origin.utf8
        guard let slash = origin.firstIndex(of: 0x2F) else { return call.origin }
        return String(decoding: origin[slash...].dropFirst(2), as: UTF8.self)
    }
}

/// Databases and the directories of companies.
extension ConnectionStrategy {
    private static let enterprise: [String: ConnectionStrategy] = [
        "auth0": ConnectionStrategy(
            first: [
                .init(#"{"mfa":{"active":true,"return_enroll_settings":true},"passwordPolicy":"good"}"#),
                .init(#"{"mfa":{"active":true,"return_enroll_settings":true}}"#, since: day("2026-08-07")),
            ],
            added: [
                .init(#"{"strategy_version":2,"brute_force_protection":true}"#),
                .init(database(#""enabled":true"#), since: day("2024-01-01")),
                .init(database(#""enabled":true,"api_behavior":"required""#), since: day("2025-11-01")),
                .init(database(newestPassword), since: day("2026-03-01")),
                .init(database(newestPassword, #""password_options":\#(passwordOptions),"#), since: day("2026-08-07")),
            ],
            before: [.database], after: [.last("configuration", since: "2026-03-01")],
            kept: ["authentication_methods", "passkey_options", "brute_force_protection"], changed: nothing),
        "okta": ConnectionStrategy(
            added: [
                .init("{}"),
                .init(
                    """
                    {"schema_version":"oidc-V4","type":"back_channel","attribute_map":\
                    {"mapping_mode":"basic_profile"},"connection_settings":{"pkce":"auto"}}
                    """, since: day(mappingDay)),
            ],
            before: [.discovery(hasDomain: true)], kept: ["oidc_metadata", "schema_version", "type"],
            changed: [
                .init("{}"),
                .init(
                    """
                    {"attribute_map":{"mapping_mode":"basic_profile"},"connection_settings":{"pkce":"disabled"}}
                    """, since: day(mappingDay)),
            ],
            hasButton: true, isNamed: true),
        "oidc": ConnectionStrategy(
            added: [
                .init("{}"),
                .init(
                    """
                    {"type":"front_channel","schema_version":"oidc-V4","attribute_map":{"mapping_mode":"bind_all"},\
                    "connection_settings":{"pkce":"auto"}}
                    """, since: day(mappingDay)),
            ],
            before: [.discovery(hasDomain: false)], kept: ["oidc_metadata", "schema_version", "type"],
            changed: [
                .init("{}"),
                .init(
                    #"{"attribute_map":{"mapping_mode":"bind_all"},"connection_settings":{"pkce":"disabled"}}"#,
                    since: day(mappingDay)),
            ],
            hasButton: true, isNamed: true),
        "google-apps": ConnectionStrategy(
            added: [
                .init(
                    """
                    {"map_user_id_to_id":false,"email":true,"profile":true,"scope":["email","profile"],\
                    "handle_login_from_social":true}
                    """)
            ],
            kept: ["email", "profile", "scope", "map_user_id_to_id", "handle_login_from_social"],
            changed: [.init(#"{"api_enable_users":true}"#)], hasButton: true,
            ticket: ProvisioningTicket(namesTenant: true)),
        "ad": ConnectionStrategy(
            added: [.init(#"{"ips":null,"brute_force_protection":true}"#)], changed: [.init(#"{"ips":null}"#)],
            hasButton: true, ticket: ProvisioningTicket(isAlwaysLong: true)),
        "adfs": ConnectionStrategy(
            added: [.init(#"{"should_trust_email_verified_connection":"always_set_emails_as_verified"}"#)],
            before: [.federation], hasButton: true, ticket: ProvisioningTicket()),
        // The service reads the directory of the domain. Until November 2025 it found that of recorded domains, and
        // the keys that Microsoft had; later ones have neither (RECORDED 2 and 1).
        "waad": ConnectionStrategy(
            added: [
                .init(entra(#""thumbprints":[\#(entraThumbprints)],"app_domain":"","#)),
                .init(entra(), since: day("2025-11-01")),
            ],
            after: [.copy("useCommonEndpoint", to: "waad_common_endpoint"), .host("app_domain")], hasButton: true,
            isNamed: true, ticket: ProvisioningTicket(namesTenant: true, until: "2025-11-01")),
        "samlp": ConnectionStrategy(
            added: [
                .init("{}"),
                .init(
                    #"{"assertion_decryption_settings":{"algorithm_profile":"v2026-1","algorithm_exceptions":[]}}"#,
                    since: day("2026-05-01")),
            ],
            after: [.samlMetadata, .certificate(isDropped: false)],
            kept: [
                "cert", "expires", "subject", "thumbprints", "signingCert", "bindingMethod", "signInEndpoint",
                "signOutEndpoint",
            ],
            changed: nothing, hasButton: true, ticket: ProvisioningTicket()),
        "pingfederate": ConnectionStrategy(
            after: [.copy("pingFederateBaseUrl", to: "signInEndpoint"), .certificate(isDropped: true)],
            kept: ["cert", "expires", "subject", "thumbprints", "signInEndpoint"], changed: nothing, hasButton: true,
            ticket: ProvisioningTicket()),
    ]

    private static let nothing = [Resource.Dated("{}")]

    /// Since when providers' documents are read, and attributes mapped (RECORDED: not in June 2024, but in September).
    static let mappingDay = "2024-07-01"

    private static let newestPassword = #""enabled":true,"api_behavior":"required","signup_behavior":"allow""#

    /// What a database has behind the request's members.
    private static func database(_ password: String, _ options: String = "") -> String {
        """
        {\(options)"strategy_version":2,"authentication_methods":{"password":{\(password)},\
        "passkey":{"enabled":false}},"passkey_options":{"challenge_ui":"both",\
        "progressive_enrollment_enabled":true,"local_enrollment_enabled":true},"brute_force_protection":true}
        """
    }

    /// The policy for passwords in full.
    static let passwordOptions = """
        {"complexity":{"character_type_rule":"all","identical_characters":"allow","sequential_characters":"allow",\
        "max_length_exceeded":"error","min_length":15,"character_types":[]},"profile_data":{"active":false,\
        "blocked_fields":["name","username","nickname","email","phone_number","user_metadata.name",\
        "user_metadata.first","user_metadata.last"]},"history":{"active":false,"size":3},\
        "dictionary":{"active":false,"custom":[],"default":"en_100k"}}
        """

    private static func entra(_ directory: String = "") -> String {
        """
        {\(directory)"identity_api":"microsoft-identity-platform-v2.0","useCommonEndpoint":false,\
        "should_trust_email_verified_connection":"never_set_emails_as_verified","waad_common_endpoint":false,\
        "use_wsfed":false,"waad_protocol":"openid-connect"}
        """
    }

    private static let entraThumbprints = """
        "2ed8047f8e84097e9e4579912efc013c96a07f0c","61371e3b9209cb2a91ea3cc34b98806e97b8d89c",\
        "747fa8b79576a3d71cad00480782c09243e63148","80bb7d3978bc0feea94552635b9f0d67806db007",\
        "ecc43c3b5a882dc61d34762afeb67ab648f5776d"
        """

    private static func day(_ text: String) -> Day? { Day(rawValue: text) }
}
