import JSON

/// Forms in which variables are handed on.
package enum VariableFormat: String, CaseIterable, Sendable {
    /// For a POSIX shell's `eval`.
    case sh
    /// A `.env` file.
    case dotenv
    /// One object.
    case json
    /// For the file that `GITHUB_ENV` names.
    case github

    /// The variables as text, with a newline at the end.
    package func text(_ variables: [Variable]) -> String {
        switch self {
        case .sh: lines(variables) { "export \($0.name)=\(ShellText.quoted($0.value))" }
        case .dotenv: lines(variables) { "\($0.name)=\(VariableFormat.dotenvValue($0.value))" }
        case .github: lines(variables, VariableFormat.githubLine)
        case .json: VariableFormat.object(variables)
        }
    }

    private func lines(_ variables: [Variable], _ line: (Variable) -> String) -> String {
        variables.map { line($0) + "\n" }.joined()
    }

    private static func object(_ variables: [Variable]) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        for variable in variables {
            writer.key(variable.name)
            writer.string(variable.value)
        }
        writer.endObject()
        return String(decoding: writer.finish(), as: UTF8.self) + "\n"
    }

    /// Readers differ in what they expand: bare where nothing can be, else in single quotes, which all take as they
    /// are; only what holds such a quote, or a backslash, is escaped, which not all of them undo.
    private static func dotenvValue(_ value: String) -> String {
        if ShellText.isPlain(value) { return value }
        if !value.utf8.contains(where: { $0 == 0x27 || $0 == 0x5C }) { return "'\(value)'" }
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\\", "\"", "$": text += "\\\(scalar)"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }

    /// More than one line takes a delimiter that is none of them.
    private static func githubLine(_ variable: Variable) -> String {
        guard variable.value.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else {
            return "\(variable.name)=\(variable.value)"
        }
        let lines = variable.value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var delimiter = "LOCALTENANT"
        while lines.contains(where: { $0 == delimiter }) { delimiter += "_" }
        return "\(variable.name)<<\(delimiter)\n\(variable.value)\n\(delimiter)"
    }
}

/// Words of a POSIX shell.
enum ShellText {
    /// A word that stands for the text, whatever is in it.
    static func quoted(_ text: String) -> String {
        isPlain(text) ? text : "'" + text.replacing("'", with: #"'\''"#) + "'"
    }

    /// Whether no shell sees anything in it but itself.
    static func isPlain(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || [0x2C, 0x2D, 0x2E, 0x2F, 0x3A, 0x40, 0x5F].contains(byte)
            }
    }
}
