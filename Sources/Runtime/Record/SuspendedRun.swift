import JSON
import Tenancy

/// What is needed to go on with a run that is suspended. It is never shown: secrets may be in it.
struct SuspendedRun {
    let request: RunRequest
    let action: Int
    let state: JSONTree
    /// Whose values may be in the state.
    let secrets: [Secret]

    init(_ request: RunRequest, _ plan: RunPlan, _ secrets: [Secret], _ action: Int, _ state: JSONTree) {
        var request = request
        // The same ones, whatever is bound by then.
        request.actions = plan.actions.map { "\($0.id.value)" }
        self.request = request
        self.action = action
        self.state = state
        self.secrets = secrets
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
        secrets = [Secret](sealed: tree["secrets"])
    }

    var tree: JSONTree {
        [
            "trigger": .string(request.trigger), "kind": .string(request.kind.rawValue),
            "actions": .array((request.actions ?? []).map { .string($0) }), "draft": .bool(request.isDraft),
            "groups": request.groups, "roles": request.roles, "executed_rules": request.executedRules,
            "event": request.event, "action": .int(action), "state": state,
            "secrets": secrets.sealed,
        ]
    }
}

/// Secrets kept beside what may have their values in it, to hide these when the secrets are others.
extension [Secret] {
    init(sealed tree: JSONTree?) {
        self = (tree?.items ?? []).compactMap { secret in
            guard let name = secret["name"]?.string, let value = secret["value"]?.string else { return nil }
            return Secret(name: name, value: SecretValue(value), updatedAt: Instant(nanoseconds: 0))
        }
    }

    /// Each name and value once.
    var sealed: JSONTree {
        var seen: Set<[String]> = []
        let each = map { [$0.name, $0.value.reveal()] }.filter { seen.insert($0).inserted }
        return .array(each.map { ["name": .string($0[0]), "value": .string($0[1])] })
    }
}
