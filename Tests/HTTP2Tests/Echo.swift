import HTTP2
import HTTPCore

/// Answers with method, authority, path, query and content, or with so many bytes as `/big?n` says; to `/ask` once it
/// is asked again; to `/common?value` with a block of fields that is this answer's alone.
final class Echo: HTTPResponder {
    func respond(to request: HTTPRequest) -> HTTPResponse {
        if request.path == Array("/ask".utf8) {
            var response = HTTPResponse(status: .ok, body: Array("not yet".utf8))
            response.deliveryFault = DeliveryFault(
                delay: 70, renew: { HTTPResponse(status: .ok, body: Array("there".utf8)) })
            return response
        }
        if request.path == Array("/empty".utf8) { return HTTPResponse(status: .noContent) }
        if request.path == Array("/big".utf8) {
            let count = Int(String(decoding: request.query, as: UTF8.self)) ?? 0
            return HTTPResponse(status: .ok, body: [UInt8](repeating: 0x78, count: count))
        }
        if request.path == Array("/fields".utf8) {
            let lines = request.fields.pairs.map { "\($0.name): \($0.value)" }.sorted()
            return HTTPResponse(status: .ok, body: Array(lines.joined(separator: "|").utf8))
        }
        if request.path == Array("/common".utf8) {
            let value = String(decoding: request.query, as: UTF8.self)
            return HTTPResponse(status: .ok, commonFields: HTTPFieldBlock([HTTPField("x-common", value)]))
        }
        let text =
            "\(request.method) \(request.scheme) \(request.authority) "
            + "\(String(decoding: request.path, as: UTF8.self)) \(String(decoding: request.query, as: UTF8.self)) "
        return HTTPResponse(
            status: .ok, commonFields: HTTPFieldBlock([HTTPField("x-common", "1")]), fields: [HTTPField("x-own", "2")],
            body: Array(text.utf8) + request.body)
    }

    func respond(to refusal: HTTPRefusal) -> HTTPResponse {
        HTTPResponse(status: refusal.status, body: Array(refusal.reason.utf8))
    }
}

/// The connection under test, and how bytes get to it.
struct Peer {
    let context: CarrierContext
    let connection: HTTP2Connection
    private let outputBytesMax: Int

    struct Failure: Error {}

    init(limits: HTTPLimits = HTTPLimits(), outputBytesMax: Int = .max) throws {
        context = CarrierContext(responder: Echo(), limits: limits)
        context.date = HTTPDate(unixSeconds: 784_111_777)
        guard let connection = HTTP2Connection(context, scheme: .http) else { throw Failure() }
        self.connection = connection
        self.outputBytesMax = outputBytesMax
    }

    func receive(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        connection.receive(bytes.span, outputBytesMax: outputBytesMax, into: &output)
        return output
    }

    /// Carries bytes both ways until neither side has any; `cut` is how many the server gets at a time.
    func talk(with client: HTTP2Client, cut: Int = .max) throws {
        while true {
            let sent = client.takeOutput()
            var start = 0
            var received: [UInt8] = []
            while start < sent.count {
                let end = min(sent.count, start + min(cut, sent.count))
                received += receive(Array(sent[start..<end]))
                start = end
            }
            while connection.standing.wantsToSend {
                let more = receive([])
                if more.isEmpty { break }
                received += more
            }
            try client.receive(received)
            if sent.isEmpty, received.isEmpty { return }
        }
    }
}
