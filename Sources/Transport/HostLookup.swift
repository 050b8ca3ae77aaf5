import Dispatch
import Glibc
import Synchronization

/// Names of hosts as addresses; for what we connect to, never for what we listen on.
package enum HostLookup {
    /// The addresses of a host, to be tried in order; empty when it has none, or when the deadline passes.
    ///
    /// - Parameter host: an address literal, `localhost` or a name below it (both loopback addresses, RFC 6761
    ///   section 6.3), or a name that the system's resolver knows.
    package static func addresses(of host: String, port: UInt16, until deadline: Deadline) -> [SocketAddress] {
        if host == "localhost" || host.hasSuffix(".localhost") {
            return ["127.0.0.1", "::1"].compactMap { SocketAddress(host: $0, port: port) }
        }
        if let literal = SocketAddress(host: host, port: port) { return [literal] }
        // The resolver has time-outs of its own, far beyond ours, and no way to end it: its thread is left behind.
        let found = Found()
        let done = DispatchSemaphore(value: 0)
        DispatchQueue.global().async {
            let literals = resolve(host)
            found.literals.withLock { $0 = literals }
            done.signal()
        }
        _ = done.wait(timeout: .now() + .milliseconds(Int(deadline.millisecondsLeft)))
        return found.literals.withLock { $0 }.compactMap { SocketAddress(host: $0, port: port) }
    }

    private final class Found: Sendable {
        let literals = Mutex<[String]>([])
    }

    private static func resolve(_ host: String) -> [String] {
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard unsafe getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { unsafe freeaddrinfo(list) }
        var literals: [String] = []
        var entry = unsafe list
        while let current = unsafe entry {
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let length = socklen_t(text.count)
            let outcome = unsafe getnameinfo(
                current.pointee.ai_addr, current.pointee.ai_addrlen, &text, length, nil, 0, NI_NUMERICHOST)
            if outcome == 0 {
                literals.append(String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
            }
            unsafe entry = current.pointee.ai_next
        }
        return literals
    }
}
