import HTTPCore
import JSON

/// OpenID Connect discovery and RFC 8414's of the same (authentication reference section 7): every member that a real
/// tenant has unless it was switched on, in its order, also where what it leads to is not served here.
extension AuthenticationResponder {
    private enum Value {
        /// Behind the issuer's scheme and authority.
        case path(String)
        case list([String])
        case flag(Bool)
    }

    /// - Parameter origin: scheme and authority of the request.
    static func discovery(_ origin: String) -> HTTPResponse {
        json(.ok) { writer in
            writer.beginObject()
            for (name, value) in members {
                writer.key(name)
                switch value {
                case .path(let path): writer.string(origin + path)
                case .flag(let flag): writer.bool(flag)
                case .list(let values):
                    writer.strings(values)
                }
            }
            writer.endObject()
        }
    }

    private static let rsa = ["RS256", "RS384", "PS256"]
    private static let clientAuthentication = [
        "client_secret_basic", "client_secret_post", "private_key_jwt", "tls_client_auth",
        "self_signed_tls_client_auth",
    ]

    /// A copy of 2026 (ISSUE, CLIENT). The place of `token_endpoint_auth_signing_alg_values_supported` differs there.
    private static let members: KeyValuePairs<String, Value> = [
        "issuer": .path("/"),
        "authorization_endpoint": .path("/authorize"),
        "token_endpoint": .path("/oauth/token"),
        "device_authorization_endpoint": .path("/oauth/device/code"),
        "userinfo_endpoint": .path("/userinfo"),
        "mfa_challenge_endpoint": .path("/mfa/challenge"),
        "jwks_uri": .path("/.well-known/jwks.json"),
        "registration_endpoint": .path("/oidc/register"),
        "revocation_endpoint": .path("/oauth/revoke"),
        "scopes_supported": .list([
            "openid", "profile", "offline_access", "name", "given_name", "family_name", "nickname", "email",
            "email_verified", "picture", "created_at", "identities", "phone", "address",
        ]),
        "response_types_supported": .list([
            "code", "token", "id_token", "code token", "code id_token", "token id_token", "code token id_token",
        ]),
        "code_challenge_methods_supported": .list(["S256", "plain"]),
        "response_modes_supported": .list(["query", "fragment", "form_post"]),
        "subject_types_supported": .list(["public"]),
        "token_endpoint_auth_methods_supported": .list(clientAuthentication),
        "token_endpoint_auth_signing_alg_values_supported": .list(rsa),
        "claims_supported": .list([
            "aud", "auth_time", "created_at", "email", "email_verified", "exp", "family_name", "given_name", "iat",
            "identities", "iss", "name", "nickname", "phone_number", "picture", "sub",
        ]),
        "request_uri_parameter_supported": .flag(false),
        "request_parameter_supported": .flag(true),
        "id_token_signing_alg_values_supported": .list(["HS256", "RS256", "PS256"]),
        "tls_client_certificate_bound_access_tokens": .flag(true),
        "request_object_signing_alg_values_supported": .list(rsa),
        "backchannel_logout_supported": .flag(true),
        "backchannel_logout_session_supported": .flag(true),
        "end_session_endpoint": .path("/oidc/logout"),
        "backchannel_authentication_endpoint": .path("/bc-authorize"),
        "backchannel_token_delivery_modes_supported": .list(["poll"]),
        "global_token_revocation_endpoint": .path("/oauth/global-token-revocation/connection/{connectionName}"),
        "global_token_revocation_endpoint_auth_methods_supported": .list(["global-token-revocation+jwt"]),
        "dpop_signing_alg_values_supported": .list(["ES256"]),
    ]
}
