import HTTPServer
import Synchronization

/// The server, for the responder that is made before it and owned by it.
final class RunningServer: Sendable {
    private struct Reference {
        weak var server: Server?
    }

    private let reference = Mutex(Reference())

    func set(_ server: Server) {
        reference.withLock { $0.server = server }
    }

    var connectionCount: Int {
        reference.withLock { $0.server }?.connectionCount ?? 0
    }
}
