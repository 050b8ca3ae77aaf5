package import HTTPCore
package import JSON

/// Where a server is, and what is to be trusted to reach it.
package struct ServerFacts: Equatable, Sendable {
    package var url: HTTPURL
    /// Nil when it does not speak TLS.
    package var httpsURL: HTTPURL?
    /// Path of our authority's certificate; nil when it is not ours, or in no file.
    package var authorityFile: String?

    /// - Parameter url: as it is reached; a server of ours speaks both schemes on one port.
    package init(url: HTTPURL, authorityFile: String?) {
        self.url = url.reachable
        httpsURL = HTTPURL(isSecure: true, host: url.reachable.host, port: url.port)
        self.authorityFile = authorityFile
    }

    /// - Parameter document: what a ready file holds.
    /// - Returns: nil when it is none.
    package init?(readyFile document: JSONValue) {
        guard let url = document.string("url").flatMap({ HTTPURL($0) }) else { return nil }
        self.init(url: url, authorityFile: document.string("ca_file"))
        httpsURL = document.string("https_url").flatMap { HTTPURL($0)?.reachable }
    }

    /// What clients take as the tenant's domain: by name, as the vendor's do.
    var domain: String {
        let url = httpsURL ?? url
        let named = HTTPURL(isSecure: true, host: url.host == "127.0.0.1" ? "localhost" : url.host, port: url.port)
        return String(named.browserOrigin.dropFirst("https://".count))
    }
}

extension HTTPURL {
    /// An address that means all interfaces is no place to go to; this machine's own is.
    package var reachable: HTTPURL {
        HTTPURL(isSecure: isSecure, host: HTTPURL.reachable(host), port: port, path: path)
    }
}
