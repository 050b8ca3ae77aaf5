package import JSON
import Synchronization
import Transport

/// Executions for workers that somebody started elsewhere, beside his own packages, and that ask for work.
package final class AttachedWorkers: Sendable {
    private struct Work {
        let id: String
        let line: [UInt8]
        let options: RuntimeOptions
        let whenDone: @Sendable (WorkerOutput) -> Void
        /// When nobody waits for it any more; nil: somebody debugs it.
        var deadline: Deadline?
    }

    private struct State {
        /// Until when somebody who asked counts as there.
        var presence: Deadline?
        var waiting: [Work] = []
        var underWay: [String: Work] = [:]
        /// Ids of runs may be the same in two tenants.
        var nextNumber = 1
    }

    private let state = Mutex(State())
    /// One that has not asked for so long is gone: while it waits, it asks ten times a second.
    private static let presence: Int64 = 5_000
    /// More than an execution may take, for what lies between.
    private static let margin: Int64 = 10_000
    private static let waitingMax = 100

    /// Whether somebody asks for work.
    var isAttached: Bool { state.withLock { !($0.presence?.isOver ?? true) } }

    /// - Returns: false when too many wait.
    func add(
        _ line: [UInt8], _ options: RuntimeOptions,
        _ whenDone: @escaping @Sendable (WorkerOutput) -> Void
    ) -> Bool {
        state.withLock { state in
            guard state.waiting.count < AttachedWorkers.waitingMax else { return false }
            let deadline = Deadline(after: options.timeout + AttachedWorkers.margin)
            state.waiting.append(
                Work(
                    id: "work_\(state.nextNumber)", line: line, options: options, whenDone: whenDone, deadline: deadline
                ))
            state.nextNumber += 1
            return true
        }
    }

    /// The next execution for somebody who asks; nil: there is none.
    ///
    /// - Parameter isPatient: he debugs, and no deadline ends it.
    /// - Returns: JSON.
    package func take(isPatient: Bool) -> [UInt8]? {
        expire()
        let work = state.withLock { state -> Work? in
            state.presence = Deadline(after: AttachedWorkers.presence)
            guard !state.waiting.isEmpty else { return nil }
            var work = state.waiting.removeFirst()
            if isPatient { work.deadline = nil }
            state.underWay[work.id] = work
            return work
        }
        guard let work else { return nil }
        var writer = JSONWriter(capacity: work.line.count + 256)
        writer.beginObject()
        writer.key("id")
        writer.string(work.id)
        writer.key("timeout_ms")
        writer.integer(Int(work.options.timeout))
        writer.key("heap_mb")
        writer.integer(work.options.heapMegabytes)
        writer.key("job")
        writer.raw(work.line.dropLast())
        writer.endObject()
        return writer.finish()
    }

    /// Takes what came of an execution: `lines` that its worker sent, as texts, how it `ended`, and the `node`.
    ///
    /// - Returns: false when nobody waits for it.
    package func finish(_ id: String, _ answer: JSONTree) -> Bool {
        guard let work = state.withLock({ $0.underWay.removeValue(forKey: id) }) else { return false }
        var output = WorkerOutput(node: answer["node"]?.string ?? "")
        output.lines = (answer["lines"]?.items ?? []).map { $0.string.map { Array($0.utf8) } ?? $0.bytes }
        output.milliseconds = answer["ms"]?.double ?? 0
        let isDone = output.lines.last.map { JSONTree(bytes: $0).contains("done") } ?? false
        switch answer["ended"]?.string {
        case "timeout"?: output.end = .deadline
        case let how? where !isDone: output.end = .ended(how)
        default: output.end = isDone ? .done : .ended("ended")
        }
        work.whenDone(output)
        return true
    }

    /// Ends those whose worker has gone; to be called by whoever waits.
    func expire() {
        let late = state.withLock { state -> [Work] in
            let isLate: (Work) -> Bool = { work in work.deadline?.isOver ?? false }
            let late = state.waiting.filter(isLate) + state.underWay.values.filter(isLate)
            guard !late.isEmpty else { return [] }
            state.waiting.removeAll(where: isLate)
            for work in late { state.underWay[work.id] = nil }
            return late
        }
        for work in late { work.whenDone(WorkerOutput(end: .ended("did not answer: it ran elsewhere"))) }
    }
}
