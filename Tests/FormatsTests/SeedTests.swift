import JSON
import Formats
import Tenancy
import TestSupport
import Testing

/// Documents into tenants, and tenants into documents.
@Suite struct SeedTests {
    private let world = ManualWorld()

    private func json(_ text: String) throws -> JSONValue { try JSONParser.parse(Array(text.utf8)) }

    private func tenant(_ text: String) throws -> Tenant {
        try Seed(try json(text), TenantWorld(world.world)).tenant(TenantSettings())
    }

    private func document(_ tenant: Tenant, showsSecrets: Bool = false) -> String {
        var writer = JSONWriter()
        writer.seed(tenant, showsSecrets: showsSecrets)
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    private static let full = #"""
        {"modules":[
           {"name":"a","code":"x","secrets":[{"name":"K","value":"canary-1"}],"publish":true},
           {"name":"b","id":"00000000-0000-4000-8000-0000000000aa","created_at":"2026-01-01T00:00:00Z","code":"2",
            "dependencies":[{"name":"l","version":"1"}],
            "versions":[{"code":"1"},{"code":"2","number":7,"created_at":"2026-01-02T00:00:00.5Z"}]}],
         "actions":[
           {"name":"act","supported_triggers":[{"id":"post-login","version":"v3"}],"code":"y","deploy":true,
            "modules":[{"module_name":"b","module_version_number":7}]}],
         "bindings":[{"trigger_id":"post-login","action_name":"act","display_name":"Act"}],
         "clients":[{"client_id":"me","client_secret":"canary-2","scopes":["read:actions"]}],
         "apis":[{"audience":"https://my-api.example/","scopes":["read:tea"]},{"audience":"urn:bare"}]}
        """#

    @Test(arguments: [
        (
            #"{"log_streams":[{"name":"a","type":"datadog","sink":{"datadogRegion":"eu"}}]}"#, "log_streams[0].sink",
            "Missing required property: datadogApiKey"
        ),
        (
            #"{"users":[{"connection":"people","email":"a@b.example"}]}"#, "users[0].connection",
            "The connection does not exist.: people"
        ),
        (#"{"users":[{"password":"Strong-1-word"}]}"#, "users[0]", "Missing required property: email"),
    ])
    func `a refusal names what is wrong in what was meant`(text: String, place: String, reason: String) throws {
        #expect(throws: SeedError(place, reason)) {
            _ = try Seed.start(
                try json(text), isYAML: false, TenantSettings(), TenantWorld(world.world), ObjectSeedTests.forms,
                readFile: { _ throws(SeedError) in "" }
            ).sown
        }
    }

    @Test func `what there is one of comes back from a dump, also where it is a list`() throws {
        var tenant = Tenant(settings: TenantSettings())
        for (name, text) in [("guardian/policies", #"["all-applications"]"#), ("branding", #"{"logo_url":"l"}"#)] {
            let document = Document(id: "", text: Array(text.utf8), createdAt: Instant(nanoseconds: 0))
            tenant.withTable(name) { $0 = DocumentTable([document]) }
        }
        let again = try self.tenant(document(tenant, showsSecrets: true))
        for name in ["guardian/policies", "branding"] {
            #expect(again.table(name).document("")?.text == tenant.table(name).document("")?.text)
        }
    }

    @Test func `a document becomes modules, versions, actions and bindings`() throws {
        var tenant = try tenant(Self.full)
        let modules = tenant.modules(PageRequest(index: 0, size: 10)).items
        #expect(modules.map(\.name) == ["a", "b"])
        #expect(modules[0].allChangesPublished && modules[0].latestVersion?.number == 1)
        #expect(modules[1].versions.map(\.number) == [1, 7])
        #expect("\(modules[1].id.value)" == "00000000-0000-4000-8000-0000000000aa")
        #expect(modules[1].createdAt == Instant(nanoseconds: 1_767_225_600_000_000_000))
        #expect(Array(modules[1].versions)[1].createdAt == Instant(nanoseconds: 1_767_312_000_500_000_000))
        #expect(modules[1].uses.map(\.actionName) == ["act"], "a deployed action counts")
        let action = try #require(
            tenant.actions(ActionFilter(), PageRequest(index: 0, size: 5), at: world.now()).items.first)
        #expect(action.status == .built && action.allChangesDeployed && action.draft.runtime == "node22")
        let bound = tenant.bindings(of: "post-login", PageRequest(index: 0, size: 5)).items
        #expect(bound.map(\.binding.displayName) == ["Act"])
        #expect(tenant.settings.clients.map(\.scopes) == [["read:actions"]])
        #expect(tenant.settings.apis.map(\.audience) == ["https://my-api.example/", "urn:bare"])
        #expect(tenant.settings.apis.map(\.scopes) == [["read:tea"], []])
    }

    @Test func `what is written can be read, and is written as it was`() throws {
        let first = document(try tenant(Self.full), showsSecrets: true)
        #expect(first.contains("canary-1") && first.contains("canary-2"))
        #expect(document(try tenant(first), showsSecrets: true) == first)
    }

    @Test func `versions of actions come back with their builds`() throws {
        let action = #""name":"a","supported_triggers":[{"id":"post-login","version":"v3"}]"#
        let times = #""created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:01Z""#
        let versions = [
            #"{\#(times),"status":"failed"}"#, #"{\#(times),"status":"pending"}"#,
            #"{\#(times),"built_at":"2026-01-01T00:00:00.5Z"}"#, "{\(times)}",
            #"{"created_at":"2026-01-01T00:00:02Z"}"#,
        ]
        let tenant = try tenant(#"{"actions":[{\#(action),"versions":[\#(versions.joined(separator: ","))]}]}"#)
        func seconds(_ instant: Instant?) -> Double? {
            instant.map { Double($0.nanoseconds - 1_767_225_600_000_000_000) / 1e9 }
        }
        let read = tenant.content.actions[0].versions
        #expect(read.map(\.status) == [.failed, .pending, .built, .built, .built])
        #expect(read.map { seconds($0.updatedAt) } == [1, 1, 1, 1, 2])
        #expect(read.map { seconds($0.builtAt) } == [nil, nil, 0.5, 1, 2])
        let text = document(tenant)
        #expect(document(try self.tenant(text)) == text)
    }

    @Test func `secrets stay here unless they are asked for`() throws {
        let text = document(try tenant(Self.full))
        #expect(!text.contains("canary"))
        #expect(try json(text)["modules"]?.list.first?["secrets"]?.list.first?.keys == ["name", "updated_at"])
    }

    @Test(arguments: [
        (#"{"modules":[{"code":"x"}]}"#, "modules[0]: Missing required property: name"),
        (#"{"modules":[{"name":"a"},{"name":"a"}]}"#, "modules: there is more than one module a"),
        (#"{"modules":[{"name":"a","id":"x"}]}"#, "modules[0].id: String is too short (1 chars), minimum 36"),
        (
            #"{"modules":[{"name":"a","created_at":"today"}]}"#,
            "modules[0].created_at: must be a time in UTC, such as 2026-01-01T00:00:00Z, from 1970 to 2199"
        ),
        (
            #"{"modules":[{"name":"a","versions":[{"number":2},{"number":2}]}]}"#,
            "modules[0].versions[1].number: must rise from version to version"
        ),
        (#"{"module":[]}"#, "it has none of the keys of a seed: module"),
        (
            #"{"actions":[{"name":"a","supported_triggers":[{"id":"x"}]}]}"#,
            "actions[0].supported_triggers[0].id: there is no trigger x"
        ),
        (
            #"{"actions":[{"name":"a","supported_triggers":[{"id":"post-login"}],"#
                + #""modules":[{"module_name":"m","module_version_number":1}]}]}"#,
            "actions[0].modules[0].module_name: there is no module m"
        ),
        (
            #"{"bindings":[{"trigger_id":"post-login","action_name":"a"}]}"#,
            "bindings[0].action_name: there is no action a"
        ),
        (#"[]"#, "Expected type object but found type array"),
    ])
    func `what is wrong is said with its place`(text: String, message: String) throws {
        let error = #expect(throws: SeedError.self) { try tenant(text) }
        #expect(error?.description == message)
    }

    /// Drafts may refer to what is gone, names of actions may repeat, and builds may have failed: all of it comes back.
    @Test func `whatever a tenant has come to hold can be exported and read again`() throws {
        var tenant = try tenant(Self.full)
        let now = world.now()
        let gone = try tenant.createModule(
            name: "gone", draft: ModuleDraft(code: "x"), publishingAs: ModuleVersionID(world.newID()),
            id: ModuleID(world.newID()), at: now)
        func create(_ name: String, _ runtime: String, deploys: Bool, _ module: Module? = nil) throws -> Action {
            var patch = ActionPatch()
            let code = SourceCode(String(repeating: "c", count: 100_000))
            (patch.name, patch.code, patch.runtime) = (name, code, runtime)
            patch.trigger = TriggerReference(id: "post-login", version: "v3")
            patch.dependencies = [
                Dependency(name: "d", version: String(repeating: "1", count: 99), registryURL: "https://r")
            ]
            patch.modules = try module.map { module in
                [NewModuleReference(moduleID: module.id, versionID: try #require(module.latestVersion).id)]
            }
            return try tenant.createAction(
                patch, deployingAs: deploys ? ActionVersionID(world.newID()) : nil, id: ActionID(world.newID()), at: now
            )
        }
        _ = try create("", "node18", deploys: false, gone)
        _ = try create("twin", "node18", deploys: false)
        let second = try create("twin", "node22", deploys: true)
        _ = try tenant.replaceBindings(
            of: "post-login", by: [NewBinding(action: .actionID("\(second.id.value)"), displayName: "")],
            newID: { BindingID(world.newID()) }, at: now)
        tenant.settings.build.outcome = .failed
        _ = try tenant.action(second.id, at: now)
        _ = try tenant.action(second.id, at: now)
        try tenant.deleteModule(gone.id)
        let first = document(tenant, showsSecrets: true)
        #expect(first.contains(#""status":"failed""#) && first.contains(#""module_name":"gone""#))
        let again = try self.tenant(first)
        #expect(document(again, showsSecrets: true) == first)
        #expect(again.bindings(of: "post-login", PageRequest(index: 0, size: 9)).items.map(\.action.id) == [second.id])
    }

    @Test func `the same id twice is refused`() throws {
        let id = "00000000-0000-4000-8000-0000000000aa"
        let error = #expect(throws: SeedError.self) {
            try tenant(#"{"modules":[{"name":"a","id":"\#(id)"},{"name":"b","id":"\#(id)"}]}"#)
        }
        #expect(error?.description == "the id \(id) stands more than once")
    }
}
