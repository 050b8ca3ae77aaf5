import Glibc

/// Options from the environment: `LOCALTENANT_LOG_LEVEL=debug` is `--log-level debug`, unless the flag is given.
enum EnvironmentArguments {
    /// Puts the options that variables set before the given arguments; options given as flags stay as they are.
    ///
    /// - Parameters:
    ///   - arguments: without the program's name.
    ///   - variable: looks up an environment variable.
    static func adding(
        to arguments: [String], variable: (String) -> String? = { getenv($0).map { String(cString: $0) } }
    ) -> [String] {
        let subcommands = ["serve"]
        let first = arguments.first
        guard first.map({ subcommands.contains($0) || $0.hasPrefix("-") }) ?? true else { return arguments }
        var added: [String] = []
        for key in Serve.CodingKeys.allCases {
            let name = key.flag
            let isGiven = arguments.contains { $0 == name || $0.hasPrefix("\(name)=") }
            guard !isGiven, let value = variable(variableName(name)), !value.isEmpty else { continue }
            added += key.isSwitch ? switched(name, value) : ["\(name)=\(value)"]
        }
        if let first, subcommands.contains(first) { return [first] + added + arguments.dropFirst() }
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

    /// `--log-level` is `LOCALTENANT_LOG_LEVEL`.
    static func variableName(_ flag: String) -> String {
        "LOCALTENANT_" + flag.drop { $0 == "-" }.uppercased().split(separator: "-").joined(separator: "_")
    }
}
