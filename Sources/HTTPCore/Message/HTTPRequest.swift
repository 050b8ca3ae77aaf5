package import Ground

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
    /// Who has made the connection; this machine, for a request that came by none.
    package var peer = IPAddress.loopback
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

/// Being put together. One call for each step, since a carrier may keep the request where each access has its price.
extension HTTPRequest {
    /// Lets go of target, fields and content; buffers of up to so many bytes keep their capacity.
    package mutating func removeAll(keepingBytesMax: Int) {
        path.removeAll(keepingCapacity: true)
        if !query.isEmpty { query.removeAll(keepingCapacity: true) }
        authority = ""
        if fields.byteCapacity > keepingBytesMax { fields = HTTPFields() } else { fields.removeAll() }
        removeContent(keepingBytesMax: keepingBytesMax)
    }

    package mutating func removeContent(keepingBytesMax: Int) {
        if body.capacity > keepingBytesMax { body = [] } else if !body.isEmpty { body.removeAll(keepingCapacity: true) }
    }

    /// Makes room for content that is announced; a peer that only announces it is not given all of its memory.
    package mutating func reserveContent(_ announcedBytes: Int) {
        body.reserveCapacity(min(announcedBytes, 64 * 1024))
    }

    /// Appends content; false, and nothing is appended, when it would be more than `bytesMax`.
    ///
    /// - Parameter announcedBytes: of all content; room is made for it at the beginning.
    package mutating func appendContent(_ bytes: Span<UInt8>, announcedBytes: Int?, bytesMax: Int) -> Bool {
        guard body.count + bytes.count <= bytesMax else { return false }
        if body.isEmpty, let announcedBytes { reserveContent(announcedBytes) }
        body.append(copying: bytes)
        return true
    }
}

extension HTTPRequest {
    /// Whether the path begins with these bytes.
    package func isUnder(_ prefix: [UInt8]) -> Bool {
        path.count >= prefix.count && path.span.extracting(first: prefix.count).hasSameBytes(as: prefix.span)
    }
}
