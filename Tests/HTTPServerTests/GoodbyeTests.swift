#if HTTP2
    import Glibc
    import HTTPCore
    import HTTPServer
    import TLS
    import TestSupport
    import Testing
    import Transport

    /// Clients that say that they send nothing more, and wait for what they have asked for.
    @Suite(.timeLimit(.minutes(1))) struct GoodbyeTests {
        /// Answers with the path, late or in pieces: `/late`, `/pieces`, or with 200 kB for `/big`.
        private final class Late: HTTPResponder {
            func respond(to request: HTTPRequest) -> HTTPResponse {
                if request.path == Array("/big".utf8) {
                    return HTTPResponse(status: .ok, body: [UInt8](repeating: 0x78, count: 200_000))
                }
                var response = HTTPResponse(status: .ok, body: request.path)
                response.deliveryFault =
                    request.path == Array("/late".utf8)
                    ? DeliveryFault(delay: 100) : DeliveryFault(dribble: .init(count: 3, duration: 100))
                return response
            }

            func respond(to refusal: HTTPRefusal) -> HTTPResponse { HTTPResponse(status: refusal.status) }
        }

        /// The client's end of a connection, over TLS or not.
        private struct Client {
            let socket: RawClient
            let tls: TLSEngine?

            init(port: UInt16, _ context: TLSClientContext?) throws {
                socket = try RawClient(port: port)
                tls = try context.map { try TLSEngine($0, host: "localhost") }
                var plaintext: [UInt8] = []
                var received: [UInt8] = []
                while let tls, tls.state == .handshaking {
                    var output: [UInt8] = []
                    tls.receive(received.span, plaintext: &plaintext, output: &output)
                    socket.send(output)
                    if tls.state == .handshaking { received = try socket.receive() ?? [] }
                }
            }

            /// Sends it in one piece with a goodbye.
            func send(_ bytes: [UInt8], saysGoodbye: Bool, finishes: Bool) {
                var output: [UInt8] = []
                if let tls {
                    tls.send(bytes, output: &output)
                    if saysGoodbye { tls.close(output: &output) }
                } else {
                    output = bytes
                }
                socket.send(output)
                if finishes { socket.finishSending() }
            }

            func readToEnd() throws -> [UInt8] {
                let bytes = try socket.readBytesToEnd()
                guard let tls else { return bytes }
                var (plaintext, output): ([UInt8], [UInt8]) = ([], [])
                tls.receive(bytes.span, plaintext: &plaintext, output: &output)
                return plaintext
            }
        }

        private static func serve(_ body: (UInt16, TLSClientContext) throws -> Void) async throws {
            let address = try #require(SocketAddress(host: "127.0.0.1", port: 0))
            let now = Int64(Glibc.time(nil))
            let authority = try CertificateAuthority.make(nowUnixSeconds: now)
            var configuration = ServerConfiguration(address: address, loopCount: 1)
            let identities = try ServerIdentities(authority, names: ["localhost"], domains: [], now: { now })
            configuration.tls = try TLSContext(identities, protocols: ["h2", "http/1.1"], now: { now })
            let server = try Server(configuration, responder: Late(), unixSeconds: { 0 }, notify: { _ in })
            let outcome = Result {
                try body(server.address.port, TLSClientContext(trustedPEM: authority.certificatePEM))
            }
            server.drain()
            await server.untilFinished()
            try outcome.get()
        }

        /// `GET path` on a stream, in literals that no table is needed for (RFC 7541 section 6.2.2).
        private static func request(_ path: String, stream: UInt8) -> [UInt8] {
            let fields = [0x82, 0x87, 0x04, UInt8(path.utf8.count)] + Array(path.utf8) + [0x41, 1] + Array("h".utf8)
            return [0, 0, UInt8(fields.count), 1, 5, 0, 0, 0, stream] + fields
        }

        private static let goAway: [UInt8] = [0, 0, 8, 7, 0, 0, 0, 0, 0] + [0, 0, 0, 0, 0, 0, 0, 0]

        @Test(arguments: [true, false], [true, false])
        func `HTTP2 answers that are held back arrive`(isSecure: Bool, saysGoAway: Bool) async throws {
            try await Self.serve { port, context in
                let client = try Client(port: port, isSecure ? context : nil)
                var bytes = HTTP2Case.preface + Self.request("/late", stream: 1) + Self.request("/pieces", stream: 3)
                if saysGoAway { bytes += Self.goAway }
                client.send(bytes, saysGoodbye: true, finishes: true)
                let frames = HTTP2Frame.parse(try client.readToEnd())
                for (stream, body) in [(1, "/late"), (3, "/pieces")] as [(UInt32, String)] {
                    let content = frames.filter { $0.type == 0 && $0.stream == stream }.flatMap(\.payload)
                    #expect(String(decoding: content, as: UTF8.self) == body)
                }
                // To a peer that has said so much by itself there is nothing more to say.
                if !saysGoAway { #expect(frames.last?.type == 7, "and then the server says goodbye, too") }
            }
        }

        /// Over TLS the connection may stay open below.
        @Test func `a goodbye of TLS alone ends a connection once all is answered`() async throws {
            try await Self.serve { port, context in
                let client = try Client(port: port, context)
                client.send(
                    HTTP2Case.preface + Self.request("/late", stream: 1), saysGoodbye: true, finishes: false)
                let frames = HTTP2Frame.parse(try client.readToEnd())
                #expect(frames.contains { $0.type == 0 && $0.payload == Array("/late".utf8) })
            }
        }

        @Test(arguments: [true, false])
        func `of HTTP1 every answer arrives, those that do not fit one output too`(isSecure: Bool) async throws {
            try await Self.serve { port, context in
                let client = try Client(port: port, isSecure ? context : nil)
                let paths = ["/big", "/late", "/big", "/pieces", "/big"]
                let text = paths.map { "GET \($0) HTTP/1.1\r\nHost: h\r\n\r\n" }.joined()
                client.send(Array(text.utf8), saysGoodbye: true, finishes: true)
                let answers = String(decoding: try client.readToEnd(), as: UTF8.self)
                #expect(answers.split(separator: "HTTP/1.1 200 OK").count == paths.count)
                #expect(answers.hasSuffix("x") && answers.contains("/late") && answers.contains("/pieces"))
            }
        }
    }
#endif
