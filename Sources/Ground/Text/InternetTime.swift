/// Instants as text in the Internet's form (RFC 3339), in UTC.
package enum InternetTime {
    /// Appends `2026-02-16T16:36:00.438000Z`, 27 bytes with six fractional digits or 30 with nine.
    ///
    /// - Parameters:
    ///   - nanoseconds: since 1970-01-01T00:00:00Z; years count from 0 to 9999.
    ///   - isExact: nine digits; otherwise six, and what is below a microsecond is cut off.
    @inline(__always)
    package static func append(nanoseconds: Int64, isExact: Bool, to output: inout OutputSpan<UInt8>) {
        var (seconds, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        if rest < 0 { (seconds, rest) = (seconds - 1, rest + 1_000_000_000) }
        let fraction = Int(rest)
        let time = CivilTime(unixSeconds: seconds)
        output.appendPair(time.year / 100)
        output.appendPair(time.year % 100)
        output.append(0x2D)
        output.appendPair(time.month)
        output.append(0x2D)
        output.appendPair(time.day)
        output.append(0x54)
        output.appendPair(time.hour)
        output.append(0x3A)
        output.appendPair(time.minute)
        output.append(0x3A)
        output.appendPair(time.second)
        output.append(0x2E)
        let microseconds = fraction / 1_000
        output.appendPair(microseconds / 10_000)
        output.appendPair(microseconds / 100 % 100)
        output.appendPair(microseconds % 100)
        if isExact {
            output.append(0x30 &+ UInt8(truncatingIfNeeded: fraction / 100 % 10))
            output.appendPair(fraction % 100)
        }
        output.append(0x5A)
    }

    package static let bytesMax = 30

    /// The same as a string, with six digits.
    package static func text(nanoseconds: Int64) -> String {
        String(
            decoding: [UInt8](capacity: bytesMax) { append(nanoseconds: nanoseconds, isExact: false, to: &$0) },
            as: UTF8.self)
    }

    /// The same with nine digits.
    package static func exactText(nanoseconds: Int64) -> String {
        String(
            decoding: [UInt8](capacity: bytesMax) { append(nanoseconds: nanoseconds, isExact: true, to: &$0) },
            as: UTF8.self)
    }

    /// Nanoseconds since 1970 of a text such as `2026-02-16T16:36:00Z`, with up to nine fractional digits; nil for
    /// another form, an offset from UTC, or a date that there is not.
    package static func nanoseconds(of text: String) -> Int64? {
        let bytes = Array(text.utf8)
        guard (20...30).contains(bytes.count), bytes[19] == (bytes.count == 20 ? 0x5A : 0x2E),
            bytes[bytes.count - 1] == 0x5A,
            bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A,
            let year = digits(bytes[0..<4]), let month = digits(bytes[5..<7]), let day = digits(bytes[8..<10]),
            let hour = digits(bytes[11..<13]), let minute = digits(bytes[14..<16]), let second = digits(bytes[17..<19]),
            (1...12).contains(month), day > 0, hour < 24, minute < 60, second < 60
        else { return nil }
        var fraction = 0
        if bytes[19] == 0x2E {
            let places = bytes[20..<(bytes.count - 1)]
            guard let value = digits(places), !places.isEmpty else { return nil }
            fraction = value
            for _ in places.count..<9 { fraction *= 10 }
        }
        let seconds =
            CivilTime.unixSeconds(year: year, month: month, day: day) + Int64(hour * 3_600 + minute * 60 + second)
        let made = CivilTime(unixSeconds: seconds)
        // The 31st of April comes back as the 1st of May. Beyond 2262 nanoseconds do not fit.
        guard made.month == month, made.day == day else { return nil }
        let (product, overflows) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, carries) = product.addingReportingOverflow(Int64(fraction))
        return overflows || carries ? nil : sum
    }

    private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }
}

extension OutputSpan<UInt8> {
    /// Two decimal digits of a number from 0 to 99.
    @inline(__always)
    fileprivate mutating func appendPair(_ value: Int) {
        let number = UInt32(truncatingIfNeeded: value)
        let tens = number / 10
        append(0x30 &+ UInt8(truncatingIfNeeded: tens))
        append(0x30 &+ UInt8(truncatingIfNeeded: number &- tens &* 10))
    }
}
