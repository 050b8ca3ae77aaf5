package import JSON

/// What an operation answers when it does not refuse.
package struct Answer: Sendable {
    package let status: Int
    /// JSON; empty for an answer without content.
    package let body: [UInt8]
    /// Where the body is no JSON.
    package var contentType: String?
    private var later: (@Sendable () -> Answer)?

    package init(_ status: Int, _ body: [UInt8] = [], contentType: String? = nil) {
        self.status = status
        self.body = body
        self.contentType = contentType
    }

    package init(_ status: Int, _ tree: JSONTree) {
        self.init(status, tree.bytes)
    }

    /// The answer itself, to be asked for once nobody waits for the tenant any more.
    package var made: Answer { later?() ?? self }

    /// What takes long and changes nothing: made of a copy of the tenant, which others may change meanwhile.
    package static func afterwards(_ make: @escaping @Sendable () -> Answer) -> Answer {
        var answer = Answer(200)
        answer.later = make
        return answer
    }
}
