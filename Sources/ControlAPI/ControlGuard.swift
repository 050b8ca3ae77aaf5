import HTTPCore
package import Tenancy

/// Who may make control calls. They need no token by default, so a web page that the developer visits must not be able
/// to make them.
package struct ControlGuard: Sendable {
    /// Asked for in `Authorization: Bearer …`; nil: nobody needs one.
    private let token: SecretValue?
    /// False: there are no control calls but those that probes and clients need.
    private let isOn: Bool
    /// Host names under which we are reached, beside addresses and names without a dot; lower-case.
    private let domains: [String]

    /// Calls that tell nothing and change nothing.
    private static let open: Set = ["/__admin/health", "/__admin/ca.pem"]

    /// The page holds no data, and asks for the token itself.
    private static func isPage(_ path: String) -> Bool {
        path == PageCalls.path || path.hasPrefix(PageCalls.folder)
    }

    package init(token: SecretValue? = nil, isOn: Bool = true, domains: [String] = ["localhost"]) {
        self.token = token
        self.isOn = isOn
        self.domains = domains
    }

    func check(_ request: HTTPRequest, _ path: String) throws(ControlError) {
        guard !ControlGuard.open.contains(path) else { return }
        guard isOn else { throw ControlError(.notFound, "Control calls are switched off (--admin off).") }
        try checkSite(request)
        guard let token, !ControlGuard.isPage(path) else { return }
        let field = request.fields.value(of: "authorization") ?? ""
        guard field.lowercased().hasPrefix("bearer "), token == SecretValue(String(field.dropFirst(7))) else {
            throw ControlError(
                .unauthorized, "Control calls need the token of --admin-token, as Authorization: Bearer.")
        }
    }

    /// The name must be one that nobody else could have pointed here: a page of `evil.example` whose name now leads to
    /// 127.0.0.1 is of the same origin to its browser, which then says nothing of it (DNS rebinding). And where a
    /// browser says that a page of another site calls, it is refused.
    private func checkSite(_ request: HTTPRequest) throws(ControlError) {
        let host = Authority.host(of: request.authority)
        guard isTrusted(host) else {
            throw ControlError(
                .forbidden,
                "Control calls by the name \(host) are refused, since anybody may have pointed it here; "
                    + "call by address, or name it with --tls-name or --tenant-domain.")
        }
        let isForeign = request.fields.value(of: "origin").map {
            $0 != request.scheme.origin(of: request.authority)
        }
        let site = request.fields.value(of: "sec-fetch-site")
        guard isForeign != true, site != "cross-site", site != "same-site" else {
            throw ControlError(.forbidden, "Control calls of a page of another origin are refused.")
        }
    }

    /// Addresses, names without a dot, and domains that nobody can register (RFC 6761, RFC 6762, RFC 8375;
    /// `internal` is kept for private use), beside those we were told.
    private func isTrusted(_ host: String) -> Bool {
        let isAddress = host.hasPrefix("[") || host.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
        return isAddress || !host.contains(".")
            || (domains + ["localhost", "local", "internal", "test", "home.arpa"]).contains { domain in
                host == domain || host.hasSuffix(".\(domain)")
            }
    }
}
