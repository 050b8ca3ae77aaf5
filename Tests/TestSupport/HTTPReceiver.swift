import Glibc

/// Somebody who is called over HTTP/1.1 on this machine: takes one request at a time, when a test asks for it.
///
/// It gives up after ten seconds, so that a call that never comes fails a test instead of hanging it.
package final class HTTPReceiver: Sendable {
    package struct Failure: Error {
        package let operation: String
    }

    /// A request as it came.
    package struct Request: Sendable {
        package let head: String
        package let body: String
    }

    package let port: UInt16
    private let descriptor: Int32

    package init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(operation: "socket") }
        HTTPReceiver.limit(descriptor)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 16) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isBound else { throw Failure(operation: "bind") }
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(descriptor) }

    private static func limit(_ descriptor: Int32) {
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    /// Waits for the next request and answers it.
    ///
    /// - Parameter answer: the bytes, from the status line on.
    package func take(_ answer: String) throws -> Request {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { throw Failure(operation: "nobody calls") }
        defer { close(connection) }
        HTTPReceiver.limit(connection)
        var bytes: [UInt8] = []
        while true {
            if let request = HTTPReceiver.request(in: bytes) {
                let answer = Array(answer.utf8)
                send(connection, answer, answer.count, Int32(MSG_NOSIGNAL))
                return request
            }
            var chunk = [UInt8](repeating: 0, count: 16_384)
            let count = recv(connection, &chunk, chunk.count, 0)
            guard count > 0 else { throw Failure(operation: "the request is not whole") }
            bytes += chunk[..<count]
        }
    }

    /// The same, with a status and a content.
    package func take(_ status: Int, _ content: String = "") throws -> Request {
        try take("HTTP/1.1 \(status) X\r\nContent-Length: \(content.utf8.count)\r\n\r\n\(content)")
    }

    private static func request(in bytes: [UInt8]) -> Request? {
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n\r\n", maxSplits: 1)
        guard let head = parts.first, bytes.count >= head.utf8.count + 4 else { return nil }
        let lengthLine = head.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length: ") }
        let length = lengthLine.flatMap { Int($0.dropFirst("content-length: ".count)) } ?? 0
        let body = bytes.dropFirst(head.utf8.count + 4)
        guard body.count >= length else { return nil }
        return Request(head: String(head), body: String(decoding: body, as: UTF8.self))
    }
}
