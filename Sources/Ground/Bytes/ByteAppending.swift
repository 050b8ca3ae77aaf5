extension OutputSpan<UInt8> {
    /// Appends the bytes of `other` in one copy; as with all that is appended here, there must be room for them.
    @inlinable
    @inline(__always)
    package mutating func append(copying other: [UInt8]) {
        other.withUnsafeBufferPointer { append(copying: $0) }
    }

    /// Appends the bytes of `span` in one copy.
    @inlinable
    @inline(__always)
    package mutating func append(copying span: Span<UInt8>) {
        span.withUnsafeBufferPointer { append(copying: $0) }
    }

    /// Appends the UTF-8 of `text` in one copy.
    @inlinable
    @inline(__always)
    package mutating func append(utf8 text: String) {
        text.utf8.span.withUnsafeBufferPointer { append(copying: $0) }
    }

    /// Appends ASCII text known at compile time.
    @inlinable
    @inline(__always)
    package mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(copying: $0) }
    }

    @inlinable
    @inline(__always)
    mutating func append(copying bytes: UnsafeBufferPointer<UInt8>) {
        withUnsafeMutableBufferPointer { target, count in
            count += target.extracting(count...).initialize(fromContentsOf: bytes)
        }
    }

    /// Appends the decimal digits of `value`, which must not be negative, padded with zeros to `digits`.
    package mutating func append(decimal value: Int, digits: Int = 1) {
        // From the last digit on; 20 are enough for 64 bits.
        var text = InlineArray<20, UInt8>(repeating: 0x30)
        var first = text.count
        var rest = UInt(value)
        repeat {
            first &-= 1
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
            text[first] = 0x30 &+ UInt8(truncatingIfNeeded: remainder)
            rest = quotient
        } while rest > 0
        first = min(first, text.count - digits)
        text.span.extracting(first..<text.count).withUnsafeBufferPointer { append(copying: $0) }
    }
}

extension Array where Element == UInt8 {
    /// The bytes of `span` in memory of their own.
    package init(copying span: Span<UInt8>) {
        self = span.withUnsafeBufferPointer { Array($0) }
    }

    /// Appends the bytes of `span` in one copy.
    @inlinable
    @inline(__always)
    package mutating func append(copying span: Span<UInt8>) {
        span.withUnsafeBufferPointer { append(copying: $0) }
    }

    /// Appends the bytes of `other` in one copy.
    @inlinable
    @inline(__always)
    package mutating func append(copying other: [UInt8]) {
        other.withUnsafeBufferPointer { append(copying: $0) }
    }

    /// Appends the UTF-8 of `text` in one copy.
    @inlinable
    @inline(__always)
    package mutating func append(utf8 text: String) {
        append(copying: text.utf8.span)
    }

    /// Appends ASCII text known at compile time.
    @inlinable
    @inline(__always)
    package mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(copying: $0) }
    }

    /// Twice as fast as `append(contentsOf:)`, which goes through the general sequence first.
    @inlinable
    @inline(__always)
    mutating func append(copying bytes: UnsafeBufferPointer<UInt8>) {
        // Else the count of the one array that all empty ones share would be written, by all threads.
        guard !bytes.isEmpty else { return }
        append(addingCapacity: bytes.count) { $0.append(copying: bytes) }
    }

    /// Appends the decimal digits of `value`, which must not be negative, padded with zeros to `digits`, at most 19.
    package mutating func append(decimal value: Int, digits: Int = 1) {
        append(addingCapacity: 19) { $0.append(decimal: value, digits: digits) }
    }
}
