import Ground
import AuthenticationAPI
import Credentials
import Families
import HTTPCore
import JSON
import ManagementAPI
import Tenancy
import TestSupport
import Testing
import Tokens

/// From credentials to a token to what it opens, in both modes.
@Suite struct TokenTests {
    private static let keys: TokenKeyStore = {
        let keys = TokenKeyStore()
        // Now, while one alone asks.
        _ = try? keys.key()
        return keys
    }()
    private let world = ManualWorld()
    private let directory: TenantDirectory
    private let authentication: AuthenticationResponder
    private let management: ManagementResponder

    init() {
        var settings = TenantSettings()
        settings.authentication = .strict
        settings.clients = [RegisteredClient(id: "me", secret: SecretValue("s"))]
        directory = TenantDirectory(
            start: Tenant(settings: settings), world: world.world, initialDocuments: Families.initialDocuments)
        authentication = AuthenticationResponder(keys: Self.keys)
        management = ManagementResponder(keys: Self.keys)
    }

    private func tenant(_ name: String = "default") throws -> TenantHandle { try directory.tenant(named: name) }

    private func ask(
        _ body: String, type: String = "application/x-www-form-urlencoded", fields: [(String, String)] = [],
        tenant name: String = "default", host: String = "localhost:4664"
    ) throws -> HTTPResponse {
        var request = TestRequest.make(.post, "/oauth/token", body, fields: [("Content-Type", type)] + fields)
        request.authority = host
        return try #require(authentication.respond(to: request, for: tenant(name)))
    }

    private static let form = "grant_type=client_credentials&client_id=me&client_secret=s"

    private func token(tenant name: String = "default") throws -> String {
        try #require(try ask(Self.form, tenant: name).json["access_token"]?.string)
    }

    private func list(
        _ token: String, tenant name: String = "default", host: String = "localhost:4664",
        method: HTTPMethod = .get, body: String? = nil
    ) throws -> HTTPResponse {
        var request = TestRequest.make(
            method, "/api/v2/actions/modules", body, fields: [("Authorization", "Bearer \(token)")])
        request.authority = host
        return management.respond(to: request, for: try tenant(name))
    }

    @Test(arguments: [
        ("application/x-www-form-urlencoded", TokenTests.form + "&audience=https%3A%2F%2FLOCALHOST%2Fapi%2Fv2%2F&x=y"),
        ("application/json", #"{"grant_type":"client_credentials","client_id":"me","client_secret":"s"}"#),
        (
            "application/json; charset=utf-8",
            #"{"grant_type":"client_credentials","client_id":"me","client_secret":"s","#
                + #""audience":"http://localhost:1/api/v2/"}"#
        ),
    ])
    func `a form or JSON gets a token for this server in whatever scheme and port`(type: String, body: String) throws {
        let answer = try ask(body, type: type)
        #expect(answer.status == .ok)
        #expect(answer.json.keys == ["access_token", "scope", "expires_in", "token_type"])
        #expect(answer.json["expires_in"]?.number?.int == 86_400)
        #expect(answer.value(of: "content-type") == "application/json")
        #expect(answer.value(of: "cache-control") == "no-store")
        #expect(try list(try #require(answer.json["access_token"]?.string)).status == .ok)
    }

    @Test func `a tenant's own keys sign, show and verify until they are revoked`() throws {
        let own = try tenant("own")
        let pem = String(decoding: try SigningKey.make().pem, as: UTF8.self)
        keep(pem, isRevoked: false, in: own)
        let token = try token(tenant: "own")
        #expect(try list(token, tenant: "own").status == .ok)
        let keys = try #require(
            authentication.respond(to: TestRequest.make(.get, "/.well-known/jwks.json"), for: own))
        #expect(keys.json["keys"]?.items?.compactMap { $0["kid"]?.string } == ["k1"])
        keep(pem, isRevoked: true, in: own)
        #expect(try list(token, tenant: "own").status == .unauthorized)
    }

