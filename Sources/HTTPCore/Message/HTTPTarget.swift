import Ground

/// Request targets: the `:path` of HTTP/2 and the origin form of HTTP/1.1 are one grammar.
extension HTTPRequest {
    /// Takes path and query from a target; one without a path asks for `/` (RFC 9110 section 4.2.3).
    package mutating func setTarget(_ target: Span<UInt8>) {
        let mark = target.firstIndex(of: 0x3F, from: 0) ?? target.count
        if mark == 0 {
            path.append(0x2F)
        } else {
            path.append(copying: target.extracting(0..<mark))
        }
        if mark < target.count {
            query.append(copying: target.extracting(mark + 1..<target.count))
        }
    }

    /// Whether all bytes may stand in a target. RFC 3986 allows fewer; clients send `|`, `{` and the like, which hurt
    /// nobody. A fragment never travels (RFC 9112 section 3.2), so `#` is refused.
    package static func isTarget(_ target: Span<UInt8>) -> Bool {
        !target.hasNoTargetByte()
    }
}

/// How a request came: what links in its answer begin with.
package enum HTTPScheme: String, Sendable {
    case http, https

    /// What absolute links to a server begin with (RFC 6454 section 6.2).
    package func origin(of authority: String) -> String { "\(rawValue)://\(authority)" }
}
