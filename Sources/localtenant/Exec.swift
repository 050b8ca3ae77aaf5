import ArgumentParser
import ClientSetup
import Emulator
import Files
import HTTPCore
import Logging
import Processes
import Tenancy

/// `localtenant exec`: the emulator for as long as a command runs.
struct Exec: ServingCommand {
    static let configuration = CommandConfiguration(
        commandName: "exec", abstract: "Run a command with a server of its own.",
        usage: "localtenant exec [<options>] -- <command> [<argument> ...]",
        discussion: """
            Serves on a free port, runs the command once requests are served, and ends with it.

              localtenant exec -- pytest
              localtenant exec --seed fixtures/seeds -- npm test

            The command finds in its environment: LOCALTENANT_URL, LOCALTENANT_HTTPS_URL, LOCALTENANT_CA_FILE, \
            AUTH0_DOMAIN, AUTH0_CLIENT_ID, AUTH0_CLIENT_SECRET, and the CA in NODE_EXTRA_CA_CERTS, SSL_CERT_FILE, \
            REQUESTS_CA_BUNDLE and CURL_CA_BUNDLE, beside the authorities that are trusted without it.

            The exit status is the command's; where a signal ended it, the same signal ends exec, which shells show as \
            128 and its number. 127: there is no such command; 126: it cannot be run; 125: the server did not start. \
            Signals that are sent to exec go on to the command.
            """)

    @OptionGroup(title: "Listening")
    var network: NetworkOptions
    @OptionGroup(title: "Tenants")
    var tenants: TenantOptions
    @OptionGroup(title: "TLS")
    var tls: TLSOptions
    @OptionGroup(title: "Tokens")
    var tokens: TokenOptions
    @OptionGroup(title: "Fidelity")
    var fidelity: FidelityOptions
    @OptionGroup(title: "Actions")
    var actions: ActionOptions
    @OptionGroup(title: "Connections")
    var connections: ConnectionOptions
    @OptionGroup(title: "Log")
    var log: LogOptions
    @Argument(parsing: .postTerminator, help: "What to run, with its arguments.")
    var command: [String] = []

    /// As of `env` and `timeout`: what goes wrong before there is a command.
    private static let noStart: Int32 = 125

    func validate() throws {
        guard !command.isEmpty else {
            throw ValidationError("exec needs a command after --, such as localtenant exec -- pytest.")
        }
    }

    func run() throws {
        let configuration = try emulatorConfiguration(port: 0, logLevel: .warning)
        // Before there is another thread.
        let command = Command(command)
        let application: EmulatorApplication
        do throws(EmulatorError) {
            application = try EmulatorApplication(configuration)
        } catch {
            throw Failure.exit(error, status: Exec.noStart)
        }
        let trust: TrustFiles
        do throws(FileError) {
            trust = try TrustFiles(application)
        } catch {
            Exec.stop(application, command)
            throw Failure.exit(error, status: Exec.noStart)
        }
        let end: Command.End
        do throws(CommandError) {
            end = try command.run(environment: Exec.environment(application, trust))
        } catch {
            end = .exited(Failure.exit(error, status: error.exitStatus).rawValue)
        }
        Exec.stop(application, command)
        trust.remove()
        command.letGo()
        Command.endProcess(like: end)
    }

    /// Files of this server, which another one within the command must not take for its own.
    private static let own = ["LOCALTENANT_READY_FILE", "LOCALTENANT_STATE"]

    private static func environment(_ application: EmulatorApplication, _ trust: TrustFiles) -> [String] {
        guard let url = HTTPURL(application.url) else { return ProcessEnvironment.adding([]) }
        var facts = ServerFacts(url: url, authorityFile: trust.authorityFile)
        if application.httpsURL == nil { facts.httpsURL = nil }
        let client = application.clients.first
        let secret = client == nil ? ClientEnvironment.anyClient.secret : client?.secret?.reveal()
        let variables = ClientEnvironment.address(
            facts, clientID: client?.id ?? ClientEnvironment.anyClient.id, clientSecret: secret)
        let all =
            variables + ClientEnvironment.audience(facts, ProcessEnvironment.value) + trust.variables
            + ClientEnvironment.proxyExceptions(ProcessEnvironment.value)
        return ProcessEnvironment.adding(all.map { ($0.name, $0.value) }, without: Exec.own)
    }

    /// Returns once what is in flight is finished, and what tenants hold is kept.
    private static func stop(_ application: EmulatorApplication, _ command: borrowing Command) {
        let isFinished = Once()
        application.whenFinished {
            _ = isFinished.set()
            Command.wake()
        }
        application.drain()
        command.wait { isFinished.isSet }
    }
}
