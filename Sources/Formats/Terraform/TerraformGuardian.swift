import JSON

/// The type `guardian`, which puts together what has many operations here.
enum TerraformGuardian {
    private static let factors = "/guardian/factors/"

    static let parts = [
        ("policies", "/guardian/policies"), ("factors", "/guardian/factors"),
        ("message_types", factors + "phone/message-types"), ("phone_provider", factors + "phone/selected-provider"),
        ("twilio", factors + "phone/providers/twilio"), ("templates", factors + "phone/templates"),
        ("custom_app", "/prompts/mfa-push"), ("push_provider", factors + "push-notification/selected-provider"),
        ("sns", factors + "push-notification/providers/sns"),
        ("apns", factors + "push-notification/providers/apns"),
        ("fcm", factors + "push-notification/providers/fcm"), ("duo", factors + "duo/settings"),
        ("webauthn-roaming", factors + "webauthn-roaming/settings"),
        ("webauthn-platform", factors + "webauthn-platform/settings"), ("settings", "/guardian/settings"),
    ]

    static let shown: @Sendable (JSONTree) -> JSONTree? = { parts in
        let factors = parts["factors"]?.items ?? []
        let enabled = Set(
            factors.filter { $0["enabled"]?.bool == true }.compactMap { $0["name"]?.string })
        var guardian: JSONTree = ["policy": parts["policies"]?.items?.first ?? "never"]
        for (factor, attribute) in [("email", "email"), ("otp", "otp"), ("recovery-code", "recovery_code")] {
            guardian[attribute] = .bool(enabled.contains(factor))
        }
        for name in ["webauthn-roaming", "webauthn-platform"] where parts[name] != nil || enabled.contains(name) {
            var block = parts[name] ?? .emptyObject
            block["enabled"] = .bool(enabled.contains(name))
            guardian[name == "webauthn-roaming" ? "webauthn_roaming" : "webauthn_platform"] = block
        }
        let phone = ["message_types", "phone_provider", "twilio", "templates"]
        if enabled.contains("sms") || phone.contains(where: { parts[$0] != nil }) {
            var block: JSONTree = ["enabled": .bool(enabled.contains("sms"))]
            block["message_types"] = parts["message_types"]?["message_types"] ?? ["sms"]
            block["provider"] = parts["phone_provider"]?["provider"] ?? "auth0"
            var options = parts["twilio"] ?? .emptyObject
            options.merge(parts["templates"] ?? .emptyObject, .shallow)
            if options.members?.isEmpty == false { block["options"] = options }
            guardian["phone"] = block
        }
        let push = [
            ("custom_app", "custom_app"), ("sns", "amazon_sns"), ("apns", "direct_apns"), ("fcm", "direct_fcm"),
        ]
        if enabled.contains("push-notification") || parts["push_provider"] != nil
            || push.contains(where: { parts[$0.0] != nil })
        {
            var block: JSONTree = ["enabled": .bool(enabled.contains("push-notification"))]
            block["provider"] = parts["push_provider"]?["provider"] ?? "guardian"
            for (part, name) in push { block[name] = parts[part] }
            guardian["push"] = block
        }
        if enabled.contains("duo") || parts["duo"] != nil {
            var block = parts["duo"] ?? .emptyObject
            block["enabled"] = .bool(enabled.contains("duo"))
            guardian["duo"] = block
        }
        guardian["settings"] = parts["settings"]
        return guardian
    }
}
