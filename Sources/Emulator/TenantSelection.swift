import Ground
import HTTPCore
import Tenancy

/// Which tenant a request is for (design section 2): the header first, since it is explicit, then the first label
/// of a host under a tenant domain, then `default`.
struct TenantSelection: Sendable {
    static let defaultTenant = "default"

    private let suffixes: [[UInt8]]

    /// - Parameter domains: lower-case, without a leading dot.
    init(domains: [String]) {
        suffixes = domains.map { Array(".\($0)".utf8) }
    }

    /// - Throws: 400 when the header or the host's label cannot name a tenant.
    func tenantName(for request: HTTPRequest) throws(HTTPRefusal) -> String {
        if let name = request.fields[.localtenantTenant] {
            guard TenantDirectory.isValidName(name) else {
                throw HTTPRefusal(
                    .badRequest,
                    "The header x-localtenant-tenant must be 1 to 63 of a-z, 0-9, - and _, a letter or digit first.")
            }
            return name
        }
        guard let label = label(of: request.authority) else { return TenantSelection.defaultTenant }
        guard TenantDirectory.isValidName(label) else {
            throw HTTPRefusal(.badRequest, "The first label of the host does not name a tenant.")
        }
        return label
    }

    /// The first label of a host under a tenant domain; nil for any other host.
    private func label(of authority: String) -> String? {
        let bytes = authority.utf8.span
        let host = bytes.extracting(Authority.host(in: bytes))
        for suffix in suffixes where TenantSelection.hasSuffix(host, suffix.span) {
            // By bytes: letters beyond ASCII name no tenant, and characters would cost more than all the rest here.
            var label = Array(copying: host.extracting(first: host.firstIndex(of: 0x2E, from: 0) ?? host.count))
            for index in label.indices { label[index] = TenantSelection.lowered(label[index]) }
            return String(decoding: label, as: UTF8.self)
        }
        return nil
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// Whether a host ends with a suffix, in whatever case, and has something before it.
    private static func hasSuffix(_ host: Span<UInt8>, _ suffix: Span<UInt8>) -> Bool {
        guard host.count > suffix.count else { return false }
        let start = host.count - suffix.count
        for index in 0..<suffix.count {
            if lowered(host[start + index]) != suffix[index] { return false }
        }
        return true
    }
}
