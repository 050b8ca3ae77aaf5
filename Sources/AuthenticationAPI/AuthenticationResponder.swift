import Credentials
import Families
import Ground
package import HTTPCore
import JSON
package import Tenancy
package import Tokens

/// What a client asks for before it manages anything: a token, the keys to check one, and where to find both
/// (actions reference sections 4 and 5).
package struct AuthenticationResponder: Sendable {
    private let keys: TokenKeyStore
    private let names: ServerNames
    private static let lifetimeSeconds: Int64 = 86_400

    /// First segments of the paths that belong here.
    package static let pathPrefixes = ["/oauth/", "/.well-known/"].map { Array($0.utf8) }

    package init(keys: TokenKeyStore, names: ServerNames = ServerNames()) {
        self.keys = keys
        self.names = names
    }

    /// - Returns: nil for a path that is none of these; what is to be asked again while there is no key.
    package func respond(to request: HTTPRequest, for tenant: TenantHandle) -> HTTPResponse? {
        do throws(OAuthError) {
            let method = request.method == .head ? .get : request.method
            switch (method, String(decoding: request.path, as: UTF8.self)) {
            case (.post, "/oauth/token"): return try token(request, tenant)
            case (.get, "/.well-known/jwks.json"): return try keySet(tenant)
            // RFC 8414 has the same document elsewhere (INFERRED).
            case (.get, "/.well-known/openid-configuration"), (.get, "/.well-known/oauth-authorization-server"):
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
        let requester = try requester(asked, clientID, request, tenant)
        let origin = request.scheme.origin(of: request.authority)
        let audience = asked.audience ?? "\(origin)/api/v2/"
        let (scopes, lifetime) = try grant(requester, audience, request, tenant)
        let scope = scopes.joined(separator: " ")
        let token = try signedToken(
            clientID: clientID, audience: audience, issuer: "\(origin)/", scope: scope, lifetime: lifetime, tenant)
        return AuthenticationResponder.json(.ok) { writer in
            writer.beginObject()
            writer.key("access_token")
            writer.string(token)
            if !scope.isEmpty {
                writer.key("scope")
                writer.string(scope)
            }
            writer.key("expires_in")
            writer.integer(Int(lifetime))
            writer.key("token_type")
            writer.string("Bearer")
            writer.endObject()
        }
    }

    /// Who asks: a client registered with the program, one of the tenant's own, or, in lax mode, anybody.
    private enum Requester {
        case registered(RegisteredClient)
        case application(TokenFacts.Application)
        case anybody
    }

    /// What a token for an audience is good for, and for how many seconds.
    ///
    /// A client of the tenant needs a grant in strict mode; in lax mode it gets all of an API where it has none.
    private func grant(
        _ requester: Requester, _ audience: String, _ request: HTTPRequest, _ tenant: TenantHandle
    ) throws(OAuthError) -> (scopes: [String], lifetimeSeconds: Int64) {
        let settings = tenant.settings
        let lifetime = AuthenticationResponder.lifetimeSeconds
        if let api = settings.apis.first(where: { $0.audience == audience }) { return (api.scopes, lifetime) }
        let isManagement = isOurs(audience, path: "/api/v2/", request, tenant)
        let api = tenant.withTenant { tenant in
            isManagement ? TokenFacts.management(tenant) : TokenFacts.api(audience, in: &tenant)
        }
        guard let api else { throw .serviceNotEnabled(audience) }
        switch requester {
        case .registered(let client):
            return (isManagement ? client.scopes ?? api.scopes : api.scopes, api.lifetimeSeconds)
        case .anybody: return (api.scopes, api.lifetimeSeconds)
        case .application(let client):
            let granted = tenant.withTenant { TokenFacts.grantedScopes(client.id, api, in: &$0) }
            guard granted != nil || settings.authentication == .lax else { throw .noClientGrant(audience) }
            return (granted ?? api.scopes, api.lifetimeSeconds)
        }
    }

    /// Whether an address is one of this server's.
    private func isOurs(_ address: String, path: String, _ request: HTTPRequest, _ tenant: TenantHandle) -> Bool {
        names.areSame(
            Authority.host(of: address, path: path), Authority.host(of: request.authority), tenant: tenant.name)
    }

    /// An assertion is verified by the client's keys; where it has none, there is nothing to hold it against, and lax
    /// mode takes it.
    private func requester(
        _ asked: TokenRequest, _ clientID: String, _ request: HTTPRequest, _ tenant: TenantHandle
    ) throws(OAuthError) -> Requester {
        let settings = tenant.settings
        let isLax = settings.authentication == .lax
        if let client = settings.clients.first(where: { $0.id == clientID }) {
            guard isWelcome(asked, client.secret, client.keys, isLax, clientID, request, tenant) else {
                throw .unauthorized
            }
            return .registered(client)
        }
        if let application = tenant.withTenant({ TokenFacts.application(clientID, in: &$0) }) {
            let isKnown = isWelcome(
                asked, application.secret.map { SecretValue($0) }, application.keys, isLax, clientID, request, tenant)
            guard isKnown, !application.isPublic else { throw .unauthorized }
            guard application.grantTypes.contains("client_credentials") else {
                throw .grantNotAllowed("client_credentials")
            }
            return .application(application)
        }
        // Registered clients, or strict mode, leave no room for strangers.
        guard settings.clients.isEmpty, isLax, asked.clientSecret != nil || asked.clientAssertion != nil else {
            throw .unauthorized
        }
        return .anybody
    }

    private func isWelcome(
        _ asked: TokenRequest, _ secret: SecretValue?, _ keys: [[UInt8]], _ isLax: Bool, _ clientID: String,
        _ request: HTTPRequest, _ tenant: TenantHandle
    ) -> Bool {
        guard let assertion = asked.clientAssertion else {
            return asked.clientSecret.map { secret == SecretValue($0) } ?? false
        }
        return keys.isEmpty ? isLax : isSigned(assertion, by: clientID, keys, for: request, tenant)
    }

    /// RFC 7523 section 3: issuer and subject are the client, the audience is this server, and it has not expired.
    private func isSigned(
        _ assertion: String, by clientID: String, _ keys: [[UInt8]], for request: HTTPRequest, _ tenant: TenantHandle
    ) -> Bool {
        let claims = try? JSONWebToken.verify(
            assertion, keys: { _ in keys.compactMap(PublicKey.init(pem:)) },
            JSONWebToken.Expectation(
                issuer: { $0 == clientID },
                audience: { audience in
                    ["/", "/oauth/token"].contains { isOurs(audience, path: $0, request, tenant) }
                },
                nowUnixSeconds: tenant.world.now().nanoseconds / 1_000_000_000))
        return claims?.string("sub") == clientID
    }

    /// Claims as a real token of today has them, in its order (authentication reference section 7: ISSUE, 2025).
    private func signedToken(
        clientID: String, audience: String, issuer: String, scope: String, lifetime: Int64,
        _ tenant: TenantHandle
    ) throws(OAuthError) -> String {
        let now = tenant.world.now().nanoseconds / 1_000_000_000
        guard let key = try signingKeys(tenant).first else { throw .noKey }
        do throws(CredentialError) {
            return try JSONWebToken.sign(with: key.key, keyID: key.id) { writer in
                for (name, value) in [
                    ("iss", issuer), ("sub", "\(clientID)@clients"), ("aud", audience),
                ] {
                    writer.key(name)
                    writer.string(value)
                }
                writer.key("iat")
                writer.integer(Int(now))
                writer.key("exp")
                writer.integer(Int(now + lifetime))
                for (name, value) in [("scope", scope), ("gty", "client-credentials"), ("azp", clientID)]
                where !value.isEmpty {
                    writer.key(name)
                    writer.string(value)
                }
            }
        } catch {
            throw .noKey
        }
    }

    /// The tenant's keys, the one that signs first.
    ///
    /// - Throws: `keyNotYet` while there is none.
    private func signingKeys(_ tenant: TenantHandle) throws(OAuthError) -> [TenantKey] {
        do throws(CredentialError) {
            if let keys = try keys.keys(of: tenant) { return keys }
        } catch {
            throw .noKey
        }
        throw .keyNotYet
    }

    /// RFC 7517 section 5; members in the order of copies since 2021 (ISSUE). Clients' own examples read `x5c[0]`.
    private func keySet(_ tenant: TenantHandle) throws(OAuthError) -> HTTPResponse {
        let keys = try signingKeys(tenant)
        return AuthenticationResponder.json(.ok) { writer in
            writer.beginObject()
            writer.key("keys")
            writer.beginArray()
            for key in keys {
                guard let certificate = key.key.certificate(tenant: tenant.name)?.der else { continue }
                writer.beginObject()
                for (name, value) in [
                    ("kty", "RSA"), ("use", "sig"),
                    ("n", String(decoding: Base64URL.encode(key.key.modulus), as: UTF8.self)),
                    ("e", String(decoding: Base64URL.encode(key.key.exponent), as: UTF8.self)), ("kid", key.id),
                    ("x5t", String(decoding: Base64URL.encode(MessageDigest.sha1.of(certificate)), as: UTF8.self)),
                ] {
                    writer.key(name)
                    writer.string(value)
                }
                writer.key("x5c")
                writer.beginArray()
                writer.string(String(decoding: Base64URL.encodeStandard(certificate), as: UTF8.self))
                writer.endArray()
                writer.key("alg")
                writer.string("RS256")
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
