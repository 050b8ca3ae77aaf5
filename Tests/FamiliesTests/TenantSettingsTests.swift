import Families
import JSON
import Resources
import Testing

@Suite struct TenantSettingsTests {
    @Test func `what a change answers is not what a reading shows`() throws {
        let fixture = try FamilyFixture()
        let changed = try fixture.send("PATCH", "/tenants/settings", #"{"flags":{"enable_client_connections":true}}"#)
        let flags = changed["flags"]?.members?.map(\.key) ?? []
        #expect(flags.contains("enforce_client_authentication_on_passwordless_start"))
        #expect(flags.firstIndex(of: "enable_client_connections") == 3)
        #expect(changed["sandbox_versions_available"] == nil)
        let read = try fixture.send("GET", "/tenants/settings")
        #expect(read["flags.enforce_client_authentication_on_passwordless_start"] == nil)
        #expect(read.body.members?.last?.key == "sandbox_versions_available")
    }

    @Test func `minutes are kept as hours, and nothing is taken for no address`() throws {
        let fixture = try FamilyFixture()
        let changed = try fixture.send(
            "PATCH", "/tenants/settings",
            #"{"session_lifetime_in_minutes":181,"default_redirection_uri":"","default_audience":""}"#)
        #expect(changed["session_lifetime"]?.double == 181.0 / 60)
        #expect(changed["session_lifetime_in_minutes"] == nil)
        #expect(changed["default_redirection_uri"] == nil)
        #expect(changed["default_audience"] == "")
        for far in ["1e300", "9223372036854775807"] {
            #expect(try fixture.send("PATCH", "/tenants/settings", #"{"session_lifetime":\#(far)}"#).status == 400)
        }
        let tooLong = try fixture.send("PATCH", "/tenants/settings", #"{"idle_session_lifetime":8761}"#)
        #expect(tooLong.status == 400 && tooLong.message.contains("8760"))
    }

    @Test func `branding and prompts show the tenant's document and change it`() throws {
        let fixture = try FamilyFixture()
        _ = try fixture.send(
            "PATCH", "/branding", ##"{"colors":{"primary":"#000001"},"logo_url":"https://a.test/l.png"}"##)
        _ = try fixture.send("PATCH", "/prompts", #"{"identifier_first":true,"universal_login_experience":"classic"}"#)
        let settings = try fixture.send("GET", "/tenants/settings")
        #expect(settings["universal_login.colors.primary"] == "#000001")
        #expect(settings["universal_login.identifier_first"] == nil)
        #expect(settings["picture_url"] == "https://a.test/l.png")
        #expect(settings["flags.new_universal_login_experience_enabled"] == false)
        let changed = try fixture.send(
            "PATCH", "/tenants/settings", ##"{"universal_login":{"colors":{"primary":"#000002"}}}"##)
        #expect(changed["universal_login.identifier_first"] == true)
        #expect(try fixture.send("GET", "/branding")["colors.primary"] == "#000002")
        #expect(
            try fixture.send("GET", "/prompts").text
                == #"{"universal_login_experience":"classic","identifier_first":true}"#)
    }

    @Test func `a page template needs a domain, is made once and then replaced`() throws {
        let fixture = try FamilyFixture()
        let path = "/branding/templates/universal-login"
        let page = #""<head>{%- auth0:head -%}</head>{%- auth0:widget -%}""#
        #expect(try fixture.send("PUT", path, page).status == 400)
        _ = try fixture.send("POST", "/custom-domains", #"{"domain":"a.test","type":"auth0_managed_certs"}"#)
        #expect(try fixture.send("PUT", path, #""<head></head>""#).message.contains("auth0:head"))
        #expect(try fixture.send("PUT", path, page).text == "{}")
        #expect(try fixture.send("PUT", path, #"{"template":\#(page)}"#).status == 204)
        #expect(try fixture.send("GET", path)["body"]?.string?.contains("auth0:widget") == true)
        #expect(try fixture.send("DELETE", path).status == 204)
        #expect(try fixture.send("GET", path).status == 404)
    }

    @Test(arguments: [
        "prompts", "guardian", "attack-protection", "tenants", "branding", "custom-domains", "email-templates",
        "emails",
        "keys", "log-streams", "risk-assessments", "supplemental-signals", "rate-limit-policies", "anomaly",
        "blacklists", "stats",
    ])
    func `every operation of these families behaves`(name: String) throws {
        let family = try #require(Families.catalogue.family(name))
        #expect(family.operations.filter { $0.binding == nil }.map(\.id) == [])
        #expect(family.strayActs == [])
    }
}
