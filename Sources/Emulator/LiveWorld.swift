import CLinux
import Glibc
import Synchronization
package import Tenancy

/// The real clock and real randomness; made here and nowhere else.
package enum LiveWorld {
    package static func make() -> World {
        let pool = RandomPool()
        return World(
            now: { WallClock.now() },
            newID: {
                let (high, low) = pool.next()
                return UniqueID.version4(high: high, low: low)
            })
    }
}

enum WallClock {
    static func now() -> Instant {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Instant(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    static func unixSeconds() -> Int64 {
        now().microseconds / 1_000_000
    }
}

/// Random words from the kernel's generator, fetched a page at a time: one system call serves 256 ids.
private final class RandomPool: Sendable {
    private struct State {
        var words = [UInt64](repeating: 0, count: 512)
        var next = 512
    }

    private let state = Mutex(State())

    func next() -> (UInt64, UInt64) {
        state.withLock { state in
            if state.next == state.words.count { RandomPool.refill(&state) }
            defer { state.next += 2 }
            return (state.words[state.next], state.words[state.next + 1])
        }
    }

    private static func refill(_ state: inout State) {
        let wanted = state.words.count * 8
        let got = unsafe state.words.withUnsafeMutableBytes { unsafe getrandom($0.baseAddress, wanted, 0) }
        if got != wanted {
            // A kernel without getrandom, or a signal in between: the slower source has its own fallback.
            var generator = SystemRandomNumberGenerator()
            for index in state.words.indices { state.words[index] = generator.next() }
        }
        state.next = 0
    }
}
