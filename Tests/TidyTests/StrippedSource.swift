/// Swift source without its comments and the contents of its strings: same lines, same columns, blanks instead.
///
/// A lexer of three modes (code, comment, string). Code inside `\( )` of a string stays code, so nothing hides there.
/// Bare `/regex/` literals are not recognised; write `#/regex/#`.
struct StrippedSource {
    /// Where the lexer stands inside strings: one entry for each string it is in, innermost last.
    private struct Literal {
        var pounds: Int
        var quotes: Int
        var closer: Character = "\""
        /// Parentheses open in the interpolation being read; nil while in the text of the string.
        var openParentheses: Int?
    }

    private let input: [Character]
    private var position = 0
    private var output: [Character] = []
    private var literals: [Literal] = []

    /// The code of `text` alone.
    static func code(of text: String) -> String {
        var lexer = StrippedSource(input: Array(text))
        lexer.output.reserveCapacity(lexer.input.count)
        while lexer.position < lexer.input.count {
            if let literal = lexer.literals.last, literal.openParentheses == nil {
                lexer.readText(of: literal)
            } else {
                lexer.readCode()
            }
        }
        return String(lexer.output)
    }

    private init(input: [Character]) {
        self.input = input
    }

    private func sees(_ text: String, at offset: Int = 0) -> Bool {
        var index = position + offset
        for character in text {
            guard index < input.count, input[index] == character else { return false }
            index += 1
        }
        return true
    }

    private mutating func keep(_ count: Int = 1) {
        output += input[position..<min(position + count, input.count)]
        position += count
    }

    private mutating func blank(_ count: Int = 1) {
        for character in input[position..<min(position + count, input.count)] {
            output.append(character.isNewline ? character : " ")
        }
        position += count
    }

    private mutating func readCode() {
        if sees("//") {
            while position < input.count, !input[position].isNewline { blank() }
        } else if sees("/*") {
            readBlockComment()
        } else if input[position] == "\"" || input[position] == "#" {
            openLiteral()
        } else {
            countParenthesis(input[position])
            keep()
        }
    }

    private mutating func readBlockComment() {
        var depth = 0
        while position < input.count {
            if sees("/*") {
                depth += 1
                blank(2)
            } else if sees("*/") {
                depth -= 1
                blank(2)
                if depth == 0 { return }
            } else {
                blank()
            }
        }
    }

    private mutating func openLiteral() {
        var pounds = 0
        while sees("#", at: pounds) { pounds += 1 }
        if sees("\"\"\"", at: pounds) {
            literals.append(Literal(pounds: pounds, quotes: 3))
        } else if sees("\"", at: pounds) {
            literals.append(Literal(pounds: pounds, quotes: 1))
        } else if pounds > 0, sees("/", at: pounds) {
            literals.append(Literal(pounds: pounds, quotes: 1, closer: "/"))
        } else {
            return keep(pounds)
        }
        keep(pounds + (literals.last?.quotes ?? 0))
    }

    private mutating func readText(of literal: Literal) {
        let pounds = String(repeating: "#", count: literal.pounds)
        let end = String(repeating: literal.closer, count: literal.quotes) + pounds
        let escape = "\\" + pounds
        if literal.closer == "\"", sees(escape + "(") {
            keep(escape.count + 1)
            literals[literals.count - 1].openParentheses = 1
        } else if literal.closer == "\"", sees(escape) {
            blank(escape.count + 1)
        } else if sees(end) {
            keep(end.count)
            literals.removeLast()
        } else if literal.quotes == 1, literal.pounds == 0, input[position].isNewline {
            // Not a string after all, or source that does not compile: start again on the next line.
            literals.removeLast()
            keep()
        } else {
            blank()
        }
    }

    /// Follows the parentheses of an interpolation; the one that closes it leads back into the string.
    private mutating func countParenthesis(_ character: Character) {
        guard let open = literals.last?.openParentheses else { return }
        let now = open + (character == "(" ? 1 : character == ")" ? -1 : 0)
        literals[literals.count - 1].openParentheses = now == 0 ? nil : now
    }
}
