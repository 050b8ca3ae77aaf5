import HTTPCore
import HTTPServer
import TLS
import TestSupport
import Testing
import Transport

/// The server on real sockets, with an echo for a responder.
@Suite(.timeLimit(.minutes(1))) struct ServerTests {
    /// Answers with the path, or with 100 kB for `/big`; each answer ends with a full stop.
    private final class Echo: HTTPResponder {
        func respond(to request: HTTPRequest) -> HTTPResponse {
            let isBig = request.path == Array("/big".utf8)
            let body = isBig ? Array(repeating: 0x78, count: 100_000) : request.path
            return HTTPResponse(status: .ok, body: body + [0x2E])
        }

        func respond(to refusal: HTTPRefusal) -> HTTPResponse {
            HTTPResponse(status: refusal.status, body: Array(refusal.reason.utf8))
        }
    }

    private func start(_ change: (inout ServerConfiguration) -> Void = { _ in }) throws -> Server {
        let address = try #require(SocketAddress(host: "127.0.0.1", port: 0))
        var configuration = ServerConfiguration(address: address, loopCount: 2)
        change(&configuration)
        return try Server(configuration, responder: Echo(), unixSeconds: { 0 }, notify: { _ in })
    }

    private func stop(_ server: Server) async {
        server.drain()
        await server.untilFinished()
    }

    private let get = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n"

    @Test func `requests on one connection are answered in order`() async throws {
        let server = try start()
        let client = try RawClient(port: server.address.port)
        client.send((0..<50).map { "GET /\($0) HTTP/1.1\r\nHost: h\r\n\r\n" }.joined())
        let text = try client.read(until: ".", count: 50)
        let bodies = text.split(separator: "\r\n").compactMap { line in
            line.hasPrefix("/") ? line.dropFirst().prefix { $0 != "." } : nil
        }
        #expect(bodies == (0..<50).map { "\($0)" })
        #expect(text.contains("date: Thu, 01 Jan 1970 00:00:00 GMT"))
        await stop(server)
    }

    /// Answers with who asks.
    private final class Mirror: HTTPResponder {
        func respond(to request: HTTPRequest) -> HTTPResponse {
            HTTPResponse(status: .ok, body: Array("\(request.peer)|".utf8))
        }

        func respond(to refusal: HTTPRefusal) -> HTTPResponse { HTTPResponse(status: refusal.status) }
    }

    @Test(arguments: [("127.0.0.1", "127.0.0.1"), ("::", "127.0.0.1")])
    func `a request says who made its connection`(host: String, peer: String) async throws {
        let address = try #require(SocketAddress(host: host, port: 0))
        let server = try Server(
            ServerConfiguration(address: address, loopCount: 1), responder: Mirror(), unixSeconds: { 0 },
            notify: { _ in })
        let client = try RawClient(port: server.address.port)
        client.send(get)
        #expect(try client.read(until: "|").hasSuffix("\(peer)|"))
        await stop(server)
    }

    /// The clock of a loop without connections stands still; the next one must not be measured by it.
    @Test func `loops that had nothing to do for long serve their next connections`() async throws {
        let server = try start { $0.idleTimeout = 100 }
        let idle = try RawClient(port: server.address.port)
        #expect(try idle.readToEnd().isEmpty)
        for _ in 0..<4 {
            let client = try RawClient(port: server.address.port)
            client.send(get)
            #expect(try client.read(until: ".", count: 1).hasPrefix("HTTP/1.1 200"))
        }
        await stop(server)
    }

    @Test func `a peer that sends all and reads late gets every answer`() async throws {
        let server = try start()
        let client = try RawClient(port: server.address.port, receiveBufferBytes: 4_096)
        let count = 60
        client.send(String(repeating: "GET /big HTTP/1.1\r\nHost: h\r\n\r\n", count: count))
        client.finishSending()
        let other = try RawClient(port: server.address.port)
        other.send(get)
        _ = try other.read(until: "/a.")
        let text = try client.read(until: "x.", count: count)
        #expect(text.utf8.count > count * 100_000)
        await stop(server)
    }

    @Test func `a body over the limit is refused, and the answer arrives though the body is still sent`() async throws {
        let server = try start()
        let client = try RawClient(port: server.address.port)
        client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9000000\r\n\r\n")
        client.send(String(repeating: "x", count: 300_000))
        #expect(try client.readToEnd().hasPrefix("HTTP/1.1 413 Content Too Large"))
        await stop(server)
    }

    @Test func `an idle connection is closed`() async throws {
        let server = try start { $0.idleTimeout = 100 }
        let client = try RawClient(port: server.address.port)
        client.send(get)
        #expect(try client.readToEnd().hasSuffix("/a."))
        await stop(server)
    }

    @Test(arguments: [
        "P", "PRI * HTTP/2.0\r\n\r\nSM", "GET / HT", "GET / HTTP/1.1\r\nHost: h\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nab",
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
    ])
    func `a request that stalls is answered with 408 and closed`(text: String) async throws {
        let server = try start {
            $0.headTimeout = 100
            $0.progressTimeout = 100
        }
        let client = try RawClient(port: server.address.port)
        client.send(text)
        #expect(try client.readToEnd().hasPrefix("HTTP/1.1 408 Request Timeout"))
        await stop(server)
    }

    @Test func `a peer that never reads is cut off, and others are served meanwhile`() async throws {
        let server = try start { $0.progressTimeout = 200 }
        let client = try RawClient(port: server.address.port, receiveBufferBytes: 4_096)
        client.send(String(repeating: "GET /big HTTP/1.1\r\nHost: h\r\n\r\n", count: 100))
        let other = try RawClient(port: server.address.port)
        while server.connectionCount > 1 {
            other.send(get)
            _ = try other.read(until: "/a.")
        }
        await stop(server)
    }

    @Test func `when memory is short, whoever holds the most goes, and others are served`() async throws {
        let server = try start {
            $0.loopCount = 1
            $0.heldBytesMax = 1_000_000
        }
        func begin(_ count: Int) throws -> RawClient {
            let client = try RawClient(port: server.address.port)
            client.send("POST /b HTTP/1.1\r\nHost: h\r\nContent-Length: 900000\r\nExpect: 100-continue\r\n\r\n")
            _ = try client.read(until: "100 Continue\r\n\r\n")
            client.send(String(repeating: "x", count: count))
            return client
        }
        let small = try begin(200_000)
        let large = try begin(850_000)
        #expect(try large.readToEnd().isEmpty)
        small.send(String(repeating: "x", count: 700_000))
        #expect(try small.read(until: "/b.").hasPrefix("HTTP/1.1 200"))
        await stop(server)
    }

    @Test func `what TLS takes counts, most of all before it is open`() async throws {
        let authority = try CertificateAuthority.make(nowUnixSeconds: 0)
        let tls = try TLSContext(
            ServerIdentities(authority.issue(names: ["localhost"], nowUnixSeconds: 0)), protocols: ["http/1.1"],
            now: { 0 })
        let server = try start {
            $0.loopCount = 1
            $0.heldBytesMax = 1_000_000
            $0.headTimeout = 60_000
            $0.tls = tls
        }
        // The first bytes of a ClientHello, which never ends.
        let shaking = try (0..<100).map { _ in
            let client = try RawClient(port: server.address.port)
            client.send([0x16, 3, 1, 2, 0, 1, 0, 1, 0xFC, 3, 3])
            return client
        }
        // Once the last to come is answered, all have been accepted.
        let last = try RawClient(port: server.address.port)
        repeat {
            last.send(get)
            _ = try last.read(until: "/a.")
        } while server.connectionCount > 21
        #expect(server.connectionCount > 10)
        for client in shaking { client.close() }
        await stop(server)
    }

    @Test func `draining closes idle connections and finishes requests in flight`() async throws {
        let server = try start { $0.loopCount = 1 }
        let idle = try RawClient(port: server.address.port)
        idle.send(get)
        _ = try idle.read(until: "/a.")
        let busy = try RawClient(port: server.address.port)
        busy.send("POST /b HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
        _ = try busy.read(until: "100 Continue\r\n\r\n")
        server.drain()
        #expect(try idle.readToEnd().isEmpty)
        busy.send("xy")
        let answer = try busy.readToEnd()
        #expect(answer.contains("connection: close"))
        #expect(answer.hasSuffix("/b."))
        await server.untilFinished()
        #expect(throws: RawClient.Failure.self) { try RawClient(port: server.address.port) }
    }

    /// Each 16 KiB buys a slow sender time, but not beyond the end of a drain.
    @Test func `a drain ends in time, whoever makes progress`() async throws {
        let server = try start { $0.drainTimeout = 300 }
        let client = try RawClient(port: server.address.port)
        client.send("POST /b HTTP/1.1\r\nHost: h\r\nContent-Length: 1000000\r\nExpect: 100-continue\r\n\r\n")
        _ = try client.read(until: "100 Continue\r\n\r\n")
        server.drain()
        let sender = Task.detached {
            let block = String(repeating: "x", count: 16_384)
            while client.send(block) { await Task.yield() }
        }
        await server.untilFinished()
        #expect(server.connectionCount == 0)
        await sender.value
    }

    @Test func `a drain ends in time, whoever stalls`() async throws {
        let server = try start { $0.drainTimeout = 100 }
        let client = try RawClient(port: server.address.port)
        client.send("POST /b HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
        _ = try client.read(until: "100 Continue\r\n\r\n")
        await stop(server)
        #expect(server.connectionCount == 0)
    }

    @Test func `beyond the limit of connections newcomers wait until one goes`() async throws {
        let server = try start {
            $0.connectionsMax = 2
            $0.idleTimeout = 5_000
            $0.drainTimeout = 100
        }
        let clients = try (0..<3).map { _ in try RawClient(port: server.address.port) }
        for client in clients { client.send(get) }
        for client in clients[..<2] { _ = try client.read(until: "/a.") }
        #expect(server.connectionCount == 2)
        clients[0].close()
        _ = try clients[2].read(until: "/a.")
        await stop(server)
    }

    @Test func `a second server on the port is told so`() async throws {
        let server = try start()
        do {
            _ = try start { $0.address = server.address }
            Issue.record("two servers share a port")
        } catch let error as SystemError {
            #expect(error.isAddressInUse)
        }
        await stop(server)
    }

    @Test func `connections that come and go leave nothing behind`() async throws {
        let server = try start()
        for _ in 0..<200 {
            let client = try RawClient(port: server.address.port)
            client.send("GET /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
            #expect(try client.readToEnd().hasSuffix("/a."))
        }
        await stop(server)
        #expect(server.connectionCount == 0)
    }
}
