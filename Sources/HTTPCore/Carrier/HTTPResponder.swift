/// Where the two halves of the program meet: a request goes in, its answer comes out, at once.
///
/// Responders are called on event loops and must not block. They are objects, so that a call copies no more than a
/// reference.
package protocol HTTPResponder: AnyObject, Sendable {
    /// Answers a complete, well-formed request.
    func respond(to request: HTTPRequest) -> HTTPResponse

    /// Words the answer to bytes that are no acceptable request; the carrier closes the connection after it.
    func respond(to refusal: HTTPRefusal) -> HTTPResponse

    /// The same, where something of the request was read before.
    func respond(to refusal: HTTPRefusal, of request: HTTPRequest) -> HTTPResponse
}

extension HTTPResponder {
    package func respond(to refusal: HTTPRefusal, of request: HTTPRequest) -> HTTPResponse { respond(to: refusal) }
}

/// Why a carrier refuses what a peer sent: the status to answer with and a sentence for people.
package struct HTTPRefusal: Error, Equatable, Sendable {
    package let status: HTTPStatus
    package let reason: String

    package init(_ status: HTTPStatus, _ reason: String) {
        self.status = status
        self.reason = reason
    }
}
