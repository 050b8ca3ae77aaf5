package import Tenancy

extension Instant {
    /// Of a text that the format `date-time` takes (RFC 3339 section 5.6): small letters, a blank between the parts, an
    /// offset from UTC and a leap second, too; nil for a date that there is not.
    package init?(dateTime text: String) {
        var bytes = Array(text.uppercased().utf8)
        guard bytes.count >= 20 else { return nil }
        bytes[10] = 0x54
        var seconds: Int64 = 0
        if bytes.last != 0x5A {
            let offset = bytes.suffix(6).map { Int64($0) - 0x30 }
            bytes.removeLast(6)
            let minutes = (offset[1] * 10 + offset[2]) * 60 + offset[4] * 10 + offset[5]
            seconds = offset[0] == 0x2D - 0x30 ? minutes * 60 : -minutes * 60
            bytes.append(0x5A)
        }
        if bytes.count >= 20, bytes[17] == 0x36 {
            bytes.replaceSubrange(17...18, with: [0x35, 0x39])
            seconds += 1
        }
        guard let time = Instant(String(decoding: bytes, as: UTF8.self)) else { return nil }
        self = time + seconds * 1_000
    }

    /// As `2026-02-16T16:36:00.438Z`, with so many digits of the second's fraction: 3, 6 or 9; others are cut to them.
    package func text(digits: Int) -> String {
        let text = [UInt8](capacity: Instant.textBytesMax) { append(isExact: digits > 6, to: &$0) }
        let kept = digits >= 9 ? text.count - 1 : 20 + min(digits, 6)
        return String(decoding: text[..<kept], as: UTF8.self) + "Z"
    }
}
