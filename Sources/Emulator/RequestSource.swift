import Ground
import HTTPCore

/// From which addresses a request comes.
///
/// A test's requests all come from this machine, so what they say is believed: `X-Forwarded-For`, or `Forwarded`
/// (RFC 7239), names the client first and the proxies after it, the one that brought the request to the service last.
/// Of others it is believed where a proxy is.
struct RequestSource: Equatable {
    let client: IPAddress
    /// Who brought it to the service.
    let connecting: IPAddress

    init(_ request: HTTPRequest, trustsProxy: Bool) {
        let named = trustsProxy || request.peer.isLoopback ? RequestSource.named(request.fields) : []
        client = named.first ?? request.peer
        connecting = named.last ?? request.peer
    }

    /// What is no address is as if it were not there.
    private static func named(_ fields: HTTPFields) -> [IPAddress] {
        let said = ForwardedFields(fields)
        let forwarded = said.elements.compactMap { $0["for"].flatMap(address) }
        return forwarded.isEmpty ? said.items("x-forwarded-for").compactMap(address) : forwarded
    }

    /// An address, with a port or without.
    private static func address(_ text: String) -> IPAddress? {
        if text.hasPrefix("[") { return IPAddress(text.dropFirst().prefix { $0 != "]" }) }
        return IPAddress(text) ?? IPAddress(text.prefix { $0 != ":" })
    }
}
