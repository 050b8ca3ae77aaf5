/// Reads a regular expression by recursive descent: alternatives, sequences, quantified atoms. Each method is nil where
/// the expression is none, or has a part that `Pattern` does not understand.
struct PatternParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ source: String) {
        scalars = Array(source.unicodeScalars)
    }

    mutating func expression() -> Pattern.Node? {
        guard let node = alternatives(), position == scalars.count else { return nil }
        return node
    }

    private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    /// Passes the text if it comes next.
    private mutating func pass(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    private mutating func alternatives() -> Pattern.Node? {
        var nodes: [Pattern.Node] = []
        repeat {
            guard let node = sequence() else { return nil }
            nodes.append(node)
        } while pass("|")
        return nodes.count == 1 ? nodes[0] : .alternatives(nodes)
    }

    private mutating func sequence() -> Pattern.Node? {
        var nodes: [Pattern.Node] = []
        while let scalar = current, scalar != "|", scalar != ")" {
            guard let atom = atom(), let node = quantified(atom) else { return nil }
            nodes.append(node)
        }
        return .sequence(nodes)
    }

    private mutating func quantified(_ atom: Pattern.Node) -> Pattern.Node? {
        var (min, max) = (1, 1 as Int?)
        if pass("*") {
            (min, max) = (0, nil)
        } else if pass("+") {
            (min, max) = (1, nil)
        } else if pass("?") {
            (min, max) = (0, 1)
        } else if let bounds = bounds() {
            (min, max) = bounds
        } else {
            return atom
        }
        _ = pass("?")  // Greed makes no difference to whether there is a match.
        guard min <= 2_000, max ?? min <= 2_000, max ?? min >= min else { return nil }
        return .repeated(atom, min: min, max: max)
    }

    /// `{m}`, `{m,}` or `{m,n}`; anything else stands for itself.
    private mutating func bounds() -> (Int, Int?)? {
        let start = position
        guard pass("{"), let min = integer() else {
            position = start
            return nil
        }
        var max: Int? = min
        if pass(",") { max = integer() }
        guard pass("}") else {
            position = start
            return nil
        }
        return (min, max)
    }

    private mutating func integer() -> Int? {
        let start = position
        while let scalar = current, ScalarSet.digits.contains(scalar) { position += 1 }
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[start..<position])
        return Int(text)
    }

    private mutating func atom() -> Pattern.Node? {
        guard let scalar = current else { return nil }
        position += 1
        switch scalar {
        case "^": return .start
        case "$": return .end
        case ".": return .scalars(.anyButLineEnds)
        case "[": return characterClass()
        case "(": return group()
        case "\\": return escape().map { .scalars($0) }
        case "*", "+", "?": return nil
        default: return .scalars(ScalarSet(scalar))
        }
    }

    private mutating func group() -> Pattern.Node? {
        var ahead: Bool?
        if pass("?=") {
            ahead = true
        } else if pass("?!") {
            ahead = false
        } else if !pass("?:"), current == "?" {
            return nil
        }
        guard let node = alternatives(), pass(")") else { return nil }
        return ahead.map { .ahead(node, isWanted: $0) } ?? node
    }

    private mutating func characterClass() -> Pattern.Node? {
        let isInverted = pass("^")
        var set = ScalarSet()
        while !pass("]") {
            guard let first = classMember() else { return nil }
            // A hyphen stands for itself at either end, and beside what is no single character.
            guard let low = first.single, current == "-", position + 1 < scalars.count, scalars[position + 1] != "]"
            else {
                set.insert(first)
                continue
            }
            position += 1
            guard let last = classMember() else { return nil }
            if let high = last.single, low <= high {
                set.insert(low...high)
            } else {
                set.insert(first)
                set.insert(ScalarSet("-"))
                set.insert(last)
            }
        }
        return .scalars(isInverted ? set.inverted : set)
    }

    private mutating func classMember() -> ScalarSet? {
        guard let scalar = current else { return nil }
        position += 1
        return scalar == "\\" ? escape() : ScalarSet(scalar)
    }

    private mutating func escape() -> ScalarSet? {
        guard let scalar = current else { return nil }
        position += 1
        switch scalar {
        case "d": return .digits
        case "D": return ScalarSet.digits.inverted
        case "w": return .words
        case "W": return ScalarSet.words.inverted
        case "s": return .spaces
        case "S": return ScalarSet.spaces.inverted
        case "n": return ScalarSet("\n")
        case "r": return ScalarSet("\r")
        case "t": return ScalarSet("\t")
        case "x": return code(digits: 2)
        case "u": return code(digits: 4)
        case "b", "B", "k", "1"..."9": return nil
        default: return ScalarSet(scalar)
        }
    }

    private mutating func code(digits: Int) -> ScalarSet? {
        var code: UInt32 = 0
        for _ in 0..<digits {
            guard let digit = current.flatMap({ Character($0).hexDigitValue }) else { return nil }
            code = code << 4 | UInt32(digit)
            position += 1
        }
        return Unicode.Scalar(code).map { ScalarSet($0) }
    }
}

extension ScalarSet {
    /// The code of the only character there is.
    fileprivate var single: UInt32? {
        guard !isInverted, ranges.count == 1, ranges[0].count == 1 else { return nil }
        return ranges[0].lowerBound
    }
}
