import JSON
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
        #expect(try fixture.send("DELETE", "/roles/\(id)").text == "{}")
        #expect(try fixture.send("DELETE", "/roles/\(id)").status == 404)
    }
}
