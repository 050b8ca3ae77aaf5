import Ground
import HTTP1
import HTTPCore
import TLS
import Transport

#if HTTP2
    import HTTP2
#endif

/// One socket, TLS where the peer begins with it, and the protocol core that speaks on it: reads once, answers, and
/// writes once. What is due when is `ConnectionState`'s to say.
final class Connection: Channel {
    private let socket: StreamSocket
    private let peer: IPAddress
    private let worker: Worker
    private var tls: TLSEngine?
    private var carrier = Carrier.undecided([])
    /// How the carrier stands; kept beside it, since most calls want to know just this.
    private var standing = CarrierStanding(.betweenRequests)
    private var state: ConnectionState
    /// What the peer has not taken yet; nil but in `flushing`.
    private var backlog: Backlog?
    /// What came while an answer was held back.
    private var pausedInput: [UInt8] = []
    /// What it takes of memory for its peer, as its worker knows.
    private(set) var heldBytes = 0

    init(_ socket: consuming StreamSocket, from peer: IPAddress, _ worker: Worker) {
        self.socket = socket
        self.peer = peer
        self.worker = worker
        state = ConnectionState(at: worker.moment, worker.times)
    }

    var rawDescriptor: Int32 { socket.rawValue }

    func isReady(_ readiness: Readiness, on loop: EventLoop) {
        switch state.whenReady(readiness) {
        case .nothing: break
        case .read: read()
        case .flush: flush()
        case .dropInput: dropInput()
        case .close: close()
        }
    }

    func sweep(now: Milliseconds, on loop: EventLoop) {
        switch state.whenSwept(now: now, isHandshaking: tls?.state == .handshaking) {
        case .nothing: break
        case .endUnlessInputWaits: read(endsWhenIdle: true)
        case .timeOut:
            produce { carrier, context, output, outputBytesMax in
                carrier.timeOut(context, outputBytesMax: outputBytesMax, into: &output)
            }
        case .close: close()
        }
    }

    /// Finishes what is under way and closes; a request that is already in the kernel's buffer is still answered.
    func drain() {
        switch state.drain(isIdle: isIdle, until: worker.drainDeadline) {
        case .nothing: break
        case .endUnlessInputWaits: read(endsWhenIdle: true)
        case .announceEnd: announceEnd()
        }
    }

    private var isIdle: Bool {
        tls?.state != .handshaking && standing.progress == .betweenRequests
    }

    /// Closes a connection with nothing under way, with a word of goodbye where its protocol has one.
    private func end() {
        guard tls?.canSend ?? false || standing.saysGoodbye else { return close() }
        state.willEnd()
        announceEnd()
    }

    private func announceEnd() {
        state.willAnnounceEnd()
        produce { carrier, _, output, outputBytesMax in carrier.finish(outputBytesMax: outputBytesMax, into: &output) }
    }
}

/// Reading.
extension Connection {
    /// - Parameter endsWhenIdle: it is the last look before it is closed: a request may have crossed our decision.
    private func read(endsWhenIdle: Bool = false) {
        switch socket.receive(into: worker.loop.scratch) {
        case .bytes(let count):
            let input = UnsafeRawBufferPointer(rebasing: worker.loop.scratch[..<count])
            input.withMemoryRebound(to: UInt8.self) { didReceive($0.span) }
        case .wouldBlock:
            if endsWhenIdle { end() }
        case .closed: inputDidEnd()
        }
    }

    /// A peer that has closed its direction without a word may still wait for what is held back.
    private func inputDidEnd() {
        guard standing.holdsBack else { return close() }
        state.inputDidEnd()
        startPause([])
    }

    private func didReceive(_ input: Span<UInt8>) {
        if let tls {
            didReceiveRecords(input, tls)
        } else if let held = carrier.undecidedBytes {
            let start = worker.outbox.byteCount
            if held.isEmpty {
                decide(input, from: start)
            } else {
                decide((held + Array(copying: input)).span, from: start)
            }
        } else {
            handle(input)
        }
    }

