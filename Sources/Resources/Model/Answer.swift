package import JSON

/// What an operation answers when it does not refuse.
package struct Answer: Sendable {
    package let status: Int
    /// JSON; empty for an answer without content.
    package let body: [UInt8]
    /// Where the body is no JSON.
    package var contentType: String?

    package init(_ status: Int, _ body: [UInt8] = [], contentType: String? = nil) {
        self.status = status
        self.body = body
        self.contentType = contentType
    }

    package init(_ status: Int, _ tree: JSONTree) {
        self.init(status, tree.bytes)
    }
}
