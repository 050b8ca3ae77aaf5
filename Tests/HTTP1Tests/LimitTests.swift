import HTTP1
import HTTPCore
import Testing

/// The limits as they are shipped, each at its edge: the last that passes and the first that does not.
@Suite struct LimitTests {
    private static let chunkedHead = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"

    private func events(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        let whole = ParserTests.events([bytes])
        let cut = bytes.count / 2
        #expect(ParserTests.events([Array(bytes[..<cut]), Array(bytes[cut...])]) == whole)
        return whole.map { $0.hasPrefix("4") ? $0 : String($0.prefix { $0 != ":" }) }
    }

    private func letters(_ count: Int) -> String { String(repeating: "a", count: count) }

    @Test(arguments: [(16_384, "GET"), (16_385, "414")])
    func `a request line of 16 KiB passes`(bytes: Int, event: String) {
        let rest = "GET / HTTP/1.1".utf8.count
        #expect(events("GET /\(letters(bytes - rest)) HTTP/1.1\r\nHost: h\r\n\r\n") == [event])
    }

    @Test(arguments: [(100, "GET"), (101, "431")])
    func `a hundred fields pass`(fields: Int, event: String) {
        let others = String(repeating: "X: a\r\n", count: fields - 1)
        #expect(events("GET / HTTP/1.1\r\nHost: h\r\n\(others)\r\n") == [event])
    }

    @Test(arguments: [(100, "POST"), (101, "431")])
    func `trailers count with the fields before them`(fields: Int, event: String) {
        let trailers = String(repeating: "X: a\r\n", count: fields - 2)
        #expect(events(Self.chunkedHead + "0\r\n\(trailers)\r\n") == [event])
    }

    @Test(arguments: [(65_000, "GET"), (65_537, "431")])
    func `a header of 64 KiB passes`(bytes: Int, event: String) {
        let rest = "Host: h\r\nX: \r\n".utf8.count
        #expect(events("GET / HTTP/1.1\r\nHost: h\r\nX: \(letters(bytes - rest))\r\n\r\n") == [event])
    }

    @Test(arguments: [(1_048_576, "POST"), (1_048_577, "413")])
    func `content of 1 MiB passes, by length and in one chunk`(bytes: Int, event: String) {
        let content = letters(bytes)
        #expect(events("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: \(bytes)\r\n\r\n\(content)") == [event])
        let chunk = "\(String(bytes, radix: 16))\r\n\(content)\r\n0\r\n\r\n"
        #expect(events(Self.chunkedHead + chunk) == [event])
    }

    @Test(arguments: [1, 16, 100, 4_096])
    func `content of about 1 MiB passes in small chunks`(size: Int) {
        let count = 1_048_576 / size
        let chunk = "\(String(size, radix: 16))\r\n\(letters(size))\r\n"
        #expect(events(Self.chunkedHead + String(repeating: chunk, count: count) + "0\r\n\r\n") == ["POST"])
    }

    @Test func `many short chunk extensions are refused as one long one is`() {
        let chunk = "1;\(letters(14))\r\nx\r\n"
        #expect(events(Self.chunkedHead + String(repeating: chunk, count: 1_000) + "0\r\n\r\n") == ["POST"])
        #expect(events(Self.chunkedHead + String(repeating: chunk, count: 2_000) + "0\r\n\r\n") == ["400"])
    }
}
