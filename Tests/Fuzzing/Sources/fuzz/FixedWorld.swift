import Synchronization
import Tenancy

/// A clock that stands, and ids in a row: the same input does the same.
enum FixedWorld {
    static var world: World {
        let next = Counter()
        return World(
            now: { Instant(nanoseconds: 1_700_000_000_000_000_000) },
            newID: { UniqueID.version4(high: 0, low: next.value()) })
    }

    private final class Counter: Sendable {
        private let count = Atomic<UInt64>(0)

        func value() -> UInt64 { count.wrappingAdd(1, ordering: .relaxed).newValue }
    }
}
