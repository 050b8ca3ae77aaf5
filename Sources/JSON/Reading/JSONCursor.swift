/// A place in a text, and what can be read from there by itself: literals, numbers, the escapes of a string.
///
/// Each method starts with `position` at its first byte and leaves it after its last. The text is handed down rather
/// than stored, since a `Span` may not outlive its call.
struct JSONCursor {
    var position = 0

    /// The fault of the byte at `position`, or of there being none.
    func unexpected(_ bytes: Span<UInt8>) -> JSONSyntaxError {
        guard position < bytes.count else { return JSONSyntaxError(reason: .unexpectedEnd, offset: bytes.count) }
        return JSONSyntaxError(reason: .unexpectedByte(bytes[position]), offset: position)
    }

    @inline(__always)
    func current(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> UInt8 {
        guard position < bytes.count else { throw unexpected(bytes) }
        return bytes[position]
    }

    @inline(__always)
    mutating func skipWhitespace(_ bytes: Span<UInt8>) {
        while position < bytes.count, bytes[position] <= 0x20 {
            switch bytes[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): position &+= 1
            default: return
            }
        }
    }

    /// Passes one byte and the whitespace after it.
    @inline(__always)
    mutating func pass(_ bytes: Span<UInt8>) {
        position &+= 1
        skipWhitespace(bytes)
    }

    mutating func literal(_ name: StaticString, _ bytes: Span<UInt8>) throws(JSONSyntaxError) {
        for index in 0..<name.utf8CodeUnitCount {
            guard try current(bytes) == name.byte(at: index) else { throw unexpected(bytes) }
            position += 1
        }
    }
}
