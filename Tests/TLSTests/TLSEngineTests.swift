import COpenSSL
import Synchronization
import TLS
import Testing

/// Both ends of a connection in memory.
@Suite struct TLSEngineTests {
    private static let now: Int64 = 1_795_000_000
    private let authority: CertificateAuthority
    private let context: TLSContext

    init() throws {
        // Certificates are dated by the real clock here, since the client under OpenSSL looks at it.
        authority = try CertificateAuthority.make(nowUnixSeconds: Self.wallClock)
        let identities = try ServerIdentities(
            authority, names: ["localhost", "*.localhost", "127.0.0.1", "::1"], domains: ["localhost"],
            now: { Self.wallClock })
        context = try TLSContext(identities, protocols: ["h2", "http/1.1"], now: { 0 })
    }

    private static var wallClock: Int64 {
        var seconds: time_t = 0
        COpenSSL.time(&seconds)
        return Int64(seconds)
    }

    /// Carries bytes both ways until neither side has any; `cut` is how many the server gets at a time.
    private func shake(
        _ client: TLSClient, _ server: TLSEngine, cut: Int = .max
    ) throws -> (atServer: [UInt8], atClient: [UInt8]) {
        var atServer: [UInt8] = []
        var atClient = try client.receive([])
        while true {
            let records = client.takeOutput()
            guard !records.isEmpty else { return (atServer, atClient) }
            var output: [UInt8] = []
            var start = 0
            while start < records.count {
                let end = min(records.count, start + min(cut, records.count))
                server.receive(Array(records[start..<end]).span, plaintext: &atServer, output: &output)
                start = end
            }
            atClient += try client.receive(output)
        }
    }

    private func client(
        _ name: String? = "localhost", protocols: [String] = ["h2", "http/1.1"], maximum: Int32 = TLS1_3_VERSION
    ) throws -> TLSClient {
        try TLSClient(trusting: authority.certificatePEM, name: name, protocols: protocols, maximum: maximum)
    }

    @Test(arguments: [(TLS1_2_VERSION, "TLSv1.2"), (TLS1_3_VERSION, "TLSv1.3")], [1, 7, Int.max])
    func `plaintext goes both ways, however the records are cut`(_ version: (Int32, String), cut: Int) throws {
        let client = try client(maximum: version.0)
        let server = try TLSEngine(context)
        _ = try shake(client, server, cut: cut)
        #expect(server.state == .open)
        #expect(client.version == version.1)
        client.send(Array("ping".utf8))
        #expect(try shake(client, server, cut: cut).atServer == Array("ping".utf8))
        var output: [UInt8] = []
        let answer = [UInt8](repeating: 0x78, count: 100_000)
        server.send(answer, output: &output)
        #expect(try client.receive(output) == answer)
    }

    @Test(
        arguments: [
            (["h2", "http/1.1"], "h2"), (["http/1.1", "h2"], "h2"), (["http/1.1"], "http/1.1"), ([], nil),
        ] as [([String], String?)])
    func `ALPN picks the server's first choice that the client has`(offered: [String], chosen: String?) throws {
        let client = try client(protocols: offered)
        let server = try TLSEngine(context)
        _ = try shake(client, server)
        #expect(server.state == .open)
        #expect(client.negotiatedProtocol == chosen)
        #expect(server.negotiatedProtocol == chosen)
    }

    @Test func `each side says goodbye`() throws {
        let client = try client()
        let server = try TLSEngine(context)
        _ = try shake(client, server)
        client.close()
        _ = try shake(client, server)
        #expect(server.state == .closedByPeer)
        var output: [UInt8] = []
        server.close(output: &output)
        #expect(!output.isEmpty)
        _ = try? client.receive(output)
        #expect(client.isClosed)
    }

    @Test func `a session is resumed by its ticket`() throws {
        let first = try client()
        _ = try shake(first, try TLSEngine(context))
        #expect(!first.resumed)
        let second = try client()
        second.resume(first)
        _ = try shake(second, try TLSEngine(context))
        #expect(second.resumed)
    }

    private final class ManualClock: Sendable {
        let seconds = Atomic<Int64>(1_000)

        func advance(hours: Int64) { seconds.add(hours * 3_600, ordering: .relaxed) }
    }

