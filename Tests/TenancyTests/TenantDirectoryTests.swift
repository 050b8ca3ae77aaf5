import Tenancy
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct TenantDirectoryTests {
    @Test func `of 64 that create the same name at once exactly one succeeds`() async throws {
        let world = ManualWorld()
        let handle = try TenantDirectory(start: Tenant(settings: TenantSettings()), world: world.world)
            .tenant(named: "a")
        let outcomes = await withTaskGroup(of: Bool.self, returning: [Bool].self) { group in
            for _ in 0..<64 {
                group.addTask {
                    do throws(ModuleError) {
                        _ = try handle.withTenant { (tenant) throws(ModuleError) in
                            try tenant.createModule(
                                name: "same", draft: ModuleDraft(code: ""), publishingAs: nil,
                                id: ModuleID(world.newID()), at: world.now())
                        }
                        return true
                    } catch {
                        return false
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.filter { $0 }.count == 1)
    }

    @Test func `a tenant that nobody uses is forgotten, others stay`() throws {
        let world = ManualWorld()
        let directory = TenantDirectory(
            start: Tenant(settings: TenantSettings()), world: world.world, idleMax: 8_000)
        let start = world.now()
        func later(_ nanoseconds: Int64) -> Instant { Instant(nanoseconds: start.nanoseconds + nanoseconds) }
        _ = try directory.tenant(named: "idle", usedAt: start)
        _ = try directory.tenant(named: "busy", usedAt: start)
        _ = try directory.tenant(named: "unused")
        #expect(directory.isSweepDue(start) && directory.forgetIdle(at: start).isEmpty)
        #expect(!directory.isSweepDue(later(999)) && directory.isSweepDue(later(1_000)))
        _ = try directory.tenant(named: "busy", usedAt: later(1))
        #expect(directory.forgetIdle(at: later(7_999)).isEmpty)
        #expect(Set(directory.forgetIdle(at: later(8_000))) == ["idle", "unused"])
        #expect(directory.list().map(\.name) == ["busy"])
    }

    @Test func `one that is removed is made anew, also when it was asked for last`() throws {
        let directory = TenantDirectory(
            start: Tenant(settings: TenantSettings()), world: ManualWorld().world)
        let (first, other) = try (directory.tenant(named: "first"), directory.tenant(named: "other"))
        for (name, old) in [("other", other), ("first", first)] {
            #expect(try directory.tenant(named: name) === old)
            #expect(directory.remove(name) && !directory.remove(name) && directory.existingTenant(named: name) == nil)
            #expect(try directory.tenant(named: name) !== old)
        }
        #expect(directory.count == 2)
    }

    @Test func `without a limit no tenant is forgotten`() throws {
        let directory = TenantDirectory(
            start: Tenant(settings: TenantSettings()), world: ManualWorld().world)
        _ = try directory.tenant(named: "a")
        let end = Instant(nanoseconds: .max - 1)
        #expect(!directory.isSweepDue(end) && directory.forgetIdle(at: end).isEmpty && directory.count == 1)
    }

    @Test func `tenants are made once, share nothing, and are limited in number`() async throws {
        let directory = TenantDirectory(
            start: Tenant(settings: TenantSettings()), world: ManualWorld().world, countMax: 8)
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<64 {
                group.addTask { _ = try? directory.tenant(named: "t\(index % 8)") }
            }
        }
        #expect(directory.list().map(\.name) == (0..<8).map { "t\($0)" })
        #expect(throws: TenantDirectory.Full(countMax: 8)) { try directory.tenant(named: "one-more") }
        #expect(try directory.tenant(named: "t1") === directory.tenant(named: "t1"))
    }

    @Test(arguments: [
        ("acme", true), ("a-b_c9", true), ("9a", true), ("", false), ("-a", false), ("_a", false), ("A", false),
        ("a.b", false), ("é", false), (String(repeating: "a", count: 63), true),
        (String(repeating: "a", count: 64), false),
    ])
    func `names of tenants are host labels`(name: String, isValid: Bool) {
        #expect(TenantDirectory.isValidName(name) == isValid)
    }
}
