import Families
import JSON
import Resources
import Tenancy
import Testing

/// Connections as a whole: how they are made, read, listed and removed.
@Suite struct ConnectionTests {
    private let fixture: FamilyFixture

    init() throws { fixture = try FamilyFixture() }

    private func names(_ tree: JSONTree?) -> [String] { tree?.members?.map(\.key) ?? [] }

    private func make(_ body: String) throws -> (id: String, reply: FamilyFixture.Reply) {
        let reply = try fixture.send("POST", "/connections", body)
        return (try #require(reply["id"]?.string), reply)
    }

    @Test func `the answer to a create has the request's order, every later one that of jsonb`() throws {
        let (id, made) = try make(
            #"{"name":"a","strategy":"oauth2","options":{"scope":"s","client_id":"c","z":{"bb":1,"a":2}}}"#)
        #expect(made.status == 201)
        #expect(names(made["options"]) == ["scope", "client_id", "z"])
        let read = try fixture.send("GET", "/connections/\(id)")
        #expect(names(read["options"]) == ["z", "scope", "client_id"])
        #expect(names(read["options.z"]) == ["a", "bb"])
        let changed = try fixture.send("PATCH", "/connections/\(id)", #"{"options":{"longer":1,"b":2}}"#)
        #expect(names(changed["options"]) == ["b", "longer"])
    }

    @Test func `items of a list end with the members of a connection the other way round`() throws {
        let (id, _) = try make(#"{"name":"a","strategy":"oauth2"}"#)
        let read = try fixture.send("GET", "/connections/\(id)")
        #expect(names(read.body).suffix(2) == ["enabled_clients", "realms"])
        let item = try fixture.send("GET", "/connections?take=10&name=a")["connections"]?.items?.first
        #expect(names(item).suffix(2) == ["realms", "enabled_clients"])
    }

    @Test func `lists by cursor go by name without case, those by number by id`() throws {
        for name in ["b", "C", "1", "A"] { _ = try make(#"{"name":"\#(name)","strategy":"oauth2"}"#) }
        let byName = try fixture.send("GET", "/connections?take=50&strategy=oauth2")
        #expect(byName["connections"]?.items?.compactMap { $0["name"]?.string } == ["1", "A", "b", "C"])
        let byID = try fixture.send("GET", "/connections?include_totals=true")
        let ids = byID["connections"]?.items?.compactMap { $0["id"]?.string } ?? []
        #expect(ids.count == 5)
        #expect(ids == ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(byID["limit"]?.int == 100)
    }

    @Test func `some members come whatever fields are asked for`() throws {
        let (id, _) = try make(#"{"name":"a","strategy":"oauth2"}"#)
        let picked = try fixture.send("GET", "/connections/\(id)?fields=name,strategy")
        #expect(
            names(picked.body) == [
                "id", "strategy", "name", "is_domain_connection", "authentication", "connected_accounts",
            ])
        let rest = try fixture.send("GET", "/connections/\(id)?fields=name,id&include_fields=false")
        #expect(rest["id"]?.string == id)
        #expect(rest["name"] == nil)
    }

    @Test func `a removed connection says when, a second time nothing, and takes with it what lay below`() throws {
        let (id, _) = try make(#"{"name":"a","strategy":"okta"}"#)
        #expect(try fixture.send("POST", "/connections/\(id)/scim-configuration").status == 201)
        let removed = try fixture.send("DELETE", "/connections/\(id)")
        #expect(removed.status == 202)
        #expect(names(removed.body) == ["deleted_at"])
        let again = try fixture.send("DELETE", "/connections/\(id)")
        #expect(again.status == 204 && again.text.isEmpty)
        let gone = try fixture.send("GET", "/connections/\(id)/scim-configuration")
        #expect(gone.message == "The connection does not exist")
        let left = try fixture.send("GET", "/connections-scim-configurations")
        #expect(left["scim_configurations"]?.items?.isEmpty == true)
    }

    @Test func `a name is given once`() throws {
        _ = try make(#"{"name":"a","strategy":"oauth2"}"#)
        let second = try fixture.send("POST", "/connections", #"{"name":"a","strategy":"auth0"}"#)
        #expect(second.status == 409)
        #expect(second["errorCode"] == "connection_conflict")
    }

    @Test func `a new tenant has a database, enabled for its clients`() throws {
        let list = try fixture.send("GET", "/connections")
        #expect(list.body.items?.count == 1)
        let database = try #require(list.body.items?.first)
        #expect(database["name"] == "Username-Password-Authentication")
        let clients = try fixture.send("GET", "/clients?is_global=false").body.items ?? []
        #expect(!clients.isEmpty)
        #expect(database["enabled_clients"]?.strings == clients.compactMap { $0["client_id"]?.string })
    }

    @Test func `clients are enabled and disabled, and forgotten when they go`() throws {
        let (id, _) = try make(#"{"name":"a","strategy":"oauth2"}"#)
        let clients = try ["x", "y"].map { name in
            try #require(try fixture.send("POST", "/clients", #"{"name":"\#(name)"}"#)["client_id"]?.string)
        }
        let changes = clients.map { #"{"client_id":"\#($0)","status":true}"# }.joined(separator: ",")
        #expect(try fixture.send("PATCH", "/connections/\(id)/clients", "[\(changes)]").status == 204)
        let enabled = try fixture.send("GET", "/connections/\(id)/clients")["clients"]?.items ?? []
        #expect(
            enabled.compactMap { $0["client_id"]?.string } == clients.sorted { $0.lowercased() < $1.lowercased() })
        let off = #"[{"client_id":"\#(clients[0])","status":false}]"#
        _ = try fixture.send("PATCH", "/connections/\(id)/clients", off)
        #expect(try fixture.send("GET", "/connections/\(id)")["enabled_clients"]?.strings == [clients[1]])
        _ = try fixture.send("DELETE", "/clients/\(clients[1])")
        #expect(try fixture.send("GET", "/connections/\(id)")["enabled_clients"]?.strings == [])
        #expect(try fixture.send("GET", "/connections/\(id)/clients")["clients"]?.items?.isEmpty == true)
    }

    @Test func `a directory of a company is off line`() throws {
        let (directory, _) = try make(#"{"name":"a","strategy":"ad"}"#)
        #expect(try fixture.send("GET", "/connections/\(directory)/status").status == 404)
        let (other, _) = try make(#"{"name":"b","strategy":"oauth2"}"#)
        #expect(try fixture.send("GET", "/connections/\(other)/status").text == "{}")
    }

    @Test func `users are removed by address from databases only`() throws {
        let (social, _) = try make(#"{"name":"a","strategy":"oauth2"}"#)
        #expect(try fixture.send("DELETE", "/connections/\(social)/users?email=a@b.example").status == 400)
        let (database, _) = try make(#"{"name":"b","strategy":"auth0"}"#)
        #expect(try fixture.send("DELETE", "/connections/\(database)/users?email=a@b.example").status == 204)
    }

    @Test func `profiles show null for what was never sent`() throws {
        let made = try fixture.send("POST", "/connection-profiles", #"{"name":"a"}"#)
        #expect(names(made.body) == ["id", "name", "connection_config", "strategy_overrides"])
        #expect(made["strategy_overrides"]?.isNull == true)
        let id = try #require(made["id"]?.string)
        #expect(id.hasPrefix("cop_"))
        let changed = try fixture.send("PATCH", "/connection-profiles/\(id)", #"{"connection_config":{}}"#)
        #expect(changed["connection_config"]?.isObject == true)
        #expect(try fixture.send("DELETE", "/connection-profiles/\(id)").status == 204)
        #expect(try fixture.send("GET", "/connection-profiles/\(id)").status == 404)
        let templates = try fixture.send("GET", "/connection-profiles/templates")
        let template = try #require(templates["connection_profile_templates"]?.items?.first?["id"]?.string)
        #expect(try fixture.send("GET", "/connection-profiles/templates/\(template)")["id"]?.string == template)
    }

    @Test func `every operation of these families behaves`() {
        for name in [
            "connections", "connection-profiles", "connections-scim-configurations",
            "connections-directory-provisionings",
        ] {
            let family = Families.catalogue.family(name)
            #expect(family?.strayActs == [])
            for operation in family?.operations ?? [] { #expect(operation.binding != nil, "\(operation.id)") }
        }
    }
}
