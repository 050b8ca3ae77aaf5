import ArgumentParser
import Emulator
import Glibc

/// The command line.
@main
struct LocalTenant: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "localtenant",
        abstract: "A local stand-in for an Auth0 tenant's Management API.",
        discussion: """
            Start it, point a client at http://127.0.0.1:4664 and use any bearer token:

              curl -H 'Authorization: Bearer any' http://127.0.0.1:4664/api/v2/actions/modules

            Every option of `serve` is also a variable: --log-level is LOCALTENANT_LOG_LEVEL. A flag beats a variable.
            """,
        version: EmulatorApplication.version,
        subcommands: [Serve.self],
        defaultSubcommand: Serve.self)

    static func main() {
        signal(SIGPIPE, SIG_IGN)
        let arguments = EnvironmentArguments.adding(to: Array(CommandLine.arguments.dropFirst()))
        main(arguments)
    }
}
