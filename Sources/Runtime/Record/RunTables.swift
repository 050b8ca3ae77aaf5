import JSON
import Tenancy

/// Where a tenant keeps what was run.
package enum RunTables {
    /// Oldest first.
    package static let runs = "runs"
    /// What a trigger's executions remember (`api.cache`), by the trigger; sealed, since secrets may be in it.
    static let cache = "runs/cache"
    /// Runs that are kept; the oldest goes first (actions runtime reference 11).
    private static let countMax = 100

    /// A run under way.
    struct Begun: Sendable {
        /// Members that stand first: id, trigger and the like.
        let head: JSONTree
        /// What stands for it. Where something else does, it was reset away meanwhile.
        let document: Document
        /// What stood there before, if it was suspended.
        let earlier: Document?
    }

    /// Notes that a run is under way.
    static func begin(_ head: JSONTree, at now: Instant, _ tenant: inout Tenant) -> Begun {
        let document = underWay(head, at: now)
        tenant.withTable(runs) { $0.append(document, keeping: countMax) }
        return Begun(head: head, document: document, earlier: nil)
    }

    /// The same of one that is suspended; nil where something else stands there by now.
    static func resume(_ earlier: Document, _ tenant: inout Tenant) -> Begun? {
        guard tenant.table(runs).document(earlier.id) === earlier else { return nil }
        let head = JSONTree(stored: earlier.text).only(["id", "trigger", "kind", "draft", "created_at", "request"])
        let document = underWay(head, at: earlier.createdAt)
        tenant.withTable(runs) { _ = $0.replace(document) }
        return Begun(head: head, document: document, earlier: earlier)
    }

    private static func underWay(_ head: JSONTree, at now: Instant) -> Document {
        var tree = head
        tree["status"] = .string(RunRecord.Status.running.rawValue)
        return Document(id: head["id"]?.string ?? "", text: tree.bytes, createdAt: now)
    }

    /// What a suspended run needs to go on; nil for any other.
    static func suspended(_ document: Document) -> SuspendedRun? {
        let text = JSONTree(stored: document.text)
        guard text["status"]?.string == RunRecord.Status.suspended.rawValue else { return nil }
        return SuspendedRun(JSONTree(stored: document.sealed))
    }

    /// As if it had not begun.
    static func undo(_ begun: Begun, _ tenant: inout Tenant) {
        tenant.withTable(runs) { table in
            guard table.document(begun.document.id) === begun.document else { return }
            if let earlier = begun.earlier { table.replace(earlier) } else { table.remove(begun.document.id) }
        }
    }

    /// Notes what came of it, unless it was reset away.
    static func finish(
        _ begun: Begun, _ shown: JSONTree, _ suspended: SuspendedRun?, _ cache: RunCache?, _ tenant: inout Tenant
    ) {
        let id = begun.document.id
        guard tenant.table(runs).document(id) === begun.document else { return }
        let document = Document(
            id: id, text: shown.bytes, sealed: suspended?.tree.bytes ?? [], createdAt: begun.document.createdAt)
        tenant.withTable(runs) { _ = $0.replace(document) }
        guard let cache else { return }
        let isEmpty = cache.records.items?.isEmpty ?? true
        let sealed: JSONTree = ["records": cache.records, "secrets": isEmpty ? [] : cache.secrets.sealed]
        // Sealed, since code keeps tokens there.
        let memory = Document(
            id: cache.trigger, text: Array("{}".utf8), sealed: sealed.bytes, createdAt: document.createdAt)
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
