/// The value of Content-Length (RFC 9110 section 8.6).
package enum ContentLength {
    /// - Returns: bytes; nil for anything but digits, and `Int.max` for too many of them, which count as too large and
    ///   not as malformed.
    package static func bytes(_ value: Span<UInt8>) -> Int? {
        guard !value.isEmpty else { return nil }
        var length = 0
        for index in value.indices {
            guard (0x30...0x39).contains(value[index]) else { return nil }
            let (product, overflows) = length.multipliedReportingOverflow(by: 10)
            length = overflows || product > Int.max - 9 ? Int.max : product + Int(value[index] - 0x30)
        }
        return length
    }
}
