import Dispatch
import Processes
import Synchronization
import Transport

/// The processes in which code runs: one for each execution, and one that waits for the next.
///
/// Nothing is looked for or started before the first execution. Each process has a thread that waits for it, so that no
/// event loop does.
final class NodePool: Sendable {
    /// One execution to be made.
    struct Job: Sendable {
        /// A line of JSON, its end included.
        let line: [UInt8]
        let program: NodeProgram
        let whenDone: @Sendable (WorkerOutput) -> Void
    }

    private struct State {
        var runningCount = 0
        var waiting: [Job] = []
        var spare: NodeSeat?
        var isEnded = false
    }

    private let options: RuntimeOptions
    private let programs: NodePrograms
    private let state = Mutex(State())

    init(_ options: RuntimeOptions) {
        self.options = options
        programs = NodePrograms(options.nodes)
    }

    /// - Parameter major: of the Node that is wanted.
    func look(_ major: Int?) -> NodePrograms.Look { programs.look(major) }

    /// Runs a job as soon as there is room.
    ///
    /// - Returns: false when too many wait already; then nothing is done.
    func run(_ job: Job) -> Bool {
        let (isTaken, isNow) = state.withLock { state -> (Bool, Bool) in
            guard !state.isEnded else { return (false, false) }
            guard state.runningCount < options.countMax else {
                guard state.waiting.count < options.waitingMax else { return (false, false) }
                state.waiting.append(job)
                return (true, false)
            }
            state.runningCount += 1
            return (true, true)
        }
        if isNow { begin(job) }
        return isTaken
    }

    /// Lets nothing begin any more.
    func end() {
        let spare = state.withLock { state in
            state.isEnded = true
            state.waiting = []
            defer { state.spare = nil }
            return state.spare
        }
        spare?.dismiss()
    }

    private func begin(_ job: Job) {
        let spare = state.withLock { state -> NodeSeat? in
            guard let spare = state.spare, spare.program == job.program, spare.take(job) else { return nil }
            state.spare = nil
            return spare
        }
        if spare == nil { start(NodeSeat(job.program, job)) }
        let next = NodeSeat(job.program, nil)
        let isWanted = state.withLock { state in
            guard state.spare == nil, !state.isEnded else { return false }
            state.spare = next
            return true
        }
        if isWanted { start(next) }
    }

    private func start(_ seat: NodeSeat) {
        // A queue of its own, since it blocks.
        DispatchQueue(label: "localtenant.action").async { [self] in
            guard let (job, output) = serve(seat) else {
                return state.withLock { state in
                    if state.spare === seat { state.spare = nil }
                }
            }
            // A spare one may have been ended by anybody while it waited: that is no end of what it had not begun.
            if seat.isSpare, case .ended = output.end, output.lines.isEmpty { return start(NodeSeat(job.program, job)) }
            let next = state.withLock { state -> Job? in
                guard !state.waiting.isEmpty else {
                    state.runningCount -= 1
                    return nil
                }
                return state.waiting.removeFirst()
            }
            if let next { begin(next) }
            job.whenDone(output)
        }
    }

    /// One process from its start to its end.
    ///
    /// - Returns: nil when nothing came to run.
    private func serve(_ seat: NodeSeat) -> (Job, WorkerOutput)? {
        let program = seat.program
        let arguments = program.arguments(options) + ["-e", WorkerText.text]
        var process: SupervisedProcess
        do throws(CommandError) {
            process = try SupervisedProcess(
                program.path, arguments, dataBytes: options.dataBytes, bytesMax: RuntimeOptions.answerBytesMax)
        } catch {
            return seat.close().map { ($0, WorkerOutput(end: .notStarted(error.description))) }
        }
        guard (try? process.line(until: Deadline(after: RuntimeOptions.startTime))) != nil else {
            let reason = NodePool.words(process.end(within: 100))
            return seat.close().map { ($0, WorkerOutput(end: .notStarted("\(program.path) \(reason)"))) }
        }
        guard let job = seat.await(seconds: RuntimeOptions.spareSeconds) else { return nil }
        let deadline = Deadline(after: options.timeout)
        var output = WorkerOutput(node: program.version)
        output.end = run(job, in: &process, until: deadline, &output.lines)
        if case .ended = output.end { output.end = .ended(NodePool.words(process.end(within: 100))) }
        output.milliseconds = Double(options.timeout) - Double(deadline.nanosecondsLeft) / 1_000_000
        return (job, output)
    }

    private func run(
        _ job: Job, in process: inout SupervisedProcess, until deadline: Deadline, _ lines: inout [[UInt8]]
    ) -> WorkerOutput.End {
        do throws(SupervisedProcess.Failure) {
            try process.send(job.line, until: deadline)
            while true {
                let line = try process.line(until: deadline)
                lines.append(line)
                if line.starts(with: NodePool.lastLine) { return .done }
            }
        } catch {
            switch error {
            case .deadline: return .deadline
            case .flood: return .flood
            case .closed: return .ended("")
            }
        }
    }

    /// What the last line of an execution begins with.
    private static let lastLine = Array(#"{"done":"#.utf8)

    private static func words(_ end: SupervisedProcess.End) -> String {
        switch end {
        case .exited(let status): "ended with status \(status)"
        case .signalled(6): "was aborted, as when it is out of memory"
        case .signalled(let number): "was ended by signal \(number)"
        case .unknown: "ended"
        }
    }
}
