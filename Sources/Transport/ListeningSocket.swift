import CLinux
import Glibc
import Ground

/// A bound, listening, non-blocking stream socket.
package struct ListeningSocket: ~Copyable {
    package let descriptor: FileDescriptor
    /// The address in use; its port is the one the system chose where 0 was asked for.
    package let address: SocketAddress

    /// - Throws: `SystemError` of the call that failed; `isAddressInUse` when the port is taken.
    package static func bind(to address: SocketAddress, backlog: Int32 = 4096) throws(SystemError) -> ListeningSocket {
        let raw = socket(address.family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        guard raw >= 0 else { throw .current("socket") }
        let descriptor = FileDescriptor(owning: raw)
        _ = fcntl(raw, F_SETFD, FD_CLOEXEC)
        // A restarted server must not wait for the old one's connections to leave TIME_WAIT.
        try setOption(raw, SOL_SOCKET, SO_REUSEADDR, 1)
        // Accepted sockets inherit these on Linux, which saves calls for each. Left to itself the kernel would take
        // megabytes of answers for a peer that does not read.
        try setOption(raw, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        try setOption(raw, SOL_SOCKET, SO_SNDBUF, ListeningSocket.sendBufferBytes)
        let bound = unsafe address.withSockaddr { unsafe Glibc.bind(raw, $0, $1) }
        guard bound == 0 else { throw .current("bind") }
        guard listen(raw, backlog) == 0 else { throw .current("listen") }
        let port = try boundPort(raw, isIPv6: address.isIPv6)
        return ListeningSocket(descriptor: descriptor, address: address.with(port: port))
    }

    private init(descriptor: consuming FileDescriptor, address: SocketAddress) {
        self.descriptor = descriptor
        self.address = address
    }

    /// Takes over a descriptor that `release` gave away.
    package init(adopting raw: Int32, address: SocketAddress) {
        self.init(descriptor: FileDescriptor(owning: raw), address: address)
    }

    /// Gives the descriptor away without closing it, to carry it to another thread.
    package consuming func release() -> Int32 {
        descriptor.release()
    }

    /// The outcome of one attempt to accept.
    enum Accepted {
        case connection(Int32, from: IPAddress)
        case nothing
        /// Descriptors or memory ran out; waiting may help.
        case exhausted
    }

    func accept() -> Accepted {
        while true {
            // Big enough for either form of address.
            var peer = sockaddr_in6()
            var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
            let raw = unsafe withUnsafeMutablePointer(to: &peer) { pointer in
                unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    unsafe accept4(
                        descriptor.rawValue, $0, &length,
                        Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue))
                }
            }
            if raw >= 0 { return .connection(raw, from: IPAddress(peer)) }
            switch errno {
            case EINTR, ECONNABORTED: continue
            case EMFILE, ENFILE, ENOBUFS, ENOMEM: return .exhausted
            default: return .nothing
            }
        }
    }

    private static let sendBufferBytes: Int32 = 256 * 1024

    private static func setOption(
        _ raw: Int32, _ level: Int32, _ name: Int32, _ value: Int32
    ) throws(SystemError) {
        var value = value
        let result = unsafe setsockopt(raw, level, name, &value, socklen_t(MemoryLayout<Int32>.size))
        guard result == 0 else { throw .current("setsockopt") }
    }

    private static func boundPort(_ raw: Int32, isIPv6: Bool) throws(SystemError) -> UInt16 {
        // Both address forms keep the port at the same place, and this storage fits either.
        var storage = sockaddr_in6()
        var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        let result = unsafe withUnsafeMutablePointer(to: &storage) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe getsockname(raw, $0, &length)
            }
        }
        guard result == 0 else { throw .current("getsockname") }
        return UInt16(bigEndian: storage.sin6_port)
    }
}

extension IPAddress {
    /// - Parameter socket: of either form; that of version 4 has its address where the other has its flow.
    fileprivate init(_ socket: sockaddr_in6) {
        guard socket.sin6_family == sa_family_t(AF_INET6) else {
            self.init(version4: UInt32(bigEndian: socket.sin6_flowinfo))
            return
        }
        let halves = unsafe withUnsafeBytes(of: socket.sin6_addr) { bytes in
            [0, 8].map { unsafe UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self)) }
        }
        self.init(high: halves[0], low: halves[1])
    }
}
