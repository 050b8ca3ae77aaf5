import Emulator
public import ArgumentParser
public import Logging

/// What is logged, and how.
struct LogOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Least severe lines to log. (default: info; with exec: warning)", valueName: "level"))
    var logLevel: Logger.Level?
    @Option(help: "Form of a log line: text or json.")
    var logFormat = LogFormat.text

    enum CodingKeys: String, CodingKey, CaseIterable {
        case logLevel, logFormat
    }
}

extension LogFormat: ExpressibleByArgument {}
extension Logger.Level: @retroactive ExpressibleByArgument {}
