extension Array where Element == UInt8 {
    /// Appends the bytes of `span` in one copy.
    package mutating func append(copying span: Span<UInt8>) {
        span.withUnsafeBufferPointer { append(contentsOf: $0) }
    }

    /// Appends ASCII text known at compile time.
    package mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// Appends the decimal digits of `value`, which must not be negative, padded with zeros to `digits`.
    package mutating func append(decimal value: Int, digits: Int = 1) {
        if digits == 2, value < 100 {
            append(0x30 + UInt8(truncatingIfNeeded: value / 10))
            return append(0x30 + UInt8(truncatingIfNeeded: value % 10))
        }
        var divisor = 1
        var count = 1
        while value / divisor >= 10 || count < digits {
            divisor *= 10
            count += 1
        }
        while divisor > 0 {
            append(0x30 + UInt8(truncatingIfNeeded: value / divisor % 10))
            divisor /= 10
        }
    }
}
