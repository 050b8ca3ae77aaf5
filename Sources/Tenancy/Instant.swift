/// A point in time: nanoseconds since 1970-01-01T00:00:00Z. Modules print microseconds of it, actions all.
package struct Instant: Hashable, Comparable, Sendable {
    package var nanoseconds: Int64

    package init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    package init(microseconds: Int64) {
        nanoseconds = microseconds * 1_000
    }

    package var microseconds: Int64 { nanoseconds / 1_000 }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    package static func + (instant: Instant, milliseconds: Int64) -> Instant {
        Instant(nanoseconds: instant.nanoseconds + milliseconds * 1_000_000)
    }
}
