import JSON
import Resources
import Tenancy
import Testing

@Suite struct ClientTests {
    let fixture: FamilyFixture

    init() throws {
        fixture = try FamilyFixture()
        fixture.services = Services(crypto: StubCrypto())
    }

    private func make(_ body: String) throws -> JSONTree {
        let made = try fixture.send("POST", "/clients", body)
        #expect(made.status == 201, "\(made.text)")
        return made.body
    }

    private func names(_ query: String) throws -> [String] {
        let list = try fixture.send("GET", "/clients?\(query)")
        return (list.body["clients"]?.items ?? list.body.items ?? []).compactMap { $0["name"]?.string }
    }

    @Test func `a new tenant has two clients, and the one for all stands last`() throws {
        _ = try make(#"{"name":"a"}"#)
        #expect(try names("") == ["Default App", "a", "All Applications"])
        #expect(try names("is_global=false") == ["Default App", "a"])
        #expect(try names("is_global=true") == ["All Applications"])
        #expect(try names("is_first_party=true&is_global=false") == ["Default App", "a"])
        let page = try fixture.send("GET", "/clients?page=1&per_page=2&include_totals=true")
        #expect(page.body.members?.map(\.key) == ["total", "start", "limit", "clients"])
        #expect(page["total"]?.int == 3)
        #expect(page["clients"]?.items?.compactMap { $0["name"]?.string } == ["All Applications"])
    }

    @Test func `pages by cursor end with the client for all`() throws {
        for name in ["a", "b"] { _ = try make(#"{"name":"\#(name)"}"#) }
        var (query, found, pages) = ("take=1", [String](), 0)
        while true {
            let page = try fixture.send("GET", "/clients?\(query)")
            found += page["clients"]?.items?.compactMap { $0["name"]?.string } ?? []
            pages += 1
            guard let next = page["next"]?.string, pages < 9 else { break }
            query = "take=1&from=\(next)"
        }
        #expect(found == ["Default App", "a", "b", "All Applications"])
        #expect(pages == 4)
    }

    @Test func `the client for all cannot be removed, any other can be twice`() throws {
        let list = try fixture.send("GET", "/clients?is_global=true")
        let global = try #require(list.body.items?.first?["client_id"]?.string)
        #expect(try fixture.send("DELETE", "/clients/\(global)").status == 400)
        let id = try #require(try make(#"{"name":"a"}"#)["client_id"]?.string)
        #expect(try fixture.send("DELETE", "/clients/\(id)").status == 204)
        #expect(try fixture.send("DELETE", "/clients/\(id)").status == 204)
        #expect(try fixture.send("GET", "/clients/\(id)").message == "The client does not exist")
    }

    @Test(arguments: [
        (#"{"name":"a"}"#, 2_592_000, 4),
        (#"{"name":"a","token_endpoint_auth_method":"client_secret_post"}"#, 31_557_600, 4),
        (#"{"name":"a","token_endpoint_auth_method":"none"}"#, 2_592_000, 3),
        (#"{"name":"a","app_type":"spa"}"#, 2_592_000, 4),
    ])
    func `lifetimes and grant types hang on the method that was sent`(body: String, lifetime: Int, grants: Int) throws {
        let client = try make(body)
        #expect(client[path: "refresh_token.token_lifetime"]?.int == lifetime)
        #expect(client["grant_types"]?.items?.count == grants)
        #expect(client[path: "jwt_configuration.lifetime_in_seconds"]?.int == 36_000)
        #expect(client["encrypted"]?.bool == true)
        #expect(client["callbacks"] == nil)
    }

    @Test func `a third party that is held strictly has an id of its own form`() throws {
        let client = try make(#"{"name":"a","is_first_party":false,"third_party_security_mode":"strict"}"#)
        #expect(client["client_id"]?.string?.hasPrefix("tpc_") == true)
        #expect(client[path: "jwt_configuration.lifetime_in_seconds"]?.int == 3_600)
        #expect(client["grant_types"]?.strings == ["authorization_code"])
    }

    @Test func `the defaults of a day are those of that day`() throws {
        fixture.settings.asOf = Day(rawValue: "2025-06-01")
        #expect(try make(#"{"name":"a","is_first_party":false}"#)["third_party_security_mode"] == nil)
        fixture.settings.asOf = nil
        #expect(try make(#"{"name":"b","is_first_party":false}"#)["third_party_security_mode"] == "permissive")
    }

    @Test func `a PATCH merges objects, removes by null and keeps the order`() throws {
        let made = try make(
            #"{"client_metadata":{"a":"1","b":"2"},"name":"a","cross_origin_loc":"https://a.test/","#
                + #""cross_origin_authentication":false}"#
        )
        let id = made["client_id"]?.string ?? ""
        let changed = try fixture.send(
            "PATCH", "/clients/\(id)",
            #"{"client_metadata":{"a":null,"c":"3"},"cross_origin_loc":null,"cross_origin_authentication":true}"#)
        #expect(changed.status == 200, "\(changed.text)")
        #expect(changed["client_metadata"]?.bytes == Array(#"{"b":"2","c":"3"}"#.utf8))
        #expect(changed["cross_origin_loc"] == nil)
        #expect(changed["cross_origin_auth"]?.bool == true)
        let keys = try fixture.send("GET", "/clients/\(id)").body.members?.map(\.key) ?? []
        #expect(
            keys.prefix(5) == ["tenant", "global", "is_token_endpoint_ip_header_trusted", "name", "client_metadata"])
        #expect(keys.last == "custom_login_page_on")
    }

    @Test func `a logout shows its list under the old name, and goes with it`() throws {
        let made = try make(#"{"name":"a","oidc_logout":{"backchannel_logout_urls":["https://a.test/out"]}}"#)
        #expect(made[path: "oidc_backchannel_logout.backchannel_logout_urls"]?.strings == ["https://a.test/out"])
        #expect(made[path: "oidc_logout.backchannel_logout_initiators.mode"] == "custom")
        let id = made["client_id"]?.string ?? ""
        let changed = try fixture.send("PATCH", "/clients/\(id)", #"{"oidc_backchannel_logout":null}"#)
        #expect(changed["oidc_logout"] == nil)
    }

    @Test func `a secret is hidden while keys authenticate, and is the same afterwards`() throws {
        let made = try make(#"{"name":"a"}"#)
        let (id, secret) = (made["client_id"]?.string ?? "", made["client_secret"]?.string ?? "")
        #expect(secret.utf8.count == 64)
        let credential = try fixture.send(
            "POST", "/clients/\(id)/credentials", #"{"credential_type":"public_key","pem":"KEY one"}"#)
        let name = credential["id"]?.string ?? ""
        let hidden = try fixture.send(
            "PATCH", "/clients/\(id)",
            #"{"client_authentication_methods":{"private_key_jwt":{"credentials":[{"id":"\#(name)"}]}}}"#)
        #expect(hidden.status == 200, "\(hidden.text)")
        #expect(hidden["client_secret"] == nil)
        #expect(!hidden.text.contains(secret))
        #expect(try fixture.send("POST", "/clients/\(id)/rotate-secret").status == 400)
        #expect(try fixture.send("DELETE", "/clients/\(id)/credentials/\(name)").status == 409)
        let shown = try fixture.send("PATCH", "/clients/\(id)", #"{"client_authentication_methods":null}"#)
        #expect(shown["client_secret"]?.string == secret)
        let rotated = try fixture.send("POST", "/clients/\(id)/rotate-secret")
        #expect(rotated["client_secret"]?.string != secret)
        #expect(rotated["name"] == "a")
        #expect(try fixture.send("DELETE", "/clients/\(id)/credentials/\(name)").status == 204)
    }

    @Test func `an unknown credential cannot be put to use`() throws {
        let id = try make(#"{"name":"a"}"#)["client_id"]?.string ?? ""
        let body = #"{"client_authentication_methods":{"private_key_jwt":{"credentials":[{"id":"cred_x"}]}}}"#
        #expect(try fixture.send("PATCH", "/clients/\(id)", body).status == 400)
    }

    @Test func `credentials that a create brings are made, shown whole once, and go with it`() throws {
        let methods = #"{"private_key_jwt":{"credentials":[{"credential_type":"public_key","pem":"KEY one"}]}}"#
        let made = try make(#"{"name":"a","client_authentication_methods":\#(methods)}"#)
        let path = "client_authentication_methods.private_key_jwt.credentials"
        let whole = try #require(made[path: path]?.items?.first)
        #expect(whole["kid"] == "print of KEY one")
        #expect(whole["alg"] == "RS256")
        #expect(whole["pem"] == nil)
        let id = made["client_id"]?.string ?? ""
        let read = try fixture.send("GET", "/clients/\(id)")
        #expect(read[path]?.items?.first?.members?.map(\.key) == ["id"])
        #expect(try fixture.send("GET", "/clients/\(id)/credentials").body.items?.count == 1)
        _ = try fixture.send("DELETE", "/clients/\(id)")
        #expect(try fixture.send("GET", "/clients/\(id)/credentials").status == 404)
        let count = fixture.handle.withTenant { $0.table("clients/credentials").count }
        #expect(count == 0)
    }

    @Test func `a certificate says when a credential ends, and what its name is`() throws {
        let id = try make(#"{"name":"a"}"#)["client_id"]?.string ?? ""
        func credential(_ body: String) throws -> JSONTree {
            try fixture.send("POST", "/clients/\(id)/credentials", body).body
        }
        let bare = try credential(#"{"credential_type":"public_key","pem":"CERT c"}"#)
        #expect(bare["expires_at"] == nil)
        let parsed = try credential(
            #"{"credential_type":"public_key","pem":"CERT c","parse_expiry_from_cert":true}"#)
        #expect(parsed["expires_at"] == "2030-01-01T00:00:00.000Z")
        #expect(parsed["parse_expiry_from_cert"] == nil)
        #expect(
            try credential(#"{"credential_type":"cert_subject_dn","pem":"CERT c"}"#)["subject_dn"] == "O=org\nCN=name")
        #expect(try credential(#"{"credential_type":"x509_cert","pem":"CERT c"}"#)["kid"] == nil)
        let refused = try fixture.send(
            "POST", "/clients/\(id)/credentials", #"{"credential_type":"public_key","pem":"nonsense"}"#)
        #expect(refused.status == 400)
        let changed = try fixture.send(
            "PATCH", "/clients/\(id)/credentials/\(bare["id"]?.string ?? "")", #"{"expires_at":"2031-02-03T04:05:06Z"}"#
        )
        #expect(changed["expires_at"] == "2031-02-03T04:05:06.000Z")
    }

    @Test func `metadata documents stand for themselves by their address, and register once`() throws {
        let body = #"{"external_client_id":"https://app.test/oauth/client.json"}"#
        let made = try fixture.send("POST", "/clients/cimd/register", body)
        #expect(made.status == 201)
        #expect(made["mapped_fields.callbacks"]?.strings == ["https://app.test/oauth/callback"])
        let again = try fixture.send("POST", "/clients/cimd/register", body)
        #expect(again.status == 200)
        #expect(again["client_id"] == made["client_id"])
        #expect(try fixture.send("POST", "/clients/cimd/preview", body)["client_id"] == made["client_id"])
        let client = try fixture.send("GET", "/clients/\(made["client_id"]?.string ?? "")")
        #expect(client["external_metadata_type"] == "cimd")
        #expect(client["is_first_party"]?.bool == false)
    }
}

/// Clients by their metadata documents, where the tenant was given some.
@Suite struct ClientDocumentTests {
    private let url = "https://app.test/client.json"
    private var body: String { #"{"external_client_id":"\#(url)"}"# }

    private func fixture(_ document: String) throws -> FamilyFixture {
        let fixture = try FamilyFixture()
        fixture.settings.clientDocuments = [url: Array(document.utf8)]
        return fixture
    }

    @Test func `a client is what its document says, and is renewed by it`() throws {
        let first =
            #"{"client_id":"\#(url)","client_name":"App","redirect_uris":["https://app.test/in"],"#
            + #""application_type":"native","client_uri":"https://app.test","tos_uri":"https://app.test/tos"}"#
        let fixture = try fixture(first)
        let preview = try fixture.send("POST", "/clients/cimd/preview", body)
        #expect(preview["client_id"] == nil && preview["validation.valid"] == true)
        #expect(preview["validation.warnings"]?.strings?.first?.contains(": client_uri, tos_uri. ") == true)
        #expect(
            preview["mapped_fields"] == [
                "external_client_id": .string(url), "name": "App", "callbacks": ["https://app.test/in"],
                "grant_types": ["authorization_code"], "app_type": "native", "token_endpoint_auth_method": "none",
            ])
        let made = try fixture.send("POST", "/clients/cimd/register", body)
        let id = try #require(made["client_id"]?.string)
        #expect(made.status == 201 && made["mapped_fields"] == preview["mapped_fields"])
        fixture.settings.clientDocuments = [url: Array(first.replacing("App", with: "Other").utf8)]
        #expect(try fixture.send("POST", "/clients/cimd/register", body).status == 200)
        #expect(try fixture.send("GET", "/clients/\(id)")["name"] == "Other")
    }

    @Test func `where no document stands nothing can be retrieved`() throws {
        let fixture = try fixture("{}")
        let other = body.replacing("app.test", with: "other.test")
        let sentence = "The Client Metadata at https://other.test/client.json could not be retrieved."
        #expect(try fixture.send("POST", "/clients/cimd/preview", other).body == ["errors": [.string(sentence)]])
        let refused = try fixture.send("POST", "/clients/cimd/register", other)
        #expect(refused.status == 400 && refused.message == sentence)
    }

    @Test(arguments: [
        (#"{"client_id":"https://evil.test/","redirect_uris":["https://app.test/"]}"#, "address"),
        (#"{"client_id":"https://app.test/client.json"}"#, "redirect_uris"),
        (#"{"client_id":"https://app.test/client.json","redirect_uris":["x"],"client_secret":"s"}"#, "secret"),
        (
            #"{"client_id":"https://app.test/client.json","redirect_uris":["x"],"#
                + #""token_endpoint_auth_method":"client_secret_post"}"#, "secret"
        ),
        (#"{"client_id":"https://app.test/client.json","redirect_uris":["x"],"client_name":"<b>"}"#, "name: "),
        (#"{"client_id":"https://app.test/client.json","redirect_uris":["x"],"logo_uri":"nope"}"#, "logo_uri: "),
    ])
    func `a document that breaks the rules makes no client`(document: String, word: String) throws {
        let fixture = try fixture(document)
        let preview = try fixture.send("POST", "/clients/cimd/preview", body)
        #expect(preview["validation.valid"] == false)
        #expect(preview["validation.violations"]?.strings?.count == 1)
        #expect(preview["validation.violations"]?.strings?.first?.contains(word) == true)
        let refused = try fixture.send("POST", "/clients/cimd/register", body)
        #expect(refused.status == 400 && refused.message == "The Client Metadata document at \(url) cannot be applied.")
    }
}

/// Keys and certificates that are their own names.
struct StubCrypto: CryptoService {
    func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(bytes.prefix(32)) }
    func sha1(_ bytes: [UInt8]) -> [UInt8] { [] }
    func md5(_ bytes: [UInt8]) -> [UInt8] { [] }
    func publicKey(pem: String) -> PublicKeyFacts? {
        guard pem.hasPrefix("KEY") || pem.hasPrefix("CERT") else { return nil }
        var facts = PublicKeyFacts()
        facts.thumbprint = "print of \(pem)"
        guard pem.hasPrefix("CERT") else { return facts }
        var certificate = CertificateFacts()
        certificate.der = Array(pem.utf8)
        certificate.subject = ["O=org", "CN=name"]
        certificate.notAfter = Instant(nanoseconds: 1_893_456_000_000_000_000)
        facts.certificate = certificate
        return facts
    }
    func makeCertificate(commonName: String, at now: Instant) -> CertificateFacts? { nil }
    func passwordHash(_ password: String) -> String { password }
    func verifies(_ password: String, hash: String) -> Bool { password == hash }
}
