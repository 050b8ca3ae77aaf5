package import JSON

/// An event of each trigger that can be run, of our own making (actions runtime reference 5).
package enum Samples {
    private static let files = [
        ("credentials-exchange", PackageResources.credentials_exchange_json),
        ("custom-email-provider", PackageResources.custom_email_provider_json),
        ("custom-phone-provider", PackageResources.custom_phone_provider_json),
        ("custom-token-exchange", PackageResources.custom_token_exchange_json),
        ("event-stream", PackageResources.event_stream_json),
        ("login-post-identifier", PackageResources.login_post_identifier_json),
        ("password-reset-post-challenge", PackageResources.password_reset_post_challenge_json),
        ("post-change-password", PackageResources.post_change_password_json),
        ("post-login", PackageResources.post_login_json),
        ("post-user-registration", PackageResources.post_user_registration_json),
        ("pre-user-registration", PackageResources.pre_user_registration_json),
        ("send-phone-message", PackageResources.send_phone_message_json),
    ]

    /// - Returns: nil for a trigger that has none, and is not run.
    package static func named(_ trigger: String) -> JSONTree? {
        files.first { $0.0 == trigger }.map { JSONTree(bytes: $0.1) }
    }

    package static var triggers: [String] { files.map(\.0) }
}
