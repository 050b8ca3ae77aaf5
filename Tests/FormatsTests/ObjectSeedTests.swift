import Families
import Foundation
import Formats
import JSON
import Resources
import Tenancy
import TestSupport
import Testing

/// Objects of the families: from documents into tenants, and back.
@Suite struct ObjectSeedTests {
    private let world = ManualWorld()
    static let forms = ObjectForms(
        Families.seedSections, Families.catalogue, initialDocuments: Families.initialDocuments)

    private func start(
        _ text: String, addingTo base: Seed.Start? = nil, checks: Bool = true
    ) throws -> Seed.Start {
        try Seed.start(
            try JSONParser.parse(Array(text.utf8)), isYAML: false, TenantSettings(), TenantWorld(world.world),
            addingTo: base, Self.forms, checks: checks, readFile: { _ throws(SeedError) in "" })
    }

    /// The tenant as it is once somebody has used it.
    private func tenant(_ text: String, named name: String = "acme") throws -> Tenant {
        try tenant(try start(text), named: name)
    }

    private func tenant(_ start: Seed.Start, named name: String = "acme") throws -> Tenant {
        let directory = TenantDirectory(
            start: start.tenant, world: world.world, initialDocuments: Families.initialDocuments)
        let handle = try directory.tenant(named: name)
        handle.begin(at: "http://\(name).localhost:4664")
        return handle.withTenant { $0 }
    }

    private func all(_ resource: String, _ tenant: Tenant) -> [JSONTree] { tenant.table(resource).all.map(\.tree) }

