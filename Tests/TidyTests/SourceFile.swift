/// A file of the tree: its lines as written, and as code alone.
struct SourceFile {
    /// Relative to the root of the package, with `/`.
    let path: String
    let lines: [String]
    /// The lines without comments and strings (Swift), or as written without `#` comments (everything else).
    let code: [String]

    init(path: String, text: String) {
        self.path = path
        lines = Self.lines(of: text)
        code =
            path.hasSuffix(".swift")
            ? Self.lines(of: StrippedSource.code(of: text)) : lines.map { String($0.prefix { $0 != "#" }) }
    }

    /// The module that a file under `Sources/` belongs to.
    var target: String? {
        let parts = path.split(separator: "/")
        return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
    }

    private static func lines(of text: String) -> [String] {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}

/// One breach of the house rules.
struct Finding: Equatable, CustomStringConvertible {
    var path: String
    var line: Int
    var rule: String
    var text: String

    var description: String { "\(path):\(line): \(rule): \(text)" }
}

/// A breach that is meant to be, and why. One that excuses nothing any more is itself a breach.
struct Exemption {
    var rule: String
    var path: String
    /// Part of the offending line; empty for rules about a whole file.
    var containing: String
    var reason: String

    init(_ rule: String, _ path: String, containing: String = "", reason: String) {
        self.rule = rule
        self.path = path
        self.containing = containing
        self.reason = reason
    }

    func excuses(_ finding: Finding) -> Bool {
        // A path that ends with a slash is a folder's.
        let isThere = path.hasSuffix("/") ? finding.path.hasPrefix(path) : path == finding.path
        return rule == finding.rule && isThere && (containing.isEmpty || finding.text.contains(containing))
    }
}
