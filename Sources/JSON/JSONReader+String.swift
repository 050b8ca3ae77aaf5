/// Strings (RFC 8259, section 7).
extension JSONReader {
    /// Reads from the opening quote to the closing one. A string without escapes stays where it is.
    mutating func string(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONText {
        let start = cursor.position + 1
        let run = bytes.plainRun(from: start)
        guard run.end < bytes.count else { throw JSONSyntaxError(reason: .unexpectedEnd, offset: bytes.count) }
        guard bytes[run.end] == UInt8(ascii: "\"") else { return try stringWithEscapes(bytes) }
        cursor.position = run.end + 1
        var text = JSONText(start..<run.end)
        if !run.isASCII {
            try Self.validate(bytes, start..<run.end)
            text.traits = []
        }
        return text
    }

    /// The same with escapes to decode.
    private mutating func stringWithEscapes(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONText {
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
