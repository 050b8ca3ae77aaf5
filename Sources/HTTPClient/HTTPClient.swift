package import HTTPCore
package import Transport

/// One request over HTTP/1.1, in the clear or over TLS, bounded in bytes and in time; it blocks.
package enum HTTPClient {
    /// An answer as it came.
    package struct Answer: Sendable {
        package let status: HTTPStatus
        package let body: [UInt8]
    }

    /// Authorities for `https`; nobody else is trusted.
    package struct Trust: Sendable {
        let pem: [UInt8]
        let system: Bool

        /// - Parameter system: those of the machine, too.
        package init(pem: [UInt8] = [], system: Bool = false) {
            self.pem = pem
            self.system = system
        }
    }

    /// What one answer may be long, header included, where nothing else is said.
    package static let answerBytesMax = 64 * 1024

    /// - Parameter deadline: for everything together.
    /// - Throws: why there is no answer.
    package static func get(
        _ url: HTTPURL, trustedPEM: [UInt8] = [], until deadline: Deadline
    ) throws(HTTPClientError) -> Answer {
        let request = head("GET", url, [("accept", "*/*")])
        let (bytes, isWhole) = try exchange(
            request, with: url, Trust(pem: trustedPEM), upTo: answerBytesMax, until: deadline)
        guard isWhole else { throw HTTPClientError("the answer is longer than \(answerBytesMax) bytes") }
        return try answer(in: bytes)
    }

    /// Sends content; of a long answer only the beginning is taken. Of several content types the last is sent.
    ///
    /// - Parameter bytesMax: what is taken of an answer.
    /// - Throws: why there is no answer; also for fields that cannot be sent.
    package static func post(
        _ url: HTTPURL, _ fields: [(name: String, value: String)], _ content: [UInt8], trust: Trust = Trust(),
        upTo bytesMax: Int = answerBytesMax, until deadline: Deadline
    ) throws(HTTPClientError) -> Answer {
        // What tenants hold gets into these, and must not become fields of its own (RFC 9110 section 5.5).
        for (name, value) in fields {
            let isSent =
                isToken(name) && !ownFields.contains(name.lowercased())
                && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
            guard isSent else {
                throw HTTPClientError("a field that cannot be sent: \(isToken(name) ? name : "its name is none")")
            }
        }
        let types = fields.indices.filter { fields[$0].name.lowercased() == "content-type" }
        let sent = fields.indices.filter { !types.dropLast().contains($0) }.map { fields[$0] }
        let request = head("POST", url, sent + [("content-length", String(content.count))])
        return try answer(in: try exchange(request + content, with: url, trust, upTo: bytesMax, until: deadline).bytes)
    }

    /// They say where a message goes and where it ends: a second one might tell the server something else than ours
    /// (RFC 9112 sections 3.2 and 6.3), or ask for what is not done here.
    private static let ownFields: Set<String> = [
        "connection", "content-length", "expect", "host", "te", "trailer", "transfer-encoding", "upgrade",
    ]

    private static func isToken(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80
                    || "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
    }

    private static func head(_ method: String, _ url: HTTPURL, _ fields: [(name: String, value: String)]) -> [UInt8] {
        let lines = fields.map { "\($0.name): \($0.value)\r\n" }.joined()
        return Array(
            "\(method) \(url.path) HTTP/1.1\r\nhost: \(url.authority)\r\nconnection: close\r\n\(lines)\r\n".utf8)
    }

    /// - Returns: what came until the answer was whole, its bound was reached, or the server closed.
    private static func exchange(
        _ request: [UInt8], with url: HTTPURL, _ trust: Trust, upTo bytesMax: Int, until deadline: Deadline
    ) throws(HTTPClientError) -> (bytes: [UInt8], isWhole: Bool) {
        let connection = try connect(to: url, trust, until: deadline)
        try connection.send(request)
        var bytes: [UInt8] = []
        while !AnswerReader.isWhole(bytes), try connection.receive(into: &bytes) {
            guard bytes.count <= bytesMax else { return (bytes, false) }
        }
        return (bytes, true)
    }

    /// Tries the addresses of the host one after the other.
    private static func connect(
        to url: HTTPURL, _ trust: Trust, until deadline: Deadline
    ) throws(HTTPClientError) -> ClientConnection {
        var failure: HTTPClientError?
        for address in HostLookup.addresses(of: url.host, port: url.port, until: deadline) {
            let socket: ClientSocket
            do throws(HTTPClientError) {
                socket = try self.socket(to: address, until: deadline)
            } catch {
                failure = failure ?? error
                continue
            }
            // Whoever listens there is the one that is meant; another address would only hide what is wrong with it.
            return try ClientConnection.open(socket, url, trust)
        }
        throw failure ?? HTTPClientError("the name \(url.host) leads to no address")
    }

    private static func socket(
        to address: SocketAddress, until deadline: Deadline
    ) throws(HTTPClientError) -> ClientSocket {
        do throws(SystemError) {
            return try ClientSocket.connect(to: address, until: deadline)
        } catch {
            throw HTTPClientError(error)
        }
    }

    private static func answer(in bytes: [UInt8]) throws(HTTPClientError) -> Answer {
        guard let reader = AnswerReader(bytes), let status = reader.status else {
            throw HTTPClientError("what answers does not speak HTTP/1.1")
        }
        return Answer(status: status, body: reader.body)
    }
}

/// Why there is no answer, in words for whoever asked.
package struct HTTPClientError: Error, Equatable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }

    init(_ error: SystemError) {
        description = error.isTimeout ? "no answer in time (\(error.operation))" : error.description
    }
}
