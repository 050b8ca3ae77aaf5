/// Escapes in strings (RFC 8259, section 7).
extension JSONCursor {
    /// Reads from the opening quote to the closing one: plain runs are copied whole, escapes decoded, short ones with
    /// the runs they stand in.
    ///
    /// - Returns: whether U+0000 is among the characters.
    mutating func decode(
        _ bytes: Span<UInt8>, into output: inout OutputSpan<UInt8>
    ) throws(JSONSyntaxError) -> Bool {
        var offset = position + 1
        var hasNUL = false
        while true {
            offset = output.append(bytes, from: offset, unescape: Self.shortEscape)
            position = offset
            let special = try current(bytes)
            position += 1
            if special == UInt8(ascii: "\\") {
                guard try current(bytes) == UInt8(ascii: "u") else { throw unexpected(bytes) }
                if try unicodeEscape(bytes, into: &output) == "\0" { hasNUL = true }
                offset = position
            } else if special == UInt8(ascii: "\"") {
                return hasNUL
            } else {
                throw JSONSyntaxError(reason: .controlByte(special), offset: offset)
            }
        }
    }

    /// What a backslash and this byte stand for, if they are a whole escape.
    @inline(__always)
    private static func shortEscape(_ name: UInt8) -> UInt8? {
        switch name {
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): name
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    /// Reads `uXXXX`, or a surrogate pair `uXXXX\uXXXX`.
    private mutating func unicodeEscape(
        _ bytes: Span<UInt8>, into output: inout OutputSpan<UInt8>
    ) throws(JSONSyntaxError) -> Unicode.Scalar {
        let lone = JSONSyntaxError(reason: .loneSurrogate, offset: position - 1)
        var code = try codeUnit(bytes)
        if 0xD800...0xDBFF ~= code {
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\\") else { throw lone }
            position += 1
            guard try current(bytes) == UInt8(ascii: "u") else { throw lone }
            let low = try codeUnit(bytes)
            guard 0xDC00...0xDFFF ~= low else { throw lone }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw lone }
        for byte in scalar.utf8 {
            output.append(byte)
        }
        return scalar
    }

    /// Reads a `u` and four hexadecimal digits.
    private mutating func codeUnit(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> UInt32 {
        position += 1
        var code: UInt32 = 0
        for _ in 0..<4 {
            let digit: UInt8
            switch try current(bytes) {
            case let byte where UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte: digit = byte - UInt8(ascii: "0")
            case let byte where UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte: digit = byte - UInt8(ascii: "a") + 10
            case let byte where UInt8(ascii: "A")...UInt8(ascii: "F") ~= byte: digit = byte - UInt8(ascii: "A") + 10
            default: throw unexpected(bytes)
            }
            code = code << 4 + UInt32(digit)
            position += 1
        }
        return code
    }
}
