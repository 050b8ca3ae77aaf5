import Glibc

/// A moment by which something must be done, by the monotonic clock.
package struct Deadline: Sendable {
    private let nanoseconds: Int64

    /// - Parameter milliseconds: from now; not negative.
    package init(after milliseconds: Int64) {
        nanoseconds = Deadline.now() + milliseconds * 1_000_000
    }

    /// What is left, rounded up; 0 when it has passed.
    package var millisecondsLeft: Int64 { (nanosecondsLeft + 999_999) / 1_000_000 }

    /// 0 when it has passed.
    package var nanosecondsLeft: Int64 { max(0, nanoseconds - Deadline.now()) }

    package var isOver: Bool { nanosecondsLeft == 0 }

    private static func now() -> Int64 {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
