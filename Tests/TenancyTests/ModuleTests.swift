import Tenancy
import TestSupport
import Testing

@Suite struct ModuleTests {
    @Test func `a new module has equal times, no version and unpublished changes`() throws {
        var fixture = TenantFixture()
        let module = try fixture.create("a", secrets: ["K": "v"])
        #expect(module.createdAt == module.updatedAt)
        #expect(module.draft.secrets.first?.updatedAt == module.createdAt)
        #expect(module.latestVersion == nil)
        #expect(!module.allChangesPublished)
    }

    @Test func `publishing on creation makes version 1 of the draft`() throws {
        var fixture = TenantFixture()
        let module = try fixture.create("a", code: "x", publishing: true)
        #expect(module.latestVersion?.number == 1)
        #expect(module.latestVersion?.content.code == "x")
        #expect(module.allChangesPublished)
    }

    @Test func `a name is taken until its module is deleted, and only in its exact case`() throws {
        var fixture = TenantFixture()
        let module = try fixture.create("a")
        #expect(throws: ModuleError.nameTaken) { try fixture.create("a") }
        _ = try fixture.create("A")
        try fixture.tenant.deleteModule(module.id)
        _ = try fixture.create("a")
        #expect(fixture.tenant.moduleCount == 2)
    }

    @Test func `texts are compared exactly: composed and decomposed letters differ`() throws {
        var fixture = TenantFixture()
        let module = try fixture.create("caf\u{E9}", code: "\u{E9}", publishing: true)
        _ = try fixture.create("cafe\u{301}")
        #expect(fixture.tenant.moduleCount == 2)
        #expect(!(try fixture.patch(module.id, ModulePatch(code: "e\u{301}")).allChangesPublished))
    }

    @Test func `the module limit refuses the next one, and lifting it lets it in`() throws {
        var settings = TenantSettings()
        settings.limits.modules = 2
        var fixture = TenantFixture(settings)
        _ = try fixture.create("a")
        _ = try fixture.create("b")
        #expect(throws: ModuleError.moduleLimitReached(2)) { try fixture.create("c") }
        #expect(throws: ModuleError.nameTaken) { try fixture.create("a") }
        fixture.tenant.settings.limits = .off
        _ = try fixture.create("c")
    }

    @Test func `a patch keeps what it leaves out and replaces what it names`() throws {
        var fixture = TenantFixture()
        let module = try fixture.create("a", secrets: ["K": "v"])
        let lodash = Dependency(name: "lodash", version: "4")
        let patched = try fixture.patch(module.id, ModulePatch(code: "2", dependencies: [lodash]))
        #expect(patched.draft.code == "2")
        #expect(patched.draft.dependencies == [lodash])
        #expect(patched.draft.secrets.map(\.name) == ["K"])
        #expect(patched.updatedAt > module.updatedAt)
        let emptied = try fixture.patch(module.id, ModulePatch(dependencies: [], secrets: []))
        #expect(emptied.draft.dependencies.isEmpty)
        #expect(emptied.draft.secrets.isEmpty)
        #expect(emptied.draft.code == "2")
    }

    @Test func `secrets keep their place, new ones follow, all sent ones get the time of the patch`() throws {
        var fixture = TenantFixture()
        let module = try fixture.create("a", secrets: ["A": "1", "B": "2", "C": "3"])
        let secrets = ["D", "C", "A"].map { NewSecret(name: $0, value: SecretValue("new")) }
        let patched = try fixture.patch(module.id, ModulePatch(secrets: secrets))
        #expect(patched.draft.secrets.map(\.name) == ["A", "C", "D"])
        #expect(patched.draft.secrets.allSatisfy { $0.updatedAt == patched.updatedAt })
    }

    @Test func `an empty patch changes nothing at all`() throws {
        var fixture = TenantFixture()
        let module = try fixture.create("a")
        #expect(try fixture.patch(module.id, ModulePatch()).updatedAt == module.updatedAt)
    }

    @Test func `unknown modules are refused everywhere`() throws {
        var fixture = TenantFixture()
        let id = ModuleID(fixture.world.newID())
        let version = ModuleVersionID(fixture.world.newID())
        let page = PageRequest(index: 0, size: 10)
        #expect(throws: ModuleError.moduleNotFound) { try fixture.tenant.module(id) }
        #expect(throws: ModuleError.moduleNotFound) { try fixture.patch(id, ModulePatch(code: "x")) }
        #expect(throws: ModuleError.moduleNotFound) { try fixture.tenant.deleteModule(id) }
        #expect(throws: ModuleError.moduleNotFound) { try fixture.publish(id) }
        #expect(throws: ModuleError.moduleNotFound) { try fixture.tenant.versions(of: id, page) }
        #expect(throws: ModuleError.moduleNotFound) { try fixture.tenant.version(version, of: id) }
        #expect(throws: ModuleError.moduleNotFound) { try fixture.tenant.uses(of: id, page) }
    }

    @Test func `modules list oldest first, page by page, with total 0 past the end`() throws {
        var fixture = TenantFixture()
        fixture.tenant.settings.limits = .off
        for index in 0..<150 { _ = try fixture.create("m\(index)") }
        let names = (0..<4).flatMap { index in
            fixture.tenant.modules(PageRequest(index: index, size: 40)).items.map(\.name)
        }
        #expect(names == (0..<150).map { "m\($0)" })
        #expect(fixture.tenant.modules(PageRequest(index: 3, size: 40)).total == 150)
        #expect(fixture.tenant.modules(PageRequest(index: 4, size: 40)).total == 0)
        #expect(fixture.tenant.modules(PageRequest(index: Int.max, size: 100)).items.isEmpty)
    }

    @Test func `a secret's value is never printed`() {
        let value = SecretValue("hunter2")
        var dumped = ""
        dump(Secret(name: "K", value: value, updatedAt: Instant(microseconds: 0)), to: &dumped)
        #expect(!dumped.contains("hunter2"))
        #expect(!"\(value) \(String(reflecting: value))".contains("hunter2"))
        #expect(value.reveal() == "hunter2")
    }

    @Test(arguments: [
        ("437c498a-0574-4073-b1e1-e987fefa74da", true), ("437C498A-0574-4073-B1E1-E987FEFA74DA", true),
        ("437c498a-0574-4073-b1e1-e987fefa74d", false), ("437c498a-0574-4073-b1e1-e987fefa74daa", false),
        ("437c498a005744073-b1e1-e987fefa74da", false), ("g37c498a-0574-4073-b1e1-e987fefa74da", false), ("", false),
    ])
    func `ids are read in the canonical form only and printed lower-case`(text: String, isValid: Bool) {
        let id = UniqueID(text)
        #expect((id != nil) == isValid)
        if let id { #expect(id.description == text.lowercased()) }
    }
}
