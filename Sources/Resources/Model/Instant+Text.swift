package import Tenancy

extension Instant {
    /// As `2026-02-16T16:36:00.438Z`, with so many digits of the second's fraction: 3, 6 or 9; others are cut to them.
    package func text(digits: Int) -> String {
        let text = [UInt8](capacity: Instant.textBytesMax) { append(isExact: digits > 6, to: &$0) }
        let kept = digits >= 9 ? text.count - 1 : 20 + min(digits, 6)
        return String(decoding: text[..<kept], as: UTF8.self) + "Z"
    }
}
