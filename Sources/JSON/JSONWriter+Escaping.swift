extension ByteBuffer {
    /// Appends the text between quotes, escaped: plain runs are copied whole.
    mutating func appendEscaped(_ text: String, comma: Bool) {
        let source = text.utf8.span
        var start = 0
        if comma { append(UInt8(ascii: ",")) }
        append(UInt8(ascii: "\""))
        // Mostly one turn: room for what is left, and for some escapes.
        while start < source.count {
            append(upTo: source.count - start + 64) { output in
                start = output.appendEscaped(source, from: start)
            }
        }
        append(UInt8(ascii: "\""))
    }

    /// Appends the integer in decimal digits.
    mutating func appendDecimal(_ value: Int) {
        if value < 0 { append(UInt8(ascii: "-")) }
        // From the last digit on; 20 are enough for 64 bits.
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var first = digits.count
        var rest = value.magnitude
        repeat {
            first -= 1
            digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        append(digits.span.extracting(first..<digits.count))
    }
}

extension OutputSpan<UInt8> {
    /// Appends the bytes of `source` from `start` on, escaped, as far as there is room for them; returns how far.
    fileprivate mutating func appendEscaped(_ source: Span<UInt8>, from start: Int) -> Int {
        var start = start
        // Room for the rest as it is, and for what the longest escape has more than its byte.
        while start < source.count, freeCapacity >= source.count - start + 5 {
            let stop = appendPlainRun(of: source, from: start)
            guard stop < source.count else { return stop }
            appendEscape(source[stop])
            start = stop + 1
        }
        return start
    }

    /// Appends the escape of a quote, a backslash or a control byte: the short form if there is one, or else
    /// `\u00` and two lower-case hexadecimal digits.
    @inline(__always)
    private mutating func appendEscape(_ byte: UInt8) {
        append(UInt8(ascii: "\\"))
        switch byte {
        case 0x0A: append(UInt8(ascii: "n"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
        case 0x08: append(UInt8(ascii: "b"))
        case 0x09: append(UInt8(ascii: "t"))
        case 0x0C: append(UInt8(ascii: "f"))
        case 0x0D: append(UInt8(ascii: "r"))
        default:
            append("u00" as StaticString)
            append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
            let low = byte & 0x0F
            append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
        }
    }
}
