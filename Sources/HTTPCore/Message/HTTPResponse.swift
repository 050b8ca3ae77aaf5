/// One header field of an answer. Names are lower-case, as HTTP/2 demands (RFC 9113 section 8.2.1).
package struct HTTPField: Equatable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// Fields that many answers have alike, made once, with the bytes that HTTP/1.1 sends of them.
package final class HTTPFieldBlock: Sendable {
    package let fields: [HTTPField]
    /// The field lines, each with its CRLF (RFC 9112 section 5).
    package let lines: [UInt8]

    package init(_ fields: [HTTPField]) {
        self.fields = fields
        lines = fields.flatMap { Array("\($0.name): \($0.value)\r\n".utf8) }
    }
}

/// An answer. Framing fields (Content-Length, Connection, Date) are the carrier's and do not stand here.
package struct HTTPResponse: Sendable {
    package var status: HTTPStatus
    /// Go before `fields`.
    package var commonFields: HTTPFieldBlock?
    package var fields: [HTTPField]
    package var body: [UInt8]
    /// The number of the responder's operation that answered; nil: none did.
    package var operation: Int? {
        get { operationOrNone < 0 ? nil : operationOrNone }
        set { operationOrNone = newValue ?? -1 }
    }
    // Not an optional, for whose sake the compiler would copy and destroy each answer once while making it.
    private var operationOrNone = -1
    /// Why it is a refusal; nil for anything else.
    package var explanation: Explanation?
    /// Nil: it is delivered as it should be.
    package var deliveryFault: DeliveryFault?

    package init(
        status: HTTPStatus, commonFields: HTTPFieldBlock? = nil, fields: [HTTPField] = [], body: [UInt8] = []
    ) {
        self.status = status
        self.commonFields = commonFields
        self.fields = fields
        self.body = body
    }

    /// The answer after the time it was held back for.
    ///
    /// - Parameter isLast: it is not to be held back once more.
    package func released(isLast: Bool) -> HTTPResponse {
        guard let fault = deliveryFault else { return self }
        var released = fault.renew?() ?? self
        if fault.renew == nil {
            released.deliveryFault = DeliveryFault(breakage: fault.breakage, dribble: fault.dribble)
        } else if isLast {
            released.deliveryFault = nil
        }
        return released
    }

    /// Every field in the order it is sent.
    package var allFields: [HTTPField] { (commonFields?.fields ?? []) + fields }

    /// The first value of a field, by its lower-case name.
    package func value(of name: String) -> String? {
        allFields.first { $0.name == name }?.value
    }
}

extension HTTPResponse {
    /// An answer that is not there yet: it is asked for again and again, ever more seldom, and holds no thread.
    ///
    /// - Parameter ask: nil as long as there is none.
    package static func awaited(_ ask: @escaping @Sendable () -> HTTPResponse?) -> HTTPResponse {
        awaited(after: 1, ask)
    }

    /// - Parameter time: milliseconds that it has been asked for.
    private static func awaited(
        after time: Int64, _ ask: @escaping @Sendable () -> HTTPResponse?
    ) -> HTTPResponse {
        if let answer = ask() { return answer }
        let delay = max(1, min(20, time / 8))
        // What is sent where nobody asks again: the server ends.
        var response = HTTPResponse(
            status: .serviceUnavailable, fields: [HTTPField("content-type", "application/json")],
            body: Array(#"{"error":"Service Unavailable","message":"The server ends before this is done."}"#.utf8))
        response.deliveryFault = DeliveryFault(delay: delay, renew: { awaited(after: time + delay, ask) })
        return response
    }
}

extension HTTPResponse: Equatable {
    package static func == (left: HTTPResponse, right: HTTPResponse) -> Bool {
        left.status == right.status && left.allFields == right.allFields && left.body == right.body
    }
}
