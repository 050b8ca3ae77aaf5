import JSON
import Resources

/// What protects logins, asks for factors and draws pages.
extension Families {
    private static func single(_ key: String, _ make: String, _ resource: String) -> SeedSection {
        SeedSection(key, .single, make: make, of: resource)
    }

    static let protection: [SeedSection] = [
        single("bot_detection", "PATCH /attack-protection/bot-detection", "attack-protection/bot-detection"),
        single("captcha", "PATCH /attack-protection/captcha", "attack-protection/captcha"),
        single(
            "breached_password_detection", "PATCH /attack-protection/breached-password-detection",
            "attack-protection/breached-password-detection"),
        single(
            "brute_force_protection", "PATCH /attack-protection/brute-force-protection",
            "attack-protection/brute-force-protection"),
        single(
            "suspicious_ip_throttling", "PATCH /attack-protection/suspicious-ip-throttling",
            "attack-protection/suspicious-ip-throttling"),
        single(
            "phone_provider_protection", "PATCH /attack-protection/phone-provider-protection",
            "attack-protection/phone-provider-protection"),
        single("risk_assessments", "PATCH /risk-assessments/settings", "risk-assessments/settings"),
        single(
            "risk_assessments_new_device", "PATCH /risk-assessments/settings/new-device",
            "risk-assessments/settings/new-device"),
        single("supplemental_signals", "PATCH /supplemental-signals", "supplemental-signals"),
        single("guardian_settings", "PUT /guardian/settings", "guardian/settings"),
        single("guardian_policies", "PUT /guardian/policies", "guardian/policies"),
        SeedSection(
            "guardian_factors", make: "PUT /guardian/factors/{name}", of: "guardian/factors",
            shown: { factors in
                (factors.members ?? []).filter { $0.value.bool == true }
                    .map { ["name": .string($0.key), "enabled": true] }
            }),
        factor("phone_message_types", "phone/message-types"),
        factor("phone_selected_provider", "phone/selected-provider"),
        factor("phone_twilio", "phone/providers/twilio"),
        factor("phone_templates", "phone/templates"),
        factor("phone_settings", "phone/settings"),
        factor("email_settings", "email/settings"),
        factor("duo_settings", "duo/settings"),
        factor("push_selected_provider", "push-notification/selected-provider"),
        factor("push_sns", "push-notification/providers/sns"),
        factor("push_apns", "push-notification/providers/apns"),
        factor("push_fcm", "push-notification/providers/fcm"),
        factor("push_fcmv1", "push-notification/providers/fcmv1"),
        factor("webauthn_roaming_settings", "webauthn-roaming/settings"),
        factor("webauthn_platform_settings", "webauthn-platform/settings"),
    ]

    private static func factor(_ key: String, _ path: String) -> SeedSection {
        single("guardian_" + key, "PUT /guardian/factors/\(path)", "guardian/factors/\(path)")
    }

    static let messages: [SeedSection] = [
        SeedSection(
            "phone_providers", make: "POST /branding/phone/providers", change: "PATCH /branding/phone/providers/{id}",
            of: "branding/phone/providers", id: "id", names: "name"),
        SeedSection(
            "phone_templates", make: "POST /branding/phone/templates", change: "PATCH /branding/phone/templates/{id}",
            of: "branding/phone/templates", id: "id", names: "type"),
    ]

    static let pages: [SeedSection] = [
        single("branding", "PATCH /branding", "branding"),
        SeedSection(
            "themes", make: "POST /branding/themes", change: "PATCH /branding/themes/{themeId}", of: "branding/themes",
            id: "themeId", names: "displayName"),
        SeedSection(
            "page_template", .single, make: "PUT /branding/templates/universal-login",
            of: "branding/templates/universal-login", shown: { [["template": $0["body"] ?? ""]] }),
        single("prompts", "PATCH /prompts", "tenants/settings"),
        single("prompts_mfa_push", "PATCH /prompts/mfa-push", "prompts/mfa-push"),
        SeedSection(
            "prompts_custom_text", make: "PUT /prompts/{prompt}/custom-text/{language}", of: "prompts/custom-text",
            content: "text"),
        SeedSection(
            "prompts_partials", make: "PUT /prompts/{prompt}/partials", of: "prompts/partials", content: "partials"),
        SeedSection(
            "prompts_rendering", make: "PATCH /prompts/{prompt}/screen/{screen}/rendering", of: "prompts/rendering"),
    ]

