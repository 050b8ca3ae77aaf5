import Dispatch
import Synchronization

/// Where a process waits for the one execution that it is for.
final class NodeSeat: Sendable {
    private enum Standing {
        case empty
        case taken(NodePool.Job)
        /// Nothing will come, or it is under way.
        case closed
    }

    let program: NodeProgram
    /// It was made before there was anything to run.
    let isSpare: Bool
    private let standing: Mutex<Standing>
    private let isDecided = DispatchSemaphore(value: 0)

    /// - Parameter job: nil: it may come later.
    init(_ program: NodeProgram, _ job: NodePool.Job?) {
        self.program = program
        isSpare = job == nil
        standing = Mutex(job.map { .taken($0) } ?? .empty)
        if job != nil { isDecided.signal() }
    }

    /// Gives it what it waits for; false when it waits no more.
    func take(_ job: NodePool.Job) -> Bool {
        let isTaken = standing.withLock { standing in
            guard case .empty = standing else { return false }
            standing = .taken(job)
            return true
        }
        if isTaken { isDecided.signal() }
        return isTaken
    }

    /// Nothing will come.
    func dismiss() {
        standing.withLock { standing in
            if case .empty = standing { standing = .closed }
        }
        isDecided.signal()
    }

    /// What came, for whoever waits no more.
    func close() -> NodePool.Job? {
        standing.withLock { standing in
            defer { standing = .closed }
            guard case .taken(let job) = standing else { return nil }
            return job
        }
    }

    /// Waits for it.
    func await(seconds: Int) -> NodePool.Job? {
        _ = isDecided.wait(timeout: .now() + .seconds(seconds))
        return close()
    }
}
