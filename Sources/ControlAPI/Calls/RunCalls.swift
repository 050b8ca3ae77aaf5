import HTTPCore
import JSON
import Runtime
import Tenancy

/// The code of actions, run (actions runtime reference 11).
enum RunCalls {
    static let all = [
        ControlOperation(
            .post, "/__admin/runs",
            "runs a trigger's actions: `{\"trigger\":\"post-login\",\"event\":{…}}`; the event is laid over a sample "
                + "unless `\"sample\":false`; also `draft`, `actions` (names or ids), `groups`, `roles`, "
                + "`executed_rules`; `?secrets=true` shows the values of secrets",
            perform: run),
        ControlOperation(
            .post, "/__admin/runs/{id}/continue",
            "goes on with a suspended run: `{\"request\":{\"query\":{…}}}` is the new request, `event` is laid over "
                + "the event",
            perform: resume),
        ControlOperation(
            .get, "/__admin/runs", "the last 100 runs, oldest first, without values of secrets", perform: list),
        ControlOperation(.delete, "/__admin/runs", "forgets them", perform: forget),
        ControlOperation(.get, "/__admin/runs/{id}", "one of them", perform: get),
        ControlOperation(
            .get, "/__admin/runs/samples/{trigger}", "the event that a caller's is laid over", perform: sample),
    ]

    private static func run(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let body = JSONTree.source(try call.object())
        try check(
            body,
            [
                ("trigger", .text), ("event", .object), ("sample", .truth), ("draft", .truth), ("actions", .texts),
            ] + answers)
        guard let trigger = body["trigger"]?.string else {
            throw ControlError(.badRequest, "trigger must name one, such as post-login.")
        }
        var event = body["event"] ?? [:]
        if body["sample"]?.bool ?? true, var whole = Samples.named(trigger) {
            whole.merge(event, .deep)
            event = whole
        }
        var request = RunRequest(trigger: trigger, event: event)
        request.isDraft = body["draft"]?.bool ?? false
        request.actions = body["actions"]?.strings
        request.groups = body["groups"] ?? []
        request.roles = body["roles"] ?? []
        request.executedRules = body["executed_rules"] ?? []
        request.asked = body
        let whole = request
        return try answer(call) { (runs, tenant) throws(RunRefusal) in try runs.begin(whole, in: tenant) }
    }

    private static func resume(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let body: JSONTree = call.request.body.isEmpty ? [:] : .source(try call.object())
        try check(body, [("request", .object), ("event", .object)])
        return try answer(call) { (runs, tenant) throws(RunRefusal) in
            try runs.resume(call.parameters[0], request: body["request"], event: body["event"], in: tenant)
        }
    }

    /// Waits, without a thread, for what is begun.
    private static func answer(
        _ call: ControlCall, _ begin: (ActionRuns, TenantHandle) throws(RunRefusal) -> PendingRun
    ) throws(ControlError) -> HTTPResponse {
        let runs = call.responder.runs
        let tenant = try call.oneTenant(isMade: true)
        let showsSecrets = call.isSet("secrets")
        let pending: PendingRun
        do throws(RunRefusal) {
            pending = try begin(runs, tenant)
        } catch {
            var refusal = ControlError(status(of: error), error.description).response
            if error == .undecided { refusal.deliveryFault = DeliveryFault.askAgain }
            return refusal
        }
        return HTTPResponse.awaited {
            runs.result(of: pending).map { result in
                ControlResponse.json { $0.tree(showsSecrets ? result.whole : result.shown) }
            }
        }
    }

    private static func status(of refusal: RunRefusal) -> HTTPStatus {
        switch refusal {
        case .unknownAction, .unknownRun: .notFound
        case .unknownTrigger, .notDeployed, .actionNotNamed: .badRequest
        case .notSuspended: .conflict
        case .noRuntime, .triggerWithoutContract: .notImplemented
        case .tooMany, .undecided: .serviceUnavailable
        }
    }

    private static func list(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let tenant = try call.oneTenant()
        return ControlResponse.kept("runs", tenant.withTenant { $0.table(RunTables.runs).all }.map(\.text))
    }

    private static func forget(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        try call.forget([RunTables.runs])
    }

    private static func get(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let id = call.parameters[0]
        guard let run = try call.oneTenant().withTenant({ $0.table(RunTables.runs).document(id) }) else {
            throw ControlError(.notFound, RunRefusal.unknownRun(id).description)
        }
        return ControlResponse.json { $0.raw(run.text) }
    }

    private static func sample(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        guard let sample = Samples.named(call.parameters[0]) else {
            let names = Samples.triggers.joined(separator: ", ")
            throw ControlError(.notFound, "There are samples of: \(names).")
        }
        return ControlResponse.json { $0.tree(sample) }
    }
}

/// What is in a body.
extension RunCalls {
    private enum Kind: String {
        case text = "a string"
        case texts = "a list of strings"
        case list = "a list"
        case object = "an object"
        case truth = "true or false"

        func fits(_ value: JSONTree) -> Bool {
            switch self {
            case .text: value.string != nil
            case .texts: value.items.map { $0.allSatisfy { $0.string != nil } } ?? false
            case .list: value.items != nil
            case .object: value.isObject
            case .truth: value.bool != nil
            }
        }
    }

    /// What `api.groups`, `api.roles` and `api.rules` answer.
    private static let answers: [(key: String, value: Kind)] = [
        ("groups", .list), ("roles", .list), ("executed_rules", .texts),
    ]

    private static func check(_ body: JSONTree, _ members: [(key: String, value: Kind)]) throws(ControlError) {
        for member in body.members ?? [] {
            guard let kind = members.first(where: { $0.key == member.key })?.value else {
                let names = members.map(\.key).joined(separator: ", ")
                throw ControlError(.badRequest, "There is no member \(member.key); there are: \(names).")
            }
            guard kind.fits(member.value) else {
                throw ControlError(.badRequest, "\(member.key) must be \(kind.rawValue).")
            }
        }
    }
}
