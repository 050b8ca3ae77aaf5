import Glibc
package import Ground

/// Accepts connections on one loop and gives each to whoever takes it.
///
/// Out of descriptors, or at the limit of connections, it stops asking, leaves newcomers in the kernel's queue, and
/// tries again at the loop's next sweep: nobody who is already served notices.
package final class Listener: Channel {
    private let socket: ListeningSocket
    private var isPaused = false
    private let mayAccept: () -> Bool
    private let didAccept: (Int32, IPAddress) -> Void
    private let didPause: () -> Void
    /// Connections taken in one round, so that accepting does not starve serving.
    private static let acceptsPerRound = 64

    /// - Parameters:
    ///   - mayAccept: false while the limit of connections is reached.
    ///   - didAccept: takes over the descriptor of a new connection, and is told who made it.
    ///   - didPause: told once each time descriptors ran out.
    package init(
        _ socket: consuming ListeningSocket, mayAccept: @escaping () -> Bool, didPause: @escaping () -> Void,
        didAccept: @escaping (Int32, IPAddress) -> Void
    ) {
        self.socket = socket
        self.mayAccept = mayAccept
        self.didPause = didPause
        self.didAccept = didAccept
    }

    package var rawDescriptor: Int32 { socket.descriptor.rawValue }

    package func isReady(_ readiness: Readiness, on loop: EventLoop) {
        for _ in 0..<Listener.acceptsPerRound {
            guard mayAccept() else { return pause(on: loop) }
            switch socket.accept() {
            case .connection(let raw, let peer): didAccept(raw, peer)
            case .nothing: return
            case .exhausted:
                didPause()
                return pause(on: loop)
            }
        }
    }

    package func sweep(now: Milliseconds, on loop: EventLoop) {
        guard isPaused, mayAccept(), watch(.readable, on: loop) else { return }
        isPaused = false
    }

    /// One that cannot be paused is asked again at once, which costs time and nothing else.
    private func pause(on loop: EventLoop) {
        isPaused = watch([], on: loop)
    }

    /// Whether it is watched so from now on; else the next sweep tries again.
    private func watch(_ interest: Readiness, on loop: EventLoop) -> Bool {
        do throws(SystemError) {
            try loop.update(self, interest)
            return true
        } catch {
            return false
        }
    }
}
