import Ground

/// Byte classes of the HTTP grammar.
enum HTTP1Grammar {
    /// Some of the ASCII bytes, a bit for each.
    private struct ByteSet {
        /// Bytes below 0x40, and from there to 0x7F.
        let low, high: UInt64

        @inline(__always)
        func contains(_ byte: UInt8) -> Bool {
            let word = byte & 0x40 == 0 ? low : high
            return byte < 0x80 && word &>> UInt64(byte) & 1 == 1
        }
    }

    /// `tchar` of RFC 9110 section 5.6.2: letters, digits, and ``!#$%&'*+-.^_`|~``.
    private static var tokens: ByteSet { ByteSet(low: 0x03FF_6CFA_0000_0000, high: 0x57FF_FFFF_C7FF_FFFE) }

    @inline(__always)
    static func isToken(_ bytes: Span<UInt8>) -> Bool {
        for index in 0..<bytes.count where !tokens.contains(bytes[index]) { return false }
        return true
    }

    /// Bytes of a field value: visible ASCII, space, tab and `obs-text` (RFC 9110 section 5.5).
    static func isFieldValue(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || byte == 0x09
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

    /// `*( BWS ";" BWS name [ BWS "=" BWS value ] )`, where a value is a token or a quoted string (RFC 9112 section
    /// 7.1.1).
    static func areChunkExtensions(_ bytes: Span<UInt8>) -> Bool {
        var position = 0
        repeat {
            guard passSpaces(bytes, &position), pass(0x3B, bytes, &position), passSpaces(bytes, &position),
                passToken(bytes, &position)
            else { return false }
            let nameEnd = position
            guard passSpaces(bytes, &position), pass(0x3D, bytes, &position) else {
                // Blanks belong to what comes next, and at the end to nothing.
                position = nameEnd
                continue
            }
            guard passSpaces(bytes, &position), passToken(bytes, &position) || passQuoted(bytes, &position) else {
                return false
            }
        } while position < bytes.count
        return true
    }

    private static func passSpaces(_ bytes: Span<UInt8>, _ position: inout Int) -> Bool {
        while position < bytes.count, isSpaceOrTab(bytes[position]) { position += 1 }
        return true
    }

    private static func pass(_ byte: UInt8, _ bytes: Span<UInt8>, _ position: inout Int) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private static func passToken(_ bytes: Span<UInt8>, _ position: inout Int) -> Bool {
        let start = position
        while position < bytes.count, tokens.contains(bytes[position]) { position += 1 }
        return position > start
    }

    /// A string in quotes, where a backslash has the next byte stand for itself (RFC 9110 section 5.6.4).
    private static func passQuoted(_ bytes: Span<UInt8>, _ position: inout Int) -> Bool {
        guard pass(0x22, bytes, &position) else { return false }
        while position < bytes.count, bytes[position] != 0x22 {
            if bytes[position] == 0x5C { position += 1 }
            guard position < bytes.count, isFieldValue(bytes[position]) else { return false }
            position += 1
        }
        return pass(0x22, bytes, &position)
    }

    /// Fields that say how a message is framed, routed, secured or understood, which comes too late behind it (RFC 9110
    /// section 6.5.1): those that `HTTPFieldName` leaves out.
    static func isForbiddenInTrailers(_ name: Span<UInt8>) -> Bool {
        let names: [StaticString] = [
            "cache-control", "content-encoding", "content-range", "cookie", "forwarded", "if-match",
            "if-modified-since", "if-none-match", "if-range", "if-unmodified-since", "keep-alive", "max-forwards",
            "origin", "pragma", "proxy-authorization", "proxy-connection", "range", "set-cookie", "te", "trailer",
            "upgrade", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto",
        ]
        for forbidden in names where name.equalsIgnoringCase(forbidden) { return true }
        return false
    }
}
