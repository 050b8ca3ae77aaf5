import JSON
import Testing

@Suite struct UserAttributeProfileTests {
    private static let attributes = """
        {"email":{"profile_required":true,"label":"L","auth0_mapping":"email","description":"D"}}
        """

    @Test func `the id's mapping is filled from the default each time, and kept as jsonb`() throws {
        let fixture = try FamilyFixture()
        let body = #"{"name":"p","user_id":{"scim_mapping":"x"},"user_attributes":\#(Self.attributes)}"#
        let made = try fixture.send("POST", "/user-attribute-profiles", body)
        #expect(made.status == 201)
        #expect(made["user_id"]?.members?.map(\.key) == ["oidc_mapping", "saml_mapping", "scim_mapping"])
        #expect(made["user_id.scim_mapping"] == "x")
        #expect(
            made["user_attributes.email"]?.members?.map(\.key)
                == ["label", "description", "auth0_mapping", "profile_required"])
        let path = "/user-attribute-profiles/\(made["id"]?.string ?? "")"
        let changed = try fixture.send("PATCH", path, #"{"user_id":{"saml_mapping":["s"]}}"#)
        #expect(changed["user_id.scim_mapping"] == "externalId")
        #expect(changed["user_id.saml_mapping"]?.strings == ["s"])
        #expect(try fixture.send("POST", "/user-attribute-profiles", body).status == 409)
        let list = try fixture.send("GET", "/user-attribute-profiles")
        #expect(list.body.members?.map(\.key) == ["user_attribute_profiles"])
    }

    @Test func `there is one template`() throws {
        let fixture = try FamilyFixture()
        let list = try fixture.send("GET", "/user-attribute-profiles/templates")
        let template = try #require(list["user_attribute_profile_templates"]?.items?.first)
        #expect(try fixture.send("GET", "/user-attribute-profiles/templates/auth0-generic").body == template)
        #expect(template[path: "template.user_attributes.email.profile_required"] == true)
        #expect(try fixture.send("GET", "/user-attribute-profiles/templates/x").status == 404)
    }
}
