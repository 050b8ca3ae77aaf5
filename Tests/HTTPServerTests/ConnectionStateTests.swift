import HTTPCore
import Testing
import Transport

@testable import HTTPServer

/// What is due when on a connection, without a socket.
@Suite struct ConnectionStateTests {
    private let times = ConnectionState.Times(idle: 1_000, head: 100, progress: 200, pause: 300, linger: 50)
    private let step = ServerConfiguration.progressBytes

    private func at(_ now: Milliseconds, until latest: Milliseconds = .max) -> ConnectionState.Moment {
        .init(now: now, latest: latest)
    }

    private func made(_ change: (inout ConnectionState) -> Void = { _ in }) -> ConnectionState {
        var state = ConnectionState(at: at(0), times)
        change(&state)
        return state
    }

    private var phases: [(name: String, state: ConnectionState)] {
        [
            ("open", made()), ("posted", made { $0.didPost() }), ("flushing", made { $0.flush(at: at(0), times) }),
            ("paused", made { $0.pause(at: at(0), times) }), ("lingering", made { $0.linger(at: at(0), times) }),
            ("closed", made { _ = $0.close() }),
        ]
    }

    @Test(
        arguments: [
            (Readiness.readable, [.read, .nothing, .nothing, .nothing, .dropInput, .nothing]),
            (.writable, [.read, .nothing, .flush, .nothing, .dropInput, .nothing]),
            (.ended, [.read, .nothing, .nothing, .close, .dropInput, .nothing]),
            (.failed, [.read, .nothing, .flush, .close, .dropInput, .nothing]),
        ] as [(Readiness, [ConnectionState.OnReadiness])])
    func `readiness means what the phase says`(readiness: Readiness, wanted: [ConnectionState.OnReadiness]) {
        #expect(phases.map { $0.state.whenReady(readiness) } == wanted)
    }

    @Test func `a peer whose input is over is waited for as long as something is held back, and then ended`() {
        var state = made { $0.inputDidEnd() }
        func next(_ change: (inout CarrierStanding) -> Void = { _ in }, hasMore: Bool = false) -> ConnectionState.OnSent
        {
            var standing = CarrierStanding(.withheld)
            change(&standing)
            return state.whenSent(standing, hasMore: hasMore, isIdle: false, isDraining: false)
        }
        #expect(next { $0.holdsBack = true } == .pause)
        #expect(next(hasMore: true) == .handleInput, "what came before the end is still answered")
        #expect(next() == .end)
        state.willEnd()
        #expect(next() == .linger)
        #expect(made().whenSent(CarrierStanding(.withheld), hasMore: false, isIdle: false, isDraining: false) == .wait)
    }

    @Test func `nothing is due before its deadline, nor while answers wait in the outbox`() {
        for (name, state) in phases {
            #expect(state.whenSwept(now: state.deadline - 1, isHandshaking: false) == .nothing, "\(name)")
        }
        #expect(made { $0.didPost() }.whenSwept(now: .max, isHandshaking: false) == .nothing)
    }

