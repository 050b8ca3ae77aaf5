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

    package init(token: SecretValue? = nil, isOn: Bool = true, domains: [String] = ["localhost"]) {
        self.token = token
        self.isOn = isOn
        self.domains = domains
    }

    func check(_ request: HTTPRequest, _ path: String) throws(ControlError) {
        guard !ControlGuard.open.contains(path) else { return }
        guard isOn else { throw ControlError(.notFound, "Control calls are switched off (--admin off).") }
        try checkSite(request)
        guard let token else { return }
        let field = request.fields.value(of: "authorization") ?? ""
        guard field.lowercased().hasPrefix("bearer "), token == SecretValue(String(field.dropFirst(7))) else {
            throw ControlError(
                .unauthorized, "Control calls need the token of --admin-token, as Authorization: Bearer.")
        }
    }

    /// A browser says that it is one. Its page must be of this server, by a name that nobody else could have pointed
    /// here: a page of `evil.example` whose name now leads to 127.0.0.1 is refused (DNS rebinding).
    private func checkSite(_ request: HTTPRequest) throws(ControlError) {
        let origin = request.fields.value(of: "origin")
        let site = request.fields.value(of: "sec-fetch-site")
        guard origin != nil || site != nil else { return }
        let isForeign = origin.map { $0 != request.scheme.origin(of: request.authority) } ?? false
        guard !isForeign, site != "cross-site", site != "same-site",
            isTrusted(Authority.host(of: request.authority))
        else {
            throw ControlError(.forbidden, "Control calls of a page of another origin are refused.")
        }
    }

    private func isTrusted(_ host: String) -> Bool {
        let isAddress = host.hasPrefix("[") || host.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
        return isAddress || !host.contains(".") || domains.contains { host == $0 || host.hasSuffix(".\($0)") }
    }
}
