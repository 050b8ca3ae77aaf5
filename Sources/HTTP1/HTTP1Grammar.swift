/// Byte classes of the HTTP grammar.
enum HTTP1Grammar {
    /// `tchar` of RFC 9110 section 5.6.2, as a bit per ASCII byte: low word 0x00–0x3F, high word 0x40–0x7F.
    private static let tokenLow: UInt64 = bits("!#$%&'*+-.0123456789", base: 0)
    private static let tokenHigh: UInt64 = bits(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz|~", base: 64)

    private static func bits(_ characters: StaticString, base: UInt8) -> UInt64 {
        characters.withUTF8Buffer { buffer in
            buffer.reduce(0) { $0 | 1 << UInt64($1 - base) }
        }
    }

    static func isToken(_ byte: UInt8) -> Bool {
        if byte < 64 { return tokenLow >> UInt64(byte) & 1 == 1 }
        if byte < 128 { return tokenHigh >> UInt64(byte - 64) & 1 == 1 }
        return false
    }

    /// Bytes of a field value: visible ASCII, space, tab and `obs-text` (RFC 9110 section 5.5).
    static func isFieldValue(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || byte == 0x09
    }

    /// Bytes of a request target. RFC 3986 allows fewer; clients send `|`, `{` and the like, which hurt nobody.
    /// A fragment never travels (RFC 9112 section 3.2), so `#` is refused.
    static func isTarget(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && byte != 0x23
    }

    /// Bytes of `uri-host [ ":" port ]` (RFC 9110 section 7.2), without userinfo, path or list separators.
    static func isAuthority(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true  // digits, letters
        case 0x2D, 0x2E, 0x5F, 0x7E, 0x3A, 0x5B, 0x5D, 0x25: true  // - . _ ~ : [ ] %
        case 0x21, 0x24, 0x26, 0x27, 0x28, 0x29, 0x2A, 0x2B, 0x3B, 0x3D: true  // sub-delims but the comma
        default: false
        }
    }

    static func isSpaceOrTab(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    static func hexadecimalValue(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x30...0x39: Int(byte - 0x30)
        case 0x41...0x46: Int(byte - 0x41 + 10)
        case 0x61...0x66: Int(byte - 0x61 + 10)
        default: nil
        }
    }

    /// The part of `range` without spaces and tabs at either end.
    static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, isSpaceOrTab(bytes[lower]) { lower += 1 }
        while lower < upper, isSpaceOrTab(bytes[upper - 1]) { upper -= 1 }
        return lower..<upper
    }

    /// Calls `body` with each element of a comma-separated list (RFC 9110 section 5.6.1), empty ones left out.
    static func forEachListElement(_ value: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
        var start = 0
        for index in 0...value.count where index == value.count || value[index] == 0x2C {
            let element = trimmed(value, start..<index)
            if !element.isEmpty { body(value.extracting(element)) }
            start = index + 1
        }
    }
}
