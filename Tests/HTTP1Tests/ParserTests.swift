import HTTP1
import HTTPCore
import TestSupport
import Testing

@Suite struct ParserTests {
    /// Feeds `pieces` one after the other and writes down what comes out, in the notation of the fixtures.
    static func events(_ pieces: [[UInt8]], limits: HTTPLimits = HTTPLimits()) -> [String] {
        var parser = HTTP1RequestParser(limits: limits)
        var log: [String] = []
        do throws(HTTPRefusal) {
            for piece in pieces {
                var position = 0
                while position < piece.count {
                    switch try parser.parse(piece.span, at: &position) {
                    case .needsInput: break
                    case .continueExpected: log.append("continue")
                    case .requestComplete:
                        log.append(describe(parser))
                        parser.next()
                    }
                }
            }
            if parser.progress != .betweenRequests { log.append("more") }
        } catch {
            log.append("\(error.status.code)")
        }
        return log
    }

    private static func describe(_ parser: HTTP1RequestParser) -> String {
        let request = parser.request
        let query = request.query.isEmpty ? "" : "?" + String(decoding: request.query, as: UTF8.self)
        return "\(request.method):\(String(decoding: request.path, as: UTF8.self))\(query):\(request.body.count)"
            + (parser.keepsAlive ? "" : "+close")
    }

    private static let before = Array("GET /before HTTP/1.1\r\nHost: h\r\n\r\n".utf8)
    private static let after = Array("GET /after HTTP/1.1\r\nHost: h\r\n\r\n".utf8)

    @Test(arguments: WireCase.all)
    func `a case gives its events however its bytes are cut`(wire: WireCase) {
        #expect(Self.events([wire.bytes]) == wire.events)
        #expect(Self.events(wire.bytes.map { [$0] }) == wire.events)
        for cut in 1..<max(2, wire.bytes.count) {
            let pieces = [Array(wire.bytes[..<cut]), Array(wire.bytes[cut...])]
            #expect(Self.events(pieces) == wire.events, "cut at \(cut)")
        }
    }

    @Test(arguments: WireCase.all)
    func `a case gives its events behind another request`(wire: WireCase) {
        #expect(Self.events([Self.before + wire.bytes]) == ["GET:/before:0"] + wire.events)
    }

    @Test(arguments: WireCase.all.filter { $0.refusal == nil && $0.events.last != "more" })
    func `a request behind an accepted case is read`(wire: WireCase) {
        #expect(Self.events([wire.bytes + Self.after]) == wire.events + ["GET:/after:0"])
    }

    @Test(arguments: WireCase.all.filter { $0.refusal != nil })
    func `nothing behind a refused case is read`(wire: WireCase) {
        #expect(Self.events([wire.bytes + Self.after]) == wire.events)
    }

    @Test func `the tables are read`() {
        #expect(WireCase.accepted.count >= 35)
        #expect(WireCase.refused.count >= 80)
        #expect(WireCase.smuggling.count >= 115)
    }

    @Test func `the absolute form's authority goes before Host`() throws {
        var parser = HTTP1RequestParser(limits: HTTPLimits())
        var position = 0
        let bytes = Array("GET http://acme.localhost/ HTTP/1.1\r\nHost: h\r\n\r\n".utf8)
        #expect(try parser.parse(bytes.span, at: &position) == .requestComplete)
        #expect(parser.request.authority == "acme.localhost")
    }

