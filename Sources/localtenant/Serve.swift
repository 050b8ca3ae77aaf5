import ArgumentParser
import Dispatch
import Emulator
import Glibc
import Logging

/// `localtenant serve`: the emulator.
struct Serve: ServingCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve tenants until told to stop.",
        discussion: """
            http:// and https://, HTTP/1.1 and HTTP/2, on one port. Each option is also a variable: --log-level is \
            LOCALTENANT_LOG_LEVEL; a flag beats a variable.
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

    func run() throws {
        let configuration = try emulatorConfiguration(port: NetworkOptions.standardPort, logLevel: .info)
        signal(SIGPIPE, SIG_IGN)
        let running = RunningApplication()
        let signals = TerminationSignals { running.finish() }
        let application: EmulatorApplication
        do throws(EmulatorError) {
            application = try EmulatorApplication(configuration)
        } catch {
            throw Failure.exit(error)
        }
        // A semaphore rather than dispatchMain, which valgrind cannot run, and which never returns.
        let finished = DispatchSemaphore(value: 0)
        application.whenFinished { finished.signal() }
        running.start(application)
        withExtendedLifetime(signals) { finished.wait() }
    }
}
