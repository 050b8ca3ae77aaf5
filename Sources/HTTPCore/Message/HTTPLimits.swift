/// How much of a peer's request is taken in, for every carrier. What exceeds a limit is refused with the status
/// named beside it.
package struct HTTPLimits: Equatable, Sendable {
    /// Request line of HTTP/1.1, or the `:path` of HTTP/2: 414.
    package var requestLineBytesMax = 16 * 1024
    /// All header fields together: 431.
    package var headerBytesMax = 64 * 1024
    /// Number of header fields: 431.
    package var fieldCountMax = 100
    /// Content: 413, before it is read where its length is announced.
    package var bodyBytesMax = 1024 * 1024
    /// Calls of another surface, whose content has a limit of its own; nil: there is none.
    package var longContent: LongContent?

    /// Which requests may have more content than others.
    package struct LongContent: Equatable, Sendable {
        /// How their paths begin.
        package let pathPrefix: [UInt8]
        package let bytesMax: Int

        package init(pathPrefix: [UInt8], bytesMax: Int) {
            self.pathPrefix = pathPrefix
            self.bytesMax = bytesMax
        }
    }

    package init() {}

    /// How much content a request may have that has, or announces, so much: what fits in any needs no look at the path.
    package func bodyBytesMax(of request: HTTPRequest, with count: Int) -> Int {
        count <= bodyBytesMax ? bodyBytesMax : bodyBytesMax(of: request)
    }

    /// How much content a request may have.
    package func bodyBytesMax(of request: HTTPRequest) -> Int {
        guard let longContent, request.isUnder(longContent.pathPrefix) else { return bodyBytesMax }
        return max(bodyBytesMax, longContent.bytesMax)
    }
}
