package import Credentials
import Synchronization

/// Which identity a server shows for the name a client asks for (SNI, RFC 6066 section 3).
///
/// The first identity has the names known at the start. Under a tenant domain a client may ask for any host: those get
/// a certificate when they are first asked for, since many clients refuse a wildcard directly below a top-level
/// domain such as `*.localhost`.
package final class ServerIdentities: Sendable {
    private let first: ServerIdentity
    private let names: Set<String>
    private let domains: [String]
    private let authority: CertificateAuthority?
    private let now: @Sendable () -> Int64
    private let issued = Mutex<[String: ServerIdentity]>([:])
    /// More hosts than that are asked for by mistake or on purpose; then some are signed anew.
    private static let issuedMax = 1_024

    /// Somebody's own certificate, shown whatever the name.
    package init(_ identity: ServerIdentity) {
        first = identity
        names = []
        domains = []
        authority = nil
        now = { 0 }
    }

    /// Certificates of our own authority.
    ///
    /// - Parameters:
    ///   - names: what the first certificate is for, DNS names and IP address literals, lower-case.
    ///   - domains: host suffixes under which any name is signed on demand, lower-case, without a leading dot.
    ///   - now: seconds since 1970.
    package init(
        _ authority: CertificateAuthority, names: [String], domains: [String], now: @escaping @Sendable () -> Int64
    ) throws(CredentialError) {
        first = try authority.issue(names: names, nowUnixSeconds: now())
        self.names = Set(names)
        self.domains = domains
        self.authority = authority
        self.now = now
    }

    /// - Parameter name: as the client sent it; nil when it sent none.
    func identity(for name: String?) -> ServerIdentity {
        guard let name = name?.lowercased(), !names.contains(name), let authority, isHost(name),
            domains.contains(where: { name.hasSuffix(".\($0)") })
        else { return first }
        return issued.withLock { issued in
            if let known = issued[name] { return known }
            guard let made = try? authority.issue(names: [name], nowUnixSeconds: now()) else { return first }
            if issued.count >= ServerIdentities.issuedMax, let some = issued.keys.first { issued[some] = nil }
            issued[name] = made
            return made
        }
    }

    /// Letters, digits, hyphens, underscores and dots; nothing that means something in an extension's text.
    private func isHost(_ name: String) -> Bool {
        name.utf8.count <= 253
            && name.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
                    || byte == 0x5F
            }
    }
}
