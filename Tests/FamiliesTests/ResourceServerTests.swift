import JSON
import Resources
import Tenancy
import Testing

@Suite struct ResourceServerTests {
    let fixture: FamilyFixture

    init() throws {
        fixture = try FamilyFixture()
        fixture.services = Services(crypto: StubCrypto())
    }

    @Test func `the Management API is there from the start and stays`() throws {
        let list = try fixture.send("GET", "/resource-servers?include_totals=true")
        let api = try #require(list["resource_servers"]?.items?.first)
        #expect(api["identifier"] == "https://acme.localhost:4664/api/v2/")
        #expect(api["scopes"]?.items?.count == 251)
        #expect(
            api["scopes"]?.items?.first?.bytes
                == Array(#"{"description":"Read Client Grants","value":"read:client_grants"}"#.utf8))
        let id = api["id"]?.string ?? ""
        #expect(try fixture.send("DELETE", "/resource-servers/\(id)").status == 400)
        #expect(try fixture.send("PATCH", "/resource-servers/\(id)", #"{"name":"x"}"#).status == 400)
        #expect(
            try fixture.send("PATCH", "/resource-servers/\(id)", #"{"token_lifetime":60}"#)["token_lifetime"]?.int == 60
        )
    }

    @Test(arguments: ["https:%2F%2Fa.test%2F", "https%3A%2F%2Fa.test%2F"])
    func `an API answers to its identifier`(name: String) throws {
        let made = try fixture.send("POST", "/resource-servers", #"{"identifier":"https://a.test/"}"#)
        #expect(try fixture.send("GET", "/resource-servers/\(name)")["id"] == made["id"])
        let changed = try fixture.send("PATCH", "/resource-servers/\(name)", #"{"scopes":[{"value":"a"}]}"#)
        #expect(changed["scopes"]?.bytes == Array(#"[{"value":"a"}]"#.utf8))
        let twice = try fixture.send("POST", "/resource-servers", #"{"identifier":"https://a.test/"}"#)
        #expect(twice.status == 409)
        #expect(try fixture.send("DELETE", "/resource-servers/\(name)").status == 204)
        #expect(try fixture.send("GET", "/resource-servers/\(name)").message == "The resource server does not exist")
    }

    @Test func `lists are filtered by identifier`() throws {
        for name in ["urn:a", "urn:b"] {
            _ = try fixture.send("POST", "/resource-servers", #"{"identifier":"\#(name)"}"#)
        }
        let list = try fixture.send("GET", "/resource-servers?identifiers=urn:b")
        #expect(list.body.items?.compactMap { $0["identifier"]?.string } == ["urn:b"])
    }

    @Test func `defaults fill, subjects merge, and a secret is made for HS256`() throws {
        let made = try fixture.send(
            "POST", "/resource-servers",
            #"{"identifier":"urn:a","signing_alg":"HS256","subject_type_authorization":{"user":{"policy":"deny_all"}}}"#
        )
        #expect(made["signing_secret"]?.string?.utf8.count == 32)
        #expect(made["token_lifetime"]?.int == 86_400)
        #expect(made["name"] == nil)
        let changed = try fixture.send(
            "PATCH", "/resource-servers/urn:a",
            #"{"signing_alg":"RS256","subject_type_authorization":{"client":{"policy":"deny_all"}}}"#)
        #expect(changed["signing_secret"] == made["signing_secret"])
        #expect(changed["subject_type_authorization.user.policy"] == "deny_all")
        #expect(changed["subject_type_authorization.client.policy"] == "deny_all")
    }

    @Test func `a key for encryption is shown by its thumbprint`() throws {
        let key = #"{"format":"compact-nested-jwe","encryption_key":{"name":"k","alg":"RSA-OAEP-256","pem":"KEY one"}}"#
        let made = try fixture.send("POST", "/resource-servers", #"{"identifier":"urn:a","token_encryption":\#(key)}"#)
        #expect(made["token_encryption.encryption_key.thumbprint_sha256"] == "print of KEY one")
        #expect(made["token_encryption.encryption_key.pem"] == nil)
    }

    @Test func `the account API is what it is, and has its other scopes later`() throws {
        let made = try fixture.send(
            "POST", "/resource-servers", #"{"name":"mine","identifier":"https://acme.localhost:4664/me/"}"#)
        #expect(made["name"] == "Auth0 My Account API")
        #expect(made["scopes"]?.items?.count == 3)
        let id = made["id"]?.string ?? ""
        #expect(try fixture.send("GET", "/resource-servers/\(id)")["scopes"]?.items?.count == 8)
        #expect(try fixture.send("DELETE", "/resource-servers/\(id)").status == 204)
    }

    @Test func `an API shows the client that stands for it, while it is there`() throws {
        _ = try fixture.send("POST", "/resource-servers", #"{"identifier":"urn:a"}"#)
        let client = try fixture.send(
            "POST", "/clients", #"{"name":"a","app_type":"resource_server","resource_server_identifier":"urn:a"}"#)
        #expect(try fixture.send("GET", "/resource-servers/urn:a")["client_id"] == client["client_id"])
        _ = try fixture.send("DELETE", "/clients/\(client["client_id"]?.string ?? "")")
        #expect(try fixture.send("GET", "/resource-servers/urn:a")["client_id"] == nil)
    }
}
