import HTTPCore
import HTTPServer
import TestSupport
import Testing
import Transport

/// Answers that arrive late, broken or not at all because they ask for it.
@Suite(.timeLimit(.minutes(1))) struct DeliveryFaultTests {
    /// `/delay-50`, `/dribble-3` (pieces, within 200 ms), `/reset`, `/close`, …; anything else is answered with its
    /// path and a full stop. `/ask-3` is to be asked again, three times, before it is.
    private final class Saboteur: HTTPResponder {
        private func wait(_ rounds: Int, _ path: [UInt8]) -> HTTPResponse {
            var response = HTTPResponse(status: .ok, body: rounds == 0 ? path + [0x2E] : Array("not yet.".utf8))
            guard rounds > 0 else { return response }
            response.deliveryFault = DeliveryFault(delay: 20, renew: { [self] in wait(rounds - 1, path) })
            return response
        }

        func respond(to request: HTTPRequest) -> HTTPResponse {
            let name = String(decoding: request.path.dropFirst(), as: UTF8.self)
            var response = HTTPResponse(status: .ok, body: request.path + [0x2E])
            if name.hasPrefix("ask-"), let rounds = Int(name.dropFirst(4)) { return wait(rounds, request.path) }
            if name.hasPrefix("delay-"), let delay = Int64(name.dropFirst(6)) {
                response.deliveryFault = DeliveryFault(delay: delay)
            } else if name.hasPrefix("dribble-"), let count = Int(name.dropFirst(8)) {
                response.deliveryFault = DeliveryFault(dribble: .init(count: count, duration: 200))
            } else if let breakage = DeliveryFault.Breakage(rawValue: name) {
                response.deliveryFault = DeliveryFault(breakage: breakage)
            }
            return response
        }

        func respond(to refusal: HTTPRefusal) -> HTTPResponse { HTTPResponse(status: refusal.status) }
    }

    private func serve(_ body: (UInt16) throws -> Void) async throws {
        let address = try #require(SocketAddress(host: "127.0.0.1", port: 0))
        let server = try Server(
            ServerConfiguration(address: address, loopCount: 1), responder: Saboteur(), unixSeconds: { 0 },
            notify: { _ in })
        let outcome = Result { try body(server.address.port) }
        server.drain()
        await server.untilFinished()
        try outcome.get()
    }

    private func get(_ path: String) -> String { "GET \(path) HTTP/1.1\r\nHost: h\r\n\r\n" }

    /// Order is kept on a connection, and others are not held up.
    @Test func `a late answer holds back what follows on its connection, and nothing else`() async throws {
        try await serve { port in
            let late = try RawClient(port: port)
            let other = try RawClient(port: port)
            let clock = ContinuousClock.now
            late.send(get("/first") + get("/delay-1000") + get("/last"))
            #expect(try late.read(until: "/first.").hasSuffix("/first."))
            other.send(get("/other"))
            #expect(try other.read(until: "/other.").hasSuffix("/other."))
            #expect(ContinuousClock.now - clock < .milliseconds(1_000), "the others do not wait")
            late.send(get("/more"))
            let rest = try late.read(until: "/more.")
            #expect(ContinuousClock.now - clock >= .milliseconds(1_000))
            #expect(rest.contains(#/(?s)\/delay-1000\..*\/last\..*\/more\./#))
        }
    }

    @Test func `an answer that has not come is asked again, and what follows waits for it`() async throws {
        try await serve { port in
            let client = try RawClient(port: port)
            client.send(get("/ask-3") + get("/last"))
            let text = try client.read(until: "/last.")
            #expect(text.contains(#/(?s)content-length: 7\r\n.*\r\n\r\n\/ask-3\.HTTP\/1\.1 200 OK/#))
            #expect(!text.contains("not yet"))
        }
    }

    /// Long polls must not keep a server from its end.
    @Test func `a drain takes an answer as it is`() async throws {
        let address = try #require(SocketAddress(host: "127.0.0.1", port: 0))
        let server = try Server(
            ServerConfiguration(address: address, loopCount: 1), responder: Saboteur(), unixSeconds: { 0 },
            notify: { _ in })
        let client = try RawClient(port: server.address.port)
        client.send(get("/ask-1000000"))
        let other = try RawClient(port: server.address.port)
        other.send(get("/other"))
        _ = try other.read(until: "/other.")
        server.drain()
        await server.untilFinished()
        // Had the drain's patience ended, the connection would have been cut before its answer.
        #expect(try client.readToEnd().hasSuffix("not yet."))
    }

    @Test func `content comes in pieces, and what follows waits for the last`() async throws {
        try await serve { port in
            let client = try RawClient(port: port)
            let clock = ContinuousClock.now
            client.send(get("/dribble-4") + get("/last"))
            let text = try client.read(until: "/last.")
            #expect(ContinuousClock.now - clock >= .milliseconds(200))
            #expect(text.contains(#/(?s)content-length: 11\r\n.*\r\n\r\n\/dribble-4\.HTTP\/1\.1 200 OK/#))
            client.send("HEAD /dribble-4 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
            #expect(try client.readToEnd().hasSuffix("\r\n\r\n"))
        }
    }

    /// One byte is the least there is to a piece.
    @Test func `more pieces than bytes are as many as there are bytes`() async throws {
        try await serve { port in
            let client = try RawClient(port: port)
            client.send("GET /dribble-999 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
            let clock = ContinuousClock.now
            #expect(try client.readToEnd().hasSuffix("\r\n\r\n/dribble-999."))
            #expect(ContinuousClock.now - clock >= .milliseconds(150), "they take the whole time all the same")
        }
    }

    @Test(arguments: [1, 2, 3, 47, 48, 49, 1_000], [1, 2, 48, 4_097])
    func `pieces add up to the content and to the time`(count: Int, contentBytes: Int) {
        let dribble = DeliveryFault.Dribble(count: count, duration: 1_000)
        let pieces = min(count, contentBytes)
        let ends = (0..<pieces).map { dribble.bytesDue(withPiece: $0, of: contentBytes) }
        #expect(ends.last == contentBytes && Set(ends).count == pieces && ends == ends.sorted())
        #expect((0..<pieces).reduce(0) { $0 + dribble.delay(beforePiece: $1, of: contentBytes) } == 1_000)
    }

    @Test(arguments: [
        "GET /delay-50 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", "GET /delay-50 HTTP/1.0\r\n\r\n",
    ])
    func `a late answer comes though the connection ends with it`(request: String) async throws {
        try await serve { port in
            let client = try RawClient(port: port)
            client.send(request)
            client.finishSending()
            #expect(try client.readToEnd().hasSuffix("/delay-50."))
        }
    }

    @Test func `a peer that goes away while it waits is forgotten`() async throws {
        try await serve { port in
            let client = try RawClient(port: port)
            client.send(get("/delay-100"))
            client.close()
        }
    }

    @Test func `an answer is broken as it asks for`() async throws {
        try await serve { port in
            func answer(_ path: String) throws -> String {
                let client = try RawClient(port: port)
                client.send(get("/first") + get(path))
                return try client.readToEnd()
            }
            #expect(try answer("/close").hasSuffix("/first."))
            #expect(try answer("/truncate").hasSuffix("\r\n\r\n/trun"))
            #expect(try answer("/garbage").hasSuffix("\u{1}\u{2}this is no HTTP\r\n\r\n"))
            // Tests/Clients/faults.py sees that it is a reset.
            let afterReset = try answer("/reset")
            #expect(!afterReset.contains("/reset."))
        }
    }

    /// It ends with the server's patience; a drain does not wait for it.
    @Test func `a stalled answer leaves the connection open and silent`() async throws {
        let address = try #require(SocketAddress(host: "127.0.0.1", port: 0))
        var configuration = ServerConfiguration(address: address, loopCount: 1)
        configuration.drainTimeout = 100
        let server = try Server(configuration, responder: Saboteur(), unixSeconds: { 0 }, notify: { _ in })
        let client = try RawClient(port: server.address.port)
        client.send(get("/stall") + get("/never"))
        let other = try RawClient(port: server.address.port)
        other.send(get("/other"))
        _ = try other.read(until: "/other.")
        #expect(server.connectionCount == 2)
        server.drain()
        await server.untilFinished()
        #expect(try client.readToEnd().isEmpty)
    }
}
