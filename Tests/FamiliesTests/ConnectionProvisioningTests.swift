import JSON
import Resources
import Tenancy
import TestSupport
import Testing

/// What lies below a connection: SCIM, directories, keys.
@Suite struct ConnectionProvisioningTests {
    private let fixture: FamilyFixture

    init() throws {
        fixture = try FamilyFixture()
        fixture.services = Services(crypto: CertificateStub())
    }

    private func connection(_ strategy: String, _ options: String = "{}") throws -> String {
        let made = try fixture.send(
            "POST", "/connections", #"{"name":"\#(strategy)","strategy":"\#(strategy)","options":\#(options)}"#)
        return "/connections/\(try #require(made["id"]?.string))"
    }

    private func names(_ tree: JSONTree?) -> [String] { tree?.members?.map(\.key) ?? [] }

    @Test func `SCIM begins with the mapping of the strategy`() throws {
        let path = try connection("okta") + "/scim-configuration"
        #expect(try fixture.send("GET", path).message == "Not Found")
        let made = try fixture.send("POST", path, "{}")
        #expect(made.status == 201)
        #expect(
            names(made.body) == [
                "tenant_name", "connection_id", "connection_name", "strategy", "mapping", "updated_on", "created_at",
                "user_id_attribute",
            ])
        #expect(made["mapping"]?.items?.count == 32)
        #expect(names(made["mapping"]?.items?.first) == ["scim", "auth0"])
        #expect(try fixture.send("POST", path).status == 409)
        let mapping = try fixture.send("GET", path + "/default-mapping")
        #expect(names(mapping["mapping"]?.items?.first) == ["auth0", "scim"])
        let changed = try fixture.send(
            "PATCH", path, #"{"user_id_attribute":"id","mapping":[{"auth0":"a","scim":"b"}]}"#)
        #expect(changed["mapping"]?.items?.map { names($0) } == [["scim", "auth0"]])
        #expect(try fixture.send("GET", "/connections-scim-configurations")["scim_configurations"]?.items?.count == 1)
        #expect(try fixture.send("DELETE", path).status == 204)
        #expect(try fixture.send("DELETE", path).status == 204)
    }

    @Test func `strategies without SCIM say so`() throws {
        let refused = try fixture.send("POST", try connection("auth0") + "/scim-configuration")
        #expect(refused.status == 404)
        #expect(refused.message.hasPrefix("This connection type does not support SCIM."))
        let unknown = try fixture.send("GET", "/connections/con_0000000000000000/scim-configuration")
        #expect(unknown["errorCode"] == "inexistent_connection")
    }

    @Test func `a token of SCIM is shown once, and there are two at most`() throws {
        let path = try connection("waad") + "/scim-configuration"
        #expect(try fixture.send("POST", path + "/tokens", "{}").status == 404)
        _ = try fixture.send("POST", path)
        let made = try fixture.send("POST", path + "/tokens", #"{"scopes":["get:users"],"token_lifetime":1000}"#)
        #expect(names(made.body) == ["token_id", "token", "scopes", "created_at", "valid_until"])
        let id = try #require(made["token_id"]?.string)
        let token = try #require(made["token"]?.string)
        #expect(token.hasPrefix(id + ".") && token.utf8.count == id.utf8.count + 65)
        _ = try fixture.send("POST", path + "/tokens")
        #expect(try fixture.send("POST", path + "/tokens").status == 409)
        let list = try fixture.send("GET", path + "/tokens")
        #expect(names(list.body.items?.first) == ["token_id", "created_at", "scopes", "valid_until"])
        #expect(!list.text.contains(token))
        #expect(try fixture.send("DELETE", path + "/tokens/\(id)").status == 204)
        #expect(try fixture.send("GET", path + "/tokens").body.items?.count == 1)
        // With the configuration its tokens go.
        _ = try fixture.send("DELETE", path)
        _ = try fixture.send("POST", path)
        #expect(try fixture.send("GET", path + "/tokens").body.items?.isEmpty == true)
    }

    @Test func `a directory has its mapping, and groups that are added, removed and replaced`() throws {
        let path = try connection("google-apps") + "/directory-provisioning"
        let made = try fixture.send("POST", path, #"{"synchronize_automatically":true}"#)
        #expect(made["mapping"]?.items?.count == 51)
        #expect(names(made["mapping"]?.items?.first) == ["idp", "auth0"])
        #expect(names(made.body).last == "synchronize_groups")
        #expect(try fixture.send("POST", path).status == 409)
        let groups = path + "/synchronized-groups"
        let two = #"{"groups":[{"id":"b","name":"Staff"},{"id":"a","email":"a@b.example"}]}"#
        #expect(try fixture.send("PUT", groups, two).status == 204)
        #expect(try fixture.send("POST", groups, #"{"groups":[{"id":"c"}]}"#).status == 204)
        func ids(_ query: String = "") throws -> [String] {
            let list = try fixture.send("GET", groups + query)
            return list["groups"]?.items?.compactMap { $0["id"]?.string } ?? []
        }
        #expect(try ids() == ["a", "b", "c"])
        #expect(try ids("?q=name:sta*") == ["b"])
        #expect(try fixture.send("DELETE", groups, #"{"groups":[{"id":"a"},{"id":"x"}]}"#).status == 204)
        #expect(try ids() == ["b", "c"])
        _ = try fixture.send("PUT", groups, #"{"groups":[{"id":"d"}]}"#)
        #expect(try ids() == ["d"])
        #expect(try fixture.send("POST", path + "/synchronizations")["status"] == "pending")
        #expect(try fixture.send("DELETE", path).status == 204)
        #expect(try ids() == [])
        #expect(try fixture.send("POST", try connection("oidc") + "/directory-provisioning").status == 400)
    }

    @Test func `keys follow each other: next, current, previous`() throws {
        let path = try connection("oidc", #"{"token_endpoint_auth_method":"private_key_jwt"}"#) + "/keys"
        let first = try fixture.send("GET", path).body.items ?? []
        #expect(first.map { names($0).suffix(2) } == [["current", "current_since"], ["pkcs", "next"]])
        #expect(first.first?["subject_dn"] == "/CN=oidc")
        #expect(first.first?["fingerprint"]?.string?.utf8.filter { $0 == 0x3A }.count == 19)
        #expect(try fixture.send("POST", path).status == 409)
        let next = try fixture.send("POST", path + "/rotate")
        #expect(next.status == 201)
        #expect(next["next"] == true)
        let ids = try fixture.send("GET", path).body.items?.compactMap { $0["kid"]?.string }
        #expect(ids == [first[1], first[0], next.body].compactMap { $0["kid"]?.string })
        #expect(!(try fixture.send("GET", path).text.contains("private")))
        _ = try fixture.send("POST", path + "/rotate")
        #expect(try fixture.send("GET", path).body.items?.count == 3)
    }

    @Test func `a connection without keys may be given some`() throws {
        let path = try connection("samlp") + "/keys"
        #expect(try fixture.send("GET", path).text == "[]")
        #expect(try fixture.send("POST", path + "/rotate").status == 404)
        let made = try fixture.send("POST", path, #"{"signing_alg":"ES256"}"#)
        #expect(made.status == 201)
        #expect(made.body.items?.map { $0["algorithm"] ?? .null } == ["ES256", "ES256"])
        #expect(try fixture.send("GET", path).body.items?.count == 2)
    }
}
