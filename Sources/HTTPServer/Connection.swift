import HTTP1
import Transport

/// One socket and the HTTP/1.1 core that speaks on it: reads once, answers, writes once.
///
/// Phases: `open` (reading and answering), `flushing` (a peer that is slow to take its answers; nothing is read
/// from it), `lingering` (the last answer is sent; input is dropped until the peer closes). A deadline ends each.
final class Connection: Channel {
    private enum Phase {
        case open, flushing, lingering, closed
    }

    private let socket: StreamSocket
    private unowned let worker: Worker
    private var http = HTTP1Connection()
    private var phase = Phase.open
    /// What the peer has not taken yet; nil but in `flushing`.
    private var backlog: Backlog?
    private var deadline: Milliseconds
    /// What the deadline was set for, so that it is set anew when that changes.
    private var deadlineKind = DeadlineKind.idle

    private enum DeadlineKind: Equatable {
        case idle, head
        /// Content, having reached so many times `progressBytes`.
        case body(milestone: Int)
        case flush, linger
    }

    /// Answers waiting to be sent, and input that waits for them to go.
    private final class Backlog {
        var output: [UInt8]
        var sent: Int
        /// Bytes sent when the deadline was set.
        var milestone: Int
        var input: [UInt8]

        init(output: [UInt8], sent: Int, input: [UInt8]) {
            self.output = output
            self.sent = sent
            self.input = input
            milestone = sent
        }
    }

    init(_ socket: consuming StreamSocket, _ worker: Worker) {
        self.socket = socket
        self.worker = worker
        deadline = worker.loop.now + worker.configuration.idleTimeout
    }

    var rawDescriptor: Int32 { socket.rawValue }

    func isReady(_ readiness: Readiness, on loop: EventLoop) {
        switch phase {
        case .open: read()
        case .flushing: readiness.contains(.writable) || readiness.contains(.failed) ? flush() : ()
        case .lingering: dropInput()
        case .closed: break
        }
    }

    func sweep(now: Milliseconds, on loop: EventLoop) {
        guard now >= deadline else { return }
        switch deadlineKind {
        case .idle: closeUnlessInputWaits()
        case .head, .body:
            let start = worker.outbox.bytes.count
            http.timeOut(worker.context, into: &worker.outbox.bytes)
            worker.post(from: start, of: self)
        case .flush, .linger: close()
        }
    }

    /// Finishes what is under way and closes; a request that is already in the kernel's buffer is still answered.
    func drain() {
        guard phase == .open else { return capDeadline() }
        if http.progress == .betweenRequests { closeUnlessInputWaits() }
        capDeadline()
    }

    private func capDeadline() {
        deadline = min(deadline, worker.loop.now + worker.configuration.drainTimeout)
    }

    /// One last look before an idle connection is closed: a request may have crossed our decision.
    private func closeUnlessInputWaits() {
        guard phase == .open else { return }
        read(closesWhenIdle: true)
    }

    private func read(closesWhenIdle: Bool = false) {
        switch socket.receive(into: worker.loop.scratch) {
        case .bytes(let count):
            let input = UnsafeRawBufferPointer(rebasing: worker.loop.scratch[..<count])
            input.withMemoryRebound(to: UInt8.self) { handle($0.span) }
        case .wouldBlock:
            if closesWhenIdle { close() }
        case .closed: close()
        }
    }

    /// Answers what `input` completes, and posts the answers.
    private func handle(_ input: Span<UInt8>) {
        var position = 0
        let start = worker.outbox.bytes.count
        http.receive(
            input, at: &position, worker.context, outputBytesMax: start + ServerConfiguration.outputBytesMax,
            into: &worker.outbox.bytes)
        var unread: [UInt8] = []
        if position < input.count, !http.isClosing {
            unread = Array(copying: input.extracting(position..<input.count))
        }
        worker.post(from: start, of: self, unreadInput: unread)
    }

    /// Sends what was posted; what the peer does not take now becomes the backlog.
    func send(_ output: UnsafeRawBufferPointer, unreadInput: [UInt8]) {
        guard phase == .open else { return }
        var sent = 0
        while sent < output.count {
            switch socket.send(UnsafeRawBufferPointer(rebasing: output[sent...])) {
            case .bytes(let count): sent += count
            case .closed: return close()
            case .wouldBlock:
                return startFlushing(Backlog(output: Array(output[sent...]), sent: 0, input: unreadInput))
            }
        }
        didSendAll(unreadInput)
    }

    private func startFlushing(_ backlog: Backlog) {
        self.backlog = backlog
        phase = .flushing
        setDeadline(.flush, worker.configuration.progressTimeout)
        worker.loop.update(self, .writable)
    }

    private func flush() {
        guard let backlog else { return }
        while backlog.sent < backlog.output.count {
            let outcome = backlog.output.withUnsafeBytes {
                socket.send(UnsafeRawBufferPointer(rebasing: $0[backlog.sent...]))
            }
            switch outcome {
            case .bytes(let count): backlog.sent += count
            case .closed: return close()
            case .wouldBlock:
                if backlog.sent - backlog.milestone >= ServerConfiguration.progressBytes {
                    backlog.milestone = backlog.sent
                    setDeadline(.flush, worker.configuration.progressTimeout)
                }
                return
            }
        }
        self.backlog = nil
        phase = .open
        worker.loop.update(self, .readable)
        didSendAll(backlog.input)
    }

    private func didSendAll(_ unreadInput: [UInt8]) {
        if http.isClosing { return startLingering() }
        if !unreadInput.isEmpty { return handle(unreadInput.span) }
        if worker.context.isDraining, http.progress == .betweenRequests { return close() }
        refreshDeadline()
    }

    private func startLingering() {
        phase = .lingering
        socket.finishSending()
        setDeadline(.linger, ServerConfiguration.lingerTimeout)
        dropInput()
    }

    private func dropInput() {
        // Level-triggered readiness calls again while more is there, so one read a round is fair to others.
        if socket.receive(into: worker.loop.scratch) == .closed { close() }
    }

    /// Sets the deadline that fits the state of the current request; one that fits already runs on.
    private func refreshDeadline() {
        switch http.progress {
        case .betweenRequests: setDeadline(.idle, worker.configuration.idleTimeout)
        case .readingHead where deadlineKind == .head: break
        case .readingHead: setDeadline(.head, worker.configuration.headTimeout)
        case .readingBody:
            let kind = DeadlineKind.body(milestone: http.bodyByteCount / ServerConfiguration.progressBytes)
            if kind != deadlineKind { setDeadline(kind, worker.configuration.progressTimeout) }
        }
    }

    private func setDeadline(_ kind: DeadlineKind, _ delay: Milliseconds) {
        deadlineKind = kind
        deadline = worker.loop.now + delay
        if worker.context.isDraining { capDeadline() }
    }

    private func close() {
        guard phase != .closed else { return }
        phase = .closed
        backlog = nil
        worker.didClose(self)
    }
}

extension Array where Element == UInt8 {
    fileprivate init(copying span: Span<UInt8>) {
        self = span.withUnsafeBufferPointer { Array($0) }
    }
}
