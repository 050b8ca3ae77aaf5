import HTTP1
import HTTPCore
import TestSupport
import Testing

/// A parser that has seen a head before reads the next one as a new parser would, repeated or not.
@Suite struct RepetitionTests {
    private static let complete = WireCase.all.filter { $0.refusal == nil && $0.events.last != "more" }

    @Test(arguments: complete)
    func `behind any other case a case has the answers it has alone`(before: WireCase) {
        for wire in WireCase.all {
            let alone = StreamTests.outcome([wire.bytes])
            let context = StreamTests.newContext()
            for _ in 1...2 {
                _ = StreamTests.outcome([before.bytes], context)
                #expect(StreamTests.outcome([wire.bytes], context) == alone, "\(wire)")
            }
            #expect(StreamTests.outcome(wire.bytes.map { [$0] }, context) == alone, "\(wire)")
        }
    }

    @Test(arguments: Array(1...60) as [UInt64])
    func `a request and one that differs a little are answered as each alone`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            let first = RandomRequest.bytes(using: &random)
            var second = first
            for _ in 0..<Int.random(in: 0...2, using: &random) { RandomRequest.mutate(&second, using: &random) }
            let (one, other) = (StreamTests.outcome([first]), StreamTests.outcome([second]))
            let both = StreamTests.outcome([first, first + second])
            #expect(both.output == one.output + one.output + other.output, "seed \(seed)")
            #expect(both.isClosing == other.isClosing, "seed \(seed)")
        }
    }

    private static let lines = [
        "Host: h", "Host: other", "A: 1", "A: 12", "A:1", "a: 1", "B: 2", "Content-Length: 0", "Connection: keep-alive",
        "Expect: 100-continue", "Transfer-Encoding: chunked",
    ]

    private static func head(_ first: String, _ lines: [String]) -> [UInt8] {
        let chunk = lines.contains("Transfer-Encoding: chunked") ? "0\r\n\r\n" : ""
        return Array(([first] + lines + ["", chunk]).joined(separator: "\r\n").utf8)
    }

    /// Heads of which each has lines of the one before: some more, some fewer, some in another order.
    @Test(arguments: Array(1...40) as [UInt64])
    func `heads with lines in common are told apart`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let context = StreamTests.newContext()
        let firsts = [
            "GET / HTTP/1.1", "GET /a HTTP/1.1", "GET /?q HTTP/1.1", "POST / HTTP/1.1", "GET / HTTP/1.0",
            "GET http://in-target/ HTTP/1.1", "GET http://in-target/a?q HTTP/1.1",
        ]
        var lines = ["Host: h"]
        for _ in 0..<60 {
            switch Int.random(in: 0..<5, using: &random) {
            case 0: lines.append(Self.lines.randomElement(using: &random) ?? "")
            case 1 where lines.count > 1: lines.remove(at: Int.random(in: 0..<lines.count, using: &random))
            case 2: lines.shuffle(using: &random)
            default: break
            }
            let first = firsts[Bool.random(using: &random) ? 0 : Int.random(in: 0..<firsts.count, using: &random)]
            let bytes = Self.head(first, lines)
            #expect(StreamTests.outcome([bytes], context) == StreamTests.outcome([bytes]), "\(first) \(lines)")
            let cuts =
                [0] + (0..<2).map { _ in Int.random(in: 0...bytes.count, using: &random) }.sorted() + [bytes.count]
            let pieces = zip(cuts, cuts.dropFirst()).map { Array(bytes[$0..<$1]) }.filter { !$0.isEmpty }
            #expect(StreamTests.outcome(pieces, context) == StreamTests.outcome([bytes]), "\(first) \(lines) \(cuts)")
            if lines.count > 6 { lines = ["Host: h"] }
        }
    }

    @Test func `fields beyond what a parser keeps are forgotten`() {
        let context = StreamTests.newContext()
        let large = Self.head("GET / HTTP/1.1", ["Host: h", "A: \(String(repeating: "a", count: 20_000))"])
        for _ in 1...3 { #expect(StreamTests.outcome([large], context) == StreamTests.outcome([large])) }
        // Of the first request nothing but its line comes again, and not the length of its content.
        let first = Self.head("POST / HTTP/1.0", ["Content-Length: 3", "A: \(String(repeating: "a", count: 20_000))"])
        let second = Self.head("POST / HTTP/1.0", [])
        _ = StreamTests.outcome([first + Array("abc".utf8)], context)
        #expect(StreamTests.outcome([second], context) == StreamTests.outcome([second]))
    }

    /// Lines that are repeated count like any other, and then one is too many.
    @Test func `limits hold for what is repeated`() throws {
        var limits = HTTPLimits()
        limits.fieldCountMax = 3
        limits.headerBytesMax = 60
        var parser = HTTP1RequestParser(limits: limits)
        let lines = ["Host: h", "Content-Length: 3"]
        let head = Self.head("POST / HTTP/1.1", lines) + Array("abc".utf8)
        for _ in 1...3 {
            var position = 0
            #expect(try parser.parse(head.span, at: &position) == .requestComplete)
            #expect(parser.heldBytes == "Host: h\r\nContent-Length: 3\r\n".utf8.count + 3)
            parser.next()
        }
        for more in [["A: \(String(repeating: "a", count: 40))"], ["A: 1", "B: 2"]] {
            var (parser, position) = (parser, 0)
            let head = Self.head("POST / HTTP/1.1", lines + more)
            let refusal = #expect(throws: HTTPRefusal.self) { try parser.parse(head.span, at: &position) }
            #expect(refusal?.status == .headerFieldsTooLarge)
        }
    }
}
