import Ground
import JSON
import Resources
import Tenancy

/// The tenant's document, of which a GET and a PATCH answer show different members, and `/branding` and `/prompts`
/// others (reference tenant-settings.md 2).
struct TenantSettingsRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        try checkVersion(write.request["sandbox_version"])
        if draft["default_redirection_uri"]?.string == "" { draft["default_redirection_uri"] = nil }
        for name in TenantSettingsRules.lifetimes { try setLifetime(name, &draft) }
        guard let sent = write.request["universal_login"] else { return }
        // Public members are replaced, and those of `/prompts` and `/branding` stay.
        var login = sent.only(TenantSettingsRules.publicMembers)
        login.fill(from: (write.oldTree?["universal_login"] ?? .emptyObject).only(TenantSettingsRules.privateMembers))
        draft["universal_login"] = sent.isNull && (login.members?.isEmpty ?? true) ? nil : login
    }

    static let publicMembers = ["colors", "passwordless"]
    static let privateMembers = [
        "is_custom_theme_set", "is_custom_template_set", "identifier_first", "webauthn_platform_first_factor",
    ]
    private static let lifetimes = [
        "session_lifetime", "idle_session_lifetime", "ephemeral_session_lifetime", "idle_ephemeral_session_lifetime",
    ]
    /// Runtimes that tenants show, and those that older ones still have (RECORDED).
    private static let versions = ["22", "18"]
    private static let oldVersions = ["16", "12"]

    private func checkVersion(_ version: JSONTree?) throws(Refusal) {
        guard let version = version?.string,
            !(TenantSettingsRules.versions + TenantSettingsRules.oldVersions).contains(version)
        else { return }
        throw Refusal(
            400, "The sandbox_version provided is invalid. Please use one of the available options: [\"22\",\"18\"]",
            .issue)
    }

    /// Minutes are stored as hours.
    private func setLifetime(_ name: String, _ draft: inout JSONTree) throws(Refusal) {
        let minutes = name + "_in_minutes"
        if let value = draft[minutes]?.double {
            draft[minutes] = nil
            draft[name] = .number(TenantSettingsRules.text(value / 60))
        }
        if let hours = draft[name]?.double, hours > 8_760 {
            let value = TenantSettingsRules.text(hours)
            throw Refusal(
                400, "Payload validation error: 'Value \(value) is greater than maximum 8760'", "invalid_body", .issue)
        }
    }

    /// As JavaScript prints a number: the shortest text that reads the same, without a fraction where there is none.
    private static func text(_ value: Double) -> String {
        Int(exactly: value).map { String($0) } ?? "\(value)"
    }

    var views: ViewKinds { [.read, .changed] }

    func view(_ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant) {
        let day = call.settings.asOf?.rawValue ?? "9999"
        if day >= "2026-04-01" {
            tree.fill(from: TenantSettingsRules.unstored)
            tree = call.catalogue.resource("tenants/settings")?.arranged(tree) ?? tree
        }
        if kind == .changed {
            // Always there, and only here (RECORDED 132 of 132).
            var flags = tree["flags"] ?? .emptyObject
            flags["cannot_change_enforce_client_authentication_on_passwordless_start"] = true
            flags["enforce_client_authentication_on_passwordless_start"] = true
            tree["flags"] = flags.ordered(TenantSettingsRules.flags)
            return
        }
        if let login = tree["universal_login"] {
            tree["universal_login"] = login.without(TenantSettingsRules.privateMembers)
        }
        tree["sandbox_versions_available"] = .array(TenantSettingsRules.versions.map { .string($0) })
        if day >= "2026-02-01" { tree.fill(from: TenantSettingsRules.unstored.only(["resource_parameter_profile"])) }
    }

    /// New tenants have them stored since April 2026; before, a reading showed the first of them behind all others
    /// (RECORDED: 65 answers, and 44 of tenants that were not new).
    private static let unstored: JSONTree = [
        "resource_parameter_profile": "audience", "client_id_metadata_document_supported": false,
    ]

    static let flags = """
        allow_changing_enable_sso allow_legacy_delegation_grant_types allow_legacy_ro_grant_types \
        allow_legacy_tokeninfo_endpoint allow_other_legacy_grant_types \
        cannot_change_enforce_client_authentication_on_passwordless_start change_pwd_flow_v1 disable_impersonation \
        disable_management_api_sms_obfuscation enable_adfs_waad_email_verification enable_apis_section \
        enable_client_connections enable_custom_domain_in_emails enable_dynamic_client_registration \
        enable_idtoken_api2 \
        enable_legacy_logs_search_v2 enable_legacy_profile enable_public_signup_user_exists_error enable_sso \
        enforce_client_authentication_on_passwordless_start new_universal_login_experience_enabled \
        non_oidc_conformant_updated_at universal_login use_scope_descriptions_for_consent \
        no_disclose_enterprise_connections revoke_refresh_token_grant dashboard_log_streams_next \
        disable_fields_map_fix \
        require_signed_request_object dashboard_new_onboarding mfa_show_factor_list_on_enrollment \
        custom_domains_provisioning remove_alg_from_jwks disable_clickjack_protection_headers enable_pipeline2
        """.words

    /// Writes a private member on behalf of another resource.
    static func set(_ member: String, to value: JSONTree?, _ call: ResourceCall, _ tenant: inout Tenant) {
        call.catalogue.resource("tenants/settings")?.amend(call, &tenant) {
            $0[path: "universal_login." + member] = value
        }
    }
}
