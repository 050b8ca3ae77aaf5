import Credentials
package import HTTPCore
import JSON
import Routing
package import Tenancy
package import Tokens

/// What a client asks for before it manages anything: a token, the keys to check one, and where to find both
/// (actions reference sections 4 and 5).
package struct AuthenticationResponder: Sendable {
    private let keys: TokenKeyStore
    private static let lifetimeSeconds: Int64 = 86_400

    /// First segments of the paths that belong here.
    package static let pathPrefixes = ["/oauth/", "/.well-known/"].map { Array($0.utf8) }

    package init(keys: TokenKeyStore) {
        self.keys = keys
    }

    /// - Returns: nil for a path that is none of these.
    package func respond(to request: HTTPRequest, for tenant: TenantHandle) -> HTTPResponse? {
        do throws(OAuthError) {
            switch (request.method, String(decoding: request.path, as: UTF8.self)) {
            case (.post, "/oauth/token"): return try token(request, tenant)
            case (.get, "/.well-known/jwks.json"), (.head, "/.well-known/jwks.json"): return try keySet(tenant)
            case (.get, "/.well-known/openid-configuration"), (.head, "/.well-known/openid-configuration"):
                return AuthenticationResponder.discovery(request.scheme.origin(of: request.authority))
            default: return nil
            }
        } catch {
            return error.response
        }
    }

    /// The client credentials grant (RFC 6749 section 4.4).
    private func token(_ request: HTTPRequest, _ tenant: TenantHandle) throws(OAuthError) -> HTTPResponse {
        let asked = try TokenRequest(request)
        guard let grantType = asked.grantType, !grantType.isEmpty else {
            throw .invalidRequest("Missing required parameter: grant_type")
        }
        guard grantType == "client_credentials" else { throw .unsupportedGrant(grantType) }
        guard let clientID = asked.clientID, !clientID.isEmpty else {
            throw .invalidRequest("Missing required parameter: client_id")
        }
        let scopes = try grantedScopes(asked, clientID, request, tenant)
        let origin = request.scheme.origin(of: request.authority)
        let audience = asked.audience ?? "\(origin)/api/v2/"
        guard Authority.host(of: audience, path: "/api/v2/") == Authority.host(of: request.authority) else {
            throw .unknownService(audience)
        }
        let scope = scopes.joined(separator: " ")
        let token = try signedToken(
            clientID: clientID, audience: audience, issuer: "\(origin)/", scope: scope, tenant)
        return AuthenticationResponder.json(.ok) { writer in
            writer.beginObject()
            writer.key("access_token")
            writer.string(token)
            if !scope.isEmpty {
                writer.key("scope")
                writer.string(scope)
            }
            writer.key("expires_in")
            writer.integer(Int(AuthenticationResponder.lifetimeSeconds))
            writer.key("token_type")
            writer.string("Bearer")
            writer.endObject()
        }
    }

    /// Without registered clients everybody gets a token who names a secret. An assertion is verified by the client's
    /// keys; where it has none, there is nothing to hold it against, and lax mode takes it.
    private func grantedScopes(
        _ asked: TokenRequest, _ clientID: String, _ request: HTTPRequest, _ tenant: TenantHandle
    ) throws(OAuthError) -> [String] {
        let settings = tenant.settings
        let client = settings.clients.first { $0.id == clientID }
        guard client != nil || settings.clients.isEmpty else { throw .unauthorized }
        let isLax = settings.authentication == .lax
        let isWelcome =
            switch (asked.clientAssertion, client?.keys ?? []) {
            case (nil, _): asked.clientSecret.map { client == nil || client?.secret == SecretValue($0) } ?? false
            case (_?, let keys) where keys.isEmpty: isLax
            case (let assertion?, let keys):
                isSigned(assertion, by: clientID, keys, for: request, at: tenant.world.now())
            }
        guard isWelcome else { throw .unauthorized }
        return client?.scopes ?? RegisteredClient.allScopes
    }

    /// RFC 7523 section 3: issuer and subject are the client, the audience is this server, and it has not expired.
    private func isSigned(
        _ assertion: String, by clientID: String, _ keys: [[UInt8]], for request: HTTPRequest, at now: Instant
    ) -> Bool {
        let host = Authority.host(of: request.authority)
        let claims = try? JSONWebToken.verify(
            assertion, keys: { _ in keys.compactMap(PublicKey.init(pem:)) },
            JSONWebToken.Expectation(
                issuer: { $0 == clientID },
                audience: { audience in
                    ["/", "/oauth/token"].contains { Authority.host(of: audience, path: $0) == host }
                },
                nowUnixSeconds: now.nanoseconds / 1_000_000_000))
        return claims?.string("sub") == clientID
    }

    /// Claims as a real token has them (actions reference section 4).
    private func signedToken(
        clientID: String, audience: String, issuer: String, scope: String, _ tenant: TenantHandle
    ) throws(OAuthError) -> String {
        let now = tenant.world.now().nanoseconds / 1_000_000_000
        do throws(CredentialError) {
            guard let current = try keys.keys(of: tenant).first else { throw CredentialError("there is no key") }
            return try JSONWebToken.sign(with: current.key, keyID: current.id) { writer in
                for (name, value) in [
                    ("iss", issuer), ("sub", "\(clientID)@clients"), ("aud", audience),
                ] {
                    writer.key(name)
                    writer.string(value)
                }
                writer.key("iat")
                writer.integer(Int(now))
                writer.key("exp")
                writer.integer(Int(now + AuthenticationResponder.lifetimeSeconds))
                for (name, value) in [("azp", clientID), ("scope", scope), ("gty", "client-credentials")]
                where !value.isEmpty {
                    writer.key(name)
                    writer.string(value)
                }
            }
        } catch {
            throw .noKey
        }
    }

    /// RFC 7517 section 5.
    private func keySet(_ tenant: TenantHandle) throws(OAuthError) -> HTTPResponse {
        guard let keys = try? keys.keys(of: tenant) else { throw .noKey }
        return AuthenticationResponder.json(.ok) { writer in
            writer.beginObject()
            writer.key("keys")
            writer.beginArray()
            for key in keys {
                writer.beginObject()
                for (name, value) in [
                    ("alg", "RS256"), ("kty", "RSA"), ("use", "sig"),
                    ("n", String(decoding: Base64URL.encode(key.key.modulus), as: UTF8.self)),
                    ("e", String(decoding: Base64URL.encode(key.key.exponent), as: UTF8.self)), ("kid", key.id),
                ] {
                    writer.key(name)
                    writer.string(value)
                }
                writer.endObject()
            }
            writer.endArray()
            writer.endObject()
        }
    }

    /// Tokens and their like must not be kept (RFC 6749 section 5.1). No charset (RECORDED).
    static func json(_ status: HTTPStatus, _ write: (inout JSONWriter) -> Void) -> HTTPResponse {
        var writer = JSONWriter()
        write(&writer)
        return HTTPResponse(
            status: status,
            fields: [
                HTTPField("content-type", "application/json"), HTTPField("cache-control", "no-store"),
                HTTPField("pragma", "no-cache"),
            ],
            body: writer.finish())
    }
}
