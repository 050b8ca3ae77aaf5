import HTTP1
import HTTPCore
import Testing

/// What a responder is told of a request that is refused before it is understood.
@Suite struct PartialRequestTests {
    /// Answers a refusal with the path and the origin that were read before it, or with a hyphen for nothing.
    private final class Witness: HTTPResponder {
        func respond(to request: HTTPRequest) -> HTTPResponse { HTTPResponse(status: .ok) }

        func respond(to refusal: HTTPRefusal) -> HTTPResponse {
            HTTPResponse(status: refusal.status, body: Array("-".utf8))
        }

        func respond(to refusal: HTTPRefusal, of request: HTTPRequest) -> HTTPResponse {
            let path = String(decoding: request.path, as: UTF8.self)
            let origin = request.fields.value(of: "origin") ?? "none"
            return HTTPResponse(status: refusal.status, body: Array("\(path) \(origin)".utf8))
        }
    }

    private let context = HTTP1Connection.Context(
        CarrierContext(responder: Witness(), limits: HTTPLimits()))

    /// Another connection's, whose parser goes on to the next: nothing of it is the refused request's.
    private func serveAnother(_ text: String) {
        _ = told(text)
    }

    private func told(_ text: String, timesOut: Bool = false) -> String {
        var connection = HTTP1Connection()
        var (position, output): (Int, [UInt8]) = (0, [])
        connection.receive(Array(text.utf8).span, at: &position, context, outputBytesMax: 1 << 20, into: &output)
        if timesOut { connection.timeOut(context, into: &output) }
        return String(String(decoding: output, as: UTF8.self).split(separator: "\r\n\r\n").last ?? "")
    }

    private static let before = "GET /before HTTP/1.1\r\nHost: h\r\nOrigin: http://before\r\n\r\n"
    private static let line = "POST /a HTTP/1.1\r\n"
    private static let fields = "Host: h\r\nOrigin: http://page\r\n"

    @Test(arguments: [
        ("GET / HTTP/1.1 \r\n", "-"), ("G(", "-"), (line + "X Y: 1\r\n", "/a none"), (line + "\r\n", "/a none"),
        (line + fields + "X Y: 1\r\n", "/a http://page"), (line + fields + "X(", "/a http://page"),
        (line + fields + "Content-Length: 9999999\r\n\r\n", "/a http://page"),
        (line + fields + "Transfer-Encoding: chunked\r\n\r\nx", "/a http://page"),
        (line + "Host: h\r\nContent-Length: 1\r\nContent-Length: 1\r\nOrigin: http://late\r\n", "/a none"),
        ("GET /before HTTP/1.1\r\nHost: h\r\n(", "/before none"), ("GET /before HTTP/1.1\r\n(", "/before none"),
    ])
    func `it is what was read of that request, and of no other`(text: String, told: String) {
        #expect(self.told(text) == told)
        for _ in 1...2 {
            serveAnother(Self.before)
            #expect(self.told(text) == told)
            #expect(self.told(Self.before + text) == told)
        }
    }

    @Test(arguments: [
        ("GET / HT", "-"), (line, "-"), (line + fields + "X: 1", "/a http://page"),
        (line + fields + "Content-Length: 3\r\n\r\na", "/a http://page"),
    ])
    func `so it is of one that takes too long`(text: String, told: String) {
        serveAnother(Self.before)
        #expect(self.told(text, timesOut: true) == told)
    }
}
