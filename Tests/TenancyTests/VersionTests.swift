import Tenancy
import TestSupport
import Testing

@Suite struct VersionTests {
    @Test func `publishing freezes the draft, counts up and leaves updatedAt alone`() throws {
        var fixture = TenantFixture()
        let module = try fixture.create("a", code: "1")
        let first = try fixture.publish(module.id)
        _ = try fixture.patch(module.id, ModulePatch(code: "2"))
        #expect(try fixture.tenant.module(module.id).allChangesPublished == false)
        let second = try fixture.publish(module.id)
        let after = try fixture.tenant.module(module.id)
        #expect([first.number, second.number] == [1, 2])
        #expect(after.allChangesPublished)
        #expect(after.updatedAt < second.createdAt)
        #expect(try fixture.tenant.version(first.id, of: module.id).content.code == "1")
        let page = try fixture.tenant.versions(of: module.id, PageRequest(index: 0, size: 20))
        #expect(page.items.map(\.number) == [2, 1])
        #expect(try fixture.tenant.versions(of: module.id, PageRequest(index: 1, size: 20)).total == 0)
    }

    @Test func `nothing to publish is refused, also after a patch to the same content`() throws {
        var fixture = TenantFixture()
        let module = try fixture.create("a", code: "1", secrets: ["K": "v"], publishing: true)
        #expect(throws: ModuleError.nothingToPublish) { try fixture.publish(module.id) }
        let same = try fixture.patch(
            module.id, ModulePatch(code: "1", secrets: [NewSecret(name: "K", value: SecretValue("v"))]))
        #expect(same.allChangesPublished)
        let other = try fixture.patch(
            module.id, ModulePatch(secrets: [NewSecret(name: "K", value: SecretValue("w"))]))
        #expect(!other.allChangesPublished)
    }

    @Test func `a version of another module is unknown`() throws {
        var fixture = TenantFixture()
        let one = try fixture.create("a", publishing: true)
        let other = try fixture.create("b")
        let version = try #require(one.latestVersion)
        #expect(throws: ModuleError.versionNotFound) { try fixture.tenant.version(version.id, of: other.id) }
        #expect(throws: ModuleError.versionNotFound) {
            try fixture.tenant.rollBackModule(other.id, to: version.id, at: fixture.world.now())
        }
    }

    @Test func `rolling back restores code, dependencies and secrets and makes no version`() throws {
        var fixture = TenantFixture()
        let module = try fixture.create("a", code: "1", secrets: ["K": "v"], publishing: true)
        let version = try #require(module.latestVersion)
        _ = try fixture.patch(module.id, ModulePatch(code: "2", secrets: []))
        let back = try fixture.tenant.rollBackModule(module.id, to: version.id, at: fixture.world.now())
        #expect(back.draft.hasSameContent(as: version.content))
        #expect(back.draft.secrets.first?.updatedAt == module.createdAt)
        #expect(back.allChangesPublished)
        #expect(back.versions.count == 1)
    }

    @Test func `rolling back to the current content is a conflict, or nothing where the tenant says so`() throws {
        var fixture = TenantFixture()
        let module = try fixture.create("a", publishing: true)
        let version = try #require(module.latestVersion)
        #expect(throws: ModuleError.alreadyCurrent) {
            try fixture.tenant.rollBackModule(module.id, to: version.id, at: fixture.world.now())
        }
        fixture.tenant.settings.rollbackToCurrent = .ok
        let same = try fixture.tenant.rollBackModule(module.id, to: version.id, at: fixture.world.now())
        #expect(same.updatedAt == module.updatedAt)
    }

    @Test func `at the limit the oldest unused version goes, and numbers go on`() throws {
        var settings = TenantSettings()
        settings.limits.versions = 3
        var fixture = TenantFixture(settings)
        let module = try fixture.create("a", code: "1", publishing: true)
        let first = try #require(module.latestVersion)
        try fixture.use(module.id, first.id, by: ActionID(fixture.world.newID()))
        for code in 2...5 {
            _ = try fixture.patch(module.id, ModulePatch(code: SourceCode("\(code)")))
            _ = try fixture.publish(module.id)
        }
        #expect(try fixture.tenant.module(module.id).versions.map(\.number) == [1, 4, 5])
    }

    @Test func `when actions use every version, publishing is refused and changes nothing`() throws {
        var settings = TenantSettings()
        settings.limits.versions = 2
        var fixture = TenantFixture(settings)
        let module = try fixture.create("a", code: "1", publishing: true)
        _ = try fixture.patch(module.id, ModulePatch(code: "2"))
        _ = try fixture.publish(module.id)
        for version in try fixture.tenant.module(module.id).versions {
            try fixture.use(module.id, version.id, by: ActionID(fixture.world.newID()))
        }
        _ = try fixture.patch(module.id, ModulePatch(code: "3"))
        #expect(throws: ModuleError.versionLimitReached(2)) { try fixture.publish(module.id) }
        #expect(try fixture.tenant.module(module.id).versions.map(\.number) == [1, 2])
    }

    @Test func `a module in use cannot be deleted until its action lets go`() throws {
        var fixture = TenantFixture()
        let module = try fixture.create("a", publishing: true)
        let version = try #require(module.latestVersion)
        let action = ActionID(fixture.world.newID())
        try fixture.use(module.id, version.id, by: action)
        #expect(throws: ModuleError.inUse) { try fixture.tenant.deleteModule(module.id) }
        let page = try fixture.tenant.uses(of: module.id, PageRequest(index: 0, size: 50))
        #expect(page.items.map(\.versionNumber) == [1])
        try fixture.tenant.setUses(of: action, named: "an action", [])
        try fixture.tenant.deleteModule(module.id)
        #expect(fixture.tenant.moduleCount == 0)
    }
}
