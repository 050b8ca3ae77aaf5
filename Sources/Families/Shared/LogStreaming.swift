import JSON
import Resources
import Tenancy

/// What log streams are told of the log (reference tenant-settings.md 9).
enum LogStreaming {
    static func tell(
        _ line: JSONTree, id: String, at now: Instant, by service: any DeliveryService, _ tenant: inout Tenant
    ) {
        for stream in tenant.table("log-streams").all where takes(line["type"]?.string ?? "", stream.tree) {
            let delivery: JSONTree = ["id": .string(id), "log_stream_id": .string(stream.id), "log": line]
            Deliveries.add(delivery, to: stream, in: Deliveries.lines, at: now, by: service, &tenant)
        }
    }

    private static func takes(_ type: String, _ stream: JSONTree) -> Bool {
        guard stream["status"] == "active" else { return false }
        guard let filters = stream["filters"]?.items else { return true }
        let category = categories[type] ?? "other"
        return filters.contains { $0["name"]?.string == category }
    }

    /// Of the types that the log has here (SPEC: the names of categories); no one is a matter of `security`.
    private static let categories = [
        "sapi": "management.success", "seccft": "auth.token_exchange.success", "feccft": "auth.token_exchange.fail",
    ]
}
