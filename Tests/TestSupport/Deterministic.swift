import Ground
import Synchronization
package import Tenancy

/// A small seeded generator, so that a failing random test can be run again from its seed.
package struct SeededGenerator: RandomNumberGenerator {
    private var sequence: SplitMix64

    package init(seed: UInt64) {
        sequence = SplitMix64(seed: seed)
    }

    package mutating func next() -> UInt64 { sequence.next() }
}

/// A clock that moves by one millisecond at each look, and ids that count: the same in every run.
package final class ManualWorld: Sendable {
    private struct State {
        var microseconds: Int64 = 1_771_259_760_438_000
        var nextID: UInt64 = 1
    }

    private let state = Mutex(State())

    package init() {}

    package var world: World {
        World(now: { self.now() }, newID: { self.newID() })
    }

    package func now() -> Instant {
        state.withLock { state in
            state.microseconds += 1_000
            return Instant(microseconds: state.microseconds)
        }
    }

    package func advance(seconds: Int64) {
        state.withLock { $0.microseconds += seconds * 1_000_000 }
    }

    package func newID() -> UniqueID {
        state.withLock { state in
            defer { state.nextID += 1 }
            return UniqueID.version4(high: 0, low: state.nextID)
        }
    }
}
