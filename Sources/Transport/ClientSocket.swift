import Glibc

/// A connection that we open, and wait for, up to a deadline.
package struct ClientSocket: ~Copyable {
    private let socket: StreamSocket
    private let deadline: Deadline

    /// Connects.
    ///
    /// - Throws: `SystemError`, with `ETIMEDOUT` when the deadline passes.
    package static func connect(
        to address: SocketAddress, until deadline: Deadline
    ) throws(SystemError) -> ClientSocket {
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let raw = Glibc.socket(address.family, type, 0)
        guard raw >= 0 else { throw .current("socket") }
        let connection = ClientSocket(StreamSocket(owning: raw), deadline)
        guard unsafe address.withSockaddr({ unsafe Glibc.connect(raw, $0, $1) }) != 0 else { return connection }
        guard errno == EINPROGRESS else { throw .current("connect") }
        try connection.wait(for: POLLOUT, "connect")
        var code: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        guard unsafe getsockopt(raw, SOL_SOCKET, SO_ERROR, &code, &length) == 0 else { throw .current("connect") }
        guard code == 0 else { throw SystemError("connect", code: code) }
        return connection
    }

    private init(_ socket: consuming StreamSocket, _ deadline: Deadline) {
        self.socket = socket
        self.deadline = deadline
    }

    /// Sends all of `bytes`.
    package func send(_ bytes: [UInt8]) throws(SystemError) {
        var sent = 0
        while sent < bytes.count {
            switch unsafe bytes.withUnsafeBytes({ unsafe socket.send(UnsafeRawBufferPointer(rebasing: $0[sent...])) }) {
            case .bytes(let count): sent += count
            case .wouldBlock: try wait(for: POLLOUT, "send")
            case .closed: throw SystemError("send", code: ECONNRESET)
            }
        }
    }

    /// Waits for bytes and appends what has come, at most 16 KiB.
    ///
    /// - Returns: false when the peer will send nothing more.
    package func receive(into bytes: inout [UInt8]) throws(SystemError) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 16 * 1024)
        while true {
            switch unsafe chunk.withUnsafeMutableBytes({ unsafe socket.receive(into: $0) }) {
            case .bytes(let count):
                bytes += chunk[..<count]
                return true
            case .wouldBlock: try wait(for: POLLIN, "receive")
            case .closed: return false
            }
        }
    }

    private func wait(for events: Int32, _ operation: String) throws(SystemError) {
        while true {
            var entry = pollfd(fd: socket.rawValue, events: Int16(events), revents: 0)
            let count = unsafe poll(&entry, 1, Int32(clamping: deadline.millisecondsLeft))
            if count > 0 { return }
            if count == 0 { throw SystemError(operation, code: ETIMEDOUT) }
            guard errno == EINTR else { throw .current("poll") }
        }
    }
}
