import ArgumentParser
import Processes
import Transport

/// The command line.
@main
struct LocalTenant: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "localtenant",
        abstract: "A local stand-in for an Auth0 tenant's Management API.",
        discussion: """
            Start it, point a client at http://127.0.0.1:4664 and use any bearer token:

              localtenant
              curl -H 'Authorization: Bearer t' localhost:4664/api/v2/actions/modules

            Or have it run your tests, with everything set that clients need to find it:

              localtenant exec -- pytest

            Every option of `serve` is also a variable: --log-level is LOCALTENANT_LOG_LEVEL. A flag beats a variable.
            """,
        version: Version.text,
        subcommands: [
            Serve.self, Exec.self, Run.self, Env.self, Health.self, CACommand.self, SeedCommands.self, Version.self,
        ],
        defaultSubcommand: Serve.self)

    static func main() {
        ResourceLimits.prepareAllocator()
        CrashReports.begin(Version.text)
        let given = Array(CommandLine.arguments.dropFirst())
        if let name = given.first, !name.hasPrefix("-"), !isCommand(name) {
            StandardError.writeLine("localtenant: There is no command '\(name)'. See 'localtenant --help'.")
            exit(withError: ExitCode.validationFailure)
        }
        let arguments = EnvironmentArguments.adding(to: given)
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch {
            exit(withOneLineFor: error, arguments)
        }
    }

    private static func isCommand(_ name: String) -> Bool {
        name == "help" || configuration.subcommands.contains { $0.configuration.commandName == name }
    }

    /// The command that arguments begin with and those under it, such as `seed check`; nil: they name none.
    private static func path(of arguments: [String]) -> String? {
        guard let name = arguments.first, isCommand(name) else { return nil }
        let command = configuration.subcommands.first { $0.configuration.commandName == name }
        let under = command?.configuration.subcommands.compactMap { $0.configuration.commandName } ?? []
        guard arguments.count > 1, under.contains(arguments[1]) else { return name }
        return "\(name) \(arguments[1])"
    }

    /// What is wrong with the arguments is one line; help and the rest are as the argument parser has them.
    private static func exit(withOneLineFor error: any Error, _ arguments: [String]) -> Never {
        guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
        let lines = message(for: error).split(whereSeparator: \.isNewline)
        let text = lines.map { $0.hasPrefix("  - ") ? "'\($0.dropFirst(4))'" : "\($0)" }.joined(separator: " ")
        let command = path(of: arguments) ?? "serve"
        let end = text.hasSuffix(".") || text.hasSuffix("?") ? "" : "."
        StandardError.writeLine("localtenant: \(text)\(end) See 'localtenant \(command) --help'.")
        exit(withError: ExitCode.validationFailure)
    }
}
