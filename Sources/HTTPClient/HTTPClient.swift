package import HTTPCore
package import Transport

/// One GET over HTTP/1.1, in the clear or over TLS, bounded in bytes and in time; it blocks.
package enum HTTPClient {
    /// An answer as it came.
    package struct Answer: Sendable {
        package let status: HTTPStatus
        package let body: [UInt8]
    }

    /// What one answer may be long, header included.
    package static let answerBytesMax = 64 * 1024

    /// - Parameters:
    ///   - trustedPEM: authorities for `https`; nobody else is trusted.
    ///   - deadline: for everything together.
    /// - Throws: why there is no answer.
    package static func get(
        _ url: HTTPURL, trustedPEM: [UInt8] = [], until deadline: Deadline
    ) throws(HTTPClientError) -> Answer {
        let connection = try connect(to: url, trustedPEM, until: deadline)
        let request = "GET \(url.path) HTTP/1.1\r\nHost: \(url.authority)\r\nConnection: close\r\nAccept: */*\r\n\r\n"
        try connection.send(Array(request.utf8))
        var bytes: [UInt8] = []
        while try connection.receive(into: &bytes) {
            guard bytes.count <= answerBytesMax else {
                throw HTTPClientError("the answer is longer than \(answerBytesMax) bytes")
            }
        }
        guard let answer = answer(in: bytes) else { throw HTTPClientError("what answers does not speak HTTP/1.1") }
        return answer
    }

    /// Tries the addresses of the host one after the other.
    private static func connect(
        to url: HTTPURL, _ trustedPEM: [UInt8], until deadline: Deadline
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
            return try ClientConnection.open(socket, url, trustedPEM)
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

    /// - Returns: nil when the bytes are no whole header, or no version 1 of HTTP.
    private static func answer(in bytes: [UInt8]) -> Answer? {
        let line = bytes.prefix { $0 != 0x0D }
        let words = line.split(separator: 0x20, maxSplits: 2).map { String(decoding: $0, as: UTF8.self) }
        guard words.count >= 2, words[0].hasPrefix("HTTP/1."), words[1].utf8.count == 3, let code = Int(words[1]),
            let end = endOfHeader(bytes)
        else { return nil }
        return Answer(status: HTTPStatus(code), body: Array(bytes[end...]))
    }

    private static func endOfHeader(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        let mark: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
        return (4...bytes.count).first { bytes[($0 - 4)..<$0].elementsEqual(mark) }
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
