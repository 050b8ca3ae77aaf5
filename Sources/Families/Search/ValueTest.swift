import Ground

/// What a query asks of one value.
enum ValueTest: Sendable {
    /// The value's text is this.
    case equal([UInt8])
    case like(WildcardPattern)
    case range(ValueRange)
    /// It is there: not null, `[]` or `{}`.
    case exists

    var isExistence: Bool {
        if case .exists = self { return true }
        return false
    }

    /// For values whose case does not count.
    var folded: ValueTest {
        switch self {
        case .equal(let text): .equal(ValueTest.lowered(text.span))
        case .like(let pattern): .like(pattern.folded)
        default: self
        }
    }

    /// - Parameters:
    ///   - isNumber: whether the text is a number's.
    ///   - isFolded: whether case does not count; the test is folded, too.
    func holds(_ text: Span<UInt8>, isNumber: Bool, isFolded: Bool = false) -> Bool {
        switch self {
        case .equal(let wanted):
            guard isFolded else { return text.hasSameBytes(as: wanted.span) }
            return ValueTest.isASCII(text)
                ? text.count == wanted.count && ValueTest.isEqual(text, lowered: wanted.span)
                : wanted == ValueTest.lowered(text)
        case .like(let pattern):
            return isFolded && !ValueTest.isASCII(text)
                ? pattern.matches(ValueTest.lowered(text).span) : pattern.matches(text)
        case .range(let range): return range.contains(text, isNumber: isNumber)
        case .exists: return true
        }
    }

    private static func isASCII(_ text: Span<UInt8>) -> Bool {
        var bits = 0 as UInt8
        for index in text.indices { bits |= text[index] }
        return bits < 0x80
    }

    private static func isEqual(_ text: Span<UInt8>, lowered wanted: Span<UInt8>) -> Bool {
        for index in text.indices {
            let byte = text[index]
            guard (0x41...0x5A).contains(byte) ? byte | 0x20 == wanted[index] : byte == wanted[index] else {
                return false
            }
        }
        return true
    }

    private static func lowered(_ text: Span<UInt8>) -> [UInt8] { Array(text.text.lowercased().utf8) }
}

/// A range of values: numbers by size, instants by time, others by their bytes.
final class ValueRange: Sendable {
    private struct Bound: Sendable {
        let text: [UInt8]
        let number: Double?
        let time: (start: Int64, end: Int64)?
        let isIncluded: Bool

        init(_ text: [UInt8], isIncluded: Bool) {
            self.text = text
            self.isIncluded = isIncluded
            number = Double(String(decoding: text, as: UTF8.self))
            time = TimeText.span(text.span)
        }
    }

    private let lower: Bound?
    private let upper: Bound?

    /// - Parameters: texts of the bounds; nil for open ends.
    init(_ lower: [UInt8]?, _ includesLower: Bool, _ upper: [UInt8]?, _ includesUpper: Bool) {
        self.lower = lower.map { Bound($0, isIncluded: includesLower) }
        self.upper = upper.map { Bound($0, isIncluded: includesUpper) }
    }

    func contains(_ text: Span<UInt8>, isNumber: Bool) -> Bool {
        let number = isNumber ? ValueRange.number(text) : nil
        let time = isNumber ? nil : TimeText.instant(text)
        if let lower, !ValueRange.isAbove(lower, text, number, time) { return false }
        if let upper, !ValueRange.isBelow(upper, text, number, time) { return false }
        return true
    }

    /// Most are whole, and need no text made of them.
    private static func number(_ text: Span<UInt8>) -> Double? {
        var whole = 0
        for index in text.indices {
            guard (0x30...0x39).contains(text[index]), text.count <= 15 else { return Double(text.text) }
            whole = whole * 10 + Int(text[index] - 0x30)
        }
        return Double(whole)
    }

    private static func isAbove(_ bound: Bound, _ text: Span<UInt8>, _ number: Double?, _ time: Int64?) -> Bool {
        if let number, let limit = bound.number { return bound.isIncluded ? number >= limit : number > limit }
        // Behind a day, a month or a year is behind its end.
        if let time, let limit = bound.time { return time >= (bound.isIncluded ? limit.start : limit.end) }
        let order = compare(text, bound.text.span)
        return order > 0 || order == 0 && bound.isIncluded
    }

    private static func isBelow(_ bound: Bound, _ text: Span<UInt8>, _ number: Double?, _ time: Int64?) -> Bool {
        if let number, let limit = bound.number { return bound.isIncluded ? number <= limit : number < limit }
        if let time, let limit = bound.time { return time < (bound.isIncluded ? limit.end : limit.start) }
        let order = compare(text, bound.text.span)
        return order < 0 || order == 0 && bound.isIncluded
    }

    /// Below, at or above zero as the first text is before the second, the same, or behind it.
    static func compare(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
        let common = left.commonPrefixCount(with: right, from: 0)
        if common < left.count, common < right.count { return left[common] < right[common] ? -1 : 1 }
        return left.count - right.count
    }
}

/// Days, months, years and instants as texts.
enum TimeText {
    /// Of `2025`, `2025-12`, `2025-12-31` or an instant: when it begins, and when what follows it does, in nanoseconds
    /// since 1970.
    static func span(_ text: Span<UInt8>) -> (start: Int64, end: Int64)? {
        guard let year = number(text, 0, 4) else { return nil }
        switch text.count {
        case 4: return (begin(year, 1, 1), begin(year + 1, 1, 1))
        case 7:
            guard text[4] == 0x2D, let month = number(text, 5, 2), (1...12).contains(month) else { return nil }
            return (begin(year, month, 1), month == 12 ? begin(year + 1, 1, 1) : begin(year, month + 1, 1))
        case 10:
            guard let (month, day) = date(text) else { return nil }
            return (begin(year, month, day), begin(year, month, day + 1))
        default:
            guard let instant = instant(text) else { return nil }
            return (instant, instant + 1)
        }
    }

    /// Of an instant in the form that documents have, or with another fraction; nil for anything else.
    static func instant(_ text: Span<UInt8>) -> Int64? {
        guard text.count >= 20, text[10] == UInt8(ascii: "T"), text[text.count - 1] == UInt8(ascii: "Z"),
            let year = number(text, 0, 4), let (month, day) = date(text), let hour = number(text, 11, 2),
            let minute = number(text, 14, 2), let second = number(text, 17, 2)
        else { return nil }
        var nanoseconds = begin(year, month, day) &+ Int64(hour * 3_600 + minute * 60 + second) &* 1_000_000_000
        var unit = 100_000_000 as Int64
        for index in 20..<max(20, text.count - 1) {
            guard (0x30...0x39).contains(text[index]) else { return nil }
            nanoseconds &+= Int64(text[index] - 0x30) &* unit
            unit /= 10
        }
        return nanoseconds
    }

    private static func date(_ text: Span<UInt8>) -> (month: Int, day: Int)? {
        guard text[4] == 0x2D, text[7] == 0x2D, let month = number(text, 5, 2), let day = number(text, 8, 2),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        return (month, day)
    }

    private static func begin(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        CivilTime.unixSeconds(year: year, month: month, day: day).multipliedReportingOverflow(by: 1_000_000_000)
            .partialValue
    }

    private static func number(_ text: Span<UInt8>, _ start: Int, _ count: Int) -> Int? {
        guard start + count <= text.count else { return nil }
        var value = 0
        for index in start..<start + count {
            guard (0x30...0x39).contains(text[index]) else { return nil }
            value = value * 10 + Int(text[index] - 0x30)
        }
        return value
    }
}
