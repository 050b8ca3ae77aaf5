import HTTPCore

/// Where clients believe the server to be, so that issuer, discovery and links lead them back to it.
///
/// Mostly that is where their requests go. Behind a proxy it is what the proxy says, if it is believed, or what whoever
/// started the program says; without a Host it is where the server listens.
struct PublicPlace: Sendable {
    /// As it was given; nil: requests tell.
    private let url: HTTPURL?
    private let trustsProxy: Bool
    private let ownAuthority: String

    /// - Parameter ownAuthority: where the server listens.
    init(url: HTTPURL?, trustsProxy: Bool, ownAuthority: String) {
        self.url = url
        self.trustsProxy = trustsProxy
        self.ownAuthority = ownAuthority
    }

    /// Whether a request says something else than it seems to.
    func concerns(_ request: HTTPRequest) -> Bool { trustsProxy || request.authority.isEmpty }

    /// The request as the client made it.
    func original(_ request: HTTPRequest) -> HTTPRequest {
        var request = request
        if trustsProxy {
            let (scheme, host) = PublicPlace.forwarded(request.fields)
            if let scheme { request.scheme = scheme }
            if let host { request.authority = host }
        }
        // Only HTTP/1.0 may leave it out (RFC 9112 section 3.2).
        if request.authority.isEmpty { request.authority = ownAuthority }
        return request
    }

    /// The request as if it had come to the public place of a tenant; nil: there is none, and it is as it is.
    ///
    /// - Parameter tenant: each but the default one has a name below that of the place.
    func published(_ request: HTTPRequest, tenant: String) -> HTTPRequest? {
        guard let url else { return nil }
        let isDefault = tenant == TenantSelection.defaultTenant
        let host = isDefault ? url.host : "\(tenant).\(url.host)"
        let place = HTTPURL(isSecure: url.isSecure, host: host, port: url.port)
        var request = request
        request.scheme = url.isSecure ? .https : .http
        request.authority = String(place.browserOrigin.drop { $0 != "/" }.dropFirst(2))
        return request
    }

    /// What a proxy says that a client asked: `Forwarded` (RFC 7239), where it says so, before the fields that were
    /// used before it. Of several proxies the first counts; what is no host is as if it were not there.
    private static func forwarded(_ fields: HTTPFields) -> (scheme: HTTPScheme?, host: String?) {
        let said = ForwardedFields(fields)
        let first = said.elements.first ?? [:]
        let scheme = first["proto"] ?? said.items("x-forwarded-proto").first
        let host = first["host"] ?? said.items("x-forwarded-host").first
        let isHost = host.map { !$0.isEmpty && Authority.isWellFormed($0.utf8.span) } ?? false
        return (scheme.flatMap { HTTPScheme(rawValue: $0.lowercased()) }, isHost ? host : nil)
    }
}
