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
    /// What a change adds in place of `added`.
    var changed: String?
    /// Whether `show_as_button` is there unless it is sent, and `display_name`.
    var hasButton = false
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
        /// A member that comes last whatever the request had.
        case last(String)
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

    func url(_ strategy: String, _ write: Write) -> String {
        let isLong = write.call.settings.asOf.map { $0.rawValue >= "2026-07-01" } ?? true
        let origin = write.call.origin.utf8
        let host = origin.firstIndex(of: 0x2F).map { String(decoding: origin[$0...].dropFirst(2), as: UTF8.self) }
        let tenant = namesTenant ? "/" + write.facts.name : ""
        let ticket = write.call.ids.letters(isLong || isAlwaysLong ? 32 : 8)
        return "https://\(host ?? write.call.origin)\(tenant)/p/\(strategy)/\(ticket)"
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
                .init(database(#""enabled":true"#)),
                .init(database(#""enabled":true,"api_behavior":"required""#), since: day("2025-11-01")),
                .init(database(newestPassword), since: day("2026-03-01")),
                .init(database(newestPassword, #""password_options":\#(passwordOptions),"#), since: day("2026-08-07")),
            ],
            before: [.database], after: [.last("configuration")],
            kept: ["authentication_methods", "passkey_options", "brute_force_protection"], changed: "{}"),
        "okta": ConnectionStrategy(
            added: [
                .init(
                    """
                    {"schema_version":"oidc-V4","type":"back_channel","attribute_map":\
                    {"mapping_mode":"basic_profile"},"connection_settings":{"pkce":"auto"}}
                    """)
            ],
            before: [.discovery(hasDomain: true)], kept: ["oidc_metadata", "schema_version", "type"],
            changed: """
                {"attribute_map":{"mapping_mode":"basic_profile"},"connection_settings":{"pkce":"disabled"}}
                """,
            hasButton: true, isNamed: true),
        "oidc": ConnectionStrategy(
            added: [
                .init(
                    """
                    {"type":"front_channel","schema_version":"oidc-V4","attribute_map":{"mapping_mode":"bind_all"},\
                    "connection_settings":{"pkce":"auto"}}
                    """)
            ],
            before: [.discovery(hasDomain: false)], kept: ["oidc_metadata", "schema_version", "type"],
            changed: #"{"attribute_map":{"mapping_mode":"bind_all"},"connection_settings":{"pkce":"disabled"}}"#,
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
            changed: #"{"api_enable_users":true}"#, hasButton: true, ticket: ProvisioningTicket(namesTenant: true)),
        "ad": ConnectionStrategy(
            added: [.init(#"{"ips":null,"brute_force_protection":true}"#)], changed: #"{"ips":null}"#,
            hasButton: true, ticket: ProvisioningTicket(isAlwaysLong: true)),
        "adfs": ConnectionStrategy(
            added: [.init(#"{"should_trust_email_verified_connection":"always_set_emails_as_verified"}"#)],
            before: [.federation], hasButton: true, ticket: ProvisioningTicket()),
        // Without its directory at hand the service adds neither thumbprints nor a ticket.
        "waad": ConnectionStrategy(
            added: [
                .init(
                    """
                    {"identity_api":"microsoft-identity-platform-v2.0","useCommonEndpoint":false,\
                    "should_trust_email_verified_connection":"never_set_emails_as_verified",\
                    "waad_common_endpoint":false,"use_wsfed":false,"waad_protocol":"openid-connect"}
                    """)
            ],
            after: [.copy("useCommonEndpoint", to: "waad_common_endpoint")], hasButton: true, isNamed: true),
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
            changed: "{}", hasButton: true, ticket: ProvisioningTicket()),
        "pingfederate": ConnectionStrategy(
            after: [.copy("pingFederateBaseUrl", to: "signInEndpoint"), .certificate(isDropped: true)],
            kept: ["cert", "expires", "subject", "thumbprints", "signInEndpoint"], changed: "{}", hasButton: true,
            ticket: ProvisioningTicket()),
    ]

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

    private static func day(_ text: String) -> Day? { Day(rawValue: text) }
}
