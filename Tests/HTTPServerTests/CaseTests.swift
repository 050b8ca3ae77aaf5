import HTTPCore
import HTTPServer
import TLS
import TestSupport
import Testing
import Transport

/// The cases of `fixtures/http1`, `fixtures/http2` and `fixtures/tls` over sockets: what is answered, and that the
/// connection ends where it must and nowhere else.
@Suite(.timeLimit(.minutes(2))) struct CaseTests {
    private final class Plain: HTTPResponder {
        func respond(to request: HTTPRequest) -> HTTPResponse { HTTPResponse(status: .ok) }
        func respond(to refusal: HTTPRefusal) -> HTTPResponse { HTTPResponse(status: refusal.status) }
    }

    private static let now: Int64 = 1_795_000_000

    private func serve(_ body: (UInt16) throws -> Void) async throws {
        let address = try #require(SocketAddress(host: "127.0.0.1", port: 0))
        var configuration = ServerConfiguration(address: address, loopCount: 1)
        let identities = try ServerIdentities(
            try CertificateAuthority.make(nowUnixSeconds: Self.now), names: ["localhost"], domains: ["localhost"],
            now: { Self.now })
        configuration.tls = try TLSContext(identities, protocols: ["h2", "http/1.1", "http/1.0"], now: { 0 })
        let server = try Server(configuration, responder: Plain(), unixSeconds: { 0 }, notify: { _ in })
        let outcome = Result { try body(server.address.port) }
        server.drain()
        await server.untilFinished()
        try outcome.get()
    }

    private static let after = Array("GET /after HTTP/1.1\r\nHost: h\r\n\r\n".utf8)

    /// Status codes of the answers, `100 Continue` left out.
    private func statuses(_ text: String) -> [Int] {
        text.split(separator: "\r\n").filter { $0.hasPrefix("HTTP/1.1 ") }.compactMap { Int($0.dropFirst(9).prefix(3)) }
            .filter { $0 != 100 }
    }

    @Test func `requests of every kind are answered, and nothing behind a refusal is`() async throws {
        try await serve { port in
            // The first bytes of some decide for another protocol.
            for wire in WireCase.all where wire.bytes.first != 0x16 && !wire.bytes.starts(with: "PRI * HTTP/2.0".utf8) {
                let last = wire.events.last ?? ""
                let ends = wire.refusal != nil || last.hasSuffix("+close")
                var expected = wire.events.filter { $0.contains(":") }.map { _ in 200 }
                if let refusal = wire.refusal { expected.append(refusal) }
                if !ends, last != "more" { expected.append(200) }
                let client = try RawClient(port: port)
                client.send(wire.bytes + (last == "more" ? [] : Self.after))
                // Where the server ends the connection it needs nobody to tell it so.
                if !ends { client.finishSending() }
                let text = try client.readToEnd()
                #expect(statuses(text) == expected, "\(wire.title)")
                #expect(text.contains("connection: close\r\n") == ends, "\(wire.title)")
            }
        }
    }

    @Test func `the first byte decides between TLS and HTTP, and what is neither is told so`() async throws {
        try await serve { port in
            for item in TLSCase.all {
                let client = try RawClient(port: port)
                client.send(try #require(item.bytes))
                // A server that waits for more is told that there is none.
                if item.outcome == .hello || item.outcome == .waits { client.finishSending() }
                let output = try client.readBytesToEnd()
                let outcome = TLSCase.outcome(of: output, isOver: item.outcome != .waits)
                #expect(outcome == item.outcome, "\(item.description)")
            }
        }
    }

    #if HTTP2
        @Test func `violations of HTTP2 end the connection or the stream`() async throws {
            try await serve { port in
                // Without a preface it is HTTP/1.1, or none.
                for item in HTTP2Case.all where item.bytes?.starts(with: HTTP2Case.preface.prefix(24)) ?? true {
                    let client = try RawClient(port: port)
                    client.send(try #require(item.bytes) + HTTP2Case.probe)
                    if item.connectionError == nil { client.finishSending() }
                    let frames = HTTP2Frame.parse(try client.readBytesToEnd())
                    #expect(frames.first { $0.type == 7 }?.errorCode == item.connectionError, "\(item.title)")
                    // What comes in one piece with the frames before a good end is answered, too.
                    guard item.events?.contains(.end) == false else { continue }
                    let isAnswered = frames.contains { $0.type == 1 && $0.stream == HTTP2Case.probeStream }
                    #expect(isAnswered == !item.isOver, "\(item.title)")
                }
            }
        }
    #endif
}
