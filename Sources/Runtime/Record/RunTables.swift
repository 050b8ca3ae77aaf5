import JSON
import Tenancy

/// Where a tenant keeps what was run.
package enum RunTables {
    /// Oldest first.
    package static let runs = "runs"
    /// What a trigger's executions remember (`api.cache`), by the trigger.
    static let cache = "runs/cache"
    /// Runs that are kept; the oldest goes first (actions runtime reference 11).
    private static let countMax = 100

    /// Notes that a run is under way. One that is reset away meanwhile leaves nothing.
    ///
    /// - Parameter isResumed: it is there, suspended.
    static func begin(
        _ id: String, _ head: JSONTree, _ isResumed: Bool, at now: Instant, _ tenant: inout Tenant
    ) {
        var tree = head
        tree["status"] = .string(RunRecord.Status.running.rawValue)
        let document = Document(id: id, text: tree.bytes, createdAt: now)
        tenant.withTable(runs) { table in
            guard !isResumed else { return _ = table.replace(document) }
            table.append(document)
            while table.count > countMax, let oldest = table.slice(offset: 0, count: 1).first {
                table.remove(oldest.id)
            }
        }
    }

    static func finish(
        _ id: String, _ shown: JSONTree, _ suspended: SuspendedRun?, _ cache: RunCache?, _ tenant: inout Tenant
    ) {
        guard let begun = tenant.table(runs).document(id) else { return }
        let document = Document(
            id: id, text: shown.bytes, sealed: suspended?.tree.bytes ?? [], createdAt: begun.createdAt)
        tenant.withTable(runs) { _ = $0.replace(document) }
        guard let cache else { return }
        let isEmpty = cache.records.items?.isEmpty ?? true
        let sealed: JSONTree = ["records": cache.records, "secrets": isEmpty ? [] : cache.secrets.sealed]
        // Sealed, since code keeps tokens there.
        let memory = Document(
            id: cache.trigger, text: Array("{}".utf8), sealed: sealed.bytes, createdAt: begun.createdAt)
        tenant.withTable(RunTables.cache) { table in
            if table.replace(memory) == nil { table.append(memory) }
        }
    }
}

/// What the executions of a trigger remember, and the secrets whose values may be in it.
struct RunCache {
    let trigger: String
    let records: JSONTree
    let secrets: [Secret]
}
