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
            bytes.append(decimal: time.year, digits: 4)
            bytes.append(0x2D)
            bytes.append(decimal: time.month, digits: 2)
            bytes.append(0x2D)
            bytes.append(decimal: time.day, digits: 2)
            bytes.append(0x54)
            bytes.append(decimal: time.hour, digits: 2)
            bytes.append(0x3A)
            bytes.append(decimal: time.minute, digits: 2)
            bytes.append(0x3A)
            bytes.append(decimal: time.second, digits: 2)
            bytes.append(0x2E)
            bytes.append(decimal: Int(max(0, microseconds)), digits: 6)
            bytes.append(0x5A)
        }
    }
}