    /// Tells the protocol by the first bytes, and has them handled by it.
    private func decide(_ input: Span<UInt8>, from start: Int) {
        switch FirstBytes(input) {
        case .undecided:
            become(.undecided(Array(copying: input)))
            return post(from: start)
        case .tls where tls == nil: return startTLS(input)
        case .http2: become(worker.makeHTTP2(scheme))
        case .http1, .tls: become(.http1(HTTP1Connection(scheme: scheme)))
        }
        handle(input, from: start)
    }

    private func become(_ carrier: consuming Carrier) {
        standing = carrier.standing
        self.carrier = carrier
    }

    private var scheme: HTTPScheme { tls == nil ? .http : .https }

    private func startTLS(_ input: Span<UInt8>) {
        guard let context = worker.configuration.tls, let engine = try? TLSEngine(context) else {
            worker.state.notify(.tlsRefused)
            return close()
        }
        tls = engine
        become(.undecided([]))
        didReceiveRecords(input, engine)
    }

    private func didReceiveRecords(_ records: Span<UInt8>, _ tls: TLSEngine) {
        let start = worker.outbox.byteCount
        let wasHandshaking = tls.state == .handshaking
        var plaintext = worker.takeBuffer()
        worker.outbox.append { tls.receive(records, plaintext: &plaintext, output: &$0) }
        switch tls.state {
        case .handshaking: post(from: start)
        case .failed(let reason):
            if wasHandshaking { worker.state.notify(.handshakeFailed(reason)) }
            state.willEnd()
            post(from: start)
        case .open, .closedByPeer:
            if tls.state == .closedByPeer { state.inputDidEnd() }
            if let held = carrier.undecidedBytes {
                didDecrypt(held + plaintext, tls, from: start)
            } else {
                handle(plaintext.span, from: start)
            }
        }
        worker.giveBack(&plaintext)
    }

    /// The first plaintext: ALPN has told the protocol, or else its bytes do.
    private func didDecrypt(_ plaintext: [UInt8], _ tls: TLSEngine, from start: Int) {
        if tls.negotiatedProtocol == "h2" {
            become(worker.makeHTTP2(.https))
            handle(plaintext.span, from: start)
        } else if plaintext.isEmpty {
            post(from: start)
        } else {
            decide(plaintext.span, from: start)
        }
    }

    /// Answers what `input` completes, and posts the answers.
    private func handle(_ input: Span<UInt8>, from start: Int? = nil) {
        var position = 0
        let start = start ?? worker.outbox.byteCount
        append(from: start) { carrier, context, output, outputBytesMax in
            carrier.receive(input, at: &position, context, outputBytesMax: outputBytesMax, into: &output)
        }
        let isAllRead = position >= input.count || state.isEnding
        post(from: start, unreadInput: isAllRead ? [] : Array(copying: input.extracting(position..<input.count)))
    }
}

/// Writing.
extension Connection {
    /// Has the carrier append to the output, and posts it.
    private func produce(_ body: (inout Carrier, HTTP1Connection.Context, inout [UInt8], Int) -> Void) {
        let start = worker.outbox.byteCount
        append(from: start, body)
        post(from: start)
    }

    /// Has the carrier append to the outbox, through TLS where there is one; the last bytes of a connection are
    /// followed by `close_notify`. Comes back for what the carrier holds.
    private func append(
        from start: Int, _ body: (inout Carrier, HTTP1Connection.Context, inout [UInt8], Int) -> Void
    ) {
        worker.serve(peer)
        // Taken out while it changes. In place, each look at it would be checked at run time for falling into a change,
        // which costs a request more than the moves.
        var carrier = Carrier.undecided([])
        swap(&carrier, &self.carrier)
        guard let tls else {
            worker.write(from: start) { body(&carrier, $0, &$1, $2) }
            become(carrier)
            state.willEnd(if: standing.isClosing)
            return worker.scheduleReleases(of: self)
        }
        var plaintext = worker.takeBuffer()
        body(&carrier, worker.context, &plaintext, ServerConfiguration.outputBytesMax)
        become(carrier)
        worker.outbox.append { tls.send(plaintext, output: &$0) }
        worker.giveBack(&plaintext)
        state.willEnd(if: standing.isClosing)
        // What is held back comes before the goodbye.
        if state.isEnding, !standing.isAborting, !standing.isPaused { worker.outbox.append { tls.close(output: &$0) } }
        worker.scheduleReleases(of: self)
    }

