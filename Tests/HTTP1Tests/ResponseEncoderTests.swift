import HTTP1
import HTTPCore
import Testing

@Suite struct ResponseEncoderTests {
    private static let date = "Sun, 06 Nov 1994 08:49:37 GMT"

    private func text(_ response: HTTPResponse, closes: Bool = false, isVersion10: Bool = false, isHead: Bool = false)
        -> String
    {
        var output = Array("before".utf8)
        HTTP1ResponseEncoder.encode(
            response, .init(closes: closes, isVersion10: isVersion10, isHead: isHead),
            date: HTTPDate(unixSeconds: 784_111_777),
            into: &output)
        return String(decoding: output, as: UTF8.self)
    }

    @Test func `an answer is appended with its fields in order, repeats kept`() {
        let fields = [HTTPField("content-type", "text/plain"), HTTPField("x", "1"), HTTPField("x", "2")]
        #expect(
            text(HTTPResponse(status: .created, fields: fields, body: Array("hi".utf8)))
                == "beforeHTTP/1.1 201 Created\r\ncontent-type: text/plain\r\nx: 1\r\nx: 2\r\ncontent-length: 2\r\n"
                + "date: \(Self.date)\r\n\r\nhi")
    }

    @Test(arguments: [
        (false, false, ""), (true, false, "connection: close\r\n"), (false, true, "connection: keep-alive\r\n"),
        (true, true, "connection: close\r\n"),
    ])
    func `the connection's fate is said where it is not the default`(closes: Bool, isVersion10: Bool, line: String) {
        #expect(
            text(HTTPResponse(status: .ok), closes: closes, isVersion10: isVersion10)
                == "beforeHTTP/1.1 200 OK\r\ncontent-length: 0\r\ndate: \(Self.date)\r\n\(line)\r\n")
    }

    @Test(arguments: [(204, "No Content"), (304, "Not Modified")], [false, true])
    func `an answer that forbids content has neither content nor length`(_ status: (Int, String), isHead: Bool) {
        let response = HTTPResponse(status: HTTPStatus(status.0), body: Array("lost".utf8))
        #expect(
            text(response, isHead: isHead) == "beforeHTTP/1.1 \(status.0) \(status.1)\r\ndate: \(Self.date)\r\n\r\n")
    }

    @Test func `the answer to HEAD has the length of the answer to GET`() {
        let response = HTTPResponse(status: .notFound, body: Array("gone".utf8))
        let head = text(response, isHead: true)
        #expect(head == "beforeHTTP/1.1 404 Not Found\r\ncontent-length: 4\r\ndate: \(Self.date)\r\n\r\n")
        #expect(text(response) == head + "gone")
    }
}
