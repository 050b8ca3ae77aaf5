/// A day of the calendar, as `2023-07-16` (RFC 3339 full-date).
package struct Day: RawRepresentable, Comparable, Sendable {
    package let rawValue: String

    /// - Returns: nil for another form, a month beyond 12, or a day beyond 31.
    package init?(rawValue: String) {
        let parts = rawValue.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.joined().allSatisfy({ (0x30...0x39).contains($0) }),
            (1...12).contains(Int(Substring(parts[1])) ?? 0), (1...31).contains(Int(Substring(parts[2])) ?? 0)
        else { return nil }
        self.rawValue = rawValue
    }

    package static func < (left: Day, right: Day) -> Bool {
        left.rawValue < right.rawValue
    }
}
