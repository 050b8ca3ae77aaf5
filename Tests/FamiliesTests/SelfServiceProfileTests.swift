import JSON
import Tenancy
import Testing

@Suite struct SelfServiceProfileTests {
    private let path = "/self-service-profiles"

    @Test func `null empties the attributes and removes the others`() throws {
        let fixture = try FamilyFixture()
        let made = try fixture.send(
            "POST", path,
            #"{"branding":{"colors":{"primary":"\u0023fff"},"logo_url":"https://a.example"},"#
                + #""name":"p","description":"d","#
                + #""user_attributes":[{"name":"n","description":"d","is_optional":true}]}"#)
        #expect(
            made.body.members?.map(\.key) == [
                "id", "name", "description", "user_attributes", "allowed_strategies", "created_at", "updated_at",
                "branding",
            ])
        #expect(made["branding"]?.members?.map(\.key) == ["logo_url", "colors"])
        let id = try #require(made["id"]?.string)
        let changed = try fixture.send(
            "PATCH", "\(path)/\(id)", #"{"user_attributes":null,"branding":null,"description":null}"#)
        #expect(changed["user_attributes"] == [] && changed["branding"] == nil && changed["description"] == nil)
        #expect(try fixture.send("GET", "\(path)/ssp_x").message == "Profile with ID: ssp_x not found")
        #expect(try fixture.send("DELETE", "\(path)/ssp_x").status == 204)
    }

    @Test func `attributes and a profile of attributes exclude each other`() throws {
        let attributes = #"[{"name":"n","description":"d","is_optional":true}]"#
        let body = #"{"name":"p","user_attributes":\#(attributes),"user_attribute_profile_id":"uap_x"}"#
        #expect(try FamilyFixture().send("POST", path, body).status == 400)
    }

    @Test func `custom text is replaced as a whole, and goes with its profile`() throws {
        let fixture = try FamilyFixture()
        let id = try #require(try fixture.send("POST", path, #"{"name":"p"}"#)["id"]?.string)
        let text = "\(path)/\(id)/custom-text/en/get-started"
        #expect(try fixture.send("GET", text).text == "{}")
        _ = try fixture.send("PUT", text, #"{"a":"1","b":"2"}"#)
        #expect(try fixture.send("PUT", text, #"{"b":"3"}"#).text == #"{"b":"3"}"#)
        #expect(try fixture.send("GET", text).text == #"{"b":"3"}"#)
        _ = try fixture.send("DELETE", "\(path)/\(id)")
        #expect(try fixture.send("GET", text).status == 404)
        #expect(fixture.handle.withTenant { $0.table("self-service-profiles/custom-text").count } == 0)
    }

    @Test func `a ticket is a link until it is revoked`() throws {
        let fixture = try FamilyFixture()
        let id = try #require(try fixture.send("POST", path, #"{"name":"p"}"#)["id"]?.string)
        let made = try fixture.send("POST", "\(path)/\(id)/sso-ticket", "{}")
        let link = try #require(made["ticket"]?.string)
        #expect(made.status == 201 && link.contains("/self-service/connections-flow?ticket="))
        let count = { fixture.handle.withTenant { $0.table("self-service-profiles/sso-tickets").count } }
        #expect(count() == 1)
        let ticket = try #require(link.split(separator: "=").last)
        for _ in 0..<2 {
            #expect(try fixture.send("POST", "\(path)/\(id)/sso-ticket/\(ticket)/revoke").status == 202)
        }
        #expect(count() == 0)
        #expect(try fixture.send("POST", "\(path)/ssp_x/sso-ticket", "{}").status == 404)
        let unknown = #"{"connection_id":"con_0000000000000000"}"#
        #expect(try fixture.send("POST", "\(path)/\(id)/sso-ticket", unknown).status == 404)
    }
}
