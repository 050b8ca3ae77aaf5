import Families
import JSON
import Tenancy
import Testing

@Suite struct RoleTests {
    @Test func `a role is made, changed, listed by name and removed`() throws {
        let fixture = try FamilyFixture()
        let made = try fixture.send("POST", "/roles", #"{"description":"d","name":"b"}"#)
        #expect(made.status == 200)
        #expect(made.body.members?.map(\.key) == ["id", "name", "description", "type"])
        let id = try #require(made["id"]?.string)
        #expect(id.hasPrefix("rol_") && id.utf8.count == 20)
        _ = try fixture.send("POST", "/roles", #"{"name":"a"}"#)
        let list = try fixture.send("GET", "/roles?include_totals=true")
        #expect(list.body.members?.map(\.key) == ["roles", "start", "limit", "total"])
        #expect(list["roles"]?.items?.compactMap { $0["name"]?.string } == ["a", "b"])
        #expect(try fixture.send("PATCH", "/roles/\(id)", #"{"name":"c"}"#)["name"] == "c")
        #expect(try fixture.send("POST", "/roles", #"{"name":"c"}"#).status == 409)
        #expect(try fixture.send("DELETE", "/roles/\(id)").text == "{}")
        #expect(try fixture.send("DELETE", "/roles/\(id)").status == 404)
    }

    @Test func `a description that nobody gave shows from the first GET on`() throws {
        let fixture = try FamilyFixture()
        let made = try fixture.send("POST", "/roles", #"{"name":"a"}"#)
        #expect(made["description"] == nil)
        #expect(try fixture.send("GET", "/roles/\(made["id"]?.string ?? "")")["description"] == "")
        fixture.settings.asOf = Day(rawValue: "2026-06-01")
        let old = try fixture.send("POST", "/roles", #"{"name":"b"}"#)
        #expect(old.body.members?.map(\.key) == ["id", "name", "description"])
        #expect(old["description"]?.isNull == true)
    }

    @Test func `names are in a dictionary's order`() throws {
        let fixture = try FamilyFixture()
        for name in ["read_osnly", "Reader", "read_only", "Admin"] {
            _ = try fixture.send("POST", "/roles", #"{"name":"\#(name)"}"#)
        }
        let list = try fixture.send("GET", "/roles")
        #expect(list.body.items?.compactMap { $0["name"]?.string } == ["Admin", "Reader", "read_only", "read_osnly"])
    }

    @Test func `only an organization's role has an owner, who must be there`() throws {
        let fixture = try FamilyFixture()
        let owned = #"{"name":"a","type":"organization","owner_id":"org_x"}"#
        #expect(try fixture.send("POST", "/roles", owned).status == 400)
        #expect(try fixture.send("POST", "/roles", #"{"name":"a","type":"organization"}"#).status == 400)
        #expect(try fixture.send("POST", "/roles", #"{"name":"a","owner_id":"org_x"}"#).status == 400)
    }

    @Test func `permissions are scopes of APIs, print the API's texts and go with the scope`() throws {
        let fixture = try FamilyFixture()
        let role = try #require(try fixture.send("POST", "/roles", #"{"name":"a"}"#)["id"]?.string)
        func api(_ scopes: String) -> Document {
            let text = #"{"id":"1","name":"API","identifier":"https://a/b","scopes":[\#(scopes)]}"#
            return Document(id: "1", text: Array(text.utf8), createdAt: Instant(nanoseconds: 0))
        }
        fixture.handle.withTenant { tenant in
            tenant.withTable("resource-servers") {
                $0.append(api(#"{"value":"w"},{"value":"r","description":"read"}"#))
            }
        }
        let path = "/roles/\(role)/permissions"
        func body(_ names: String...) -> String {
            let items = names.map { #"{"resource_server_identifier":"https://a/b","permission_name":"\#($0)"}"# }
            return #"{"permissions":[\#(items.joined(separator: ","))]}"#
        }
        #expect(try fixture.send("POST", path, body("x")).status == 404)
        #expect(try fixture.send("POST", path, body("w", "r")).text == "{}")
        #expect(try fixture.send("POST", path, body("r")).status == 201)
        let list = try fixture.send("GET", path)
        #expect(list.body.items?.compactMap { $0["permission_name"]?.string } == ["r", "w"])
        #expect(list.body.items?.compactMap { $0["description"]?.string } == ["read", ""])
        fixture.handle.withTenant { tenant in
            tenant.withTable("resource-servers") { _ = $0.replace(api(#"{"value":"w"}"#)) }
        }
        #expect(try fixture.send("GET", path).body.items?.count == 1)
        #expect(try fixture.send("DELETE", path, body("w", "z")).status == 204)
        #expect(try fixture.send("GET", path).text == "[]")
    }

    @Test func `a user's role goes with the user or the role`() throws {
        let fixture = try FamilyFixture()
        let role = try #require(try fixture.send("POST", "/roles", #"{"name":"a"}"#)["id"]?.string)
        fixture.handle.withTenant { tenant in
            for id in ["auth0|2", "auth0|1"] {
                let text = #"{"email":"a@b.test","user_id":"\#(id)"}"#
                tenant.withTable("users") {
                    $0.append(Document(id: id, text: Array(text.utf8), createdAt: Instant(nanoseconds: 0)))
                }
            }
        }
        let path = "/roles/\(role)/users"
        #expect(try fixture.send("POST", path, #"{"users":["auth0|3"]}"#).status == 400)
        #expect(try fixture.send("POST", path, #"{"users":["auth0|2","auth0|1"]}"#).text == "{}")
        let first = try fixture.send("GET", "\(path)?take=1")
        #expect(first["users"]?.items?.first?.members?.map(\.key) == ["user_id", "email"])
        let next = try #require(first["next"]?.string)
        let second = try fixture.send("GET", "\(path)?take=1&from=\(next)")
        #expect(second["users"]?.items?.first?["user_id"] == "auth0|2")
        #expect(second["next"] == nil)
        _ = try fixture.send("DELETE", "/roles/\(role)")
        #expect(fixture.handle.withTenant { $0.links("roles/users").links(to: "auth0|1").count } == 0)
    }
}
