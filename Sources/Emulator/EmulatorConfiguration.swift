package import HTTPServer
package import Logging
package import Tenancy

/// Everything a person can set about a running emulator.
package struct EmulatorConfiguration: Sendable {
    package var server: ServerConfiguration
    /// Settings every tenant starts with.
    package var settings = TenantSettings()
    package var tenantsMax = 10_000
    /// Host suffixes under which the first label is a tenant; lower-case, without a leading dot.
    package var tenantDomains = ["localhost"]
    package var logLevel = Logger.Level.info
    package var logFormat = LogFormat.text
    /// Gets one JSON object once requests are served.
    package var readyFile: String?

    package init(server: ServerConfiguration) {
        self.server = server
    }
}

/// How a log line is written.
package enum LogFormat: String, CaseIterable, Sendable {
    case text
    case json
}
