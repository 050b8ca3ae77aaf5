import Dispatch
package import HTTPCore
import Synchronization
package import Transport

/// An HTTP server: one listener, one event loop per core, connections spread evenly over the loops.
///
/// The first loop accepts and hands each new connection to the loop in turn. One listening socket, rather than one
/// per loop with SO_REUSEPORT, means that a second server on the same port is told so instead of silently getting
/// half of the connections.
package final class Server: Sendable {
    /// What the server tells its owner while it runs.
    package enum Notice: Sendable {
        /// Descriptors ran out: newcomers wait, connections that are open go on.
        case descriptorsExhausted
        /// The listener cannot be watched: no connection will be accepted.
        case cannotListen(SystemError)
        /// A connection was closed because all together held too much memory, and it the most.
        case connectionDropped(heldBytes: Int)
        /// A peer began with TLS, which is switched off.
        case tlsRefused
        /// A TLS handshake failed, in OpenSSL's words.
        case handshakeFailed(String)
    }

    /// Where the server listens, the port resolved.
    package let address: SocketAddress
    private let loops: [EventLoopHandle]
    private let shared: ServerState
    private let finished: DispatchGroup

    /// Starts serving.
    ///
    /// - Parameters:
    ///   - socket: bound before, so that whoever starts a server knows that it can be before doing anything else.
    ///   - unixSeconds: the wall clock, for the Date field.
    ///   - notify: called on a loop; must not block.
    package init(
        _ configuration: ServerConfiguration, on socket: consuming ListeningSocket, responder: any HTTPResponder,
        unixSeconds: @escaping @Sendable () -> Int64, notify: @escaping @Sendable (Notice) -> Void
    ) throws(SystemError) {
        address = socket.address
        let shared = ServerState(configuration, responder: responder, unixSeconds: unixSeconds, notify: notify)
        self.shared = shared
        let finished = DispatchGroup()
        self.finished = finished
        var loops: [EventLoopHandle] = []
        for index in 0..<max(1, configuration.loopCount) {
            finished.enter()
            do throws(SystemError) {
                loops.append(
                    try EventLoopHandle.start(
                        label: "localtenant.loop.\(index)", sweepInterval: configuration.sweepInterval,
                        didEnd: { finished.leave() }))
            } catch {
                finished.leave()
                for loop in loops { loop.submit { $0.stopWhenEmpty() } }
                throw error
            }
        }
        self.loops = loops
        for loop in loops {
            loop.submit { loop in shared.openWorker(on: loop) }
        }
        let handles = loops
        let rawListener = socket.release()
        handles[0].submit { loop in
            Server.listen(rawListener, address: shared.configuration.address, handles, shared, on: loop)
        }
    }

    /// Binds and starts serving.
    ///
    /// - Throws: `SystemError`, with `isAddressInUse` when the port is taken.
    package convenience init(
        _ configuration: ServerConfiguration, responder: any HTTPResponder,
        unixSeconds: @escaping @Sendable () -> Int64, notify: @escaping @Sendable (Notice) -> Void
    ) throws(SystemError) {
        let socket = try ListeningSocket.bind(to: configuration.address)
        try self.init(configuration, on: socket, responder: responder, unixSeconds: unixSeconds, notify: notify)
    }

    /// Begins to accept connections on a loop.
    static func listen(
        _ rawListener: Int32, address: SocketAddress, _ loops: [EventLoopHandle], _ shared: ServerState,
        on loop: EventLoop
    ) {
        var next = 0
        let listener = Listener(
            ListeningSocket(adopting: rawListener, address: address),
            mayAccept: { shared.connectionCount.load(ordering: .relaxed) < shared.configuration.connectionsMax },
            didPause: { shared.notify(.descriptorsExhausted) },
            didAccept: { raw, peer in
                shared.connectionCount.add(1, ordering: .relaxed)
                let target = loops[next]
                next = (next + 1) % loops.count
                if target === loop.handle {
                    shared.worker(of: loop)?.adopt(raw, from: peer)
                } else {
                    target.submit { loop in shared.worker(of: loop)?.adopt(raw, from: peer) }
                }
            })
        shared.worker(of: loop)?.listener = listener
        do throws(SystemError) {
            try loop.add(listener, .readable)
        } catch {
            // The set is new and the descriptor ours: it fails only without memory, or watches left for this user.
            shared.notify(.cannotListen(error))
        }
    }

    /// Connections open now.
    package var connectionCount: Int { shared.connectionCount.load(ordering: .relaxed) }

    /// Stops accepting, lets requests in flight finish with `Connection: close`, and ends the loops; what is still
    /// open after the drain time-out is cut off. May be called from any thread, and more than once.
    package func drain() {
        let shared = shared
        let others = loops.dropFirst()
        // The accepting loop first: what it has handed over by then reaches the other loops before their end.
        loops.first?.submit { loop in
            shared.worker(of: loop)?.drain()
            for other in others {
                other.submit { loop in shared.worker(of: loop)?.drain() }
            }
        }
    }

    /// Calls `body` once all loops have ended.
    package func whenFinished(_ body: @escaping @Sendable () -> Void) {
        finished.notify(queue: DispatchQueue(label: "localtenant.finished"), execute: body)
    }

    /// Suspends until all loops have ended.
    package func untilFinished() async {
        await withCheckedContinuation { continuation in
            whenFinished { continuation.resume() }
        }
    }
}
