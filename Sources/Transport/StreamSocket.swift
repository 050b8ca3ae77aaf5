import Glibc

/// A connected, non-blocking stream socket.
package struct StreamSocket: ~Copyable {
    private let descriptor: FileDescriptor

    package init(owning rawValue: Int32) {
        descriptor = FileDescriptor(owning: rawValue)
    }

    package var rawValue: Int32 { descriptor.rawValue }

    /// The outcome of one read or write.
    package enum Transfer: Equatable {
        case bytes(Int)
        /// The kernel has nothing to give, or takes nothing more, for now.
        case wouldBlock
        /// The peer closed its direction (reading), or the connection is gone.
        case closed
    }

    package func receive(into buffer: UnsafeMutableRawBufferPointer) -> Transfer {
        while true {
            let count = unsafe recv(rawValue, buffer.baseAddress, buffer.count, 0)
            if count > 0 { return .bytes(count) }
            if count == 0 { return .closed }
            if errno == EINTR { continue }
            return errno == EAGAIN ? .wouldBlock : .closed
        }
    }

    package func send(_ bytes: UnsafeRawBufferPointer) -> Transfer {
        while true {
            // MSG_NOSIGNAL: a peer that went away is an outcome, not a signal.
            let count = unsafe Glibc.send(rawValue, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
            if count >= 0 { return .bytes(count) }
            if errno == EINTR { continue }
            return errno == EAGAIN ? .wouldBlock : .closed
        }
    }

    /// Has the connection end with a reset (RST) when it is closed.
    package func resetOnClose() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        _ = unsafe setsockopt(rawValue, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<linger>.size))
    }

    /// Tells the peer that nothing more comes, and goes on receiving.
    package func finishSending() {
        _ = shutdown(rawValue, Int32(SHUT_WR))
    }
}
