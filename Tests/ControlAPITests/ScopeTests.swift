import Formats
import Ground
import HTTPCore
import JSON
import Tenancy
import TestSupport
import Testing

/// The least scopes that a run needed, and the grants that give them.
@Suite struct ScopeTests {
    private let whole: WholeTenant

    init() throws {
        whole = try WholeTenant()
    }

    private func token(_ claims: String) -> String {
        ["{}", claims, "x"].map { String(decoding: Base64URL.encode(Array($0.utf8)), as: UTF8.self) }
            .joined(separator: ".")
    }

    @Test func `each client has what its requests asked for, by its token`() {
        let audience = #""aud":["https://acme.localhost/userinfo","https://acme.localhost/api/v2/"]"#
        let (ci, app) = (token(#"{"azp":"ci",\#(audience)}"#), token(#"{"sub":"app\"$@clients","aud":"urn:x"}"#))
        whole.send(.get, "/clients", token: ci)
        whole.send(.post, "/roles", #"{"name":"r"}"#, token: ci)
        whole.send(.post, "/roles", #"{"name":"r"}"#, token: ci)
        whole.send(.get, "/users", token: app)
        whole.send(.get, "/roles")
        whole.send(.get, "/nothing", token: ci)
        #expect(
            whole.call(.get, "/scopes").text.hasPrefix(
                #"{"clients":[{"client":"app\"$","scopes":["read:users"]},"#
                    + #"{"client":"ci","scopes":["create:roles","read:clients"]},"#
                    + #"{"client":"tests/1","scopes":["read:roles"]}],"#))
        let grant =
            #"{"client_id":"ci","audience":"https://acme.localhost/api/v2/","scope":["create:roles","read:clients"]}"#
        #expect(
            whole.call(.get, "/scopes?format=json").text
                == #"[{"client_id":"app\"$","audience":"urn:x","scope":["read:users"]},\#(grant)]"#)
        #expect(whole.call(.get, "/scopes?format=json&client=ci").text == grant)
        #expect(whole.call(.get, "/scopes?format=json&client=who").text == "[]")
        #expect(
            whole.call(.get, "/scopes?format=terraform&client=ci").text == """
                resource "auth0_client_grant" "ci" {
                  client_id = "ci"
                  audience  = "https://acme.localhost/api/v2/"
                  scopes    = ["create:roles", "read:clients"]
                }

                """)
        let all = whole.call(.get, "/scopes?format=terraform").text
        #expect(all.contains(#"resource "auth0_client_grant" "app__" {"#) && all.contains(#"client_id = "app\"$""#))
        #expect(whole.call(.get, "/scopes?format=xml").status == .badRequest)
    }

    @Test func `a client with tokens for two APIs has two grants, and who names none has none`() {
        whole.send(.get, "/clients", token: token(#"{"azp":"ci","aud":"urn:x"}"#))
        whole.send(.get, "/roles", token: token(#"{"azp":"ci","aud":"urn:w"}"#))
        whole.send(.get, "/users")
        #expect(
            whole.call(.get, "/scopes?format=json").text
                == #"[{"client_id":"ci","audience":"urn:w","scope":["read:roles"]},"#
                + #"{"client_id":"ci","audience":"urn:x","scope":["read:clients"]}]"#)
        #expect(!whole.call(.get, "/scopes?format=terraform").text.contains("any"))
        #expect(whole.call(.get, "/scopes?client=ci").text.contains(#""scopes":["read:clients","read:roles"]"#))
    }

    @Test func `a token that names no API is for the one that the tenant has`() {
        whole.send(.get, "/clients", token: token(#"{"azp":"ci"}"#))
        let apis = whole.send(.get, "/resource-servers").json.list
        let own = apis.first { $0["is_system"]?.bool == true }?["identifier"]?.string
        let grant = whole.call(.get, "/scopes?format=json&client=ci").json
        #expect(own != nil && grant["audience"]?.string == own)
    }

    /// The grant that the report gives is taken as it is.
    @Test func `a grant of the report can be posted`() {
        let client = whole.make("/clients", #"{"name":"c","app_type":"non_interactive"}"#)
        whole.send(.get, "/users?q=a", token: token(#"{"azp":"\#(client)"}"#))
        let made = whole.send(
            .post, "/client-grants", whole.call(.get, "/scopes?format=json&client=\(client)").text)
        #expect(made.status == .created, "\(made.text)")
        #expect(made.json["scope"]?.list.compactMap(\.string) == ["read:users"])
    }

    @Test(arguments: [
        ([], []), ([["b"], ["a"]], ["a", "b"]), ([["a", "b"], ["b"]], ["b"]), ([["a", "b"]], ["a"]), ([[]], []),
        ([["a", "x"], ["b", "x"], ["c", "x"]], ["x"]), ([["a", "b"], ["b", "c"], ["d", "e"]], ["b", "d"]),
    ])
    func `few scopes are enough for all operations`(operations: [[String]], scopes: [String]) {
        #expect(ClientGrant.leastScopes(operations) == scopes)
    }
}
