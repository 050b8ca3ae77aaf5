package import HTTPCore

/// A file of the page, as it is sent to browsers.
package struct PageAsset: Sendable {
    private let type: String
    private let content: [UInt8]
    /// Another one for other content (RFC 9110 section 8.8.3): a reload is a 304.
    private let entityTag: String

    init(_ name: String, _ content: [UInt8]) {
        type = PageAsset.type(of: name)
        self.content = content
        entityTag = PageAsset.entityTag(of: content)
    }

    /// Answers a GET or HEAD.
    package func response(to request: HTTPRequest) -> HTTPResponse {
        var response = HTTPResponse(status: .ok, fields: PageAsset.commonFields + [HTTPField("etag", entityTag)])
        if isKnown(to: request) {
            response.status = .notModified
        } else {
            response.fields.append(HTTPField("content-type", type))
            response.body = content
        }
        return response
    }

    /// The page does what its own files say and nothing else: nothing is loaded from elsewhere or written in line,
    /// no text becomes markup, and nobody puts it into a frame.
    private static let policy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src 'self' data:",
        "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]

    private static let commonFields = [
        HTTPField("cache-control", "no-cache"),
        HTTPField("content-security-policy", policy.joined(separator: "; ")),
        HTTPField("x-content-type-options", "nosniff"),
        HTTPField("referrer-policy", "no-referrer"),
        HTTPField("cross-origin-opener-policy", "same-origin"),
        HTTPField("cross-origin-resource-policy", "same-origin"),
    ]

    private static func type(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        default: "text/javascript; charset=utf-8"
        }
    }

    /// FNV-1a with 64 bits: no secret, only different for what is different.
    private static func entityTag(of content: [UInt8]) -> String {
        let hash = content.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return "\"\(String(hash, radix: 16))\""
    }

    /// Whether `If-None-Match` names what it is (RFC 9110 section 13.1.2).
    private func isKnown(to request: HTTPRequest) -> Bool {
        let tags = request.fields.value(of: "if-none-match")?.split(separator: ",") ?? []
        return tags.contains { tag in
            let tag = tag.drop { $0 == " " }.prefix { $0 != " " }
            return tag == "*" || tag == entityTag || tag == "W/\(entityTag)"
        }
    }
}