    private func post(from start: Int, unreadInput: [UInt8] = []) {
        state.didPost()
        worker.post(from: start, to: self, unreadInput: unreadInput)
    }

    /// Sends what was posted; what the peer does not take now becomes the backlog.
    func send(_ output: UnsafeRawBufferPointer, unreadInput: [UInt8]) {
        guard state.willSend() else { return }
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

    /// Whether it is watched so from now on. One that cannot be is closed, since nothing would call it again.
    private func watch(_ interest: Readiness) -> Bool {
        let isWatched = (try? worker.loop.update(self, interest)) != nil
        if !isWatched { close() }
        return isWatched
    }

    private func startFlushing(_ backlog: Backlog) {
        self.backlog = backlog
        state.flush(at: worker.moment, worker.times)
        guard watch(.writable) else { return }
        declareHeld()
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
                    state.flushMovedOn(at: worker.moment, worker.times)
                }
                return
            }
        }
        self.backlog = nil
        state.open()
        guard watch(.readable) else { return }
        didSendAll(backlog.input)
    }

    private func didSendAll(_ unreadInput: [UInt8]) {
        let hasMore = !unreadInput.isEmpty || standing.wantsToSend
        switch state.whenSent(standing, hasMore: hasMore, isIdle: isIdle, isDraining: worker.isDraining) {
        case .pause: startPause(unreadInput)
        case .linger: startLingering()
        case .handleInput: handle(unreadInput.span)
        case .end: end()
        case .announceEnd: announceEnd()
        case .wait:
            state.wait(
                for: tls?.state == .handshaking ? .readingHead : standing.progress, at: worker.moment, worker.times)
            declareHeld()
        }
    }

    /// To be called last: this connection may be the one that has to go.
    private func declareHeld() {
        let more = standing.heldBytes + (tls?.heldBytes ?? 0) + (backlog?.byteCount ?? 0) - heldBytes
        guard more != 0 else { return }
        heldBytes += more
        worker.hold(more)
    }

    private func startLingering() {
        if standing.isAborting {
            socket.resetOnClose()
            return close()
        }
        state.linger(at: worker.moment, worker.times)
        socket.finishSending()
        dropInput()
    }

    private func dropInput() {
        // Level-triggered readiness calls again while more is there, so one read a round is fair to others.
        if socket.receive(into: worker.loop.scratch) == .closed { close() }
    }

    /// Ends it without a word.
    func close() {
        guard state.close() else { return }
        backlog = nil
        worker.didClose(self)
    }
}

/// Holding back.
extension Connection {
    /// Nothing is read until the answer is released; a peer that goes away is noticed.
    private func startPause(_ unreadInput: [UInt8]) {
        state.pause(at: worker.moment, worker.times)
        pausedInput = unreadInput
        // One that has sent all it has to may still wait for a delayed answer, but not for one that never comes.
        _ = watch(standing.isStalled ? .ended : [])
    }

    /// The time of an answer that its carrier held back has come.
    func release(_ answer: HeldAnswer) {
        switch state.whenReleased() {
        case .nothing: return
        case .later: return worker.loop.schedule(after: 10) { [weak self] _ in self?.release(answer) }
        case .goOn(let wasPaused): if wasPaused, !watch(.readable) { return }
        }
        state.open()
        let start = worker.outbox.byteCount
        append(from: start) { carrier, context, output, outputBytesMax in
            carrier.release(answer, context, outputBytesMax: outputBytesMax, into: &output)
        }
        let input = pausedInput
        pausedInput = []
        post(from: start, unreadInput: state.isEnding ? [] : input)
    }
}
