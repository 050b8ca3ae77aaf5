/// Finds functions, initialisers, subscripts and computed properties by counting brackets in stripped code.
struct FunctionScanner {
    struct Function: Equatable {
        var name: String
        var line: Int
        var lineCount: Int
    }

    private let characters: [Character]
    private var position: Int
    private var line = 1

    static func functions(in code: [String]) -> [Function] {
        let characters = Array(code.joined(separator: "\n"))
        var functions: [Function] = []
        var start = 0
        for (index, text) in code.enumerated() {
            defer { start += text.count + 1 }
            guard let name = declaredName(in: text) else { continue }
            var scanner = FunctionScanner(characters: characters, position: start)
            guard let count = scanner.lineCount(isProperty: name.hasPrefix("var ")) else { continue }
            functions.append(Function(name: name, line: index + 1, lineCount: count))
        }
        return functions
    }

    private static let modifiers: Set<Substring> = [
        "public", "package", "internal", "fileprivate", "private", "open", "static", "class", "final", "override",
        "mutating", "nonmutating", "consuming", "borrowing", "convenience", "required", "nonisolated", "isolated",
        "prefix", "postfix", "infix", "lazy", "weak", "async", "unsafe", "indirect", "distributed",
    ]

    /// `func name`, `init`, `deinit`, `subscript` or `var name`, when the line declares one.
    static func declaredName(in line: String) -> String? {
        var words = withoutAttributes(line).split(separator: " ")[...]
        while let word = words.first, modifiers.contains(word.prefix { $0 != "(" }) {
            words = words.dropFirst()
        }
        guard let keyword = words.first else { return nil }
        for name in ["init", "deinit", "subscript"] where keyword.prefix(while: \.isLetter) == name {
            return name
        }
        guard keyword == "func" || keyword == "var", let name = words.dropFirst().first else { return nil }
        if name.hasPrefix("`") { return "\(keyword) `\(line.split(separator: "`")[1])`" }
        return "\(keyword) \(name.prefix { $0 != "(" && $0 != ":" && $0 != "<" })"
    }

    /// The line after `@name` and `@name(…)` at its start.
    private static func withoutAttributes(_ line: String) -> Substring {
        var rest = line.drop(while: \.isWhitespace)
        while rest.hasPrefix("@") {
            var depth = 0
            rest = rest.drop { character in
                if character == "(" { depth += 1 }
                if character == ")" { depth -= 1 }
                return depth > 0 || !character.isWhitespace
            }
            rest = rest.drop(while: \.isWhitespace)
        }
        return rest
    }

    private init(characters: [Character], position: Int) {
        self.characters = characters
        self.position = position
    }

    /// Lines from the declaration to the end of its body; nil when it has no body.
    private mutating func lineCount(isProperty: Bool) -> Int? {
        var depth = 0
        while position < characters.count {
            let character = characters[position]
            switch character {
            case "(", "[": depth += 1
            case ")", "]": depth -= 1
            case "{" where depth == 0: return skipBody()
            case "=" where depth == 0 && isProperty: return nil
            case "}" where depth == 0: return nil
            case "\n" where depth == 0 && !continuesOnNextLine: return nil
            default: break
            }
            if character == "\n" { line += 1 }
            position += 1
        }
        return nil
    }

    /// Whether the declaration goes on after the line break at the current position.
    private var continuesOnNextLine: Bool {
        let before = characters[..<position].last { !$0.isWhitespace }
        if let before, ",:&>".contains(before) { return true }
        let next = characters[position...].drop(while: \.isWhitespace).prefix(8)
        return ["{", "->", "where", "async", "throws", "rethrows"].contains { next.starts(with: $0) }
    }

    private mutating func skipBody() -> Int? {
        var depth = 0
        while position < characters.count {
            switch characters[position] {
            case "{": depth += 1
            case "}": depth -= 1
            case "\n": line += 1
            default: break
            }
            if depth == 0 { return line }
            position += 1
        }
        return nil
    }
}
