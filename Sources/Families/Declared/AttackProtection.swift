import Resources

extension Families {
    /// Reference tenant-settings.md 5. The plan is taken to have every feature.
    static let attackProtection = Family(
        .attackProtection, lacks: "protects nothing: no login is watched, challenged or blocked",
        [
            Resource(
                "attack-protection/bot-detection",
                .singleton(
                    #"{"challenge_password_policy":"never","challenge_passwordless_policy":"never","#
                        + #""challenge_password_reset_policy":"never","allowlist":[],"bot_detection_level":"medium","#
                        + #""monitoring_mode_enabled":false}"#),
                order: .members(
                    "challenge_password_policy challenge_passwordless_policy challenge_password_reset_policy allowlist "
                        + "bot_detection_level monitoring_mode_enabled")),
            captcha,
            Resource(
                "attack-protection/breached-password-detection",
                .singleton(
                    #"{"enabled":false,"shields":[],"admin_notification_frequency":[],"method":"standard","#
                        + #""stage":{"pre-user-registration":{"shields":[]},"pre-change-password":{"shields":[]}}}"#),
                order: .members("enabled shields admin_notification_frequency method stage"),
                nested: ["stage": "pre-user-registration pre-change-password"], patch: .init(deep: "stage"),
                rules: BreachRules()),
            Resource(
                "attack-protection/brute-force-protection",
                .singleton(
                    #"{"enabled":true,"shields":["block","user_notification"],"mode":"count_per_identifier_and_ip","#
                        + #""allowlist":[],"max_attempts":10}"#),
                order: .members("enabled shields mode allowlist max_attempts"),
                rules: ShieldRules("user_notification", "block", putsNewFirst: true)),
            Resource(
                "attack-protection/suspicious-ip-throttling",
                .singleton(
                    #"{"enabled":true,"shields":["admin_notification","block"],"allowlist":[],"stage":{"#
                        + #""pre-login":{"max_attempts":100,"rate":864000},"#
                        + #""pre-user-registration":{"max_attempts":50,"rate":1200},"#
                        + #""pre-custom-token-exchange":{"max_attempts":10,"rate":600000}}}"#),
                order: .members("enabled shields allowlist stage"),
                nested: ["stage": "pre-login pre-user-registration pre-custom-token-exchange"],
                patch: .init(deep: "stage"), rules: ShieldRules("block", "admin_notification", putsNewFirst: false)),
            // INFERRED.
            Resource("attack-protection/phone-provider-protection", .singleton(#"{"type":"default"}"#)),  // RECORDED
        ])

    /// The settings of a provider stay when another one is active.
    private static let captcha = Resource(
        "attack-protection/captcha",
        .singleton(
            #"{"active_provider_id":"auth_challenge","simple_captcha":{},"auth_challenge":{"fail_open":false},"#
                + #""recaptcha_v2":{"site_key":""},"recaptcha_enterprise":{"site_key":"","project_id":""},"#
                + #""hcaptcha":{"site_key":""},"friendly_captcha":{"site_key":""},"arkose":{"site_key":"","#
                + #""client_subdomain":"client-api","verify_subdomain":"verify-api","fail_open":false}}"#),
        order: .members(
            "active_provider_id simple_captcha auth_challenge recaptcha_v2 recaptcha_enterprise hcaptcha "
                + "friendly_captcha arkose"),
        nested: [
            "recaptcha_enterprise": "site_key project_id",
            "arkose": "site_key client_subdomain verify_subdomain fail_open",
        ],
        sealed: [
            "recaptcha_v2.secret", "recaptcha_enterprise.api_key", "hcaptcha.secret", "friendly_captcha.secret",
            "arkose.secret",
        ],
        patch: .init(shallow: "*"))

    /// Reference tenant-settings.md 5.1.
    static let riskAssessments = Family(
        .riskAssessments, lacks: "assesses no login",
        [
            Resource("risk-assessments/settings", .singleton(#"{"enabled":false}"#)),
            Resource("risk-assessments/settings/new-device", .singleton(#"{"remember_for":30}"#)),
        ])

    /// Reference tenant-settings.md 5.1.
    static let supplementalSignals = Family(
        .supplementalSignals, lacks: "passes no signal on",
        [Resource("supplemental-signals", .singleton(#"{"akamai_enabled":false}"#))])
}
