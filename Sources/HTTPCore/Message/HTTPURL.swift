/// The address of something that is reached over HTTP, as people type it (RFC 9110 section 4.2).
package struct HTTPURL: Equatable, Sendable {
    package let isSecure: Bool
    /// A name or an address literal, lower-case, without brackets.
    package let host: String
    package let port: UInt16
    /// Begins with a slash; with the query, if there is one.
    package let path: String

    /// - Returns: nil for what is none: another scheme, no host, user information, a fragment, or characters that
    ///   cannot stand in a request line.
    package init?(_ text: String) {
        let lowered = text.lowercased()
        let scheme = ["http://", "https://"].first { lowered.hasPrefix($0) }
        guard let scheme, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x23 }) else { return nil }
        let rest = text.dropFirst(scheme.count)
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        let path = rest[authority.endIndex...]
        isSecure = scheme == "https://"
        self.path = path.hasPrefix("/") ? String(path) : "/\(path)"
        guard !authority.contains("@"), let (host, port) = HTTPURL.parts(authority) else { return nil }
        self.host = host
        guard let port else {
            self.port = isSecure ? 443 : 80
            return
        }
        guard port.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = UInt16(port), number > 0 else {
            return nil
        }
        self.port = number
    }

    package init(isSecure: Bool, host: String, port: UInt16, path: String = "/") {
        self.isSecure = isSecure
        self.host = host
        self.port = port
        self.path = path
    }

    /// A host that leads somewhere: of an address that means all interfaces, in whatever spelling, this machine's own.
    package static func reachable(_ host: String) -> String {
        if host == "0.0.0.0" || host.lowercased() == "::ffff:0.0.0.0" { return "127.0.0.1" }
        return host.contains(":") && host.allSatisfy { $0 == ":" || $0 == "0" } ? "::1" : host
    }

    /// `host:port` as it stands in a URL; the port always.
    package var authority: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    /// Scheme and authority, without a slash behind.
    package var origin: String { "\(isSecure ? "https" : "http")://\(authority)" }

    /// What a browser calls the origin of a page there (RFC 6454, section 6.1): the port only where it is not the
    /// scheme's own.
    package var browserOrigin: String {
        let isStandard = port == (isSecure ? 443 : 80)
        let name = host.contains(":") ? "[\(host)]" : host
        return isStandard ? "\(isSecure ? "https" : "http")://\(name)" : origin
    }

    private static func parts(_ authority: Substring) -> (host: String, port: Substring?)? {
        let end: Substring.Index
        if authority.hasPrefix("[") {
            guard let bracket = authority.firstIndex(of: "]") else { return nil }
            end = authority.index(after: bracket)
        } else {
            end = authority.firstIndex(of: ":") ?? authority.endIndex
        }
        let isLiteral = authority.hasPrefix("[")
        let host = isLiteral ? authority[..<end].dropFirst().dropLast() : authority[..<end]
        guard !host.isEmpty else { return nil }
        if end == authority.endIndex { return (host.lowercased(), nil) }
        guard authority[end] == ":" else { return nil }
        return (host.lowercased(), authority[authority.index(after: end)...])
    }
}