    @Test func `chunks are joined and fields keep their order and repeats`() throws {
        var parser = HTTP1RequestParser(limits: HTTPLimits())
        var position = 0
        let text =
            "POST / HTTP/1.1\r\nhost: h\r\nX: 1\r\ntransfer-encoding: chunked\r\nX: 2\r\n\r\n"
            + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
        #expect(try parser.parse(Array(text.utf8).span, at: &position) == .requestComplete)
        #expect(parser.request.body == Array("abcde".utf8))
        #expect(
            parser.request.fields.pairs.map { "\($0.name)=\($0.value)" }
                == ["host=h", "X=1", "transfer-encoding=chunked", "X=2"])
    }

    @Test(arguments: [
        ("GET /" + String(repeating: "a", count: 100) + " HTTP/1.1\r\n", "414"),
        ("GET /" + String(repeating: "a", count: 100), "414"),
        ("GET / HTTP/1.1\r\nHost: h\r\nX: " + String(repeating: "a", count: 200) + "\r\n", "431"),
        ("GET / HTTP/1.1\r\nHost: h\r\nX: " + String(repeating: "a", count: 200), "431"),
        ("GET / HTTP/1.1\r\nHost: h\r\n" + String(repeating: "X: a\r\n", count: 10), "431"),
        ("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 11\r\n\r\n", "413"),
        ("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nabcdef\r\n5\r\n", "413"),
        (
            "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1;"
                + String(repeating: "a", count: 20_000),
            "400"
        ),
    ])
    func `limits refuse with their status, also before the line ends`(text: String, status: String) {
        var limits = HTTPLimits()
        limits.requestLineBytesMax = 64
        limits.headerBytesMax = 128
        limits.fieldCountMax = 8
        limits.bodyBytesMax = 10
        #expect(Self.events([Array(text.utf8)], limits: limits) == [status])
        #expect(Self.events(Array(text.utf8).map { [$0] }, limits: limits) == [status])
    }

    private static let head = "POST / HTTP/1.1\r\nHost: h\r\n"
    private static let chunked = head + "Transfer-Encoding: chunked\r\n\r\n"

    /// Each with its last byte: a peer that sends nothing more need not be waited for.
    @Test(
        arguments: [
            (" ", "400"), ("G(", "400"), ("\u{16}", "400"), ("GET  ", "400"), ("GET /a\u{1}", "400"),
            ("GET /#", "400"), ("GET / X", "400"), ("GET / HTTP/x", "400"), ("GET / HTTP/1.10", "400"),
            ("GET / HTTP/1.1 ", "400"), (head + " ", "400"), ("GET / HTTP/1.1\r\n\t", "400"), (head + "X ", "400"),
            (head + ":", "400"), (head + "X: a\u{0}", "400"), (head + "X: a\rb", "400"),
            (head + "Content-Length: 1\r\ncontent-length: 1\r\n", "400"),
            (head + "Content-Length: 1, 1\r\n", "400"), (head + "Content-Length: x\r\n", "400"),
            (head + "Content-Length: \(String(repeating: "9", count: 30))\r\n", "413"),
            (chunked + "g", "400"), (chunked + "1x", "400"), (chunked + "1\r\nab", "400"),
            (chunked + "0\r\n ", "400"), (chunked + "0\r\nHost: h\r\n", "400"),
        ])
    func `what is wrong is refused as soon as it is seen`(text: String, status: String) {
        let bytes = Array(text.utf8)
        for before in [[], Self.before] {
            let answered = before.isEmpty ? [] : ["GET:/before:0"]
            #expect(Self.events([before + bytes]) == answered + [status])
            #expect(Self.events((before + bytes).map { [$0] }) == answered + [status])
            let waiting = Self.events([before + bytes.dropLast()])
            #expect(waiting == answered + (bytes.count > 1 ? ["more"] : []))
        }
    }

    @Test(arguments: [
        ("GET /\u{1}", "400"), ("GET /" + String(repeating: "a", count: 60) + "\u{1}", "414"),
        ("GET / HTTP/1.1\r\nHost: h\r\n (", "400"),
        ("GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 125) + "\u{1}", "431"),
        ("GET / HTTP/1.1\r\n" + String(repeating: "X: a\r\n", count: 8) + " (", "431"),
    ])
    func `of a fault and a limit, what comes first counts, however it is cut`(text: String, status: String) {
        var limits = HTTPLimits()
        limits.requestLineBytesMax = 64
        limits.headerBytesMax = 128
        limits.fieldCountMax = 8
        for end in ["", String(repeating: "b", count: 200), String(repeating: "b", count: 200) + "\r\n\r\n"] {
            let bytes = Array((text + end).utf8)
            #expect(Self.events([bytes], limits: limits) == [status], "\(end)")
            #expect(Self.events(bytes.map { [$0] }, limits: limits) == [status], "\(end)")
        }
    }

    @Test func `a surface of its own may have a limit of its own for content`() {
        var limits = HTTPLimits()
        limits.bodyBytesMax = 10
        limits.longContent = .init(pathPrefix: Array("/own".utf8), bytesMax: 20)
        for (path, count, isTaken) in [("/own/a", 20, true), ("/own/a", 21, false), ("/other", 11, false)] {
            let content = String(repeating: "a", count: count)
            let head = "POST \(path) HTTP/1.1\r\nHost: h\r\n"
            for request in [
                "\(head)Content-Length: \(count)\r\n\r\n\(content)",
                "\(head)Transfer-Encoding: chunked\r\n\r\n8\r\n\(content.prefix(8))\r\n"
                    + "\(String(count - 8, radix: 16))\r\n\(content.dropFirst(8))\r\n0\r\n\r\n",
            ] {
                // Twice, as heads that come again are read in a shorter way.
                let events = Self.events([Array((request + request).utf8)], limits: limits)
                #expect(isTaken ? events.count == 2 && events[0].hasPrefix("POST") : events == ["413"], "\(request)")
            }
        }
    }

    @Test(arguments: Array(1...40) as [UInt64])
    func `mutated requests never trap and are read alike whole and cut`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let seeds = WireCase.accepted.map(\.bytes)
        for _ in 0..<50 {
            var bytes = seeds.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(contentsOf: bytes[place...].prefix(8), at: place)
                }
            }
            let whole = Self.events([bytes])
            let cut = Int.random(in: 0...bytes.count, using: &random)
            #expect(Self.events([Array(bytes[..<cut]), Array(bytes[cut...])]) == whole, "seed \(seed)")
            #expect(Self.events(bytes.map { [$0] }) == whole, "seed \(seed)")
        }
    }
}
