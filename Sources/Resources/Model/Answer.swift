package import JSON

/// What an operation answers when it does not refuse.
package struct Answer: Sendable {
    package let status: Int
    /// JSON; empty for an answer without content.
    package let body: [UInt8]
    private let rarity: Rarity?

    /// What hardly any answer has, in one place, since all are handed on as values.
    private final class Rarity: Sendable {
        let contentType: String?
        let make: (@Sendable () -> Answer)?

        init(contentType: String? = nil, make: (@Sendable () -> Answer)? = nil) {
            self.contentType = contentType
            self.make = make
        }
    }

    package init(_ status: Int, _ body: [UInt8] = [], contentType: String? = nil) {
        self.status = status
        self.body = body
        rarity = contentType.map { Rarity(contentType: $0) }
    }

    package init(_ status: Int, _ tree: JSONTree) {
        self.init(status, tree.bytes)
    }

    /// What takes long and changes nothing: made of a copy of the tenant, which others may change meanwhile.
    package static func afterwards(_ make: @escaping @Sendable () -> Answer) -> Answer {
        Answer(make: make)
    }

    private init(make: @escaping @Sendable () -> Answer) {
        status = 200
        body = []
        rarity = Rarity(make: make)
    }

    /// Where the body is no JSON.
    package var contentType: String? { rarity?.contentType }

    /// The answer itself, to be asked for once nobody waits for the tenant any more.
    package var made: Answer { rarity?.make?() ?? self }
}
