import JSON
import Tenancy
import TestSupport
import Testing

@testable import Runtime

/// What is run of a tenant.
@Suite struct RunPlanTests {
    private let world = ManualWorld()
    private var tenant = Tenant(settings: TenantSettings())

    private mutating func makeAction(
        _ name: String, _ trigger: (String, String) = ("post-login", "v3"), code: String = "1",
        modules: [NewModuleReference] = [], deploys: Bool = true
    ) throws -> Action {
        var patch = ActionPatch()
        patch.name = name
        patch.code = SourceCode(code)
        patch.trigger = TriggerReference(id: trigger.0, version: trigger.1)
        patch.modules = modules
        return try tenant.createAction(
            patch, deployingAs: deploys ? ActionVersionID(world.newID()) : nil, id: ActionID(world.newID()),
            at: world.now())
    }

    private func plan(
        _ trigger: String = "post-login", _ actions: [String]? = nil, isDraft: Bool = false
    ) throws -> RunPlan {
        var request = RunRequest(trigger: trigger, event: [:])
        request.actions = actions
        request.isDraft = isDraft
        return try RunPlan(request, tenant)
    }

    @Test mutating func `the bound actions run in the order of their bindings, as deployed`() throws {
        let (one, two) = (try makeAction("one", code: "a"), try makeAction("two"))
        var patch = ActionPatch()
        patch.code = SourceCode("b")
        _ = try tenant.patchAction(one.id, patch, at: world.now())
        _ = try tenant.replaceBindings(
            of: "post-login",
            by: [two, one].map { NewBinding(action: .actionID("\($0.id.value)"), displayName: $0.name) },
            newID: { BindingID(world.newID()) }, at: world.now())
        #expect(try plan().actions.map(\.name) == ["two", "one"])
        #expect(try plan().actions.last?.content.code == SourceCode("a"))
        #expect(try plan().actions.last?.version == 1)
        #expect(try plan(isDraft: true).actions.last?.content.code == SourceCode("b"))
        #expect(try plan("post-login", ["one", "\(two.id.value)"]).actions.map(\.name) == ["one", "two"])
    }

    @Test mutating func `modules are those that the deployed action pins, or drafts`() throws {
        let draft = ModuleDraft(code: SourceCode("old"))
        let (id, version) = (ModuleID(world.newID()), ModuleVersionID(world.newID()))
        _ = try tenant.createModule(name: "m", draft: draft, publishingAs: version, id: id, at: world.now())
        _ = try makeAction(
            "uses", modules: [NewModuleReference(moduleID: id, versionID: version)])
        _ = try tenant.patchModule(id, ModulePatch(code: SourceCode("new")), at: world.now())
        _ = try tenant.publishModule(id, as: ModuleVersionID(world.newID()), at: world.now())
        _ = try tenant.patchModule(id, ModulePatch(code: SourceCode("newest")), at: world.now())
        let pinned = try #require(try plan("post-login", ["uses"]).actions.first?.modules.first)
        #expect(pinned.content.code == SourceCode("old") && pinned.version == 1)
        let drafted = try #require(try plan("post-login", ["uses"], isDraft: true).actions.first?.modules.first)
        #expect(drafted.content.code == SourceCode("newest") && drafted.version == nil)
    }

    @Test mutating func `what cannot be run is refused by its name`() throws {
        _ = try makeAction("draft", deploys: false)
        #expect(throws: RunRefusal.unknownTrigger("nope")) { try plan("nope") }
        #expect(throws: RunRefusal.triggerWithoutContract("mcp-tool")) { try plan("mcp-tool") }
        #expect(throws: RunRefusal.unknownAction("nope")) { try plan("post-login", ["nope"]) }
        #expect(throws: RunRefusal.notDeployed("draft")) { try plan("post-login", ["draft"]) }
        #expect(try plan("post-login", ["draft"], isDraft: true).actions.count == 1)
        for name in ["a", "b"] { _ = try makeAction(name, ("custom-token-exchange", "v1")) }
        #expect(throws: RunRefusal.actionNotNamed("custom-token-exchange")) { try plan("custom-token-exchange") }
        #expect(try plan("custom-token-exchange", ["a"]).actions.map(\.name) == ["a"])
    }
}
