import Processes

/// Options from the environment: `LOCALTENANT_LOG_LEVEL=debug` is `--log-level debug`, unless the flag is given.
enum EnvironmentArguments {
    /// The options of each command that may come so.
    private static let flags = [
        "serve": ServeOptions.flags, "exec": ServeOptions.flags, "ca": ["--ca-dir"],
    ]

    /// Puts the options that variables set before the given arguments; options given as flags stay as they are, and
    /// what follows `--` is another's.
    ///
    /// - Parameters:
    ///   - arguments: without the program's name.
    ///   - variable: looks up an environment variable.
    static func adding(
        to arguments: [String], variable: (String) -> String? = ProcessEnvironment.value
    ) -> [String] {
        let command = command(of: arguments)
        guard let flags = flags[command] else { return arguments }
        let own = arguments.prefix { $0 != "--" }
        var added: [String] = []
        for name in flags {
            let isGiven = own.contains { $0 == name || $0.hasPrefix("\(name)=") }
            guard !isGiven, let value = variable(variableName(name)), !value.isEmpty else { continue }
            added += ServeOptions.switches.contains(name) ? switched(name, value) : ["\(name)=\(value)"]
        }
        if arguments.first == command { return [command] + added + arguments.dropFirst() }
        return added + arguments
    }

    /// A switch is there or not; of what is neither yes nor no the parser will say that it takes no value.
    private static func switched(_ name: String, _ value: String) -> [String] {
        switch value {
        case "on", "true", "1": [name]
        case "off", "false", "0": []
        default: ["\(name)=\(value)"]
        }
    }

    /// The command that is asked for: the first word, or `serve` where an option of it is the first.
    private static func command(of arguments: [String]) -> String {
        guard let first = arguments.first else { return "serve" }
        let name = String(first.prefix { $0 != "=" })
        return ServeOptions.flags.contains(name) ? "serve" : first
    }

    /// `--log-level` is `LOCALTENANT_LOG_LEVEL`.
    static func variableName(_ flag: String) -> String {
        "LOCALTENANT_" + flag.drop { $0 == "-" }.uppercased().split(separator: "-").joined(separator: "_")
    }
}
