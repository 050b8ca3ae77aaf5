/// Percent-encoding of paths and queries (RFC 3986 section 2.1).
package enum PercentEncoding {
    /// Decodes a path segment.
    ///
    /// - Returns: nil for a broken escape, or when the result is not UTF-8.
    package static func decode(_ bytes: Span<UInt8>) -> String? {
        decode(bytes, plusIsSpace: false)
    }

    /// Decodes a name or value of a query, where `+` stands for a space.
    package static func decodeQueryPart(_ bytes: Span<UInt8>) -> String? {
        decode(bytes, plusIsSpace: true)
    }

    private static func decode(_ bytes: Span<UInt8>, plusIsSpace: Bool) -> String? {
        if bytes.firstIndex(of: 0x25, from: 0) == nil, !plusIsSpace || bytes.firstIndex(of: 0x2B, from: 0) == nil {
            guard let text = try? UTF8Span(validating: bytes) else { return nil }
            return String(copying: text)
        }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x25 {
                guard index + 2 < bytes.count, let high = hexadecimalValue(bytes[index + 1]),
                    let low = hexadecimalValue(bytes[index + 2])
                else { return nil }
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(plusIsSpace && byte == 0x2B ? 0x20 : byte)
                index += 1
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func hexadecimalValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
