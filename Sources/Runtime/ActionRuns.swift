package import JSON
import Synchronization
package import Tenancy
import Transport

/// Runs the code of a tenant's actions, and keeps what came of it in the tenant.
///
/// An execution is two operations on the tenant: the plan, and the record. A reset in between drops the second.
package final class ActionRuns: Sendable {
    private let options: RuntimeOptions
    private let pool: NodePool
    package let attached = AttachedWorkers()

    package init(_ options: RuntimeOptions = RuntimeOptions()) {
        self.options = options
        pool = NodePool(options)
    }

    /// Lets nothing begin any more.
    package func end() { pool.end() }

    /// Begins an execution.
    ///
    /// - Throws: why nothing is run.
    package func begin(_ request: RunRequest, in tenant: TenantHandle) throws(RunRefusal) -> PendingRun {
        let id = "run_\(tenant.world.newID())"
        let now = tenant.world.now()
        let plan = try tenant.withTenant { (tenant) throws(RunRefusal) in try RunPlan(request, tenant) }
        var head: JSONTree = [
            "id": .string(id), "trigger": .string(request.trigger), "kind": .string(request.kind.rawValue),
            "draft": .bool(request.isDraft), "created_at": .string("\(now)"),
        ]
        head["request"] = request.asked
        return try execute(plan, request, head, resumed: nil, tenant)
    }

    /// Goes on with a run that a redirect, a form or a factor suspended, in the action that asked for it.
    ///
    /// - Parameters:
    ///   - request: in the place of the event's, which is another one after a suspension.
    ///   - event: laid over the event.
    package func resume(
        _ id: String, request: JSONTree?, event: JSONTree?, in tenant: TenantHandle
    ) throws(RunRefusal) -> PendingRun {
        let document = tenant.withTenant { $0.table(RunTables.runs).document(id) }
        guard let document else { throw .unknownRun(id) }
        let text = JSONTree(stored: document.text)
        guard text["status"]?.string == RunRecord.Status.suspended.rawValue,
            let kept = SuspendedRun(JSONTree(stored: document.sealed))
        else { throw .notSuspended(id) }
        var next = kept.request
        if let event { next.event.merge(event, .deep) }
        if let request {
            var whole = next.event["request"] ?? [:]
            // Query and body are those of the new request, and none of the old one's.
            whole = whole.without(["query", "body"])
            whole.merge(request, .shallow)
            next.event["request"] = whole
        }
        let whole = next
        let plan = try tenant.withTenant { (tenant) throws(RunRefusal) in try RunPlan(whole, tenant) }
        let head = text.only(["id", "trigger", "kind", "draft", "created_at", "request"])
        return try execute(plan, next, head, resumed: kept, tenant)
    }

    private func execute(
        _ plan: RunPlan, _ request: RunRequest, _ head: JSONTree, resumed: SuspendedRun?, _ tenant: TenantHandle
    ) throws(RunRefusal) -> PendingRun {
        let isAttached = attached.isAttached
        let program = isAttached ? nil : pool.program(plan.major)
        guard isAttached || program != nil else { throw .noRuntime }
        let line = RunJob.line(plan, request, resumed: resumed, options, at: tenant.world.now())
        let id = head["id"]?.string ?? ""
        // What was left may have values that are others by now.
        let secrets = plan.secrets + (resumed?.secrets ?? [])
        let redaction = RunRedaction(secrets)
        var begun = head
        begun["request"] = head["request"].map { redaction.applied(to: $0) }
        let first = begun
        tenant.withTenant { RunTables.begin(id, first, resumed != nil, at: tenant.world.now(), &$0) }
        let pending = PendingRun()
        let whenDone: @Sendable (WorkerOutput) -> Void = { [options] output in
            let record = RunRecord(head, plan, output, options)
            var shown = record.shown(hiding: redaction)
            shown["updated_at"] = .string("\(tenant.world.now())")
            let kept = record.suspended.map { SuspendedRun(request, plan, secrets, $0.action, $0.state) }
            let cache = record.cache.map { RunCache(trigger: request.trigger, records: $0, secrets: secrets) }
            tenant.withTenant { RunTables.finish(id, shown, kept, cache, &$0) }
            pending.finish(shown: shown, whole: record.shown(hiding: nil))
        }
        let isTaken: Bool
        if let program {
            isTaken = pool.run(NodePool.Job(line: line, program: program, whenDone: whenDone))
        } else {
            isTaken = attached.add(id, line, options, whenDone)
        }
        guard isTaken else {
            tenant.withTenant { $0.withTable(RunTables.runs) { _ = $0.remove(id) } }
            throw .tooMany
        }
        return pending
    }
}

/// An execution under way.
package final class PendingRun: Sendable {
    /// What came of it.
    package struct Result: Sendable {
        /// Without values of secrets.
        package let shown: JSONTree
        /// With them, for whoever asked for that.
        package let whole: JSONTree
    }

    private let state = Mutex<Result?>(nil)

    /// Nil as long as it is under way.
    package var result: Result? { state.withLock { $0 } }

    func finish(shown: JSONTree, whole: JSONTree) {
        state.withLock { $0 = Result(shown: shown, whole: whole) }
    }
}
