import Dispatch
import HTTPClient
import HTTPCore
import Synchronization
import TestSupport
import Testing
import Transport

@Suite(.timeLimit(.minutes(1))) struct HTTPClientTests {
    private final class Taken: Sendable {
        let value = Mutex<HTTPReceiver.Request?>(nil)
    }

    /// Posts to a receiver that answers with these bytes.
    private func post(
        _ fields: [(name: String, value: String)] = [], _ content: String = "{}", answer: String
    ) throws -> (request: HTTPReceiver.Request, answer: HTTPClient.Answer) {
        let receiver = try HTTPReceiver()
        let url = HTTPURL(isSecure: false, host: "127.0.0.1", port: receiver.port, path: "/hook?a=b")
        let request = Taken()
        let isTaken = DispatchGroup()
        // Both sides block, and tasks have few threads.
        DispatchQueue(label: "receiver").async(group: isTaken) {
            let taken = try? receiver.take(answer)
            request.value.withLock { $0 = taken }
        }
        let response = try HTTPClient.post(url, fields, Array(content.utf8), until: Deadline(after: 10_000))
        isTaken.wait()
        return (try #require(request.value.withLock { $0 }), response)
    }

    @Test func `a post brings its fields and its content`() throws {
        let (request, answer) = try post(
            [("content-type", "application/json"), ("x-key", "v w")], "{\"a\":1}",
            answer: "HTTP/1.1 202 Accepted\r\ncontent-length: 2\r\n\r\nok")
        #expect(request.head.hasPrefix("POST /hook?a=b HTTP/1.1\r\nhost: 127.0.0.1:"))
        #expect(request.head.contains("\r\ncontent-type: application/json\r\nx-key: v w\r\ncontent-length: 7"))
        #expect(request.body == "{\"a\":1}")
        #expect(answer.status.code == 202 && answer.body == Array("ok".utf8))
    }

    @Test(arguments: [
        ("Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", "abcde"),
        ("Content-Length: 3\r\n\r\nabcde", "abc"), ("\r\nabcde", "abcde"), ("Content-Length: 0\r\n\r\n", ""),
        ("Transfer-Encoding: chunked\r\n\r\n5\r\nab", "ab"), ("Transfer-Encoding: chunked\r\n\r\n-5\r\nab", ""),
        ("Content-Length: -1\r\n\r\nab", ""),
    ])
    func `the content of an answer ends where the answer says`(rest: String, content: String) throws {
        let (_, answer) = try post(answer: "HTTP/1.1 500 Broken\r\n\(rest)")
        #expect(answer.status.code == 500 && String(decoding: answer.body, as: UTF8.self) == content)
    }

    @Test func `of a long answer only the beginning is taken`() throws {
        let (_, answer) = try post(
            answer: "HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "a", count: 200_000))
        #expect(answer.status.code == 200 && answer.body.count < 100_000)
    }

    @Test(arguments: ["SSH-2.0-x", "HTTP/1.1 099 x", "HTTP/1.1 600 x", "HTTP/1.1 +20 x", "HTTP/1.1 20 x"])
    func `what is no HTTP is no answer`(line: String) throws {
        #expect(throws: HTTPClientError.self) { try post(answer: line + "\r\n\r\n") }
    }

    @Test func `answers that come before the one that is meant are passed over`() throws {
        let interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n"
        let (_, answer) = try post(answer: interim + "HTTP/1.1 404 Not Found\r\ncontent-length: 2\r\n\r\nno")
        #expect(answer.status.code == 404 && answer.body == Array("no".utf8))
        #expect(try post(answer: "HTTP/1.1 101 Switching Protocols\r\n\r\n").answer.status.code == 101)
        #expect(throws: HTTPClientError.self) { try post(answer: interim) }
    }

    @Test func `of two content types the last is sent`() throws {
        let (request, _) = try post(
            [("content-type", "a/b"), ("x-key", "v"), ("Content-Type", "c/d")],
            answer: "HTTP/1.1 204 No Content\r\n\r\n")
        #expect(request.head.contains("\r\nx-key: v\r\nContent-Type: c/d\r\n") && !request.head.contains("a/b"))
    }

    @Test(arguments: [
        ("a b", "c"), ("", "c"), ("a:", "c"), ("ä", "c"), ("a", "b\r\nc: d"), ("a", "b\u{0}"), ("Host", "c"),
        ("content-length", "0"), ("Transfer-Encoding", "chunked"), ("connection", "keep-alive"), ("TE", "trailers"),
        ("trailer", "a"), ("upgrade", "h2c"), ("Expect", "100-continue"),
    ])
    func `a field that would become another is not sent`(name: String, value: String) throws {
        let url = HTTPURL(isSecure: false, host: "127.0.0.1", port: 1)
        let error = #expect(throws: HTTPClientError.self) {
            try HTTPClient.post(url, [(name, value)], [], until: Deadline(after: 1_000))
        }
        #expect(error?.description.contains("cannot be sent") ?? false)
    }
}
