/// Swift source without its comments and the contents of its strings: same lines, same columns, blanks instead.
/// It works on UTF-8, as characters take a debug build ten times as long.
///
/// A lexer of three modes (code, comment, string). Code inside `\( )` of a string stays code, so nothing hides there.
/// Bare `/regex/` literals are not recognised; write `#/regex/#`.
struct StrippedSource {
    /// Where the lexer stands inside strings: one entry for each string it is in, innermost last.
    private struct Literal {
        var pounds: Int
        var quotes: Int
        var closer = UInt8(ascii: "\"")
        /// Parentheses open in the interpolation being read; nil while in the text of the string.
        var openParentheses: Int?
    }

    private let input: [UInt8]
    private var position = 0
    private var output: [UInt8] = []
    private var literals: [Literal] = []

    /// The code of `text` alone.
    static func code(of text: String) -> String {
        var lexer = StrippedSource(input: Array(text.utf8))
        lexer.output.reserveCapacity(lexer.input.count)
        while lexer.position < lexer.input.count {
            if let literal = lexer.literals.last, literal.openParentheses == nil {
                lexer.readText(of: literal)
            } else {
                lexer.readCode()
            }
        }
        return String(decoding: lexer.output, as: UTF8.self)
    }

    private init(input: [UInt8]) {
        self.input = input
    }

    private func sees(_ text: some Sequence<UInt8>, at offset: Int = 0) -> Bool {
        var index = position + offset
        for byte in text {
            guard index < input.count, input[index] == byte else { return false }
            index += 1
        }
        return true
    }

    private func sees(_ text: StaticString, at offset: Int = 0) -> Bool {
        text.withUTF8Buffer { sees($0, at: offset) }
    }

    private func isNewline(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    private mutating func keep(_ count: Int = 1) {
        output += input[position..<min(position + count, input.count)]
        position += count
    }

    private mutating func blank(_ count: Int = 1) {
        // One blank for each scalar: what goes on with one begun has its place already.
        for byte in input[position..<min(position + count, input.count)] where byte & 0xC0 != 0x80 {
            output.append(isNewline(byte) ? byte : UInt8(ascii: " "))
        }
        position += count
    }

    private mutating func readCode() {
        if sees("//") {
            while position < input.count, !isNewline(input[position]) { blank() }
        } else if sees("/*") {
            readBlockComment()
        } else if input[position] == UInt8(ascii: "\"") || input[position] == UInt8(ascii: "#") {
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
            literals.append(Literal(pounds: pounds, quotes: 1, closer: UInt8(ascii: "/")))
        } else {
            return keep(pounds)
        }
        keep(pounds + (literals.last?.quotes ?? 0))
    }

    private mutating func readText(of literal: Literal) {
        let byte = input[position]
        guard byte == literal.closer || byte == UInt8(ascii: "\\") || isNewline(byte) else { return blank() }
        let pounds = [UInt8](repeating: UInt8(ascii: "#"), count: literal.pounds)
        let end = [UInt8](repeating: literal.closer, count: literal.quotes) + pounds
        let escape = [UInt8(ascii: "\\")] + pounds
        let hasEscapes = literal.closer == UInt8(ascii: "\"")
        if hasEscapes, sees(escape + [UInt8(ascii: "(")]) {
            keep(escape.count + 1)
            literals[literals.count - 1].openParentheses = 1
        } else if hasEscapes, sees(escape) {
            blank(escape.count + 1)
        } else if sees(end) {
            keep(end.count)
            literals.removeLast()
        } else if literal.quotes == 1, literal.pounds == 0, isNewline(input[position]) {
            // Not a string after all, or source that does not compile: start again on the next line.
            literals.removeLast()
            keep()
        } else {
            blank()
        }
    }

    /// Follows the parentheses of an interpolation; the one that closes it leads back into the string.
    private mutating func countParenthesis(_ byte: UInt8) {
        guard let open = literals.last?.openParentheses else { return }
        let now = open + (byte == UInt8(ascii: "(") ? 1 : byte == UInt8(ascii: ")") ? -1 : 0)
        literals[literals.count - 1].openParentheses = now == 0 ? nil : now
    }
}