    /// For two hours a key seals tickets, for two more it opens them.
    @Test(arguments: [TLS1_2_VERSION, TLS1_3_VERSION])
    func `keys of tickets rotate, and each is good for one period more`(version: Int32) throws {
        let clock = ManualClock()
        let identities = try ServerIdentities(
            authority, names: ["localhost"], domains: [], now: { Self.wallClock })
        let context = try TLSContext(
            identities, protocols: ["http/1.1"], now: { clock.seconds.load(ordering: .relaxed) })
        // OpenSSL takes a session for a bad one once a connection of it is freed without a goodbye.
        var clients: [TLSClient] = []
        /// Connects with the ticket of another connection, if there is one.
        func connect(after other: TLSClient?) throws -> TLSClient {
            let client = try client(protocols: ["http/1.1"], maximum: version)
            if let other { client.resume(other) }
            let server = try TLSEngine(context)
            _ = try shake(client, server)
            #expect(server.state == .open)
            clients.append(client)
            return client
        }
        let first = try connect(after: nil)
        clock.advance(hours: 1)
        #expect(try connect(after: first).resumed)
        clock.advance(hours: 1)
        let second = try connect(after: first)
        #expect(second.resumed, "its key is the one before")
        clock.advance(hours: 2)
        #expect(try !connect(after: first).resumed, "its key is forgotten")
        #expect(try connect(after: second).resumed, "it was given a new ticket")
        clock.advance(hours: 4)
        let third = try connect(after: second)
        #expect(!third.resumed, "nobody has asked for long")
        clock.advance(hours: -9)
        #expect(try connect(after: third).resumed, "the clock was set back")
        #expect(clients.count == 7)
    }

    @Test(arguments: ["localhost", "acme.localhost", "a.b.localhost", "UPPER.localhost", "127.0.0.1"])
    func `a name of ours is proved`(name: String) throws {
        let client = try client(name)
        let server = try TLSEngine(context)
        if name == "127.0.0.1" { return }  // An address is no SNI; curl checks it in the tests of the program.
        _ = try shake(client, server)
        #expect(server.state == .open)
    }

    @Test(arguments: ["example.com", "localhost.example.com"])
    func `another name is not`(name: String) throws {
        let client = try client(name)
        #expect(throws: TLSClient.Failure.self) { try shake(client, try TLSEngine(context)) }
    }

    @Test func `a client that trusts another authority turns away, and the server is told`() throws {
        let foreign = try CertificateAuthority.make(nowUnixSeconds: Self.wallClock)
        let client = try TLSClient(trusting: foreign.certificatePEM, name: "localhost")
        let server = try TLSEngine(context)
        #expect(throws: TLSClient.Failure.self) { try shake(client, server) }
        var (plaintext, output): ([UInt8], [UInt8]) = ([], [])
        server.receive(client.takeOutput().span, plaintext: &plaintext, output: &output)
        guard case .failed(let reason) = server.state else {
            Issue.record("not failed: \(server.state)")
            return
        }
        #expect(reason.contains("unknown ca"))
    }

    @Test(arguments: [SSL3_VERSION, TLS1_VERSION, TLS1_1_VERSION])
    func `old versions are refused`(version: Int32) throws {
        let client = try TLSClient(
            trusting: authority.certificatePEM, name: "localhost", maximum: version, minimum: version)
        let server = try TLSEngine(context)
        #expect(throws: TLSClient.Failure.self) { try shake(client, server) }
        #expect(server.state != .open)
    }

    @Test(arguments: [TLS1_2_VERSION, TLS1_3_VERSION])
    func `ciphers are authenticated and forward secret`(version: Int32) throws {
        let client = try client(maximum: version)
        _ = try shake(client, try TLSEngine(context))
        #expect(client.cipher.contains("GCM") || client.cipher.contains("CHACHA20"))
        #expect(client.cipher.hasPrefix("ECDHE") || client.cipher.hasPrefix("TLS_"))
    }

    @Test func `nothing is looked at behind what failed`() throws {
        let server = try TLSEngine(context)
        let bytes: [UInt8] = [0x16, 0x03, 0x01, 0x00, 0x05, 1, 2, 3, 4, 5]
        var (plaintext, output): ([UInt8], [UInt8]) = ([], [])
        server.receive((bytes + [UInt8](repeating: 0x41, count: 70_000)).span, plaintext: &plaintext, output: &output)
        guard case .failed = server.state else {
            Issue.record("not failed: \(server.state)")
            return
        }
        let said = output
        server.receive(bytes.span, plaintext: &plaintext, output: &output)
        server.send([1], output: &output)
        #expect(plaintext.isEmpty && output == said)
    }

    @Test func `a client that would begin anew is told no, and served on`() throws {
        let client = try client(maximum: TLS1_2_VERSION)
        let server = try TLSEngine(context)
        _ = try shake(client, server)
        client.renegotiate()
        // A warning, which makes this client give up (RFC 5246 section 7.2.2).
        let failure = #expect(throws: TLSClient.Failure.self) { try shake(client, server) }
        #expect(failure?.reason == "no renegotiation")
        #expect(server.state == .open)
    }

    @Test func `an altered record ends the connection`() throws {
        let client = try client()
        let server = try TLSEngine(context)
        _ = try shake(client, server)
        client.send(Array("ping".utf8))
        var records = client.takeOutput()
        records[records.count - 1] ^= 1
        var (plaintext, output): ([UInt8], [UInt8]) = ([], [])
        server.receive(records.span, plaintext: &plaintext, output: &output)
        guard case .failed = server.state else {
            Issue.record("not failed: \(server.state)")
            return
        }
        #expect(plaintext.isEmpty)
        #expect(!output.isEmpty, "an alert says why")
    }
}