    static let extensibility: [SeedSection] = [
        SeedSection(
            "flow_vault_connections", make: "POST /flows/vault/connections",
            change: "PATCH /flows/vault/connections/{id}", of: "flows/vault/connections", id: "id", names: "name"),
        SeedSection(
            "flows", make: "POST /flows", change: "PATCH /flows/{id}", of: "flows", id: "id", names: "name",
            references: [
                .init("*connection_id", to: "flows/vault/connections"), .init("*flow_id", to: "flows"),
            ]),
        SeedSection(
            "forms", make: "POST /forms", change: "PATCH /forms/{id}", of: "forms", id: "id", names: "name",
            references: [.init("*flow_id", to: "flows")],
            shown: { form in
                // One without languages or an ending was made with empty ones.
                var form = form
                form.fill(from: ["languages": [:], "ending": [:]])
                return [form]
            }),
        SeedSection(
            "self_service_profiles", make: "POST /self-service-profiles", change: "PATCH /self-service-profiles/{id}",
            of: "self-service-profiles", id: "id", names: "name",
            references: [.init("user_attribute_profile_id", to: "user-attribute-profiles")],
            parts: [
                SeedSection(
                    "custom_text", make: "PUT /self-service-profiles/{id}/custom-text/{language}/{page}",
                    of: "self-service-profiles/custom-text", content: "text")
            ]),
        SeedSection(
            "token_exchange_profiles", make: "POST /token-exchange-profiles",
            change: "PATCH /token-exchange-profiles/{id}", of: "token-exchange-profiles", id: "id", names: "name",
            references: [.init("action_id", to: "actions")]),
        SeedSection(
            "event_streams", make: "POST /event-streams", change: "PATCH /event-streams/{id}", of: "event-streams",
            id: "id", names: "name",
            references: [.init("destination.configuration.action_id", to: "actions")]),
        SeedSection("rules", make: "POST /rules", change: "PATCH /rules/{id}", of: "rules", id: "id", names: "name"),
        SeedSection("rules_configs", make: "PUT /rules-configs/{key}", of: "rules-configs"),
        SeedSection(
            "hooks", make: "POST /hooks", change: "PATCH /hooks/{id}", of: "hooks", id: "id", names: "name",
            parts: [
                SeedSection(
                    "secrets", .single, make: "POST /hooks/{id}/secrets", change: "PATCH /hooks/{id}/secrets",
                    of: "hooks/secrets")
            ]),
        SeedSection(
            "verification_templates", make: "POST /verifiable-credentials/verification/templates",
            change: "PATCH /verifiable-credentials/verification/templates/{id}",
            of: "verifiable-credentials/verification/templates", id: "id", names: "name"),
    ]

    static let experiments: [SeedSection] = [
        SeedSection(
            "feature_flags", make: "POST /experimentation/feature-flags",
            change: "PATCH /experimentation/feature-flags/{id}", of: "experimentation/feature-flags", id: "id",
            names: "name",
            parts: [
                SeedSection(
                    "variations", make: "POST /experimentation/feature-flags/{id}/variations",
                    of: "experimentation/feature-flags/variations", id: "id", names: "name")
            ]),
        SeedSection(
            "segments", make: "POST /experimentation/segments", change: "PATCH /experimentation/segments/{id}",
            of: "experimentation/segments", id: "id", names: "name"),
        SeedSection(
            "experiments", make: "POST /experimentation/experiments",
            change: "PATCH /experimentation/experiments/{id}", of: "experimentation/experiments", id: "id",
            names: "name", references: [.init("feature_flag_id", to: "experimentation/feature-flags")]),
    ]
}
