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
        let now = tenant.world.now()
        let plan = try tenant.withTenant { (tenant) throws(RunRefusal) in try RunPlan(request, tenant) }
        let place = try self.place(plan)
        let begun = tenant.withTenant { target in
            var id = "run_\(tenant.world.newID())"
            // A sequence of ids may have begun anew.
            while target.table(RunTables.runs).contains(id) { id = "run_\(tenant.world.newID())" }
            var head: JSONTree = [
                "id": .string(id), "trigger": .string(request.trigger), "kind": .string(request.kind.rawValue),
                "draft": .bool(request.isDraft), "created_at": .string("\(now)"),
            ]
            head["request"] = request.asked.map { RunRedaction(plan.secrets).applied(to: $0) }
            return RunTables.begin(head, at: now, &target)
        }
        return try execute(plan, request, begun, resumed: nil, place, tenant)
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
        guard let kept = RunTables.suspended(document) else { throw .notSuspended(id) }
        let next = kept.request.laidOver(request: request, event: event)
        let plan = try tenant.withTenant { (tenant) throws(RunRefusal) in try RunPlan(next, tenant) }
        let place = try self.place(plan)
        guard let begun = tenant.withTenant({ RunTables.resume(document, &$0) }) else { throw .notSuspended(id) }
        return try execute(plan, next, begun, resumed: kept, place, tenant)
    }

    /// What came of an execution; nil as long as it is under way.
    package func result(of pending: PendingRun) -> PendingRun.Result? {
        // Nobody but who waits would notice that an attached worker has gone.
        attached.expire()
        return pending.result
    }

    /// Where an execution is to take place; nil: with an attached worker.
    private func place(_ plan: RunPlan) throws(RunRefusal) -> NodeProgram? {
        if attached.isAttached { return nil }
        switch pool.look(plan.major) {
        case .found(let program): return program
        case .underWay: throw .undecided
        case .nothing: throw .noRuntime
        }
    }

    private func execute(
        _ plan: RunPlan, _ request: RunRequest, _ begun: RunTables.Begun, resumed: SuspendedRun?,
        _ program: NodeProgram?, _ tenant: TenantHandle
    ) throws(RunRefusal) -> PendingRun {
        let line = RunJob.line(plan, request, resumed: resumed, options, at: tenant.world.now())
        let pending = PendingRun()
        // What was left may have values that are others by now.
        let secrets = plan.secrets + (resumed?.secrets ?? [])
        let whenDone: @Sendable (WorkerOutput) -> Void = { [options] output in
            let record = RunRecord(begun.head, plan, output, options)
            var shown = record.shown(hiding: RunRedaction(secrets))
            shown["updated_at"] = .string("\(tenant.world.now())")
            let kept = record.suspended.map { SuspendedRun(request, plan, secrets, $0.action, $0.state) }
            let cache = record.cache.map { RunCache(trigger: request.trigger, records: $0, secrets: secrets) }
            let end = shown
            tenant.withTenant { RunTables.finish(begun, end, kept, cache, &$0) }
            pending.finish(shown: end, whole: record.shown(hiding: nil))
        }
        let isTaken =
            program.map { pool.run(NodePool.Job(line: line, program: $0, whenDone: whenDone)) }
            ?? attached.add(line, options, whenDone)
        guard isTaken else {
            tenant.withTenant { RunTables.undo(begun, &$0) }
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
    fileprivate var result: Result? { state.withLock { $0 } }

    func finish(shown: JSONTree, whole: JSONTree) {
        state.withLock { $0 = Result(shown: shown, whole: whole) }
    }
}
