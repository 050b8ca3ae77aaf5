import Ground
import HTTP1
import HTTPCore
import Synchronization
import Transport

#if HTTP2
    import HTTP2
#endif

/// One loop's side of the server: its connections' shared buffers and settings, and its part of a drain.
final class Worker {
    /// A circle while the loop runs; it lets go of its worker at its end.
    let loop: EventLoop
    let state: ServerState
    let carrierContext: CarrierContext
    let context: HTTP1Connection.Context
    let outbox: Outbox
    let times: ConnectionState.Times
    private var buffers: [[UInt8]] = []
    #if HTTP2
        private let http2Pool = HTTP2Pool()
    #endif
    /// When what is still open is cut off; set once, as a drain begins.
    private(set) var drainDeadline = Milliseconds.max
    /// Only on the loop that accepts.
    var listener: Listener?
    private var dateSecond: Int64 = -1
    private static let secondsBetweenTrims: Int64 = 10
    /// What the connections of this loop take of memory for their peers.
    private var heldBytes = 0

    init(_ loop: EventLoop, _ state: ServerState) {
        self.loop = loop
        self.state = state
        times = state.configuration.times
        let carrierContext = CarrierContext(responder: state.responder, limits: state.configuration.limits)
        self.carrierContext = carrierContext
        outbox = Outbox(willSend: { carrierContext.willSendAnswers() })
        context = HTTP1Connection.Context(carrierContext)
        keepTime()
    }

    var configuration: ServerConfiguration { state.configuration }

    /// Speaks HTTP/2, or lets HTTP/1.1 refuse the version where HTTP/2 is not built in.
    func makeHTTP2(_ scheme: HTTPScheme) -> Carrier {
        #if HTTP2
            if let connection = HTTP2Connection(carrierContext, scheme: scheme, pool: http2Pool) {
                return .http2(connection)
            }
        #endif
        return .http1(HTTP1Connection(scheme: scheme))
    }

    /// An empty buffer for the plaintext of a TLS connection; to be given back.
    func takeBuffer() -> [UInt8] {
        buffers.popLast() ?? []
    }

    func giveBack(_ buffer: inout [UInt8]) {
        buffer.removeAll(keepingCapacity: buffer.capacity <= 2 * ServerConfiguration.outputBytesMax)
        buffers.append(buffer)
        buffer = []
    }

    /// Takes over an accepted descriptor.
    func adopt(_ raw: Int32, from peer: IPAddress) {
        let connection = Connection(StreamSocket(owning: raw), from: peer, self)
        do throws(SystemError) {
            try loop.add(connection, .readable)
        } catch {
            // Not watched, hence closed as `connection` goes.
            state.connectionCount.subtract(1, ordering: .relaxed)
            return
        }
        if isDraining { connection.drain() }
    }

    // These are not made part of their callers: there the compiler would count references to what they use.

    /// What is asked of carriers from now on is a connection's of this peer.
    @inline(never)
    func serve(_ peer: IPAddress) { carrierContext.peer = peer }

    /// Has `body` append what a connection says to the output, up to so many bytes of it in all.
    ///
    /// - Parameter start: where the connection's part of the output begins.
    @inline(never)
    func write(from start: Int, _ body: (HTTP1Connection.Context, inout [UInt8], Int) -> Void) {
        outbox.append { body(context, &$0, start + ServerConfiguration.outputBytesMax) }
    }

    /// Addresses what was appended from `start` on.
    @inline(never)
    func post(from start: Int, to connection: Connection, unreadInput: [UInt8]) {
        outbox.address(from: start, to: connection, unreadInput: unreadInput)
    }

    func roundDidEnd() {
        outbox.deliver()
        keepTime()
    }

    /// A connection of this loop is gone.
    func didClose(_ connection: Connection) {
        heldBytes -= connection.heldBytes
        loop.remove(connection)
        state.connectionCount.subtract(1, ordering: .relaxed)
    }

    /// A connection takes so many bytes more. When all together take too many, the one with the most goes, and the
    /// next; one alone is let be.
    func hold(_ moreBytes: Int) {
        heldBytes += moreBytes
        while heldBytes > configuration.heldBytesMax / configuration.loopCount {
            let holders = loop.channels.compactMap { $0 as? Connection }.filter { $0.heldBytes > 0 }
            guard holders.count > 1, let most = holders.max(by: { $0.heldBytes < $1.heldBytes }) else { return }
            state.notify(.connectionDropped(heldBytes: most.heldBytes))
            most.close()
        }
    }

    /// Comes back to the connection for the answers that its carrier has just begun to hold.
    func scheduleReleases(of connection: Connection) {
        for answer in carrierContext.takeHeld() {
            loop.schedule(after: answer.delay) { [weak connection] _ in connection?.release(answer) }
        }
    }

    /// By which deadlines are set.
    var moment: ConnectionState.Moment { .init(now: loop.now, latest: drainDeadline) }

    /// What the context tells the carriers, too.
    var isDraining: Bool { drainDeadline != .max }

    func drain() {
        guard !isDraining else { return }
        carrierContext.isDraining = true
        drainDeadline = loop.now + configuration.drainTimeout
        if let listener { loop.remove(listener) }
        listener = nil
        for channel in loop.channels {
            (channel as? Connection)?.drain()
        }
        loop.stopWhenEmpty()
    }

    /// What is due by the clock: once a second the Date field's text changes, and every ten the heap's free pages go
    /// back to the system, by the one loop that accepts.
    private func keepTime() {
        let second = state.unixSeconds()
        guard second != dateSecond else { return }
        dateSecond = second
        carrierContext.date = HTTPDate(unixSeconds: second)
        if listener != nil, second % Worker.secondsBetweenTrims == 0 { ResourceLimits.giveBackMemory() }
    }
}
