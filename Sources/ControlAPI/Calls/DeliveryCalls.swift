import HTTPCore
import JSON
import Tenancy

/// What the tenant's event streams and log streams have told, or would have.
enum DeliveryCalls {
    static let all = [
        ControlOperation(
            .get, "/__admin/deliveries",
            "events and log lines for the tenant's streams, newest last, each `kept` (nobody may be called), "
                + "`pending`, `success` or `failed`, with its attempts; `?stream=ID` and `?status=kept` pick some; "
                + "with `&wait=30` (seconds) as soon as there are `count` of them, or one",
            perform: list),
        ControlOperation(.delete, "/__admin/deliveries", "forgets them", perform: forget),
    ]

    /// The tables that the families keep them in.
    private static let tables = ["event-streams/deliveries", "log-streams/deliveries"]

    private static func list(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let tenant = try call.oneTenant()
        let (stream, status) = (call[item: "stream"], call[item: "status"])
        let wanted = try call.wholeNumber("count", 0...Int.max, "from 0") ?? 1
        return try Wait(call).response {
            let documents = tenant.withTenant { tenant in tables.flatMap { tenant.table($0).all } }
            let found = documents.filter { stream == nil || $0.id.hasPrefix("\(stream ?? "")/") }
                .sorted { $0.createdAt < $1.createdAt }.map { JSONTree(bytes: $0.text) }
                .filter { status == nil || $0["status"]?.string == status }
            return (ControlResponse.kept("deliveries", found.map { shown($0).bytes }), found.count >= wanted)
        }
    }

    private static func shown(_ delivery: JSONTree) -> JSONTree {
        var tree: JSONTree = [
            "id": delivery["id"] ?? "", "stream": delivery["event_stream_id"] ?? delivery["log_stream_id"] ?? "",
            "sink": delivery["sink"] ?? "", "status": delivery["status"] ?? "",
        ]
        // Of what is kept these are only what the service would say.
        tree["attempts"] = delivery["status"] == "kept" ? [] : delivery["attempts"]
        tree["next_attempt_at"] = delivery["next_attempt_at"]
        tree["event"] = delivery["event"]
        tree["log"] = delivery["log"]
        return tree
    }

    private static func forget(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        try call.forget(tables)
    }
}
