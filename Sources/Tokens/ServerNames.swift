import HTTPCore

/// The names that lead to this server: a token for one of a tenant's is good at its others, in whatever scheme and
/// port.
///
/// The real service knows a tenant by one domain and its custom ones; programs on one machine, and containers beside
/// it, reach the same emulator by several at once (our choice).
package struct ServerNames: Sendable {
    private let domains: [String]
    private let names: Set<String>

    /// - Parameters:
    ///   - domains: suffixes under which the first label is a tenant; lower-case, as all else here.
    ///   - names: others; an IPv6 literal with or without brackets.
    package init(domains: [String] = ["localhost"], names: [String] = []) {
        self.domains = domains
        self.names = Set(names.map { $0.contains(":") && !$0.hasPrefix("[") ? "[\($0)]" : $0 })
    }

    /// Whether two hosts are one server to the tenant.
    package func areSame(_ host: String?, _ other: String, tenant: String) -> Bool {
        guard let host else { return false }
        return host == other || isOwn(host, tenant) && isOwn(other, tenant)
    }

    private func isOwn(_ host: String, _ tenant: String) -> Bool {
        ServerNames.isThisMachine(host) || names.contains(host)
            || domains.contains { host == $0 || host == "\(tenant).\($0)" }
    }

    /// Loopback names and addresses, those that mean all interfaces, and what containers call their host.
    private static func isThisMachine(_ host: String) -> Bool {
        if ["localhost", "[::1]", "0.0.0.0", "[::]", "host.docker.internal"].contains(host) { return true }
        return host.hasPrefix("127.") && host.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    }
}
