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

    package init() {}
}
