/// Strings (RFC 8259, section 7).
extension JSONReader {
    /// Reads from the opening quote to the closing one. A string stays where it is if it has no escapes but short ones
    /// that the writer makes as well.
    @inline(__always)
    mutating func string(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONText {
        let start = cursor.position &+ 1
        guard let end = bytes.shortStringEnd(from: start) else { return try longString(bytes) }
        cursor.position = end &+ 1
        return JSONText(start..<end)
    }

    /// Reads a string that is not short and plain, or about which nothing is known.
    @inline(never)
    private mutating func longString(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONText {
        let start = cursor.position + 1
        var bits = SIMD16<UInt8>()
        let end = bytes.plainEnd(from: start, &bits)
        guard end < bytes.count else { throw JSONSyntaxError(reason: .unexpectedEnd, offset: bytes.count) }
        guard bytes[end] == UInt8(ascii: "\"") else { return try stringWithEscapes(bytes, from: end, bits) }
        return try text(bytes, start..<end, bits, .ascii)
    }

    /// Goes on at the first escape, or at what cannot stand in a string.
    @inline(never)
    private mutating func stringWithEscapes(
        _ bytes: Span<UInt8>, from first: Int, _ bits: SIMD16<UInt8>
    ) throws(JSONSyntaxError) -> JSONText {
        let start = cursor.position + 1
        var bits = bits
        var end = first
        while end &+ 1 < bytes.count, bytes[end] == UInt8(ascii: "\\"), Self.isShortEscape(bytes[end &+ 1]) {
            end = bytes.plainEnd(from: end &+ 2, &bits)
        }
        guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return try decodedString(bytes) }
        return try text(bytes, start..<end, bits, [.ascii, .escaped])
    }

    /// Passes a string that stays where it is.
    ///
    /// - Parameters:
    ///   - bits: of all its bytes.
    ///   - traits: what it has if it is ASCII.
    @inline(__always)
    private mutating func text(
        _ bytes: Span<UInt8>, _ range: Range<Int>, _ bits: SIMD16<UInt8>, _ traits: JSONText.Traits
    ) throws(JSONSyntaxError) -> JSONText {
        var text = JSONText(range)
        text.traits = traits
        if !bits.isASCII {
            try Self.validate(bytes, range)
            text.traits.remove(.ascii)
        }
        cursor.position = range.upperBound + 1
        return text
    }

    /// Whether the writer makes an escape of a backslash and this byte.
    @inline(__always)
    private static func isShortEscape(_ name: UInt8) -> Bool {
        switch name {
        case UInt8(ascii: "n"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "r"), UInt8(ascii: "t"):
            true
        default: false
        }
    }

    /// Reads a key, which is decoded if there is any escape in it.
    @inline(__always)
    mutating func keyString(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONText {
        let start = cursor.position
        let text = try string(bytes)
        guard text.traits.contains(.escaped) else { return text }
        cursor.position = start
        return try decodedString(bytes)
    }

    /// Reads a string whose escapes are to be decoded.
    private mutating func decodedString(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONText {
        let start = cursor.position + 1
        let decodedStart = decoded.count
        var hasNUL = false
        // No escape decodes to more bytes than it is spelled with, so the rest of the text is room enough.
        try decoded.append(upTo: bytes.count - start) { output throws(JSONSyntaxError) in
            hasNUL = try cursor.decode(bytes, into: &output)
        }
        var text = JSONText(decodedStart..<decoded.count)
        text.traits = hasNUL ? [.decoded, .hasNUL] : .decoded
        switch decoded.withSpan(text.range, { Self.isASCII($0) }) {
        case true?: text.traits.insert(.ascii)
        case false?: break
        // Escapes decode to whole characters, so a fault can only be in the bytes between them.
        case nil: try Self.validate(bytes, start..<cursor.position - 1)
        }
        return text
    }

    /// Whether UTF-8 is ASCII; nil when the bytes are no UTF-8.
    private static func isASCII(_ bytes: Span<UInt8>) -> Bool? {
        (try? UTF8Span(validating: bytes))?.isKnownASCII
    }

    /// Throws unless the bytes in the range are UTF-8.
    private static func validate(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(JSONSyntaxError) {
        do {
            _ = try UTF8Span(validating: bytes.extracting(range))
        } catch {
            throw JSONSyntaxError(reason: .invalidUTF8, offset: range.lowerBound + error.byteOffsets.lowerBound)
        }
    }
}
