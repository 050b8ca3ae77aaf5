/// A complete request as every carrier (HTTP/1.1 now, HTTP/2 beside it) hands it to the responder.
package struct HTTPRequest: Sendable {
    package var method: HTTPMethod
    /// The target's path as it came, percent-encoding and all; begins with `/`, or is `*` (RFC 9110 section 7.1).
    package var path: [UInt8]
    /// What stands behind the first `?` of the target, empty without one.
    package var query: [UInt8]
    /// Host and optional port: from an absolute-form target, else the Host field, else empty
    /// (RFC 9112 section 3.3).
    package var authority: String
    package var fields: HTTPFields
    /// How the connection is secured, not what the request claims.
    package var scheme: HTTPScheme
    /// The content, any transfer coding removed.
    package var body: [UInt8]

    package init(
        method: HTTPMethod = .get, path: [UInt8] = [], query: [UInt8] = [], authority: String = "",
        fields: HTTPFields = HTTPFields(), scheme: HTTPScheme = .http, body: [UInt8] = []
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.authority = authority
        self.fields = fields
        self.scheme = scheme
        self.body = body
    }
}

extension HTTPRequest {
    /// Whether the path begins with these bytes.
    package func isUnder(_ prefix: [UInt8]) -> Bool {
        path.count >= prefix.count && path.span.extracting(first: prefix.count).hasSameBytes(as: prefix.span)
    }
}
