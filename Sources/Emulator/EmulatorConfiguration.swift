package import HTTPCore
package import HTTPServer
package import Logging
package import Runtime
package import Tenancy

/// Everything a person can set about a running emulator.
package struct EmulatorConfiguration: Sendable {
    package var server: ServerConfiguration
    /// Settings every tenant starts with.
    package var settings = TenantSettings()
    package var tenantsMax = 10_000
    /// Milliseconds after which a tenant that nobody uses is forgotten; nil: never.
    package var tenantIdleTimeout: Int64?
    /// Origins whose pages may call the emulated surface, as browsers name them.
    package var corsOrigins: [String] = []
    /// Asked for by control calls; nil: nobody needs one.
    package var adminToken: SecretValue?
    /// False: no control calls but those that probes and clients need.
    package var hasAdmin = true
    /// Requests of each tenant that are kept for tests to look at; 0: none.
    package var journalEntriesMax = 1_000
    /// What all kept requests may take of memory.
    package var journalBytesMax = 64 * 1024 * 1024
    /// Keeps what tenants hold from one run to the next.
    package var stateFile: String?
    /// What tenants begin with: JSON files, or folders of them.
    package var seeds: [String] = []
    /// Reads seeds again when their files change.
    package var watchesSeeds = false
    /// Public keys of registered clients: client id and path of a PEM file.
    package var clientKeys: [(id: String, file: String)] = []
    /// Metadata documents of clients: a JSON object of addresses and what stands there.
    package var clientDocumentsFile: String?
    /// A JSON Web Key Set whose keys sign tokens that pass too.
    package var keySetFile: String?
    /// Host suffixes under which the first label is a tenant; lower-case, without a leading dot.
    package var tenantDomains = ["localhost"]
    /// Where clients reach the server through a proxy; nil: where their requests say.
    package var publicURL: HTTPURL?
    /// Fields of a proxy say what clients asked.
    package var trustsProxy = false
    /// Whom streams may call; empty: nobody, and what they would deliver is kept.
    package var deliveryTargets: [DeliveryTarget] = []
    /// How the code of actions is run.
    package var runtime = RuntimeOptions()
    package var logLevel = Logger.Level.info
    package var logFormat = LogFormat.text
    package var tls = TLSConfiguration.ownAuthority(folder: .standard, names: [])
    /// Gets one JSON object once requests are served.
    package var readyFile: String?

    package init(server: ServerConfiguration) {
        self.server = server
    }

    /// Suffixes under which the first label is a tenant, that of the public place among them.
    var allTenantDomains: [String] { tenantDomains + (publicURL.map { [$0.host] } ?? []) }

    /// Names under which the server is reached, as far as it was told.
    var tlsNames: [String] {
        guard case .ownAuthority(_, let names) = tls else { return [] }
        return names.map { $0.hasPrefix("*.") ? String($0.dropFirst(2)) : $0 }
    }
}

/// Whether and how the server proves who it is.
package enum TLSConfiguration: Equatable, Sendable {
    case off
    /// Somebody's own certificate and key, as paths of PEM files.
    case certificate(file: String, keyFile: String)
    /// Certificates of an authority of our own, for the usual local names and these.
    case ownAuthority(folder: AuthorityFolder, names: [String])

    /// Where our authority stays from one start to the next.
    package enum AuthorityFolder: Equatable, Sendable {
        /// The user's data directory; where it cannot be written, memory.
        case standard
        case path(String)
        case memory
    }
}

/// How a log line is written.
package enum LogFormat: String, CaseIterable, Sendable {
    case text
    case json
}
