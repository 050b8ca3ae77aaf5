/// Finds functions, initialisers, subscripts and computed properties by counting brackets in stripped code.
/// It works on UTF-8, as characters take a debug build ten times as long.
struct FunctionScanner {
    struct Function: Equatable {
        var name: String
        var line: Int
        var lineCount: Int
    }

    private let bytes: [UInt8]
    private var position: Int
    private var line = 1

    static func functions(in code: [String]) -> [Function] {
        let bytes = Array(code.joined(separator: "\n").utf8)
        var functions: [Function] = []
        var start = 0
        for (index, text) in code.enumerated() {
            defer { start += text.utf8.count + 1 }
            guard let name = declaredName(in: text) else { continue }
            var scanner = FunctionScanner(bytes: bytes, position: start)
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

    private init(bytes: [UInt8], position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// Lines from the declaration to the end of its body; nil when it has no body.
    private mutating func lineCount(isProperty: Bool) -> Int? {
        var depth = 0
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "{") where depth == 0: return skipBody()
            case UInt8(ascii: "=") where depth == 0 && isProperty: return nil
            case UInt8(ascii: "}") where depth == 0: return nil
            case UInt8(ascii: "\n") where depth == 0 && !continuesOnNextLine: return nil
            default: break
            }
            if byte == UInt8(ascii: "\n") { line += 1 }
            position += 1
        }
        return nil
    }

    /// Whether the declaration goes on after the line break at the current position.
    private var continuesOnNextLine: Bool {
        if let before = bytes[..<position].last(where: { !isBlank($0) }), ",:&>".utf8.contains(before) { return true }
        let next = bytes[position...].drop(while: isBlank).prefix(8)
        return ["{", "->", "where", "async", "throws", "rethrows"].contains { next.starts(with: $0.utf8) }
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }

    private mutating func skipBody() -> Int? {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "\n"): line += 1
            default: break
            }
            if depth == 0 { return line }
            position += 1
        }
        return nil
    }
}
