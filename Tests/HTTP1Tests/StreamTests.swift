import HTTP1
import HTTPCore
import TestSupport
import Testing

/// A connection answers a stream alike however it is cut and however often its output fills.
@Suite struct StreamTests {
    /// Answers with everything the parser found, so that two runs differ where the parser did.
    private final class Mirror: HTTPResponder {
        func respond(to request: HTTPRequest) -> HTTPResponse {
            var body = Array("\(request.method) ".utf8) + request.path
            body += Array(" ".utf8) + request.query + Array(" \(request.authority) ".utf8)
            for field in request.fields.pairs { body += Array("\(field.name)=\(field.value);".utf8) }
            let status: HTTPStatus = request.path.count.isMultiple(of: 5) ? .noContent : .ok
            return HTTPResponse(status: status, body: body + request.body)
        }

        func respond(to refusal: HTTPRefusal) -> HTTPResponse {
            HTTPResponse(status: refusal.status, body: Array(refusal.reason.utf8))
        }
    }

    struct Outcome: Equatable, CustomStringConvertible {
        var output: [UInt8] = []
        var isClosing = false

        var description: String { "closing \(isClosing): " + String(decoding: output, as: UTF8.self) }
    }

    /// Gives the pieces to a connection; a full output is sent, and the rest of the piece given again.
    ///
    /// - Parameter context: with parsers that have seen other requests.
    static func outcome(
        _ pieces: [[UInt8]], outputBytesMax: Int = 1 << 20, _ context: HTTP1Connection.Context = newContext()
    ) -> Outcome {
        var connection = HTTP1Connection()
        var outcome = Outcome()
        for piece in pieces {
            var position = 0
            while position < piece.count, !connection.standing.isClosing {
                var output: [UInt8] = []
                connection.receive(
                    piece.span, at: &position, context, outputBytesMax: outputBytesMax, into: &output)
                outcome.output += output
            }
        }
        outcome.isClosing = connection.standing.isClosing
        return outcome
    }

    static func newContext() -> HTTP1Connection.Context {
        let context = HTTP1Connection.Context(CarrierContext(responder: Mirror(), limits: HTTPLimits()))
        return context
    }

    private static func pieces(_ bytes: [UInt8], using random: inout SeededGenerator) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Int.random(in: 1...(Bool.random(using: &random) ? 8 : 200), using: &random)
            pieces.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return pieces
    }

    @Test(arguments: WireCase.all)
    func `a case gives the same answers however its bytes are cut`(wire: WireCase) {
        let whole = Self.outcome([wire.bytes])
        #expect(Self.outcome(wire.bytes.map { [$0] }) == whole)
        for cut in 0...wire.bytes.count {
            #expect(Self.outcome([Array(wire.bytes[..<cut]), Array(wire.bytes[cut...])]) == whole, "cut at \(cut)")
        }
    }

    @Test(arguments: Array(1...60) as [UInt64])
    func `random requests give the same answers whole, cut, and with an output soon full`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            var stream: [UInt8] = []
            let count = Int.random(in: 1...6, using: &random)
            for _ in 0..<count { stream += RandomRequest.bytes(using: &random) }
            let whole = Self.outcome([stream])
            #expect(!whole.isClosing, "seed \(seed)")
            #expect(whole.output.finalAnswers == count, "seed \(seed)")
            #expect(Self.outcome(Self.pieces(stream, using: &random)) == whole, "seed \(seed)")
            #expect(Self.outcome([stream], outputBytesMax: 1) == whole, "seed \(seed)")
        }
    }

    @Test(arguments: Array(1...60) as [UInt64])
    func `mutated streams never trap and give the same answers whole and cut`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            var stream = RandomRequest.bytes(using: &random) + RandomRequest.bytes(using: &random)
            for _ in 0..<Int.random(in: 1...3, using: &random) { RandomRequest.mutate(&stream, using: &random) }
            let whole = Self.outcome([stream])
            #expect(Self.outcome(Self.pieces(stream, using: &random)) == whole, "seed \(seed)")
            #expect(Self.outcome(stream.map { [$0] }, outputBytesMax: 1) == whole, "seed \(seed)")
        }
    }

    /// RFC 9110 section 4.2.1: an http address without a host is invalid, with or without a port.
    @Test(arguments: ["http://", "http:///a", "http://:80", "https://:80/a", "http://?q"])
    func `an absolute form without a host is refused`(target: String) {
        let outcome = Self.outcome([Array("GET \(target) HTTP/1.1\r\nHost: h\r\n\r\n".utf8)])
        #expect(outcome.isClosing)
        #expect(outcome.output.starts(with: Array("HTTP/1.1 400 ".utf8)))
    }

    @Test func `empty lines before a request count across reads`() {
        let lines = Array("\r\n\r\n".utf8)
        #expect(Self.outcome([lines]).isClosing)
        #expect(Self.outcome([Array(lines[..<2]), Array(lines[2...])]).isClosing)
    }
}

extension [UInt8] {
    /// How many status lines but those of `100 Continue` there are.
    fileprivate var finalAnswers: Int {
        String(decoding: self, as: UTF8.self).split(separator: "HTTP/1.1 ", omittingEmptySubsequences: false)
            .dropFirst().count { !$0.hasPrefix("100") }
    }
}
