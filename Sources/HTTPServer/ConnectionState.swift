import HTTPCore
import Transport

/// Where a connection stands, and what is due when. It knows neither socket nor protocol: events go in, and what is to
/// be done comes out; `Connection` does it.
///
/// Phases: `open` (reading and answering), `flushing` (a peer that is slow to take its answers; nothing is read
/// from it), `paused` (an answer is held back, and so is what comes after it), `lingering` (the last answer is sent;
/// input is dropped until the peer closes). A deadline ends each.
///
///     open ⇄ flushing       the peer does not take all; it has taken all
///     open ⇄ paused         an answer is held back; its time has come
///     open → lingering      the last answer is sent
///     any  → closed         by the peer, by a deadline, or by an answer that ends in a reset
struct ConnectionState: Equatable {
    enum Phase {
        case open, flushing, paused, lingering, closed
    }

    /// By which clock a deadline is set.
    struct Moment: Equatable {
        let now: Milliseconds
        /// No deadline is later: the end of a drain.
        var latest = Milliseconds.max
    }

    /// How long each thing may take.
    struct Times: Equatable {
        let idle: Milliseconds
        let head: Milliseconds
        let progress: Milliseconds
        let pause: Milliseconds
        let linger: Milliseconds
    }

    private(set) var phase = Phase.open
    /// Answers stand in the outbox and are sent at the end of the round.
    private(set) var hasPosted = false
    /// Nothing follows what is posted or sent just now.
    private(set) var isEnding = false
    /// The peer has said that it sends nothing more; it may still wait for answers.
    private(set) var isInputOver = false
    /// The peer was told that nothing new is served, where the protocol has a word for it.
    private(set) var hasAnnouncedEnd = false
    private(set) var deadline: Milliseconds
    /// What the deadline was set for, so that it is set anew when that changes.
    private(set) var deadlineKind = DeadlineKind.idle

    init(at moment: Moment, _ times: Times) {
        deadline = moment.now + times.idle
    }

    // MARK: From the loop

    enum OnReadiness {
        case nothing, read, flush, dropInput, close
    }

    func whenReady(_ readiness: Readiness) -> OnReadiness {
        switch phase {
        // What is posted goes first; readiness is level-triggered and comes back.
        case .open: hasPosted ? .nothing : .read
        case .flushing: readiness.isDisjoint(with: [.writable, .failed]) ? .nothing : .flush
        case .paused: readiness.isDisjoint(with: [.failed, .ended]) ? .nothing : .close
        case .lingering: .dropInput
        case .closed: .nothing
        }
    }

    enum OnSweep {
        case nothing
        /// Ends it, unless there is a request in the kernel's buffer.
        case endUnlessInputWaits
        /// Answers a request that took too long.
        case timeOut
        case close
    }

    func whenSwept(now: Milliseconds, isHandshaking: Bool) -> OnSweep {
        guard now >= deadline, !hasPosted else { return .nothing }
        switch deadlineKind {
        case .idle: return phase == .open ? .endUnlessInputWaits : .nothing
        case .head, .body: return isHandshaking ? .close : .timeOut
        case .flush, .pause, .linger: return .close
        }
    }

    enum OnDrain {
        case nothing, endUnlessInputWaits, announceEnd
    }

    /// - Parameter isIdle: nothing is under way.
    mutating func drain(isIdle: Bool, until end: Milliseconds) -> OnDrain {
        deadline = min(deadline, end)
        guard phase == .open, !hasPosted else { return .nothing }
        return isIdle ? .endUnlessInputWaits : .announceEnd
    }

    enum OnRelease: Equatable {
        case nothing
        /// The peer is slow to take other answers.
        case later
        /// - Parameter wasPaused: it is to be watched for input again.
        case goOn(wasPaused: Bool)
    }

    /// The time of an answer that was held back has come.
    func whenReleased() -> OnRelease {
        switch phase {
        case .closed, .lingering: .nothing
        case .flushing: .later
        case .open, .paused: hasPosted ? .later : .goOn(wasPaused: phase == .paused)
        }
    }

    // MARK: From the driver

    mutating func willEnd(if isSo: Bool = true) {
        if isSo { isEnding = true }
    }

    mutating func inputDidEnd() { isInputOver = true }

    mutating func willAnnounceEnd() { hasAnnouncedEnd = true }

    mutating func didPost() { hasPosted = true }

    /// Whether what was posted is still to be sent.
    mutating func willSend() -> Bool {
        hasPosted = false
        return phase == .open
    }

    enum OnSent {
        case pause, linger, handleInput, end, announceEnd, wait
    }

    /// - Parameters:
    ///   - hasMore: there is input that waited, or output that did not fit.
    ///   - isIdle: nothing is under way.
    func whenSent(
        _ standing: CarrierStanding, hasMore: Bool, isIdle: @autoclosure () -> Bool, isDraining: Bool
    ) -> OnSent {
        // Whose input is over is not read from either, and must not be: its socket tells of the end again and again.
        if standing.isPaused || isInputOver && standing.holdsBack { return .pause }
        if isEnding { return .linger }
        if hasMore { return .handleInput }
        if isInputOver { return .end }
        guard isDraining else { return .wait }
        if isIdle() { return .end }
        return hasAnnouncedEnd ? .wait : .announceEnd
    }

    // MARK: Phases and deadlines

    mutating func open() { phase = .open }

    mutating func flush(at moment: Moment, _ times: Times) {
        phase = .flushing
        flushMovedOn(at: moment, times)
    }

    mutating func flushMovedOn(at moment: Moment, _ times: Times) { set(.flush, moment, times.progress) }

    mutating func pause(at moment: Moment, _ times: Times) {
        phase = .paused
        set(.pause, moment, times.pause)
    }

    mutating func linger(at moment: Moment, _ times: Times) {
        phase = .lingering
        set(.linger, moment, times.linger)
    }

    /// False when it was closed before.
    mutating func close() -> Bool {
        defer { phase = .closed }
        return phase != .closed
    }

    /// Sets the deadline that fits what the carrier waits for; one that fits already runs on.
    mutating func wait(for progress: CarrierProgress, at moment: Moment, _ times: Times) {
        switch progress {
        case .betweenRequests: set(.idle, moment, times.idle)
        case .withheld: set(.pause, moment, times.pause)
        case .readingHead: if deadlineKind != .head { set(.head, moment, times.head) }
        case .readingBody(let byteCount), .sending(let byteCount):
            let kind = DeadlineKind.body(milestone: byteCount / ServerConfiguration.progressBytes)
            if kind != deadlineKind { set(kind, moment, times.progress) }
        }
    }

    private mutating func set(_ kind: DeadlineKind, _ moment: Moment, _ delay: Milliseconds) {
        deadlineKind = kind
        deadline = min(moment.now + delay, moment.latest)
    }
}
