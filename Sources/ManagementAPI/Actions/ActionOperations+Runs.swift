import HTTPCore
import JSON
import Runtime
import Tenancy

/// Code that is run, and what is known of it afterwards (actions runtime reference 9 and 10).
extension ActionOperations {
    /// 200, also when the action failed (RECORDED). The event is taken as it is sent, and what is missing in it is
    /// missing (RECORDED): the platform's own code fails before the action (without `tenant`, assumed).
    static func test(_ call: Call) throws(APIError) -> HTTPResponse {
        let id = try actionID(call, "TestActionRequest.Id")
        let action = try call.inTenant { (tenant) throws(ActionError) in try tenant.unreadAction(id) }
        let event = JSONTree.source(call.content)[path: "payload.event"] ?? [:]
        guard event["tenant"] != nil else { return tested(ActionOperations.incompleteEvent, call.now) }
        guard let runs = call.runs else { throw APIError(.noRuntime) }
        var request = RunRequest(trigger: action.draft.triggers.first?.id ?? "", event: event)
        request.kind = .test
        request.isDraft = true
        request.actions = ["\(id.value)"]
        request.asked = [
            "trigger": .string(request.trigger), "event": event, "sample": false, "draft": true,
            "actions": .array([.string("\(id.value)")]),
        ]
        let pending: PendingRun
        do throws(RunRefusal) {
            pending = try runs.begin(request, in: call.tenant)
        } catch {
            throw APIError(error)
        }
        let now = call.now
        return HTTPResponse.awaited {
            runs.result(of: pending).map { tested($0.shown, now) }
        }
    }

    /// As a run of an action whose event lacks what the platform reads first.
    private static let incompleteEvent: JSONTree = {
        let message = "Cannot read properties of undefined (reading 'id')"
        return [
            "actions": [
                [
                    "error": [
                        "message": .string(message), "name": "TypeError",
                        "stack": .string("TypeError: \(message)\n    at platform.js:1:1"),
                    ]
                ]
            ]
        ]
    }()

    /// In the recorded order of members. What of the times is not measured is 0.
    private static func tested(_ run: JSONTree, _ now: Instant) -> HTTPResponse {
        let action = run["actions"]?.items?.first
        var payload: JSONTree = [:]
        payload["error"] = action?["error"]?.only(["message", "name", "stack"])
        if let logs = action?["logs"] { payload["logs"] = logs }
        let (total, boot, own) = (run["ms"]?.double, action?["boot_ms"]?.double, action?["ms"]?.double)
        let execution = (boot ?? 0) + (own ?? 0)
        let stats = [
            ("total_request_duration_ms", total), ("total_runtime_execution_duration_ms", execution),
            ("runtime_processing_duration_ms", max(0, (total ?? 0) - execution)), ("action_duration_ms", own),
            ("runtime_external_call_duration_ms", 0), ("boot_duration_ms", boot), ("network_duration_ms", 0),
        ]
        payload["stats"] = .object(stats.map { JSONTree.Member($0, .int(Int(min(max($1 ?? 0, 0), 1e9).rounded()))) })
        return APIResponse.json(.ok, at: now) { writer in
            writer.tree(["payload": payload])
        }
    }

    /// A run of this tenant's (SPEC; text of the 404 RECORDED).
    static func execution(_ call: Call) throws(APIError) -> HTTPResponse {
        let document = call.tenant.withTenant { $0.table(RunTables.runs).document(call.parameters[0]) }
        guard let document else {
            throw .service(.notFound, "That execution does not exist.", rule: "executionNotFound", .recorded)
        }
        let run = JSONTree(stored: document.text)
        var start = document.createdAt
        let results = (run["actions"]?.items ?? []).map { action in
            let end = start + Int64((action["boot_ms"]?.double ?? 0) + (action["ms"]?.double ?? 0))
            defer { start = end }
            var result: JSONTree = ["action_name": action["name"] ?? ""]
            if let error = action["error"] {
                result["error"] = ["id": error["code"] ?? "action_error", "msg": error["message"] ?? ""]
            }
            result["started_at"] = .string("\(start)")
            result["ended_at"] = .string("\(end)")
            return result
        }
        let status = run["status"]?.string == "running" ? "pending" : run["status"] ?? "unspecified"
        return APIResponse.json(.ok, at: call.now) { writer in
            writer.tree([
                "id": run["id"] ?? "", "trigger_id": run["trigger"] ?? "", "status": status,
                "results": .array(results), "created_at": run["created_at"] ?? "",
                "updated_at": run["updated_at"] ?? run["created_at"] ?? "",
            ])
        }
    }
}

extension APIError {
    /// Our own, and so by a code of ours.
    fileprivate init(_ refusal: RunRefusal) {
        switch refusal {
        case .undecided:
            self = .service(.serviceUnavailable, "\(refusal)")
            deliveryFault = DeliveryFault.askAgain
        case .tooMany:
            self = .front(
                .serviceUnavailable, "\(refusal)", "localtenant_too_many_runs", rule: "too-many-runs", .own)
        case .noRuntime:
            self = .front(.notImplemented, "\(refusal)", "localtenant_no_runtime", rule: "no-runtime", .own)
        default:
            self = .front(.notImplemented, "\(refusal)", "localtenant_not_run", rule: "not-run", .own)
        }
    }
}
