import HTTP1
import HTTPCore
import Testing

@Suite struct ConnectionTests {
    /// Answers with the request's path as text, or 204 for `/empty`.
    private final class Echo: HTTPResponder {
        func respond(to request: HTTPRequest) -> HTTPResponse {
            if request.path == Array("/empty".utf8) {
                return HTTPResponse(status: .noContent, fields: [HTTPField("content-type", "text/plain")])
            }
            return HTTPResponse(status: .ok, fields: [HTTPField("x", "y")], body: request.path)
        }

        func respond(to refusal: HTTPRefusal) -> HTTPResponse {
            HTTPResponse(status: refusal.status)
        }
    }

    private let date = "Sun, 06 Nov 1994 08:49:37 GMT"

    private final class Peer {
        let context: HTTP1Connection.Context
        var connection = HTTP1Connection()
        var output: [UInt8] = []
        var isClosing: Bool { connection.standing.isClosing }
        var progress: CarrierProgress { connection.standing.progress }

        init() {
            context = HTTP1Connection.Context(CarrierContext(responder: Echo(), limits: HTTPLimits()))
            context.carrier.date = HTTPDate(unixSeconds: 784_111_777)
        }

        /// Gives `text` to the connection and returns what it adds to the output.
        func receive(_ text: String, outputBytesMax: Int = 1 << 20) -> (text: String, used: Int) {
            var position = 0
            output = []
            connection.receive(
                Array(text.utf8).span, at: &position, context, outputBytesMax: outputBytesMax, into: &output)
            return (String(decoding: output, as: UTF8.self), position)
        }
    }

    private func get(_ path: String, _ fields: String = "", version: String = "1.1") -> String {
        "GET \(path) HTTP/\(version)\r\nHost: h\r\n\(fields)\r\n"
    }

    @Test func `an answer has its fields, its length and the date`() {
        let peer = Peer()
        #expect(
            peer.receive(get("/a")).text == "HTTP/1.1 200 OK\r\nx: y\r\ncontent-length: 2\r\ndate: \(date)\r\n\r\n/a")
        #expect(!peer.isClosing)
    }

    @Test func `pipelined requests are answered in order`() {
        let peer = Peer()
        let text = peer.receive(get("/1") + get("/2") + get("/3")).text
        let bodies = text.components(parting: "\r\n\r\n").dropFirst().map { $0.prefix(2) }
        #expect(bodies == ["/1", "/2", "/3"])
    }

    @Test func `a full output pauses and goes on where it stopped`() {
        let peer = Peer()
        let stream = get("/1") + get("/2") + get("/3")
        let first = peer.receive(stream, outputBytesMax: 1)
        #expect(first.text.hasSuffix("/1"))
        #expect(first.used == get("/1").utf8.count)
        let rest = peer.receive(String(decoding: stream.utf8.dropFirst(first.used), as: UTF8.self))
        #expect(rest.text.hasSuffix("/3"))
    }

    @Test func `the answer to HEAD has the length but not the content`() {
        let peer = Peer()
        let text = peer.receive("HEAD /a HTTP/1.1\r\nHost: h\r\n\r\n").text
        #expect(text == "HTTP/1.1 200 OK\r\nx: y\r\ncontent-length: 2\r\ndate: \(date)\r\n\r\n")
    }

    @Test func `204 has neither content nor length`() {
        let peer = Peer()
        #expect(
            peer.receive(get("/empty")).text
                == "HTTP/1.1 204 No Content\r\ncontent-type: text/plain\r\ndate: \(date)\r\n\r\n")
    }

    @Test func `after Connection close nothing more is answered`() {
        let peer = Peer()
        let text = peer.receive(get("/1", "Connection: close\r\n") + get("/2")).text
        #expect(text.contains("connection: close\r\n"))
        #expect(!text.contains("/2"))
        #expect(peer.isClosing)
        #expect(peer.receive(get("/3")).text.isEmpty)
    }

    @Test func `HTTP 1 0 closes, unless it asks to stay and is told so`() {
        let peer = Peer()
        #expect(peer.receive(get("/1", version: "1.0")).text.contains("connection: close"))
        let other = Peer()
        let text = other.receive(get("/1", "Connection: keep-alive\r\n", version: "1.0")).text
        #expect(text.contains("connection: keep-alive"))
        #expect(!other.isClosing)
    }

    @Test func `continue is sent once, between head and content`() {
        let peer = Peer()
        let head = "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n"
        #expect(peer.receive(head).text == "HTTP/1.1 100 Continue\r\n\r\n")
        #expect(peer.progress == .readingBody(byteCount: 0))
        #expect(peer.receive("ab").text.hasPrefix("HTTP/1.1 200 OK"))
    }

    @Test func `continue is sent as well where nothing follows, before the answer`() {
        let peer = Peer()
        let text = peer.receive("GET /a HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\n\r\n").text
        #expect(text.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"))
    }

    @Test func `a refusal is answered and ends the connection`() {
        let peer = Peer()
        let text = peer.receive(get("/1") + "NONSENSE\r\n" + get("/2")).text
        #expect(text.contains("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\ndate: \(date)\r\nconnection: close"))
        #expect(!text.contains("/2"))
        #expect(peer.isClosing)
    }

    @Test func `a request that takes too long is answered with 408`() {
        let peer = Peer()
        _ = peer.receive("GET / HT")
        #expect(peer.progress == .readingHead)
        peer.connection.timeOut(peer.context, into: &peer.output)
        #expect(String(decoding: peer.output, as: UTF8.self).contains("408 Request Timeout"))
        #expect(peer.isClosing)
    }

    @Test func `while draining, an answer closes the connection`() {
        let peer = Peer()
        peer.context.carrier.isDraining = true
        #expect(peer.receive(get("/1")).text.contains("connection: close"))
        #expect(peer.isClosing)
    }
}

extension String {
    fileprivate func components(parting separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }
}
