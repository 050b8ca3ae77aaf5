/// Texts as HCL, the language of Terraform's configurations, has them (its specification, "Template Expressions").
enum HCL {
    /// A quoted string; what would begin a template is escaped.
    static func quoted(_ text: String) -> String {
        var result = "\""
        var last: Unicode.Scalar?
        var scalars = text.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "$", "%":
                // Three of them in a row would be read otherwise.
                let escaped = mark(scalar, before: scalars.first, after: last)
                result += escaped ?? (scalar == "$" ? "\\u0024" : "\\u0025")
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\0"..<" ": result += "\\u00\(scalar.value < 0x10 ? "0" : "")\(String(scalar.value, radix: 16))"
            default: result.unicodeScalars.append(scalar)
            }
            last = scalar
        }
        return result.escapingUnprinted() + "\""
    }

    /// Several lines as they are, where they come out the same; else a quoted string.
    static func code(_ text: String) -> String {
        guard text.utf8.count > 1, text.utf8.last == 0x0A, let lines = lines(text) else { return quoted(text) }
        var end = "EOT"
        // No line may be the end, or look like it.
        let words = lines.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }
        while words.contains(where: { $0.hasPrefix(end) }) { end += "_" }
        return "<<\(end)\n\(lines)\(end)"
    }

    /// What stands between the ends of several lines; nil where that takes an escape that only quoted strings have.
    private static func lines(_ text: String) -> String? {
        var result = ""
        var last: Unicode.Scalar?
        var scalars = text.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "$", "%":
                guard let escaped = mark(scalar, before: scalars.first, after: last) else { return nil }
                result += escaped
            case "\n", "\t", " "..."~": result.unicodeScalars.append(scalar)
            default:
                guard scalar > "~", !scalar.isUnprinted else { return nil }
                result.unicodeScalars.append(scalar)
            }
            last = scalar
        }
        return result
    }

    /// A `$` or `%`, doubled where it would begin a template; nil where another one is before it.
    private static func mark(_ mark: Unicode.Scalar, before: Unicode.Scalar?, after: Unicode.Scalar?) -> String? {
        guard before == "{" else { return String(mark) }
        return after == mark ? nil : "\(mark)\(mark)"
    }

    /// A text for a comment, which ends with its line.
    static func commented(_ text: String) -> String { String(quoted(text).dropFirst().dropLast()) }
}
