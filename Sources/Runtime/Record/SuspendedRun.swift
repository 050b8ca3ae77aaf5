import JSON
import Tenancy

/// What is needed to go on with a run that is suspended. It is never shown: secrets may be in it.
struct SuspendedRun {
    let request: RunRequest
    let action: Int
    let state: JSONTree

    init(_ request: RunRequest, _ plan: RunPlan, _ action: Int, _ state: JSONTree) {
        var request = request
        // The same ones, whatever is bound by then.
        request.actions = plan.actions.map { "\($0.id.value)" }
        self.request = request
        self.action = action
        self.state = state
    }

    /// Nil for what is none.
    init?(_ tree: JSONTree) {
        guard let trigger = tree["trigger"]?.string, let action = tree["action"]?.int else { return nil }
        var request = RunRequest(trigger: trigger, event: tree["event"] ?? [:])
        request.kind = tree["kind"]?.string.flatMap(RunRequest.Kind.init) ?? .run
        request.actions = tree["actions"]?.strings
        request.isDraft = tree["draft"]?.bool ?? false
        request.groups = tree["groups"] ?? []
        request.roles = tree["roles"] ?? []
        request.executedRules = tree["executed_rules"] ?? []
        self.request = request
        self.action = action
        state = tree["state"] ?? [:]
    }

    var tree: JSONTree {
        [
            "trigger": .string(request.trigger), "kind": .string(request.kind.rawValue),
            "actions": .array((request.actions ?? []).map { .string($0) }), "draft": .bool(request.isDraft),
            "groups": request.groups, "roles": request.roles, "executed_rules": request.executedRules,
            "event": request.event, "action": .int(action), "state": state,
        ]
    }
}
