/// The checks themselves: source in, findings out. `HouseRules` says what they are fed with.
enum Checks {
    /// What is left of `findings` after the exemptions, plus one finding for each exemption that is good for nothing.
    static func apply(_ exemptions: [Exemption], to findings: [Finding]) -> [Finding] {
        let left = findings.filter { finding in !exemptions.contains { $0.excuses(finding) } }
        let stale = exemptions.filter { exemption in
            exemption.reason.isEmpty || !findings.contains { exemption.excuses($0) }
        }
        return left
            + stale.map { exemption in
                let text = "\(exemption.rule) \(exemption.containing)"
                return Finding(path: exemption.path, line: 0, rule: "stale exemption", text: text)
            }
    }

    // MARK: Imports

    /// The rooms of the manifest, each with what it may import of the system.
    static func rooms(_ manifest: [Room], system: [String: Set<String>]) -> [Room] {
        manifest.map { Room($0.name, $0.imports.union(system[$0.name] ?? [])) }
    }

    /// What rooms may import and no file of theirs does: a permission or a dependency for nothing.
    static func unusedImports(in rooms: [Room], of files: [SourceFile], system: [String: Set<String>]) -> [Finding] {
        let strangers = system.keys.filter { name in !rooms.contains { $0.name == name } }.sorted()
        let unused = rooms.flatMap { room in
            let used = files.filter { $0.target == room.name }.flatMap { $0.code.compactMap(importedModule) }
            return room.imports.subtracting(used).sorted().map { (room.name, "\(room.name) never imports \($0)") }
        }
        return (strangers.map { ($0, "there is no target \($0)") } + unused).map { name, text in
            Finding(path: "Sources/\(name)", line: 0, rule: "unused import", text: text)
        }
    }

    /// Imports that the row of the file's target does not name.
    static func imports(of file: SourceFile, rooms: [Room]) -> [Finding] {
        guard let target = file.target else { return [] }
        guard let room = rooms.first(where: { $0.name == target }) else {
            return [Finding(path: file.path, line: 1, rule: "import", text: "the table has no target \(target)")]
        }
        return file.code.enumerated().compactMap { index, line in
            guard let module = importedModule(line), !room.imports.contains(module) else { return nil }
            return Finding(path: file.path, line: index + 1, rule: "import", text: "\(target) imports \(module)")
        }
    }

    /// The module that a line imports: `@testable public import struct A.B` gives `A`.
    static func importedModule(_ line: String) -> String? {
        let words = line.split { $0 == " " || $0 == ";" }.filter { !$0.hasPrefix("@") && !$0.hasPrefix("#") }
        guard let keyword = words.firstIndex(of: "import"), words.count > keyword + 1 else { return nil }
        let access: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        guard words[..<keyword].allSatisfy(access.contains) else { return nil }
        let name = words[(keyword + 1)...].first { !kinds.contains($0) }
        return name?.split(separator: ".").first.map(String.init)
    }

    /// Rows that do not stand below all that they look down on.
    static func arrows(in rooms: [Room]) -> [Finding] {
        rooms.indices.flatMap { index in
            rooms[index...].filter { rooms[index].imports.contains($0.name) }.map {
                let name = rooms[index].name
                return Finding(path: "Sources/\(name)", line: 0, rule: "arrow", text: "\(name) -> \($0.name)")
            }
        }
    }

    // MARK: Words

    /// Lines on which a forbidden word stands.
    static func words(in file: SourceFile, rules: [WordRule]) throws -> [Finding] {
        let whole = file.code.joined(separator: "\n")
        return try rules.filter { $0.covers(file.path) }.flatMap { rule in
            // The Unicode word boundary sees none between `Task` and `.sleep`.
            let regex = try Regex(rule.pattern).wordBoundaryKind(.simple).asciiOnlyWordCharacters()
            guard whole.contains(regex) else { return [Finding]() }
            return file.code.enumerated().compactMap { index, line in
                guard line.contains(regex) else { return nil }
                if rule.excusedByComment, index > 0, isComment(file.lines[index - 1]) { return nil }
                return Finding(path: file.path, line: index + 1, rule: rule.name, text: trimmed(file.lines[index]))
            }
        }
    }

    private static func isComment(_ line: String) -> Bool { trimmed(line).hasPrefix("//") }

    private static func trimmed(_ line: String) -> String {
        String(line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    // MARK: Sizes

    static func sizes(of file: SourceFile, limits: SizeLimits) -> [Finding] {
        var findings = lengths(of: file, limits: limits)
        for function in FunctionScanner.functions(in: file.code) where function.lineCount > limits.functionLines {
            let text = "\(function.name), \(function.lineCount) lines, at most \(limits.functionLines)"
            findings.append(Finding(path: file.path, line: function.line, rule: "function length", text: text))
        }
        return findings
    }

    /// The same without functions, for what is not Swift.
    static func lengths(of file: SourceFile, limits: SizeLimits) -> [Finding] {
        var findings: [Finding] = []
        if file.lines.count > limits.fileLines {
            let text = "\(file.lines.count) lines, at most \(limits.fileLines)"
            findings.append(Finding(path: file.path, line: 1, rule: "file length", text: text))
        }
        for (index, line) in file.lines.enumerated() where line.count > limits.columns {
            findings.append(Finding(path: file.path, line: index + 1, rule: "line length", text: trimmed(line)))
        }
        return findings
    }

    // MARK: The tree

    /// Names at the top that should not be there, and names that are missing there.
    static func topLevel(_ names: Set<String>, expected: Set<String>, ignored: [String]) -> [Finding] {
        let seen = names.filter { name in !name.hasPrefix(".") && !ignored.contains { matches(name, pattern: $0) } }
        return seen.subtracting(expected).sorted().map {
            Finding(path: $0, line: 0, rule: "top level", text: "does not belong here")
        }
            + expected.subtracting(seen).sorted().map {
                Finding(path: $0, line: 0, rule: "top level", text: "is missing")
            }
    }

    /// A pattern of `.gitignore` without folders in it: a name, or a name with one `*`.
    static func matches(_ name: String, pattern: String) -> Bool {
        let plain = pattern.hasSuffix("/") ? String(pattern.dropLast()) : pattern
        guard !plain.isEmpty, let star = plain.firstIndex(of: "*") else { return name == plain }
        let (head, tail) = (plain[..<star], plain[plain.index(after: star)...])
        return name.count >= head.count + tail.count && name.hasPrefix(head) && name.hasSuffix(tail)
    }

    /// Fixtures that no reader names, neither by file name nor as `fixtures/folder` or `"folder`.
    static func unusedFixtures(_ paths: [String], readers: [String]) -> [Finding] {
        paths.filter { path in
            let parts = path.split(separator: "/")
            let folders = parts.dropFirst().dropLast().map(String.init)
            let names =
                [String(parts.last ?? "")] + folders.flatMap { ["fixtures/\($0)", "\"\($0)\"", "\"\($0)/"] }
            return !readers.contains { reader in names.contains { reader.contains($0) } }
        }
        .map { Finding(path: $0, line: 0, rule: "fixture", text: "is used by no test and named on no page") }
    }
}
