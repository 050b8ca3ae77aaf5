import JSON
import Tenancy

/// What an execution consists of, taken out of a tenant in one locked call.
struct RunPlan: Sendable {
    struct PlannedModule: Sendable {
        let name: String
        /// Nil: the draft.
        let version: Int?
        let content: ModuleContent
    }

    struct PlannedAction: Sendable {
        let id: ActionID
        let name: String
        /// Nil: the draft.
        let version: Int?
        let content: ActionContent
        let modules: [PlannedModule]
    }

    let triggerVersion: String
    let actions: [PlannedAction]
    /// What the trigger's executions remember (`api.cache`), as the worker left it; nil: nothing.
    let cache: JSONTree?
    /// Whose values may be in there.
    private let cachedSecrets: [Secret]

    /// The Node that the actions are written for; the newest, where they differ.
    var major: Int? {
        actions.compactMap { action in
            Int(action.content.runtime.drop { !$0.isNumber }.prefix { $0.isNumber })
        }.max()
    }

    /// Names and values of all secrets.
    var secrets: [Secret] {
        actions.flatMap { action in action.content.secrets + action.modules.flatMap(\.content.secrets) }
            + cachedSecrets
    }

    /// - Throws: what keeps the request from being run.
    init(_ request: RunRequest, _ tenant: Tenant) throws(RunRefusal) {
        guard TriggerCatalogue.hasTrigger(request.trigger) else { throw .unknownTrigger(request.trigger) }
        guard Samples.named(request.trigger) != nil else { throw .triggerWithoutContract(request.trigger) }
        let trigger = TriggerCatalogue.trigger(request.trigger, version: nil)
        var planned: [PlannedAction] = []
        for action in try RunPlan.chosen(request, trigger?.bindingPolicy, tenant) {
            planned.append(try RunPlan.planned(action, request, tenant))
        }
        actions = planned
        // Triggers that are not listed have no version.
        let own = planned.first?.content.triggers.first { $0.id == request.trigger }
        triggerVersion = own?.version ?? trigger?.reference.version ?? "v1"
        let memory = tenant.table(RunTables.cache).document(request.trigger).map { JSONTree(stored: $0.sealed) }
        cache = memory?["records"]
        cachedSecrets = [Secret](sealed: memory?["secrets"])
    }

    private static func chosen(
        _ request: RunRequest, _ policy: Trigger.BindingPolicy?, _ tenant: Tenant
    ) throws(RunRefusal) -> [Action] {
        if let names = request.actions {
            var found: [Action] = []
            for name in names { found.append(try action(name, request.trigger, tenant)) }
            return found
        }
        guard policy == .entityBound else {
            return tenant.bindings(of: request.trigger, PageRequest(index: 0, size: Int.max)).items.map(\.action)
        }
        var filter = ActionFilter()
        filter.triggerID = request.trigger
        filter.isDeployed = request.isDraft ? nil : true
        let all = tenant.unreadActions(filter, PageRequest(index: 0, size: 2), at: Instant(nanoseconds: 0)).items
        guard all.count < 2 else { throw .actionNotNamed(request.trigger) }
        return all
    }

    /// By its id or name; of several of a name the one of the trigger.
    private static func action(
        _ name: String, _ trigger: String, _ tenant: Tenant
    ) throws(RunRefusal) -> Action {
        if let id = UniqueID(name), let action = try? tenant.unreadAction(ActionID(id)) { return action }
        var filter = ActionFilter()
        filter.name = name
        let all = tenant.unreadActions(filter, PageRequest(index: 0, size: 100), at: Instant(nanoseconds: 0)).items
            .filter { $0.name == name }
        let ofTrigger = all.first { action in action.draft.triggers.contains { $0.id == trigger } }
        guard let action = ofTrigger ?? all.first else { throw .unknownAction(name) }
        return action
    }

    private static func planned(
        _ action: Action, _ request: RunRequest, _ tenant: Tenant
    ) throws(RunRefusal) -> PlannedAction {
        let version = request.isDraft ? nil : action.deployedVersion
        guard request.isDraft || version != nil else { throw .notDeployed(action.name) }
        let content = version?.content ?? action.draft
        // A test is of the action alone, with the versions that it names.
        let takesDrafts = request.isDraft && request.kind == .run
        let modules = content.modules.compactMap { reference -> PlannedModule? in
            guard let module = try? tenant.module(reference.moduleID) else { return nil }
            if takesDrafts { return PlannedModule(name: module.name, version: nil, content: module.draft) }
            return module.versions.first { $0.id == reference.versionID }.map { version in
                PlannedModule(name: module.name, version: version.number, content: version.content)
            }
        }
        return PlannedAction(
            id: action.id, name: action.name, version: version?.number, content: content, modules: modules)
    }
}
