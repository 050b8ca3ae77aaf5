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
        for name in Serve.CodingKeys.allCases.map(\.flag) {
            let isGiven = arguments.contains { $0 == name || $0.hasPrefix("\(name)=") }
            guard !isGiven, let value = variable(variableName(name)), !value.isEmpty else { continue }
            added += ["\(name)=\(value)"]
        }
        if let first, subcommands.contains(first) { return [first] + added + arguments.dropFirst() }
        return added + arguments
    }

    /// `--log-level` is `LOCALTENANT_LOG_LEVEL`.
    static func variableName(_ flag: String) -> String {
        "LOCALTENANT_" + flag.drop { $0 == "-" }.uppercased().split(separator: "-").joined(separator: "_")
    }
}
