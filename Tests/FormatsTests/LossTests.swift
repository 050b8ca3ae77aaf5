import JSON
import Resources
import Tenancy
import Testing

@testable import Formats

/// What exports and seeds are easily missing of a tenant.
@Suite struct LossTests {
    private func tenant(_ text: String) throws -> Tenant {
        try ObjectRoundTripTests.start(Array(text.utf8), isYAML: false)
    }

    /// The tenant that the export of another one makes.
    private func again(_ text: String) throws -> Tenant {
        var writer = JSONWriter()
        writer.seed(try tenant(text), showsSecrets: true, as: ObjectSeedTests.forms)
        return try ObjectRoundTripTests.start(writer.finish(), isYAML: false)
    }

    private func object(_ resource: String, named name: String, _ tenant: Tenant) -> JSONTree? {
        tenant.table(resource).all.map(\.tree).first { $0["name"]?.string == name }
    }

    @Test func `those who name each other in a circle find each other`() throws {
        let tenant = try tenant(
            #"""
            {"clients":[{"name":"Shop",
               "default_organization":{"organization_id":"acme","flows":["client_credentials"]}}],
             "connections":[{"name":"people","strategy":"auth0","enabled_clients":["Shop"]}],
             "organizations":[{"name":"acme","connections":[{"connection_id":"people"}]}]}
            """#)
        let (shop, acme) = (object("clients", named: "Shop", tenant), object("organizations", named: "acme", tenant))
        let people = object("connections", named: "people", tenant)
        let id = acme?["id"]?.string
        #expect(id != nil && shop?[path: "default_organization.organization_id"]?.string == id)
        #expect(people?["enabled_clients"]?.strings == [shop?["client_id"]?.string ?? "none"])
    }

    @Test func `a log stream comes back stopped, with its password`() throws {
        let tenant = try again(
            #"""
            {"log_streams":[{"name":"m","type":"mixpanel","status":"paused","sink":{"mixpanelRegion":"us",
              "mixpanelProjectId":"1","mixpanelServiceAccountUsername":"u",
              "mixpanelServiceAccountPassword":"word"}}]}
            """#)
        let stream = tenant.table("log-streams").all.first
        #expect(stream?.tree["status"]?.string == "paused")
        #expect(stream?.sealedTree["mixpanelServiceAccountPassword"]?.string == "word")
    }

    @Test func `the connection of every new tenant comes back without clients`() throws {
        let name = "Username-Password-Authentication"
        let text = #"{"connections":[{"name":"\#(name)","strategy":"auth0","enabled_clients":[]}]}"#
        #expect(object("connections", named: name, try tenant(text))?["enabled_clients"]?.strings == [])
        #expect(object("connections", named: name, try again(text))?["enabled_clients"]?.strings == [])
    }

    @Test func `what a change can bring and no first request is taken`() throws {
        let tenant = try again(#"{"clients":[{"name":"Shop","cross_origin_loc":"a"}]}"#)
        #expect(object("clients", named: "Shop", tenant)?["cross_origin_loc"]?.string == "a")
        #expect(throws: SeedError.self) { try self.tenant(#"{"clients":[{"name":"Shop","callbacks":"a"}]}"#) }
    }

    @Test func `a login page that is off is off in the deploy CLI's document`() throws {
        let tenant = try tenant(#"{"clients":[{"name":"All Applications","custom_login_page_on":false}]}"#)
        let text = DeployDocument.json(tenant, ObjectSeedTests.forms, showsSecrets: true)
        let again = try ObjectRoundTripTests.start(Array(text.utf8), isYAML: true)
        #expect(object("clients", named: "All Applications", again)?["custom_login_page_on"]?.bool == false)
    }
}
