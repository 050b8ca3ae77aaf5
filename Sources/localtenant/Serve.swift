import ArgumentParser
import Dispatch
import Emulator
import Glibc
import Logging

/// `localtenant serve`: the emulator.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve tenants until told to stop.",
        discussion: """
            http:// and https://, HTTP/1.1 and HTTP/2, on one port. Each option is also a variable: --log-level is \
            LOCALTENANT_LOG_LEVEL; a flag beats a variable.
            """)

    @OptionGroup
    var options: ServeOptions

    func run() throws {
        let configuration = try options.configuration(port: NetworkOptions.standardPort, logLevel: .info)
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
