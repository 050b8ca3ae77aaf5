import Resources

extension Families {
    /// Reference tenant-settings.md 6.
    static let guardian = Family(
        .guardian, lacks: "asks for no factor, enrolls nobody and sends nothing",
        factorDocuments + [policies, GuardianActs.factors],
        acts: [
            "get_factors": GuardianActs.listFactors,
            "put_factors_by_name": GuardianActs.putFactor,
            "post_ticket": GuardianActs.makeTicket,
            "get_enrollments_by_id": GuardianActs.readEnrollment,
            "delete_enrollments_by_id": GuardianActs.removeEnrollment,
            "get_guardian_phone_providers": GuardianActs.phone("selected-provider", .read),
            "put_phone_providers": GuardianActs.phone("selected-provider", .put),
            "get_sms_providers": GuardianActs.phone("selected-provider", .read),
            "put_sms_providers": GuardianActs.phone("selected-provider", .put),
            "get_phone_twilio_factor_provider": GuardianActs.phone("providers/twilio", .read),
            "put_twilio": GuardianActs.phone("providers/twilio", .put),
            "get_sms_twilio_factor_provider": GuardianActs.phone("providers/twilio", .read),
            "put_sms_twilio_factor_provider": GuardianActs.phone("providers/twilio", .put),
            "get_factor_phone_templates": GuardianActs.phone("templates", .read),
            "put_factor_phone_templates": GuardianActs.phone("templates", .put),
            "get_factor_sms_templates": GuardianActs.phone("templates", .read),
            "put_factor_sms_templates": GuardianActs.phone("templates", .put),
        ], secrets: ["ticket_id", "ticket_url"])

    /// A bare array.
    private static let policies = Resource("guardian/policies", .singleton("[]"))

    /// Where no evidence stands, RECORDED.
    private static let factorDocuments = [
        Resource(
            "guardian/settings",
            .singleton(
                #"{"display_remember_me_checkbox":true,"remember_me_default_value":false,"#
                    + #""mfa_session_inactivity_timeout":604800,"mfa_session_overall_timeout":2592000}"#),  // INFERRED
            order: .members(
                "display_remember_me_checkbox remember_me_default_value mfa_session_inactivity_timeout "
                    + "mfa_session_overall_timeout"),
            rules: EchoRules()),
        factor("phone/message-types", "message_types", #"{"message_types":[]}"#),
        factor("phone/selected-provider", "provider", #"{"provider":"auth0"}"#),
        factor(
            "phone/providers/twilio", "auth_token sid from messaging_service_sid", "{}",
            adds: #"{"messaging_service_sid":null}"#, secrets: ["auth_token"]),
        Resource(
            "guardian/factors/phone/templates", .keyed(unset: ""),  // SPEC
            order: .members("enrollment_message verification_message"), rules: EchoRules()),
        // INFERRED.
        factor("phone/settings", "otp_length otp_expiration_time", #"{"otp_length":6,"otp_expiration_time":300}"#),
        factor("email/settings", "otp_length otp_expiration_time", #"{"otp_length":6,"otp_expiration_time":300}"#),
        factor("duo/settings", "ikey skey host", "{}", secrets: ["skey"]),
        factor("push-notification/selected-provider", "provider", #"{"provider":"guardian"}"#),
        factor(
            "push-notification/providers/sns",
            "aws_access_key_id aws_region sns_apns_platform_application_arn sns_gcm_platform_application_arn", "{}",
            sealed: ["aws_secret_access_key"]),
        factor(
            "push-notification/providers/apns", "bundle_id sandbox enabled", #"{"enabled":false}"#,
            adds: #"{"enabled":true}"#, sealed: ["p12"], rules: EchoRules(without: "p12")),
        factor(
            "push-notification/providers/fcm", "", "{}", sealed: ["server_key"], rules: EchoRules(without: "server_key")
        ),
        factor(
            "push-notification/providers/fcmv1", "", "{}", sealed: ["server_credentials"],
            rules: EchoRules(without: "server_credentials")),
        factor(
            "webauthn-roaming/settings", "userVerification overrideRelyingParty",
            #"{"userVerification":"discouraged","overrideRelyingParty":false}"#,
            adds: #"{"overrideRelyingParty":false}"#),
        factor("webauthn-platform/settings", "overrideRelyingParty", #"{"overrideRelyingParty":false}"#),
    ]

    /// - Parameters:
    ///   - order: of a GET.
    ///   - unset: what a new tenant shows.
    ///   - adds: what shows beside the members that were put.
    private static func factor(
        _ path: String, _ order: String, _ unset: String, adds: String = "{}", sealed: [String] = [],
        secrets: [String] = [], rules: EchoRules = EchoRules()
    ) -> Resource {
        Resource(
            "guardian/factors/" + path, .keyed(unset: unset), order: .members(order), defaults: [.init(adds)],
            sealed: sealed, secrets: secrets, rules: rules)
    }
}
