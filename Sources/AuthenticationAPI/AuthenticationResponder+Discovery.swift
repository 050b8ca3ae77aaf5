import HTTPCore
import JSON

/// OpenID Connect discovery (DOCS sample; actions reference section 5). Only token and key endpoints are served.
extension AuthenticationResponder {
    /// - Parameter origin: scheme and authority of the request.
    static func discovery(_ origin: String) -> HTTPResponse {
        json(.ok) { writer in
            writer.beginObject()
            for (name, path) in endpoints {
                writer.key(name)
                writer.string(origin + path)
            }
            for (name, values) in lists {
                writer.key(name)
                writer.beginArray()
                for value in values { writer.string(value) }
                writer.endArray()
            }
            writer.endObject()
        }
    }

    private static let endpoints = [
        ("issuer", "/"), ("authorization_endpoint", "/authorize"), ("token_endpoint", "/oauth/token"),
        ("device_authorization_endpoint", "/oauth/device/code"), ("userinfo_endpoint", "/userinfo"),
        ("mfa_challenge_endpoint", "/mfa/challenge"), ("jwks_uri", "/.well-known/jwks.json"),
        ("registration_endpoint", "/oidc/register"), ("revocation_endpoint", "/oauth/revoke"),
    ]

    private static let lists = [
        ("scopes_supported", ["openid", "profile", "offline_access", "email"]),
        ("response_types_supported", ["code", "token", "id_token", "code token", "code id_token"]),
        ("code_challenge_methods_supported", ["S256", "plain"]),
        ("response_modes_supported", ["query", "fragment", "form_post"]),
        ("subject_types_supported", ["public"]),
        ("id_token_signing_alg_values_supported", ["HS256", "RS256", "PS256"]),
        (
            "token_endpoint_auth_methods_supported",
            ["client_secret_basic", "client_secret_post", "private_key_jwt"]
        ),
        ("claims_supported", ["aud", "exp", "iat", "iss", "sub"]),
    ]
}
