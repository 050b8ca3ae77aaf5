/// Host and port of an authority or an address (RFC 3986 section 3.2).
package enum Authority {
    /// The host of `host[:port]` as it came; brackets of an IPv6 literal stay.
    package static func host(in authority: String) -> Substring {
        let bytes = authority.utf8
        let end = bytes.lastIndex(of: 0x3A).flatMap { colon in
            bytes[bytes.index(after: colon)...].contains(0x5D) ? nil : colon
        }
        return authority[..<(end ?? bytes.endIndex)]
    }

    /// The same, lower-case.
    package static func host(of authority: String) -> String {
        host(in: authority).lowercased()
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
