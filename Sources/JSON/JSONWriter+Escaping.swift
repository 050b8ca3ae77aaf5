/// The pieces of a text, as bytes. Each asks for its room once, and then appends without further checks of the array.
extension [UInt8] {
    /// Appends the text as it is, with what is due around it; it must be ASCII that needs no escape.
    @inline(__always)
    mutating func append(_ text: StaticString, comma: Bool, quote: Bool, colon: Bool) {
        append(addingCapacity: text.utf8CodeUnitCount + 4) { output in
            if comma { output.append(UInt8(ascii: ",")) }
            if quote { output.append(UInt8(ascii: "\"")) }
            output.append(text)
            if quote { output.append(UInt8(ascii: "\"")) }
            if colon { output.append(UInt8(ascii: ":")) }
        }
    }

    /// Appends the text between quotes, escaped: plain runs are copied whole.
    mutating func appendEscaped(_ text: String, comma: Bool) {
        let source = text.utf8.span
        var start = 0
        // Mostly one turn: room for what is left, for the comma and quotes, and for some escapes.
        repeat {
            append(addingCapacity: source.count - start + 64) { output in
                if start == 0 {
                    if comma { output.append(UInt8(ascii: ",")) }
                    output.append(UInt8(ascii: "\""))
                }
                start = output.appendEscaped(source, from: start)
                if start == source.count { output.append(UInt8(ascii: "\"")) }
            }
        } while start < source.count
    }

    /// Appends the integer in decimal digits.
    mutating func appendDecimal(_ value: Int) {
        if value < 0 {
            append(UInt8(ascii: "-"))
        }
        var magnitude = value.magnitude
        let start = count
        repeat {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude % 10))
            magnitude /= 10
        } while magnitude > 0
        self[start...].reverse()
    }
}

extension OutputSpan<UInt8> {
    /// Appends the bytes of `source` from `start` on, escaped, as far as there is room for them; returns how far.
    fileprivate mutating func appendEscaped(_ source: Span<UInt8>, from start: Int) -> Int {
        var start = start
        // Room for the rest as it is, for what the longest escape has more than its byte, and for the closing quote.
        while start < source.count, freeCapacity >= source.count - start + 6 {
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