    private func export(_ tenant: Tenant, showsSecrets: Bool = true) -> String {
        var writer = JSONWriter()
        writer.seed(tenant, showsSecrets: showsSecrets, as: Self.forms)
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    private static let company = #"""
        {"tenant":{"friendly_name":"Acme"},
         "users":[{"email":"Ann@acme.example","password":"Secret-123-x","roles":["Admin"]},
                  {"email":"bob@acme.example"},
                  {"user_id":"google-oauth2|7","email":"eve@acme.example","connection":"google"}],
         "organizations":[{"name":"acme","display_name":"Acme","connections":[{"connection_id":"people"}],
            "members":[{"user_id":"ann@acme.example","roles":["Admin"]},"bob@acme.example"],
            "client_grants":[{"client_id":"Shop","audience":"Orders"}]}],
         "roles":[{"name":"Admin","description":"All of it",
            "permissions":[{"resource_server_identifier":"Orders","permission_name":"read:orders"}]}],
         "client_grants":[
            {"client_id":"Shop","audience":"Orders","scope":["read:orders"],"organization_usage":"allow"},
            {"client_id":"Shop","audience":"https://acme.auth0.com/api/v2/","scope":["read:users"]}],
         "connections":[{"name":"people","strategy":"auth0","enabled_clients":["Shop","Default App"]},
                        {"name":"google","strategy":"google-oauth2"}],
         "clients":[{"name":"Shop","client_id":"shop","client_secret":"canary-shop","app_type":"non_interactive"},
                    {"name":"Default App","callbacks":["https://acme.example/back"]},
                    {"client_id":"robot","client_secret":"canary-robot"}],
         "resource_servers":[{"name":"Orders","identifier":"urn:orders","scopes":[{"value":"read:orders"}]}],
         "brute_force_protection":{"max_attempts":3},
         "guardian_factors":[{"name":"otp","enabled":true}],
         "rules_configs":[{"key":"A","value":"canary-rule"}],
         "prompts_custom_text":[{"prompt":"login","language":"en","text":{"login":{"title":"Hi"}}}]}
        """#

    @Test func `every section has operations and a table`() {
        #expect(Self.forms.strays == [])
    }

    @Test func `names stand for objects in whatever order they come`() throws {
        let tenant = try tenant(Self.company)
        let connection = try #require(all("connections", tenant).first { $0["name"] == "people" })
        let first = try #require(all("clients", tenant).first { $0["name"] == "Default App" }?["client_id"]?.string)
        #expect(Set(connection["enabled_clients"]?.strings ?? []) == ["shop", first])
        let grants = all("client-grants", tenant)
        #expect(grants.map { $0["client_id"]?.string } == ["shop", "shop"])
        #expect(grants.map { $0["audience"]?.string } == ["urn:orders", "https://acme.localhost:4664/api/v2/"])
        #expect(all("organizations/connections", tenant).map { $0["connection_id"] } == [connection["id"]])
        #expect(all("roles/permissions", tenant).map { $0["resource_server_identifier"] } == ["urn:orders"])
        let organization = try #require(tenant.table("organizations").all.first?.id)
        let members = tenant.links("organizations/members").links(from: organization).map(\.id)
        #expect(members.count == 2 && members.allSatisfy { $0.hasPrefix("auth0|") })
        let role = try #require(tenant.table("roles").all.first?.id)
        #expect(tenant.links("roles/users").links(from: role).count == 1)
        #expect(all("organizations/members/roles", tenant).map { $0["role_id"]?.string } == [role])
        #expect(tenant.links("organizations/client-grants").links(from: organization).count == 1)
    }

    @Test func `what is there already is changed, and what nobody can make by a call is there`() throws {
        let tenant = try tenant(Self.company)
        let apps = all("clients", tenant).filter { $0["name"] == "Default App" }
        #expect(apps.count == 1 && apps[0]["callbacks"]?.strings == ["https://acme.example/back"])
        #expect(tenant.table("clients").document("shop")?.tree["client_secret"] == "canary-shop")
        #expect(tenant.settings.clients.map(\.id) == ["robot"])
        #expect(tenant.table("users").contains("google-oauth2|7"))
        #expect(all("tenants/settings", tenant).first?["friendly_name"] == "Acme")
        let shield = all("attack-protection/brute-force-protection", tenant).first
        #expect(shield?["max_attempts"] == 3 && shield?["enabled"] == true, "the rest is as it was")
        #expect(all("prompts/custom-text", tenant) == [["login": ["title": "Hi"]]])
        #expect(tenant.table("rules-configs").document("A")?.sealedTree["value"] == "canary-rule")
        #expect(tenant.table("messages").count == 0, "no mail is sent")
    }

    @Test func `settings that are changed before objects are there hold for them, and not for the start`() throws {
        let directory = TenantDirectory(
            start: try start(#"{"organizations":[{"name":"a"}]}"#).tenant, world: world.world,
            initialDocuments: Families.initialDocuments)
        let handle = try directory.tenant(named: "acme")
        handle.withTenantAsItIs { $0.settings.asOf = Day(rawValue: "2020-01-01") }
        #expect(handle.withTenantAsItIs { $0.sowing != nil })
        #expect(
            handle.withTenant { all("organizations", $0).map { $0.contains("third_party_client_access") } } == [false])
        handle.reset()
        #expect(handle.settings.asOf == nil)
        #expect(handle.withTenant { $0.table("organizations").count } == 1)
    }

    @Test func `the guide names every section`() throws {
        let guide = try ManualPage.named("Guides/Seeds").text
        for section in Families.seedSections { #expect(guide.contains("`\(section.key)`"), "\(section.key)") }
    }

    @Test func `the pages' seeds are taken as they stand there`() throws {
        let blocks = try ManualPage.all().flatMap(\.listings).filter { $0.language == "json" }.map(\.text)
        let keys = Set(Self.forms.sections.map(\.key) + ["modules", "actions"])
        let seeds = try blocks.filter { try !keys.isDisjoint(with: JSONParser.parse(Array($0.utf8)).keys) }
        #expect(!seeds.isEmpty)
        for seed in seeds { #expect(try start(seed).notes == []) }
    }

    @Test func `a second document changes what the first has made`() throws {
        let second = #"""
            {"roles":[{"name":"Admin","description":"Less of it"}],
             "client_grants":[{"client_id":"Shop","audience":"Orders","scope":[]}]}
            """#
        let start = try start(second, addingTo: try start(Self.company))
        for tenant in [start.sown, try tenant(start)] {
            #expect(all("roles", tenant).map { $0["description"] } == ["Less of it"])
            #expect(all("client-grants", tenant).map { $0["scope"]?.strings } == [[], ["read:users"]])
        }
    }

    @Test func `a second document's grant for another API, or for users, is one more`() throws {
        let second = #"""
            {"resource_servers":[{"name":"Stock","identifier":"urn:stock"}],
             "client_grants":[{"client_id":"shop","audience":"Stock","scope":[]},
                {"client_id":"Shop","audience":"Orders","subject_type":"user","scope":[]}]}
            """#
        let tenant = try tenant(try start(second, addingTo: try start(Self.company)))
        #expect(all("client-grants", tenant).map { $0["scope"]?.strings } == [["read:orders"], ["read:users"], [], []])
    }

    @Test func `names of nothing are kept, and said`() throws {
        let start = try start(#"{"connections":[{"name":"a","strategy":"auth0","enabled_clients":["nope"]}]}"#)
        #expect(
            start.notes == [
                "kept as they are, being names of nothing that is here: connections[0].enabled_clients (nope)"
            ])
    }

    @Test func `each tenant begins with objects of its own`() throws {
        let directory = TenantDirectory(
            start: try start(Self.company).tenant, world: world.world, initialDocuments: Families.initialDocuments)
        let (one, two) = (try directory.tenant(named: "one"), try directory.tenant(named: "two"))
        one.begin(at: "https://one.localhost:4665")
        #expect(one.awaitsOrigin == false && two.awaitsOrigin)
        let ids = [one, two].map { handle in handle.withTenant { $0.table("roles").all.map(\.id) } }
        #expect(ids[0].count == 1 && ids[1].count == 1 && ids[0] != ids[1])
        one.withTenant { $0.withTable("roles") { _ = $0.remove(ids[0][0]) } }
        one.reset()
        #expect(one.withTenant { $0.table("roles").all.map(\.id) } == ids[0], "a reset brings back the same objects")
        let names = [one, two].map { handle in handle.withTenant { all("clients", $0).map { $0["tenant"]?.string } } }
        #expect(Set(names[0]) == ["one"] && Set(names[1]) == ["two"])
    }

    @Test func `what is exported makes the same tenant again`() throws {
        let first = try tenant(Self.company)
        let text = export(first)
        let second = try tenant(text)
        #expect(export(second) == text)
        for resource in ["clients", "client-grants", "organizations", "roles", "resource-servers"] {
            #expect(all(resource, second) == all(resource, first), "\(resource)")
        }
        #expect(
            text.contains(#""audience":"urn:orders""#) && text.contains(#""Default App"]"#)
                || text.contains(#""Default App","Shop"]"#))
    }

    @Test func `secrets stay out of exports unless they are asked for`() throws {
        let tenant = try tenant(Self.company)
        #expect(!export(tenant, showsSecrets: false).contains("canary"))
        #expect(export(tenant).contains("canary-shop") && export(tenant).contains("canary-robot"))
    }

    @Test(arguments: [
        (#"{"clients":[{"name":"a"},{"name":1}]}"#, "clients[1].name: Expected type string but found type integer"),
        (#"{"clients":[{"name":"a","colour":1}]}"#, "clients[0]: Additional properties not allowed: colour"),
        (#"{"roles":[{"name":"a"},{"name":"a"}]}"#, "roles[1]: The role already exists."),
        (
            #"{"client_grants":[{"client_id":"x","audience":"urn:a"}]}"#,
            "client_grants[0].client_id: The client does not exist: x"
        ),
        (#"{"organizations":[{"name":"a","members":{}}]}"#, "organizations[0].members: must be an array"),
        (
            #"{"organizations":[{"name":"a","members":["b"]}]}"#,
            "organizations[0].members: One or more of the specified users do not exist: b"
        ),
        (#"{"roles":{"name":"a"}}"#, "roles: must be an array"),
        (#"{"roles":["a"]}"#, "roles[0]: must be an object"),
        (#"{"rules_configs":[{"value":"v"}]}"#, "rules_configs[0].key: must be there"),
        (#"{"clients":[{"client_id":"x"}]}"#, "clients[0]: Missing required property: client_secret"),
        (
            #"{"roles":[{"name":"a","id":"rol_1"},{"name":"b","id":"rol_1"}]}"#,
            "roles[1].id: the id rol_1 stands more than once"
        ),
        (#"{"roles":[{"name":"a","id":""}]}"#, "roles[0].id: must not be empty or have a /"),
        (#"{"roles":[{"name":"a","id":"b/c"}]}"#, "roles[0].id: must not be empty or have a /"),
        (
            #"{"users":[{"email":"a@acme.example","roles":["b",7]}]}"#,
            "users[0].roles[1]: Expected type string but found type integer"
        ),
        (#"{"colours":[1,2]}"#, "it has none of the keys of a seed: colours"),
    ])
    func `what is wrong is said with its place`(text: String, message: String) throws {
        let error = #expect(throws: SeedError.self) { try start(text) }
        #expect(error?.description == message)
    }

    @Test(arguments: [
        (#"{"guardian_factors":[{"name":"nope","enabled":true}]}"#, "guardian_factors[0].name: "),
        (
            #"{"prompts_custom_text":[{"prompt":"nope","language":"en","text":{}}]}"#,
            "prompts_custom_text[0].prompt: "
        ),
        (
            #"{"prompts_custom_text":[{"prompt":"login","language":"xx","text":{}}]}"#,
            "prompts_custom_text[0].language: "
        ),
        (#"{"prompts_rendering":[{"prompt":"login","screen":"nope"}]}"#, "prompts_rendering[0].screen: "),
    ])
    func `parameters of a path are checked, too`(text: String, place: String) throws {
        let error = #expect(throws: SeedError.self) { try start(text) }
        #expect(error?.description.hasPrefix(place) == true, "\(error?.description ?? "")")
    }

    @Test func `a batch after the first counts on`() throws {
        let roles = (0..<51).map { $0 < 50 ? "\"r\($0)\"" : "7" }.joined(separator: ",")
        let made = (0..<50).map { #"{"name":"r\#($0)"}"# }.joined(separator: ",")
        let error = #expect(throws: SeedError.self) {
            try start(#"{"roles":[\#(made)],"users":[{"email":"a@acme.example","roles":[\#(roles)]}]}"#)
        }
        #expect(error?.description.hasPrefix("users[0].roles[50]: ") == true, "\(error?.description ?? "")")
    }

    @Test func `what nobody knows is left out, and said`() throws {
        let start = try start(#"{"roles":[{"name":"a"}],"colours":[1,2],"shapes":{"round":true}}"#)
        #expect(start.notes == ["not taken, being of no kind that is here: colours (2), shapes (1)"])
    }

    @Test func `objects that name each other are refused, others wait for each other`() throws {
        let flows = #"""
            {"forms":[{"name":"f","nodes":[{"id":"n","type":"FLOW","config":{"flow_id":"later","next_node":"$ending"}}],
              "start":{"next_node":"n"}}],
             "flows":[{"name":"later","actions":[]}]}
            """#
        let tenant = try tenant(flows)
        let flow = try #require(tenant.table("flows").all.first?.id)
        #expect(all("forms", tenant).first?["nodes"]?.items?.first?[path: "config.flow_id"]?.string == flow)
    }
}
