import HTTPCore
import Synchronization
import Transport

/// What the loops of one server share; all of it immutable or atomic.
final class ServerState: Sendable {
    let configuration: ServerConfiguration
    let responder: any HTTPResponder
    let unixSeconds: @Sendable () -> Int64
    /// Must not block.
    let notify: @Sendable (Server.Notice) -> Void
    let connectionCount = Atomic<Int>(0)

    init(
        _ configuration: ServerConfiguration, responder: any HTTPResponder,
        unixSeconds: @escaping @Sendable () -> Int64, notify: @escaping @Sendable (Server.Notice) -> Void
    ) {
        self.configuration = configuration
        self.responder = responder
        self.unixSeconds = unixSeconds
        self.notify = notify
    }

    /// Makes the loop's worker, which stays with the loop.
    func openWorker(on loop: EventLoop) {
        let worker = Worker(loop, self)
        loop.resident = worker
        loop.roundDidEnd = { worker.roundDidEnd() }
    }

    func worker(of loop: EventLoop) -> Worker? {
        loop.resident as? Worker
    }
}
