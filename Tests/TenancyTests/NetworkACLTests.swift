import Ground
import Tenancy
import TestSupport
import Testing

@Suite struct NetworkACLTests {
    private func visit(
        _ client: String = "192.0.2.1", by connecting: String? = nil, agent: String = "curl/8", host: String = "a.test",
        scope: NetworkACL.Scope = .management
    ) throws -> NetworkACL.Visit {
        NetworkACL.Visit(
            client: try #require(IPAddress(client)), connecting: try #require(IPAddress(connecting ?? client)),
            userAgent: agent, host: host, scope: scope)
    }

    private func condition(_ change: (inout NetworkACL.Condition) -> Void) -> NetworkACL.Condition {
        var condition = NetworkACL.Condition()
        change(&condition)
        return condition
    }

    private func acl(
        _ id: String = "a", _ action: NetworkACL.Action = .block, _ scope: NetworkACL.Scope = .all,
        match: NetworkACL.Condition? = nil, exclusion: NetworkACL.Condition? = nil
    ) -> NetworkACL {
        NetworkACL(id: id, priority: 1, action: action, scope: scope, match: match, exclusion: exclusion)
    }

    private func networks(_ texts: String...) -> [IPNetwork] { texts.compactMap { IPNetwork($0) } }

    @Test func `one value of a signal is enough, and every signal counts`() throws {
        let both = acl(
            match: condition {
                $0.clients = networks("10.0.0.0/8", "192.0.2.0/24")
                $0.userAgents = ["wget", "curl/8"]
            })
        #expect(both.applies(to: try visit()))
        #expect(!both.applies(to: try visit("203.0.113.1")))
        #expect(!both.applies(to: try visit(agent: "curl/8.1")))
    }

    @Test func `what is excluded must hold in nothing, and beside a match both count`() throws {
        let office = acl(exclusion: condition { $0.clients = networks("192.0.2.0/24", "2001:db8::/32") })
        #expect(!office.applies(to: try visit()))
        #expect(!office.applies(to: try visit("2001:db8::1")))
        #expect(office.applies(to: try visit("203.0.113.1")))
        let around = acl(
            match: condition { $0.hosts = ["a.test"] }, exclusion: condition { $0.connecting = networks("10.0.0.0/8") })
        #expect(around.applies(to: try visit()))
        #expect(!around.applies(to: try visit(by: "10.1.1.1")))
        #expect(!around.applies(to: try visit(host: "b.test")))
    }

    @Test func `what nobody knows of a request neither holds nor fails`() throws {
        let unknown = condition { $0.isUnknowable = true }
        #expect(!acl(match: unknown).applies(to: try visit()))
        #expect(!acl(exclusion: unknown).applies(to: try visit()))
    }

    @Test(arguments: [
        (NetworkACL.Scope.all, [NetworkACL.Scope.management, .authentication, .registration]),
        (.management, [.management]), (.authentication, [.authentication, .registration]),
        (.registration, [.registration]),
    ])
    func `a scope is a part of the tenant`(scope: NetworkACL.Scope, parts: [NetworkACL.Scope]) throws {
        let rule = acl("a", .block, scope)
        for part in [NetworkACL.Scope.management, .authentication, .registration] {
            #expect(rule.applies(to: try visit(scope: part)) == parts.contains(part))
        }
    }

    @Test func `the first that decides is the last that applies, and watching decides nothing`() throws {
        let acls = [
            acl("watch", .log), acl("elsewhere", .block, .authentication), acl("pass", .allow), acl("stop", .block),
        ]
        #expect(acls.applying(to: try visit()).map(\.id) == ["watch", "pass"])
        #expect(acls.applying(to: try visit(scope: .authentication)).map(\.id) == ["watch", "elsewhere"])
    }

    @Test func `whoever has the handle sees without the lock whether there are any, whatever way they came`() throws {
        let directory = TenantDirectory(start: Tenant(settings: TenantSettings()), world: ManualWorld().world)
        let handle = try directory.tenant(named: "a")
        #expect(!handle.isGuarded)
        #expect(handle.saveSnapshot("open"))
        let rule = acl()
        handle.withTenant { $0.networkACLs = [rule] }
        #expect(handle.isGuarded)
        #expect(handle.saveSnapshot("guarded"))
        handle.reset()
        #expect(!handle.isGuarded)
        #expect(handle.restoreSnapshot("guarded") && handle.isGuarded)
        #expect(handle.restoreSnapshot("open") && !handle.isGuarded)
        var content = TenantContent()
        content.resources.tables = [
            (Tenant.networkACLTable, [Document(id: "a", text: Array("{}".utf8), createdAt: handle.world.now())])
        ]
        handle.begin(with: try Tenant(settings: TenantSettings(), content: content), isOwn: true)
        #expect(handle.isGuarded && handle.withTenant { $0.networkACLs == nil }, "they are to be made yet")
    }

    @Test func `a tenant whose first objects are to be made is guarded until it turns out not to be`() throws {
        let directory = TenantDirectory(start: Tenant(settings: TenantSettings()), world: ManualWorld().world)
        let handle = try directory.tenant(named: "a")
        let rule = acl()
        for acls in [[], [rule]] {
            var start = Tenant(settings: TenantSettings())
            start.sowing = Sowing { tenant, _ in tenant.networkACLs = acls }
            handle.begin(with: start, isOwn: true)
            #expect(handle.isGuarded && handle.awaitsOrigin)
            handle.begin(at: "http://a")
            #expect(handle.isGuarded == !acls.isEmpty && !handle.awaitsOrigin)
        }
    }
}
