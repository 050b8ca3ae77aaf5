import HTTPCore

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

    /// For values that come in small letters.
    var folded: ValueTest {
        switch self {
        case .equal(let text): .equal(Array(String(decoding: text, as: UTF8.self).lowercased().utf8))
        case .like(let pattern): .like(pattern.folded)
        default: self
        }
    }

    /// - Parameter isNumber: whether the text is a number's.
    func holds(_ text: ArraySlice<UInt8>, isNumber: Bool) -> Bool {
        switch self {
        case .equal(let wanted): text.count == wanted.count && text.elementsEqual(wanted)
        case .like(let pattern): pattern.matches(text)
        case .range(let range): range.contains(text, isNumber: isNumber)
        case .exists: true
        }
    }
}

/// A range of values: numbers by size, instants by time, others by their bytes.
struct ValueRange: Sendable {
    private struct Bound: Sendable {
        let text: [UInt8]
        let number: Double?
        let time: (start: Int64, end: Int64)?
        let isIncluded: Bool

        init(_ text: [UInt8], isIncluded: Bool) {
            self.text = text
            self.isIncluded = isIncluded
            number = Double(String(decoding: text, as: UTF8.self))
            time = TimeText.span(text)
        }
    }

    private let lower: Bound?
    private let upper: Bound?

    /// - Parameters: texts of the bounds; nil for open ends.
    init(_ lower: [UInt8]?, _ includesLower: Bool, _ upper: [UInt8]?, _ includesUpper: Bool) {
        self.lower = lower.map { Bound($0, isIncluded: includesLower) }
        self.upper = upper.map { Bound($0, isIncluded: includesUpper) }
    }

    func contains(_ text: ArraySlice<UInt8>, isNumber: Bool) -> Bool {
        let number = isNumber ? Double(String(decoding: text, as: UTF8.self)) : nil
        let time = isNumber ? nil : TimeText.instant(text)
        return (lower.map { ValueRange.isAbove($0, text, number, time) } ?? true)
            && (upper.map { ValueRange.isBelow($0, text, number, time) } ?? true)
    }

    private static func isAbove(_ bound: Bound, _ text: ArraySlice<UInt8>, _ number: Double?, _ time: Int64?) -> Bool {
        if let number, let limit = bound.number { return bound.isIncluded ? number >= limit : number > limit }
        // Behind a day, a month or a year is behind its end.
        if let time, let limit = bound.time { return time >= (bound.isIncluded ? limit.start : limit.end) }
        if text.elementsEqual(bound.text) { return bound.isIncluded }
        return bound.text.lexicographicallyPrecedes(text)
    }

    private static func isBelow(_ bound: Bound, _ text: ArraySlice<UInt8>, _ number: Double?, _ time: Int64?) -> Bool {
        if let number, let limit = bound.number { return bound.isIncluded ? number <= limit : number < limit }
        if let time, let limit = bound.time { return time < (bound.isIncluded ? limit.end : limit.start) }
        if text.elementsEqual(bound.text) { return bound.isIncluded }
        return text.lexicographicallyPrecedes(bound.text)
    }
}

/// Days, months, years and instants as texts.
enum TimeText {
    /// Of `2025`, `2025-12`, `2025-12-31` or an instant: when it begins, and when what follows it does, in nanoseconds
    /// since 1970.
    static func span(_ text: [UInt8]) -> (start: Int64, end: Int64)? {
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
            guard let instant = instant(text[...]) else { return nil }
            return (instant, instant + 1)
        }
    }

    /// Of an instant in the form that documents have, or with another fraction; nil for anything else.
    static func instant(_ text: ArraySlice<UInt8>) -> Int64? {
        guard text.count >= 20, text[text.startIndex + 10] == UInt8(ascii: "T"), text.last == UInt8(ascii: "Z") else {
            return nil
        }
        let text = Array(text)
        guard let year = number(text, 0, 4), let (month, day) = date(text), let hour = number(text, 11, 2),
            let minute = number(text, 14, 2), let second = number(text, 17, 2)
        else { return nil }
        var nanoseconds = begin(year, month, day) &+ Int64(hour * 3_600 + minute * 60 + second) &* 1_000_000_000
        var unit = 100_000_000 as Int64
        for byte in text[19...].dropFirst().dropLast() {
            guard (0x30...0x39).contains(byte) else { return nil }
            nanoseconds &+= Int64(byte - 0x30) &* unit
            unit /= 10
        }
        return nanoseconds
    }

    private static func date(_ text: [UInt8]) -> (month: Int, day: Int)? {
        guard text[4] == 0x2D, text[7] == 0x2D, let month = number(text, 5, 2), let day = number(text, 8, 2),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        return (month, day)
    }

    private static func begin(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        CivilTime.unixSeconds(year: year, month: month, day: day).multipliedReportingOverflow(by: 1_000_000_000)
            .partialValue
    }

    private static func number(_ text: [UInt8], _ start: Int, _ count: Int) -> Int? {
        guard start + count <= text.count else { return nil }
        var value = 0
        for byte in text[start..<start + count] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }
}
