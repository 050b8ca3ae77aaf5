import Ground

/// A point in time: nanoseconds since 1970-01-01T00:00:00Z. Modules print microseconds of it, actions all.
package struct Instant: Hashable, Comparable, Sendable {
    package var nanoseconds: Int64

    package init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    package init(microseconds: Int64) {
        nanoseconds = microseconds * 1_000
    }

    /// What is too far away becomes the last moment, or the first.
    package init(unixSeconds: Int64) {
        let (nanoseconds, overflows) = unixSeconds.multipliedReportingOverflow(by: 1_000_000_000)
        self.nanoseconds = overflows ? (unixSeconds < 0 ? Int64.min : Int64.max) : nanoseconds
    }

    package var microseconds: Int64 { nanoseconds / 1_000 }

    /// What a clock or a document may set: from 1970 to the end of 2199, far from what overflows.
    package static let settable = Instant(nanoseconds: 0)...Instant(nanoseconds: 7_258_118_399_999_999_999)

    package static func < (left: Instant, right: Instant) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    package static func + (instant: Instant, milliseconds: Int64) -> Instant {
        let (product, overflows) = milliseconds.multipliedReportingOverflow(by: 1_000_000)
        let (sum, carries) = instant.nanoseconds.addingReportingOverflow(product)
        return Instant(nanoseconds: overflows || carries ? Int64.max : sum)
    }

    /// So many seconds later, of a number that somebody else chose; what is too far away becomes the last moment that a
    /// document may hold.
    package func adding(seconds: Int) -> Instant {
        let (milliseconds, overflows) = Int64(seconds).multipliedReportingOverflow(by: 1_000)
        let end = overflows ? Instant(nanoseconds: seconds < 0 ? .min : .max) : self + milliseconds
        return min(max(end, Instant.settable.lowerBound), Instant.settable.upperBound)
    }
}

/// As text in the Internet's form (RFC 3339), in UTC.
extension Instant: CustomStringConvertible {
    /// - Returns: nil for another form than `2026-02-16T16:36:00Z` with up to nine fractional digits.
    package init?(_ text: String) {
        guard let nanoseconds = InternetTime.nanoseconds(of: text) else { return nil }
        self.init(nanoseconds: nanoseconds)
    }

    /// With six fractional digits.
    package var description: String { InternetTime.text(nanoseconds: nanoseconds) }

    package static var textBytesMax: Int { InternetTime.bytesMax }

    /// Appends it with six fractional digits, or with nine.
    @inline(__always)
    package func append(isExact: Bool, to output: inout OutputSpan<UInt8>) {
        InternetTime.append(nanoseconds: nanoseconds, isExact: isExact, to: &output)
    }
}
