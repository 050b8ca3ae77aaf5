/// One header field of an answer. Names are lower-case, as HTTP/2 demands (RFC 9113 section 8.2.1).
package struct HTTPField: Equatable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// An answer. Framing fields (Content-Length, Connection, Date) are the carrier's and do not stand in `fields`.
package struct HTTPResponse: Equatable, Sendable {
    package var status: HTTPStatus
    package var fields: [HTTPField]
    package var body: [UInt8]

    package init(status: HTTPStatus, fields: [HTTPField] = [], body: [UInt8] = []) {
        self.status = status
        self.fields = fields
        self.body = body
    }

    /// The first value of a field, by its lower-case name.
    package func value(of name: String) -> String? {
        fields.first { $0.name == name }?.value
    }
}
