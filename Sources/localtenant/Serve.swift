import ArgumentParser
import Dispatch
import Emulator
import HTTPServer
import Logging
import Tenancy
import Transport

/// `localtenant serve`: the emulator.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve tenants until told to stop.")

    @Option(help: "Address to listen on: an IPv4 or IPv6 literal, or localhost.")
    var host = "127.0.0.1"
    @Option(help: "Port to listen on; 0 picks a free one.")
    var port: UInt16 = 4664
    @Option(help: ArgumentHelp("Write url and pid as JSON to this file once requests are served.", valueName: "path"))
    var readyFile: String?
    @Option(help: "Event loops; by default one for each processor.")
    var loops: Int?

    @Option(
        help: ArgumentHelp(
            "Host suffix whose first label is a tenant, beside localhost; repeatable.", valueName: "domain"))
    var tenantDomain: [String] = []
    @Option(help: "Most tenants there may be.")
    var tenantsMax = 10_000

    @Option(
        help: ArgumentHelp(
            "What tenants begin with: a JSON file, a folder of them, or a configuration of the deploy CLI; repeatable.",
            valueName: "path"))
    var seed: [String] = []
    @Flag(
        help: ArgumentHelp(
            "Read seeds again when their files change: tenants that began with them begin anew with the new ones; "
                + "while one is broken, the old ones stay."))
    var watch = false

    @Option(
        help: ArgumentHelp(
            "Keeps what tenants hold from one run to the next: read at the start, written at the end.",
            valueName: "path"))
    var state: String?
    @Option(help: ArgumentHelp("Requests of each tenant to keep for tests to look at; 0 for none.", valueName: "count"))
    var journalEntries = 1_000
    @Option(help: ArgumentHelp("What all kept requests may take of memory.", valueName: "bytes"))
    var journalBytes = 67_108_864

    @Option(help: "Our own calls under /__admin: on, or off but for health and ca.pem.")
    var admin = Switch.on
    @Option(help: ArgumentHelp("A token that our own calls ask for, as Authorization: Bearer.", valueName: "token"))
    var adminToken: String?

    @Option(help: "TLS on the same port: on, or off.")
    var tls = Switch.on
    @Option(
        help: ArgumentHelp(
            "Folder that keeps the CA from one start to the next, or none; by default the user's data directory.",
            valueName: "path"))
    var caDir: String?
    @Option(
        help: ArgumentHelp("Another name or address to be reached by over TLS; repeatable.", valueName: "name"))
    var tlsName: [String] = []
    @Option(
        help: ArgumentHelp("A certificate of your own, with its chain, as PEM; needs --tls-key.", valueName: "path"))
    var tlsCert: String?
    @Option(help: ArgumentHelp("The key to --tls-cert, as PEM.", valueName: "path"))
    var tlsKey: String?

    @Option(help: "Who gets in: lax (any bearer token), or strict (our own tokens, for what their scopes allow).")
    var auth = Authentication.lax
    @Option(
        help: ArgumentHelp(
            "A client that may fetch tokens, with its secret and perhaps its scopes, separated by spaces; repeatable. "
                + "Without any, everybody may.", valueName: "id:secret[:scopes]"))
    var client: [String] = []
    @Option(
        help: ArgumentHelp(
            "A public key or certificate (PEM) that verifies a client's assertions; repeatable.",
            valueName: "id=path"))
    var clientKey: [String] = []
    @Option(
        help: ArgumentHelp(
            "A JSON Web Key Set: strict takes tokens that its keys have signed, too.", valueName: "path"))
    var jwks: String?

    @Option(help: "Module names: any (recorded), or slug (^[a-z0-9][a-z0-9_-]*$).")
    var nameRule = TenantSettings.NameRule.any
    @Option(help: "Times in a PATCH answer: created-at (recorded), or updated-at.")
    var patchEcho = TenantSettings.PatchEcho.createdAt
    @Option(help: "Rollback to what the draft already is: conflict (409), or ok (200).")
    var rollbackToCurrent = TenantSettings.RollbackToCurrent.conflict
    @Option(help: ArgumentHelp("Day whose default runtimes actions get, such as 2024-12-31.", valueName: "day"))
    var asOf: Day?
    @Option(help: "Rate limit: off, free, enterprise-nonprod, or enterprise-prod.")
    var ratePlan = RatePlan.off
    @Option(help: "The service's count limits: on, or off for load tests.")
    var limits = Switch.on
    @Option(
        help: ArgumentHelp(
            "One count limit = a number or off: \(CountLimits.names.joined(separator: ", ")); repeatable.",
            valueName: "name=value"))
    var limit: [String] = []

    @Option(help: ArgumentHelp("Longest request line, in bytes (414).", valueName: "bytes"))
    var requestLineMax = 16_384
    @Option(help: ArgumentHelp("Largest header, in bytes (431).", valueName: "bytes"))
    var headerMax = 65_536
    @Option(help: ArgumentHelp("Most header fields (431).", valueName: "count"))
    var headerFieldsMax = 100
    @Option(help: ArgumentHelp("Largest body, in bytes (413).", valueName: "bytes"))
    var bodyMax = 1_048_576
    @Option(help: ArgumentHelp("Most connections at a time; more wait.", valueName: "count"))
    var connectionsMax = 10_000
    @Option(help: ArgumentHelp("Close a connection without a request after this long.", valueName: "seconds"))
    var idleTimeout = 75.0
    @Option(help: ArgumentHelp("Longest time for a request's header (408).", valueName: "seconds"))
    var headerTimeout = 10.0
    @Option(help: ArgumentHelp("Longest time for 16 KiB of a body (408) or an answer.", valueName: "seconds"))
    var progressTimeout = 30.0
    @Option(help: ArgumentHelp("Longest wait for requests in flight at the end.", valueName: "seconds"))
    var drainTimeout = 10.0

    @Option(help: "Least severe lines to log: trace, debug, info, notice, warning, error, critical.")
    var logLevel = Logger.Level.info
    @Option(help: "Form of a log line: text or json.")
    var logFormat = LogFormat.text

    enum Switch: String, CaseIterable, ExpressibleByArgument {
        case on, off
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
        case host, port, readyFile, loops, tenantDomain, tenantsMax, seed, watch, state, journalEntries, journalBytes,
            admin,
            adminToken, tls, caDir,
            tlsName, tlsCert, tlsKey
        case auth, client, clientKey, jwks
        case nameRule, patchEcho, rollbackToCurrent, asOf, ratePlan, limits
        case limit, requestLineMax, headerMax, headerFieldsMax, bodyMax, connectionsMax, idleTimeout, headerTimeout
        case progressTimeout, drainTimeout, logLevel, logFormat

        /// Takes no value.
        var isSwitch: Bool { self == .watch }

        /// The option as it is typed: `logLevel` is `--log-level`.
        var flag: String {
            "--" + rawValue.map { $0.isUppercase ? "-\($0.lowercased())" : "\($0)" }.joined()
        }
    }

    func run() throws {
        let configuration = try configuration()
        let running = RunningApplication()
        let signals = TerminationSignals { running.finish() }
        let application: EmulatorApplication
        do throws(EmulatorError) {
            application = try EmulatorApplication(configuration)
        } catch {
            StandardError.writeLine("localtenant: \(error)")
            throw ExitCode.failure
        }
        // A semaphore rather than dispatchMain, which valgrind cannot run, and which never returns.
        let finished = DispatchSemaphore(value: 0)
        application.whenFinished { finished.signal() }
        running.start(application)
        withExtendedLifetime(signals) { finished.wait() }
    }
}
