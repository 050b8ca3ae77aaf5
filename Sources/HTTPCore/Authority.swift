/// Host and port of an authority or an address (RFC 3986 section 3.2).
package enum Authority {
    /// The host of `host[:port]` as it came; brackets of an IPv6 literal stay.
    package static func host(in authority: Span<UInt8>) -> Range<Int> {
        var end = authority.count
        while end > 0, authority[end - 1] != 0x3A, authority[end - 1] != 0x5D { end -= 1 }
        return 0..<(end > 0 && authority[end - 1] == 0x3A ? end - 1 : authority.count)
    }

    /// The same as text, lower-case.
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