    private func keep(_ pem: String, isRevoked: Bool, in tenant: TenantHandle) {
        var sealed = JSONWriter()
        sealed.beginObject()
        sealed.key("private_key")
        sealed.string(pem)
        sealed.endObject()
        let document = Document(
            id: "k1", text: Array(#"{"kid":"k1","current":true,"revoked":\#(isRevoked)}"#.utf8),
            sealed: sealed.finish(),
            createdAt: Instant(nanoseconds: 0))
        tenant.withTenant { tenant in
            tenant.counters[TokenKeyStore.table, default: 0] += 1
            tenant.withTable(TokenKeyStore.table) { table in
                if table.replace(document) == nil { table.append(document) }
            }
        }
    }

    @Test func `credentials may come as Basic, or as an assertion`() throws {
        let basic = ("Authorization", "Basic bWU6cyUyQng=")
        try tenant().withTenant {
            $0.settings.clients = [RegisteredClient(id: "me", secret: SecretValue("s+x"))]
        }
        #expect(try ask("grant_type=client_credentials", fields: [basic]).status == .ok)
        let key = try #require(try Self.keys.key())
        let assertion = try JSONWebToken.sign(with: key, keyID: "theirs") { writer in
            writer.key("sub")
            writer.string("me")
        }
        let type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
        let body = "grant_type=client_credentials&client_assertion=\(assertion)&client_assertion_type="
        #expect(try ask(body + type).status == .unauthorized, "nobody verifies it, so strict does not take it")
        try tenant().withTenant { $0.settings.authentication = .lax }
        #expect(try ask(body + type).status == .ok)
        #expect(try ask(body + type + "&client_id=you").status == .unauthorized)
        #expect(try ask(body + "urn:x").json["error"]?.string == "invalid_request")
    }

    @Test(arguments: [
        ("", 400, "invalid_request", "Missing required parameter: grant_type"),
        ("grant_type=password&client_id=me", 403, "unsupported_grant_type", "Unsupported grant type: password"),
        ("grant_type=client_credentials", 400, "invalid_request", "Missing required parameter: client_id"),
        ("grant_type=client_credentials&client_id=me", 401, "access_denied", "Unauthorized"),
        (
            TokenTests.form + "&audience=https://elsewhere/api/v2/", 403, "access_denied",
            "Service not enabled within domain: https://elsewhere/api/v2/"
        ),
        (
            TokenTests.form + "&audience=https://my-api.example/", 403, "access_denied",
            "Service not enabled within domain: https://my-api.example/"
        ),
        ("%zz", 400, "invalid_request", "The content is not a form."),
    ])
    func `an error has OAuth's form`(body: String, status: Int, error: String, description: String) throws {
        let answer = try ask(body)
        #expect(answer.status.code == status)
        #expect(answer.text == #"{"error":"\#(error)","error_description":"\#(description)"}"#)
    }

    @Test func `the tenant's own clients get tokens for its APIs, by their grants`() throws {
        func send(_ path: String, _ body: String) throws -> JSONValue {
            let request = TestRequest.make(.post, "/api/v2/" + path, body)
            return management.respond(to: request, for: try tenant(), isInside: true).json
        }
        let client = try send("clients", #"{"name":"m2m","app_type":"non_interactive"}"#)
        let (id, secret) = (client.string("client_id") ?? "", client.string("client_secret") ?? "")
        let scopes = #"[{"value":"read:tea"},{"value":"drink:tea"}]"#
        let api = #"{"identifier":"https://tea/","scopes":\#(scopes),"token_lifetime":60}"#
        #expect(try send("resource-servers", api).string("identifier") == "https://tea/")
        let form = "grant_type=client_credentials&audience=https://tea/&client_id=\(id)&client_secret="
        #expect(try ask(form + "wrong").status == .unauthorized)
        let refused = try ask(form + secret)
        #expect(refused.status == .forbidden && refused.text.contains("client-grant"))
        let grant = #"{"client_id":"\#(id)","audience":"https://tea/","scope":["read:tea"]}"#
        #expect(try send("client-grants", grant).string("id")?.hasPrefix("cgr_") == true)
        let answer = try ask(form + secret).json
        #expect(answer.string("scope") == "read:tea" && answer["expires_in"]?.number?.int == 60)
        try tenant().withTenant { $0.settings.clients = [] }
        let stranger = "grant_type=client_credentials&client_id=nobody&client_secret=s"
        #expect(try ask(stranger).status == .unauthorized)
        try tenant().withTenant { $0.settings.authentication = .lax }
        #expect(try ask(stranger).status == .ok)
    }

    @Test func `registered clients need their secret and get their scopes`() throws {
        try tenant().withTenant {
            $0.settings.clients = [RegisteredClient(id: "me", secret: SecretValue("s"), scopes: ["read:actions"])]
        }
        #expect(try ask("grant_type=client_credentials&client_id=me&client_secret=wrong").status == .unauthorized)
        #expect(try ask("grant_type=client_credentials&client_id=you&client_secret=s").status == .unauthorized)
        let token = try token()
        #expect(try list(token).status == .ok)
        let refused = try list(token, method: .post, body: #"{"name":"a","code":"x"}"#)
        #expect(
            refused.text
                == #"{"statusCode":403,"error":"Forbidden","message":"Insufficient scope, expected any of: "#
                + #"create:actions","errorCode":"insufficient_scope"}"#)
    }

    @Test func `the token has the recorded claims and is signed by the key of the set`() throws {
        let token = try token()
        let key = try #require(try Self.keys.key())
        let claims = try JSONWebToken.verify(
            token, keys: { $0.keyID == TokenKeyStore.keyID(key, tenant: "default") ? [key.publicKey] : [] },
            JSONWebToken.Expectation(issuer: { _ in true }, audience: { _ in true }, nowUnixSeconds: 1_771_259_761))
        #expect(claims.keys == ["iss", "sub", "aud", "iat", "exp", "scope", "gty", "azp"])
        #expect(claims["iss"]?.string == "http://localhost:4664/")
        #expect(claims["sub"]?.string == "me@clients")
        #expect(claims["aud"]?.string == "http://localhost:4664/api/v2/")
        let request = TestRequest.make(.get, "/.well-known/jwks.json", nil, fields: [])
        let set = try #require(authentication.respond(to: request, for: tenant())).json
        let entry = try #require(set["keys"]?.list.first)
        #expect(entry.keys == ["kty", "use", "n", "e", "kid", "x5t", "x5c", "alg"])
        #expect(entry["e"]?.string == "AQAB")
        #expect(entry["n"]?.string.flatMap { Base64URL.decode($0.utf8) } == key.modulus)
        let certificate = try #require(key.certificate(tenant: "default")).der
        #expect(
            entry["x5c"]?.list.map(\.string) == [String(decoding: Base64URL.encodeStandard(certificate), as: UTF8.self)]
        )
        #expect(entry["x5t"]?.string?.utf8.count == 27)
        #expect(try authentication.respond(to: request, for: tenant())?.json == set)
    }

    @Test(arguments: ["/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"])
    func `discovery follows the request's host and scheme`(path: String) throws {
        var request = TestRequest.make(.get, path, nil, fields: [])
        request.authority = "acme.localhost:1"
        request.scheme = .https
        let answer = try #require(authentication.respond(to: request, for: tenant())).json
        #expect(answer["issuer"]?.string == "https://acme.localhost:1/")
        #expect(answer["token_endpoint"]?.string == "https://acme.localhost:1/oauth/token")
        #expect(answer["jwks_uri"]?.string == "https://acme.localhost:1/.well-known/jwks.json")
        // Validators refuse a document that has `private_key_jwt` without it (RFC 8414 section 2).
        let algorithms = answer["token_endpoint_auth_signing_alg_values_supported"]?.list.map(\.string)
        #expect(algorithms == ["RS256", "RS384", "PS256"])
        #expect(answer.keys.count == 30 && answer["request_parameter_supported"]?.bool == true)
    }

    @Test func `an API that the tenant has gets tokens of its own, which open nothing else`() throws {
        try tenant().withTenant {
            $0.settings.apis = [RegisteredAPI(audience: "https://my-api.example/", scopes: ["read:tea", "drink"])]
        }
        let answer = try ask(Self.form + "&audience=https://my-api.example/")
        #expect(answer.json["scope"]?.string == "read:tea drink")
        let token = try #require(answer.json["access_token"]?.string)
        let refused = try list(token)
        #expect(refused.json["message"]?.string == "Invalid token")
        #expect(refused.explanation?.field == "aud")
        #expect(refused.explanation?.constraint?.hasPrefix("is https://my-api.example/, must be /api/v2/") == true)
        // Exactly: another spelling is another API.
        #expect(try ask(Self.form + "&audience=https://my-api.example").status == .forbidden)
        #expect(try ask(Self.form + "&audience=https://my-api.example/", tenant: "other").status == .forbidden)
    }

    @Test func `a token for one name of the server is good at its others, and asked for by them`() throws {
        let token = try token()
        for host in ["127.0.0.1:4664", "[::1]", "localhost:1", "default.localhost"] {
            #expect(try list(token, host: host).status == .ok)
            let body = Self.form + "&audience=https://\(host)/api/v2/"
            #expect(try ask(body).status == .ok)
        }
        let refused = try list(token, host: "elsewhere")
        #expect(refused.status == .unauthorized && refused.explanation?.field == "iss")
        #expect(try list(token, host: "other.localhost").status == .unauthorized, "it leads to another tenant")
    }

    @Test func `while there is no key, whoever needs it is to ask again, and nobody else`() throws {
        let keys = TokenKeyStore(run: { _ in })
        let authentication = AuthenticationResponder(keys: keys)
        let management = ManagementResponder(keys: keys)
        let request = TestRequest.make(.get, "/.well-known/jwks.json", nil, fields: [])
        let answer = try #require(authentication.respond(to: request, for: tenant()))
        #expect(answer.deliveryFault === DeliveryFault.askAgain && answer.status == .serviceUnavailable)
        func list(_ token: String) throws -> HTTPResponse {
            management.respond(
                to: TestRequest.make(
                    .get, "/api/v2/actions/modules", nil, fields: [("Authorization", "Bearer \(token)")]),
                for: try tenant())
        }
        #expect(try list(token()).deliveryFault === DeliveryFault.askAgain)
        #expect(try list("insecure").status == .badRequest)
        #expect(try list(token(tenant: "other")).status == .unauthorized)
        let discovery = TestRequest.make(.get, "/.well-known/openid-configuration", nil, fields: [])
        #expect(authentication.respond(to: discovery, for: try tenant())?.status == .ok)
    }

    @Test func `strict refuses each false token in the service's words`() throws {
        let token = try token()
        func refusal(_ token: String, tenant: String = "default", host: String = "localhost:4664") throws -> String {
            let answer = try list(token, tenant: tenant, host: host)
            return "\(answer.status.code) \(answer.json["message"]?.string ?? "")"
        }
        #expect(try refusal("insecure") == "400 Bad HTTP authentication header format")
        let parts = token.split(separator: ".")
        let signature = "401 Invalid signature received for JSON Web Token validation"
        #expect(try refusal("\(parts[0]).\(parts[1]).AAAA") == signature)
        #expect(try refusal("eyJhbGciOiJub25lIn0.\(parts[1]).") == signature)
        #expect(try refusal(token, tenant: "other") == signature)
        #expect(try refusal(token, host: "elsewhere") == "401 Invalid token")
        #expect(try list(token, host: "LOCALHOST").status == .ok)
        try tenant("other").withTenant { $0.settings.authentication = .lax }
        #expect(try list("insecure", tenant: "other").status == .ok)
    }

    @Test func `a token ends after a day, also one that passed before`() throws {
        let token = try token()
        #expect(try list(token).status == .ok)
        world.advance(seconds: 86_400)
        let answer = try list(token)
        #expect(answer.json["message"]?.string == "Expired token received for JSON Web Token validation")
    }
}
