import HTTP1
import HTTPCore
import Synchronization
import Transport

/// One loop's side of the server: its connections' shared buffers and settings, and its part of a drain.
final class Worker {
    unowned let loop: EventLoop
    let state: ServerState
    let context: HTTP1Connection.Context
    var outbox = Outbox()
    /// Empty; takes turns with the other, which is being sent meanwhile.
    private var spareOutbox = Outbox()
    /// Only on the loop that accepts.
    var listener: Listener?
    private var dateSecond: Int64 = -1

    init(_ loop: EventLoop, _ state: ServerState) {
        self.loop = loop
        self.state = state
        context = HTTP1Connection.Context(responder: state.responder, limits: state.configuration.limits)
        refreshDate()
        loop.roundDidEnd = { [unowned self] in
            sendPosted()
            refreshDate()
        }
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

    /// Takes what stands in the outbox from `start` on as the answers of a connection.
    func post(from start: Int, of connection: Connection, unreadInput: [UInt8] = []) {
        outbox.address(from: start, to: connection, unreadInput: unreadInput)
        if outbox.isFull { sendPosted() }
    }

    /// Sends until nothing is posted: input that waited for an answer to go may bring up new answers.
    private func sendPosted() {
        while !outbox.isEmpty {
            var delivery = spareOutbox
            spareOutbox = Outbox()
            swap(&delivery, &outbox)
            delivery.deliver()
            delivery.removeAll()
            spareOutbox = delivery
        }
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