    /// A request is never answered with a time-out while an answer is held back: it would overtake that one.
    @Test func `what takes too long ends as its phase says, and a paused connection is closed and not timed out`() {
        func due(_ change: (inout ConnectionState) -> Void, handshaking: Bool = false) -> ConnectionState.OnSweep {
            let state = made(change)
            return state.whenSwept(now: state.deadline, isHandshaking: handshaking)
        }
        #expect(due { _ in } == .endUnlessInputWaits)
        #expect(due { $0.wait(for: .readingHead, at: at(0), times) } == .timeOut)
        #expect(due({ $0.wait(for: .readingHead, at: at(0), times) }, handshaking: true) == .close)
        #expect(due { $0.wait(for: .readingBody(byteCount: 1), at: at(0), times) } == .timeOut)
        #expect(due { $0.wait(for: .sending(byteCount: 1), at: at(0), times) } == .timeOut)
        #expect(due { $0.wait(for: .withheld, at: at(0), times) } == .close)
        #expect(due { $0.flush(at: at(0), times) } == .close)
        #expect(due { $0.linger(at: at(0), times) } == .close)
        #expect(
            due {
                $0.wait(for: .readingHead, at: at(0), times)
                $0.pause(at: at(0), times)
            } == .close)
    }

    @Test func `a head has its time from its first byte, and content moves its deadline by whole steps only`() {
        var state = made { $0.wait(for: .readingHead, at: at(10), times) }
        state.wait(for: .readingHead, at: at(60), times)
        #expect(state.deadline == 110)
        state.wait(for: .readingBody(byteCount: 1), at: at(100), times)
        #expect(state.deadline == 300)
        state.wait(for: .readingBody(byteCount: step - 1), at: at(200), times)
        #expect(state.deadline == 300, "a peer that trickles makes no progress")
        state.wait(for: .readingBody(byteCount: step), at: at(250), times)
        #expect(state.deadline == 450)
        state.wait(for: .betweenRequests, at: at(260), times)
        #expect(state.deadline == 1_260)
        state.wait(for: .betweenRequests, at: at(270), times)
        #expect(state.deadline == 1_270, "idle since the last answer")
    }

    @Test func `a flush has its time anew whenever it moved on, a pause and a linger have theirs`() {
        var state = made { $0.flush(at: at(0), times) }
        #expect(state.phase == .flushing && state.deadline == 200)
        state.flushMovedOn(at: at(150), times)
        #expect(state.deadline == 350)
        state.open()
        state.pause(at: at(400), times)
        #expect(state.phase == .paused && state.deadline == 700)
        state.linger(at: at(500), times)
        #expect(state.phase == .lingering && state.deadline == 550)
    }

    @Test func `a drain ends what is idle, lets the rest finish, and no deadline is later than its end`() {
        var idle = made()
        #expect(idle.drain(isIdle: true, until: 400) == .endUnlessInputWaits && idle.deadline == 400)
        var busy = made()
        #expect(busy.drain(isIdle: false, until: 400) == .announceEnd)
        for (name, var state) in phases.dropFirst() {
            #expect(state.drain(isIdle: true, until: 20) == .nothing && state.deadline == 20, "\(name)")
        }
        busy.wait(for: .readingBody(byteCount: 0), at: at(390, until: 400), times)
        #expect(busy.deadline == 400)
    }

    @Test func `after an answer is sent comes first what cannot wait`() {
        var standing = CarrierStanding(.betweenRequests)
        var state = made()
        func next(hasMore: Bool = false, isIdle: Bool = false, isDraining: Bool = false) -> ConnectionState.OnSent {
            state.whenSent(standing, hasMore: hasMore, isIdle: isIdle, isDraining: isDraining)
        }
        #expect(next() == .wait && next(hasMore: true, isIdle: true, isDraining: true) == .handleInput)
        #expect(next(isIdle: true, isDraining: true) == .end && next(isDraining: true) == .announceEnd)
        state.willAnnounceEnd()
        #expect(next(isDraining: true) == .wait, "told once")
        state.willEnd(if: false)
        #expect(next(hasMore: true) == .handleInput)
        state.willEnd()
        state.willEnd(if: false)
        #expect(next(hasMore: true) == .linger, "what ends stays so")
        standing.isPaused = true
        #expect(next(hasMore: true) == .pause, "the last answer may be the one that is held back")
    }

    @Test func `an answer whose time has come waits for others to go, and comes to nothing at the end`() {
        let wanted: [ConnectionState.OnRelease] = [
            .goOn(wasPaused: false), .later, .later, .goOn(wasPaused: true), .nothing, .nothing,
        ]
        #expect(phases.map { $0.state.whenReleased() } == wanted)
    }

    @Test func `what was posted is sent by an open connection only, and a connection closes once`() {
        var state = made { $0.didPost() }
        #expect(state.hasPosted)
        let isSent = state.willSend()
        #expect(isSent && !state.hasPosted)
        state.didPost()
        let closings = (0..<2).map { _ in state.close() }
        let isSentLater = state.willSend()
        #expect(closings == [true, false] && !isSentLater && !state.hasPosted)
    }
}
