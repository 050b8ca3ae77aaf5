import HTTP1
import HTTPCore
import Synchronization
import Transport

/// One loop's side of the server: its connections' shared buffers and settings, and its part of a drain.
final class Worker {
    unowned let loop: EventLoop
    let state: ServerState
    let context: HTTP1Connection.Context
    /// Answers of one round of reading are gathered here and sent in one call.
    var output: [UInt8] = []
    /// Only on the loop that accepts.
    var listener: Listener?
    private var dateSecond: Int64 = -1

    init(_ loop: EventLoop, _ state: ServerState) {
        self.loop = loop
        self.state = state
        context = HTTP1Connection.Context(responder: state.responder, limits: state.configuration.limits)
        refreshDate()
        loop.roundDidEnd = { [unowned self] in refreshDate() }
    }

    var configuration: ServerConfiguration { state.configuration }

    /// Takes over an accepted descriptor.
    func adopt(_ raw: Int32) {
        let connection = Connection(StreamSocket(owning: raw), self)
        do throws(SystemError) {
            try loop.add(connection, .readable)
        } catch {
            // Not watched, hence closed as `connection` goes.
            state.connectionCount.subtract(1, ordering: .relaxed)
            return
        }
        if context.isDraining { connection.drain() }
    }

    /// A connection of this loop is gone.
    func didClose(_ connection: Connection) {
        loop.remove(connection)
        state.connectionCount.subtract(1, ordering: .relaxed)
    }

    func drain() {
        guard !context.isDraining else { return }
        context.isDraining = true
        if let listener { loop.remove(listener) }
        listener = nil
        for channel in loop.channels {
            (channel as? Connection)?.drain()
        }
        loop.stopWhenEmpty()
    }

    /// The Date field changes once a second, and so does the text we keep of it.
    private func refreshDate() {
        let second = state.unixSeconds()
        guard second != dateSecond else { return }
        dateSecond = second
        context.date = Array(HTTPDate.imfFixdate(unixSeconds: second).utf8)
    }
}
