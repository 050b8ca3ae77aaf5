import Glibc

/// A blocking TCP client that sends and receives bytes as they are, for tests of a server on this machine.
///
/// Reads give up after ten seconds, so that a server that never answers fails a test instead of hanging it.
package final class RawClient {
    package struct Failure: Error {
        package let operation: String
    }

    private var descriptor: Int32

    package init(port: UInt16, receiveBufferBytes: Int32? = nil) throws {
        // Not for children: a program started meanwhile would hold the connection open.
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(operation: "socket") }
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        if var bytes = receiveBufferBytes {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &bytes, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure(operation: "connect") }
    }

    deinit {
        if descriptor >= 0 { Glibc.close(descriptor) }
    }

    package func close() {
        Glibc.close(descriptor)
        descriptor = -1
    }

    package func finishSending() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// Sends all of `text`; false when the peer is gone.
    @discardableResult
    package func send(_ text: String) -> Bool {
        send(Array(text.utf8))
    }

    /// The same of bytes.
    @discardableResult
    package func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Everything up to the end of the connection.
    package func readToEnd() throws -> String {
        String(decoding: try readBytesToEnd(), as: UTF8.self)
    }

    /// The same as bytes.
    package func readBytesToEnd() throws -> [UInt8] {
        var all: [UInt8] = []
        while let chunk = try receive() { all += chunk }
        return all
    }

    /// Reads until `count` answers whose end is `marker` have come.
    package func read(until marker: String, count: Int = 1) throws -> String {
        let wanted = Array(marker.utf8)
        var all: [UInt8] = []
        var found = 0
        while found < count {
            guard let chunk = try receive() else { throw Failure(operation: "closed early") }
            let from = max(0, all.count - wanted.count + 1)
            all += chunk
            for place in from..<max(from, all.count - wanted.count + 1)
            where all[place..<place + wanted.count].elementsEqual(wanted) { found += 1 }
        }
        return String(decoding: all, as: UTF8.self)
    }

    /// What has come; nil at the end of the connection.
    package func receive() throws -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        if count > 0 { return Array(buffer[..<count]) }
        if count == 0 || errno == ECONNRESET { return nil }
        throw Failure(operation: "recv timed out")
    }
}
