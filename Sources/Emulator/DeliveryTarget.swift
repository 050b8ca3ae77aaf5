import Ground
package import HTTPCore

/// Whom streams may call, as somebody who starts the program says: `loopback`, `HOST`, `HOST:PORT`, or either with
/// `=http://…`, where it is to be reached instead.
package struct DeliveryTarget: Equatable, Sendable {
    /// Nil: this machine, whatever port.
    private let host: String?
    /// Nil: any.
    private let port: UInt16?
    /// Scheme, host and port of another place.
    private let instead: HTTPURL?

    /// - Returns: nil for what is none of these.
    package init?(_ text: String) {
        if text == "loopback" {
            (host, port, instead) = (nil, nil, nil)
            return
        }
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let url = HTTPURL("https://\(parts[0])"), url.path == "/", parts[0].last != "/" else { return nil }
        host = url.host
        port = parts[0].hasSuffix(":\(url.port)") ? url.port : nil
        guard parts.count > 1 else {
            instead = nil
            return
        }
        guard let place = HTTPURL(String(parts[1])), place.path == "/" else { return nil }
        instead = place
    }

    /// Where an endpoint is called; nil: not by this.
    package func place(of endpoint: HTTPURL) -> HTTPURL? {
        guard let host else {
            guard DeliveryTarget.isLoopback(endpoint.host) else { return nil }
            // Streams take no endpoint but `https`, and hardly anybody has a certificate on their own machine.
            return HTTPURL(isSecure: false, host: endpoint.host, port: endpoint.port, path: endpoint.path)
        }
        guard host == endpoint.host, port == nil || port == endpoint.port else { return nil }
        guard let instead else { return endpoint }
        return HTTPURL(isSecure: instead.isSecure, host: instead.host, port: instead.port, path: endpoint.path)
    }

    /// Names that lead to this machine whatever a resolver says, and its addresses.
    private static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host.hasSuffix(".localhost") || IPAddress(host)?.isLoopback ?? false
    }
}
