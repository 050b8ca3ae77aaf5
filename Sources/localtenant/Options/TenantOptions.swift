import ArgumentParser
import Emulator
import HTTPCore
import Tenancy

/// What tenants there are, what they begin with, and what is kept of them.
struct TenantOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What tenants begin with: a JSON file, a folder of them, or a configuration of the deploy CLI; repeatable.",
            valueName: "path"), completion: .file())
    var seed: [String] = []
    @Flag(
        help: ArgumentHelp(
            "Read seeds again when their files change: tenants that began with them begin anew with the new ones; "
                + "while one is broken, the old ones stay."))
    var watch = false
    @Option(
        help: ArgumentHelp(
            "Keeps what tenants hold from one run to the next: read at the start, written at the end.",
            valueName: "path"), completion: .file())
    var state: String?
    @Option(
        help: ArgumentHelp(
            "Host suffix whose first label is a tenant, beside localhost; repeatable.", valueName: "domain"))
    var tenantDomain: [String] = []
    @Option(help: ArgumentHelp("Most tenants there may be.", valueName: "count"))
    var tenantsMax = 10_000
    @Option(
        help: ArgumentHelp(
            "Forget a tenant, with all it holds, that nobody used for this long; never by default.",
            valueName: "seconds"))
    var tenantIdleTimeout: Double?

    @Option(help: ArgumentHelp("Requests of each tenant to keep for tests to look at; 0 for none.", valueName: "count"))
    var journalEntries = 1_000
    @Option(help: ArgumentHelp("What all kept requests may take of memory.", valueName: "bytes"))
    var journalBytes = 67_108_864

    @Option(help: "Our own calls under /__admin: on, or off but for health and ca.pem.")
    var admin = Switch.on
    @Option(help: ArgumentHelp("A token that our own calls ask for, as Authorization: Bearer.", valueName: "token"))
    var adminToken: String?

    @Option(
        help: ArgumentHelp(
            "Origin whose pages may call the API from a browser, such as http://localhost:3000; repeatable.",
            valueName: "origin"))
    var corsOrigin: [String] = []

    enum CodingKeys: String, CodingKey, CaseIterable {
        case seed, watch, state, tenantDomain, tenantsMax, tenantIdleTimeout, journalEntries, journalBytes, admin
        case adminToken, corsOrigin

        /// Takes no value.
        var isSwitch: Bool { self == .watch }
    }

    func apply(to configuration: inout EmulatorConfiguration) throws {
        guard !watch || !seed.isEmpty else { throw ValidationError("--watch needs a --seed to watch.") }
        configuration.seeds = seed
        configuration.watchesSeeds = watch
        configuration.stateFile = state
        configuration.tenantDomains += try tenantDomain.map(domain)
        configuration.tenantsMax = try Bounds.atLeast(1, tenantsMax, "--tenants-max")
        configuration.tenantIdleTimeout = try tenantIdleTimeout.map { seconds in
            try Bounds.milliseconds(seconds, "--tenant-idle-timeout")
        }
        configuration.corsOrigins = try corsOrigin.map(origin)
        configuration.journalEntriesMax = try Bounds.atLeast(0, journalEntries, "--journal-entries")
        configuration.journalBytesMax = try Bounds.atLeast(0, journalBytes, "--journal-bytes")
        configuration.hasAdmin = admin == .on
        configuration.adminToken = adminToken.map { SecretValue($0) }
    }

    /// An origin as browsers send it (RFC 6454, section 7): scheme, host, and a port that is not the scheme's own.
    private func origin(_ text: String) throws -> String {
        let isOrigin = HTTPURL(text).map { $0.browserOrigin == text } ?? isExtension(text)
        guard isOrigin else {
            throw ValidationError(
                "--cors-origin must be an origin as browsers send it, such as http://localhost:3000 (lower-case, "
                    + "without the scheme's own port and without a path), not '\(text)'.")
        }
        return text
    }

    /// Of a scheme that only browsers know, such as `chrome-extension://abc`.
    private func isExtension(_ text: String) -> Bool {
        let scheme = text.prefix { $0 != ":" }
        let name = text.dropFirst(scheme.count + 3)
        return !scheme.isEmpty && scheme != "http" && scheme != "https" && !name.isEmpty
            && text.dropFirst(scheme.count).hasPrefix("://") && text.lowercased() == text
            && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }

    private func domain(_ text: String) throws -> String {
        let domain = String(text.lowercased().drop { $0 == "." })
        guard !domain.isEmpty, domain.utf8.allSatisfy({ $0 > 0x2C && $0 < 0x7F && $0 != 0x2F && $0 != 0x3A }) else {
            throw ValidationError("--tenant-domain must be a host name such as auth0.local, not '\(text)'.")
        }
        return domain
    }
}
