import HTTPCore
import JSON
import Tenancy

/// Ids and instants as this family prints them.
extension JSONWriter {
    mutating func id(_ id: UniqueID) {
        quotedASCII { id.append(to: &$0) }
    }

    /// RFC 3339 in UTC with exactly six fractional digits (reference section 1, RECORDED 105 of 105).
    mutating func instant(_ instant: Instant) {
        let (seconds, microseconds) = instant.microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        let time = CivilTime(unixSeconds: seconds)
        quotedASCII { bytes in
            bytes.append(addingCapacity: 32) { output in
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
                let fraction = Int(max(0, microseconds))
                output.appendPair(fraction / 10_000)
                output.appendPair(fraction / 100 % 100)
                output.appendPair(fraction % 100)
                output.append(0x5A)
            }
        }
    }
}

extension OutputSpan<UInt8> {
    /// Two decimal digits of a number from 0 to 99; years count from 0 to 9999.
    @inline(__always)
    fileprivate mutating func appendPair(_ value: Int) {
        append(0x30 &+ UInt8(truncatingIfNeeded: value / 10 % 10))
        append(0x30 &+ UInt8(truncatingIfNeeded: value % 10))
    }
}
