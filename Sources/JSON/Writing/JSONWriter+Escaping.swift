extension ByteBuffer {
    /// Appends the text between quotes, escaped: plain runs are copied whole.
    mutating func appendEscaped(_ text: String, comma: Bool) {
        let source = text.utf8.span
        if source.isPlain { return append(quoted: source, comma: comma) }
        var start = 0
        if comma { append(UInt8(ascii: ",")) }
        append(UInt8(ascii: "\""))
        // Mostly one turn: room for what is left, and for some escapes.
        while start < source.count {
            append(upTo: source.count - start + 64) { output in
                start = output.append(source, from: start, escape: JSONEscape.of)
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

/// How bytes that cannot stand in a string are written.
private enum JSONEscape {
    /// The escape of a quote, a backslash or a control byte: the short form if there is one, or else `\u00` and two
    /// lower-case hexadecimal digits. The first byte is in the lowest place.
    @inline(__always)
    static func of(_ byte: UInt8) -> (bytes: UInt64, count: Int) {
        switch byte {
        case 0x0A: short("n")
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): (UInt64(byte) << 8 | UInt64(UInt8(ascii: "\\")), 2)
        case 0x08: short("b")
        case 0x09: short("t")
        case 0x0C: short("f")
        case 0x0D: short("r")
        default: long(byte)
        }
    }

    @inline(__always)
    private static func short(_ name: Unicode.Scalar) -> (bytes: UInt64, count: Int) {
        (UInt64(name.value) << 8 | UInt64(UInt8(ascii: "\\")), 2)
    }

    private static func long(_ byte: UInt8) -> (bytes: UInt64, count: Int) {
        let low = byte & 0x0F
        let digit = low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10
        let text: [UInt8] = [UInt8(ascii: "\\"), UInt8(ascii: "u"), 0x30, 0x30, 0x30 + byte >> 4, digit]
        return (text.reversed().reduce(0) { $0 << 8 | UInt64($1) }, 6)
    }
}
