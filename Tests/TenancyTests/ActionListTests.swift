import TestSupport
import Testing

@testable import Tenancy

/// Finding actions among many, and what a look at them does.
@Suite struct ActionListTests {
    private let world = ManualWorld()

    private func tenant() -> Tenant {
        var settings = TenantSettings()
        settings.limits = .off
        return Tenant(settings: settings)
    }

    @discardableResult
    private func create(
        _ name: String, _ trigger: String = "post-login", deployed: Bool = false, in tenant: inout Tenant
    ) throws -> ActionID {
        var patch = ActionPatch()
        patch.name = name
        patch.trigger = TriggerReference(id: trigger, version: "")
        return try tenant.createAction(
            patch, deployingAs: deployed ? ActionVersionID(world.newID()) : nil, id: ActionID(world.newID()),
            at: world.now()
        ).id
    }

    private func filter(_ trigger: String?, _ name: String?, _ isDeployed: Bool?) -> ActionFilter {
        var filter = ActionFilter()
        (filter.triggerID, filter.name, filter.isDeployed) = (trigger, name, isDeployed)
        return filter
    }

    @Test func `a list reads the actions that it shows, and no others`() throws {
        var tenant = tenant()
        let ids = try (0..<5).map { try create("a\($0 % 2)", in: &tenant) }
        _ = tenant.actions(ActionFilter(), PageRequest(index: 1, size: 2), at: world.now())
        func built() throws -> [Bool] { try ids.map { try tenant.unreadAction($0).status == .built } }
        #expect(try built() == [false, false, true, true, false])
        _ = tenant.actions(filter(nil, "a0", nil), PageRequest(index: 0, size: 2), at: world.now())
        #expect(try built() == [true, false, true, true, false])
    }

    /// Names may repeat, and change; some actions go. What is found is what a look at all of them finds.
    @Test func `filters find what a walk over all actions finds`() throws {
        var random = SeededGenerator(seed: 5)
        var tenant = tenant()
        var ids: [ActionID] = []
        for step in 0..<600 {
            let name = "n\(Int.random(in: 0..<9, using: &random))"
            switch Int.random(in: 0..<4, using: &random) {
            case 0 where !ids.isEmpty:
                try tenant.deleteAction(ids.remove(at: Int.random(in: 0..<ids.count, using: &random)), force: true)
            case 1 where !ids.isEmpty:
                var patch = ActionPatch()
                patch.name = name
                let id = ids[Int.random(in: 0..<ids.count, using: &random)]
                _ = try tenant.patchAction(id, patch, at: world.now())
            default:
                let trigger = ["post-login", "credentials-exchange"].randomElement(using: &random) ?? ""
                ids.append(try create(name, trigger, deployed: Bool.random(using: &random), in: &tenant))
            }
            let wanted = filter(
                ["post-login", nil].randomElement(using: &random) ?? nil,
                [name, "none", nil].randomElement(using: &random) ?? nil,
                [true, false, nil].randomElement(using: &random) ?? nil)
            let all = try ids.map { try tenant.unreadAction($0) }
            let fitting = all.filter { action in
                wanted.triggerID.map { $0 == action.draft.triggers.first?.id } ?? true
                    && wanted.name.map { $0 == action.name } ?? true
                    && wanted.isDeployed.map { $0 == (action.deployedVersion != nil) } ?? true
            }
            let page = tenant.actions(wanted, PageRequest(index: step % 2, size: 7), at: world.now())
            let expected = fitting.dropFirst(step % 2 * 7).prefix(7).map(\.id)
            #expect(page.items.map(\.id) == expected && page.total == (expected.isEmpty ? 0 : fitting.count))
        }
    }

    @Test func `of actions of one name the one that can be bound is bound, also by its binding's id`() throws {
        var tenant = tenant()
        try create("twin", in: &tenant)
        try create("twin", "credentials-exchange", deployed: true, in: &tenant)
        let wanted = try create("twin", deployed: true, in: &tenant)
        try create("twin", deployed: true, in: &tenant)
        func bind(_ reference: ActionReference) throws -> [(binding: Binding, action: Action)] {
            try tenant.replaceBindings(
                of: "post-login", by: [NewBinding(action: reference, displayName: nil)],
                newID: { BindingID(world.newID()) }, at: world.now())
        }
        let first = try bind(.actionName("twin"))
        #expect(first.map(\.action.id) == [wanted])
        let second = try bind(.bindingID("\(first[0].binding.id.value)"))
        #expect(second.map(\.action.id) == [wanted])
        #expect(throws: ActionError.bindingWithoutAction("\(first[0].binding.id.value)")) {
            try bind(.bindingID("\(first[0].binding.id.value)"))
        }
        let page = tenant.bindings(of: "post-login", PageRequest(index: 0, size: 1))
        #expect(page.items.map(\.binding.id) == second.map(\.binding.id) && page.total == 1)
        #expect(tenant.bindings(of: "post-login", PageRequest(index: 1, size: 1)).total == 0)
    }

    @Test func `a deployment that comes too early counts as a read, and changes nothing else`() throws {
        var tenant = tenant()
        let id = try create("a", in: &tenant)
        let before = try tenant.unreadAction(id)
        #expect(throws: ActionError.notBuilt) {
            try tenant.deployAction(id, as: ActionVersionID(world.newID()), at: world.now())
        }
        let after = try tenant.unreadAction(id)
        #expect((before.status, after.status) == (.pending, .built) && after.versions.isEmpty)
        #expect(after.updatedAt == before.updatedAt && after.draft.hasSameContent(as: before.draft))
        _ = try tenant.deployAction(id, as: ActionVersionID(world.newID()), at: world.now())
    }
}
