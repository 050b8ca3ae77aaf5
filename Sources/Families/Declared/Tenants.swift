import Resources

extension Families {
    /// Reference tenant-settings.md 2; where nobody recorded the place of a member it comes before `session_cookie`.
    static let tenants = Family(
        .tenants, lacks: "what its settings say of logins, pages and tokens holds nowhere",
        [
            Resource(
                "tenants/settings",
                .singleton(
                    #"{"enabled_locales":["en"],"flags":{"allow_changing_enable_sso":false,"#
                        + #""disable_impersonation":true,"#
                        + #""enable_sso":true,"universal_login":true,"revoke_refresh_token_grant":false,"#
                        + #""disable_clickjack_protection_headers":false},"sandbox_version":"22","#
                        + #""oidc_logout":{"rp_logout_end_session_endpoint_discovery":true}}"#),
                order: .members(
                    """
                    allowed_logout_urls acr_values_supported change_password default_audience default_directory \
                    default_redirection_uri default_token_quota enabled_locales error_page flags friendly_name \
                    guardian_mfa_page idle_session_lifetime ephemeral_session_lifetime \
                    idle_ephemeral_session_lifetime picture_url sandbox_version session_lifetime support_email \
                    support_url sessions oidc_logout allow_organization_name_in_authentication_api \
                    customize_mfa_in_postlogin_action pushed_authorization_requests_supported mtls \
                    skip_non_verifiable_callback_uri_confirmation_prompt universal_login resource_parameter_profile \
                    phone_consolidated_experience client_id_metadata_document_supported country_codes \
                    dynamic_client_registration_security_mode device_flow legacy_sandbox_version security_headers \
                    authorization_response_iss_parameter_supported enable_ai_guide \
                    include_session_metadata_in_tenant_logs session_cookie
                    """),
                nested: [
                    "flags": TenantSettingsRules.flags.joined(separator: " "), "change_password": "enabled html",
                    "guardian_mfa_page": "enabled html", "error_page": "html show_log_link url",
                    "default_token_quota": "clients organizations", "country_codes": "list mode",
                    "universal_login": (TenantSettingsRules.publicMembers + TenantSettingsRules.privateMembers)
                        .joined(separator: " "),
                ],
                patch: .init(shallow: "flags change_password guardian_mfa_page"), list: ListForm("settings"),
                rules: TenantSettingsRules())
        ])
}
