/// Host and port of an authority or an address (RFC 3986 section 3.2).
package enum Authority {
    /// Bytes up to which one is worth keeping for the next request: those of the longest name (RFC 1035 section 2.3.4).
    package static let usualBytesMax = 255

    /// The host of `host[:port]` as it came; brackets of an IPv6 literal stay.
    package static func host(in authority: Span<UInt8>) -> Range<Int> {
        var end = authority.count
        while end > 0, authority[end - 1] != 0x3A, authority[end - 1] != 0x5D { end -= 1 }
        return 0..<(end > 0 && authority[end - 1] == 0x3A ? end - 1 : authority.count)
    }

    /// Whether it is `uri-host [ ":" port ]` (RFC 9110 section 7.2), without userinfo; an empty one is.
    package static func isWellFormed(_ authority: Span<UInt8>) -> Bool {
        let name = host(in: authority)
        for index in 0..<authority.count where !isHostByte(authority[index]) { return false }
        for index in name.count..<authority.count where index > name.count {
            guard (0x30...0x39).contains(authority[index]) else { return false }
        }
        // Colons and brackets belong to an IPv6 literal.
        let isLiteral = name.count > 2 && authority[0] == 0x5B && authority[name.count - 1] == 0x5D
        for index in isLiteral ? 1..<name.count - 1 : name {
            switch authority[index] {
            case 0x5B, 0x5D: return false
            case 0x3A where !isLiteral: return false
            default: break
            }
        }
        return true
    }

    /// Letters, digits, and ``-._~:[]%!$&'()*+;=``: no comma, since lists of hosts are none.
    private static func isHostByte(_ byte: UInt8) -> Bool {
        // A bit for each of the bytes below 0x40, and from there to 0x7F.
        let word: UInt64 = byte & 0x40 == 0 ? 0x2FFF_6FF2_0000_0000 : 0x47FF_FFFE_AFFF_FFFE
        return byte < 0x80 && word &>> UInt64(byte) & 1 == 1
    }

    /// The host as text, lower-case.
    package static func host(of authority: String) -> String {
        String(decoding: authority.utf8.prefix(host(in: authority.utf8.span).count), as: UTF8.self).lowercased()
    }

    /// The host of an http or https address whose path is `path`, with or without a slash at its end; nil for any
    /// other text.
    package static func host(of address: String, path: String) -> String? {
        for scheme in ["https://", "http://"] where address.hasPrefix(scheme) {
            let rest = address.dropFirst(scheme.utf8.count)
            let slash = rest.firstIndex(of: "/") ?? rest.endIndex
            guard rest[slash...] == path || rest[slash...] + "/" == path else { return nil }
            return host(of: String(rest[..<slash]))
        }
        return nil
    }
}
