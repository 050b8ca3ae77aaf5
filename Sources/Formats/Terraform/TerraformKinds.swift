import JSON

extension TerraformKind {
    /// All types that keep what a family of ours has, in the order in which they are written. Where the provider has
    /// one type for a member of a list and one for the whole list, it is the latter. Those that act and keep nothing
    /// are not here: the rotation of keys, the verification of a domain, tokens.
    static let all: [TerraformKind] = tenant + applications + connections + people + pages + messages + rest

    private static let quota = "client_credentials{ enforce per_day per_hour }"

    private static let tenant = [
        TerraformKind(
            "tenant", .one([("", "/tenants/settings")]), id: "!tenant",
            """
            friendly_name picture_url support_email support_url allowed_logout_urls session_lifetime \
            idle_session_lifetime ephemeral_session_lifetime idle_ephemeral_session_lifetime sandbox_version \
            enabled_locales default_audience>resource_server.identifier default_directory default_redirection_uri \
            acr_values_supported allow_organization_name_in_authentication_api customize_mfa_in_postlogin_action \
            client_id_metadata_document_supported dynamic_client_registration_security_mode \
            phone_consolidated_experience pushed_authorization_requests_supported resource_parameter_profile \
            skip_non_verifiable_callback_uri_confirmation_prompt:text \
            flags{ allow_legacy_delegation_grant_types allow_legacy_ro_grant_types allow_legacy_tokeninfo_endpoint \
              dashboard_insights_view dashboard_log_streams_next disable_clickjack_protection_headers \
              disable_fields_map_fix disable_management_api_sms_obfuscation enable_adfs_waad_email_verification \
              enable_apis_section enable_client_connections enable_custom_domain_in_emails \
              enable_dynamic_client_registration enable_idtoken_api2 enable_legacy_logs_search_v2 \
              enable_legacy_profile enable_pipeline2 enable_public_signup_user_exists_error enable_sso \
              mfa_show_factor_list_on_enrollment no_disclose_enterprise_connections remove_alg_from_jwks \
              revoke_refresh_token_grant use_scope_descriptions_for_consent } \
            session_cookie{ mode } sessions{ oidc_logout_prompt_enabled } mtls{ enable_endpoint_aliases } \
            oidc_logout{ rp_logout_end_session_endpoint_discovery } error_page{ html show_log_link url } \
            default_token_quota{ clients{ \(quota) } organizations{ \(quota) } }
            """, make: "PATCH /tenants/settings",
            shown: { settings in
                // Which the types `pages` and `prompt` have.
                let others = [
                    "change_password", "guardian_mfa_page", "universal_login_experience", "identifier_first",
                    "webauthn_platform_first_factor", "sandbox_versions_available",
                ]
                let own = settings.without(others)
                return own.members?.isEmpty == false ? own : nil
            }),
        TerraformKind(
            "custom_domain", .each("custom-domains"),
            "domain type tls_policy custom_client_ip_header relying_party_identifier domain_metadata",
            make: "POST /custom-domains"),
        TerraformKind(
            "custom_domain_default", .each("custom-domains"), id: "!custom_domain_default",
            "domain>custom_domain.domain", labelOf: "custom_domain",
            shown: { $0["is_default"]?.bool == true ? $0 : nil }),
        TerraformKind(
            "attack_protection",
            .one([
                ("bot_detection", "/attack-protection/bot-detection"), ("captcha", "/attack-protection/captcha"),
                ("breached_password_detection", "/attack-protection/breached-password-detection"),
                ("brute_force_protection", "/attack-protection/brute-force-protection"),
                ("suspicious_ip_throttling", "/attack-protection/suspicious-ip-throttling"),
            ]), id: "!attack_protection",
            """
            bot_detection{ bot_detection_level challenge_password_policy challenge_passwordless_policy \
              challenge_password_reset_policy monitoring_mode_enabled allowlist } \
            captcha{ active_provider_id recaptcha_v2{ site_key secret:must } \
              recaptcha_enterprise{ site_key api_key:must project_id } \
              hcaptcha{ site_key secret:must } friendly_captcha{ site_key secret:must } \
              arkose{ site_key secret:must client_subdomain \
                verify_subdomain fail_open } \
              auth_challenge{ fail_open } } \
            breached_password_detection{ enabled method shields admin_notification_frequency \
              pre_user_registration=stage.pre-user-registration{ shields } \
              pre_change_password=stage.pre-change-password{ shields } } \
            brute_force_protection{ enabled mode max_attempts shields allowlist } \
            suspicious_ip_throttling{ enabled shields allowlist pre_login=stage.pre-login{ max_attempts rate } \
              pre_user_registration=stage.pre-user-registration{ max_attempts rate } }
            """,
            shown: { protection in
                // A provider of captchas that was never set up has neither key nor secret.
                var protection = protection
                for name in ["recaptcha_v2", "recaptcha_enterprise", "hcaptcha", "friendly_captcha", "arkose"]
                where protection[path: "captcha.\(name).site_key"]?.string?.isEmpty ?? true {
                    protection["captcha"]?[name] = nil
                }
                return protection
            }),
        TerraformKind(
            "phone_provider_protection", .one([("", "/attack-protection/phone-provider-protection")]),
            id: "!phone_provider_protection", "type"),
        TerraformKind(
            "risk_assessments", .one([("", "/risk-assessments/settings")]), id: "!risk_assessments", "enabled"),
        TerraformKind(
            "risk_assessments_new_device", .one([("", "/risk-assessments/settings/new-device")]),
            id: "!risk_assessments_new_device", "remember_for"),
        TerraformKind(
            "supplemental_signals", .one([("", "/supplemental-signals")]), id: "!supplemental_signals",
            "akamai_enabled"),
        TerraformKind(
            "guardian", .one(TerraformGuardian.parts), id: "!guardian",
            """
            policy email otp recovery_code \
            webauthn_roaming{ enabled user_verification=userVerification override_relying_party=overrideRelyingParty \
              relying_party_identifier=relyingPartyIdentifier } \
            webauthn_platform{ enabled override_relying_party=overrideRelyingParty \
              relying_party_identifier=relyingPartyIdentifier } \
            phone{ enabled provider message_types options{ enrollment_message verification_message from \
              messaging_service_sid auth_token sid } } \
            push{ enabled provider custom_app{ app_name apple_app_link google_app_link } \
              amazon_sns{ aws_access_key_id aws_region aws_secret_access_key:must \
                sns_apns_platform_application_arn sns_gcm_platform_application_arn } \
              direct_apns{ sandbox bundle_id p12:must } direct_fcm{ server_key:must } } \
            duo{ enabled integration_key=ikey secret_key=skey hostname=host } \
            settings{ display_remember_me_checkbox remember_me_default_value mfa_session_inactivity_timeout \
              mfa_session_overall_timeout }
            """, shown: TerraformGuardian.shown),
        TerraformKind(
            "network_acl", .each("network-acls"),
            """
            description active priority rule{ scope action{ allow block log redirect redirect_uri } \
              match{ \(match) } not_match{ \(match) } }
            """, make: "POST /network-acls"),
        TerraformKind(
            "rate_limit_policy", .each("rate-limit-policies"),
            "resource consumer consumer_selector configuration{ action limit redirect_uri }",
            make: "POST /rate-limit-policies"),
        TerraformKind(
            "log_stream", .each("log-streams"),
            """
            name type status is_priority=isPriority filters pii_config{ log_fields method algorithm } \
            sink!{ aws_account_id=awsAccountId aws_region=awsRegion azure_subscription_id=azureSubscriptionId \
              azure_resource_group=azureResourceGroup azure_region=azureRegion datadog_api_key=datadogApiKey \
              datadog_region=datadogRegion http_endpoint=httpEndpoint http_content_type=httpContentType \
              http_content_format=httpContentFormat http_authorization=httpAuthorization \
              http_custom_headers=httpCustomHeaders mixpanel_project_id=mixpanelProjectId \
              mixpanel_region=mixpanelRegion mixpanel_service_account_username=mixpanelServiceAccountUsername \
              mixpanel_service_account_password=mixpanelServiceAccountPassword segment_write_key=segmentWriteKey \
              splunk_domain=splunkDomain splunk_port=splunkPort splunk_secure=splunkSecure \
              splunk_token=splunkToken sumo_source_address=sumoSourceAddress }
            """, make: "POST /log-streams"),
    ]

    private static let match = """
        anonymous_proxy asns auth0_managed connecting_ipv4_cidrs connecting_ipv6_cidrs geo_country_codes \
        geo_subdivision_codes hostnames ipv4_cidrs ipv6_cidrs ja3_fingerprints ja4_fingerprints user_agents
        """
}
