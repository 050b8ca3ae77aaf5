/// Reads a regular expression: what Java's and JavaScript's have in common, less what needs to go back in the text.
///
/// References back, looking around and possessive repetitions are refused. The first makes matching exponential in
/// general; the others are rare in tests, and a pattern that is read as another one verifies something else.
struct ExpressionReader {
    /// An expression as a tree.
    indirect enum Node {
        case one(ScalarSet)
        case sequence([Node])
        case choice([Node])
        case repeated(Node, Int, Int?)
        case condition(Condition)
    }

    /// What holds between two scalars.
    enum Condition {
        case textStart, textEnd, lineStart, lineEnd, wordEdge, noWordEdge
    }

    private struct Flags {
        var ignoresCase = false
        var dotIsAny = false
        var isMultiline = false
    }

    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var flags = Flags()
    private var depth = 0
    private static let depthMax = 100
    static let repetitionsMax = 1_000

    static func read(_ text: String) throws(PatternError) -> Node {
        var reader = ExpressionReader(text)
        let node = try reader.choice()
        guard reader.position == reader.scalars.count else { throw reader.failure("a ) too many") }
        return node
    }

    private init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    private func failure(_ reason: String) -> PatternError {
        PatternError("\(String(String.UnicodeScalarView(scalars.prefix(200)))) is no regular expression: \(reason)")
    }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    /// Passes over a text if it stands here.
    private mutating func take(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    private mutating func pop() -> Unicode.Scalar? {
        guard let scalar = next else { return nil }
        position += 1
        return scalar
    }

    private mutating func choice() throws(PatternError) -> Node {
        let outerFlags = flags
        defer { flags = outerFlags }
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(PatternError) -> Node {
        var nodes: [Node] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            guard let node = try item() else { continue }
            nodes.append(try repeated(node))
        }
        return nodes.count == 1 ? nodes[0] : .sequence(nodes)
    }

    /// - Returns: nil for flags, which stand for nothing themselves.
    private mutating func item() throws(PatternError) -> Node? {
        guard let scalar = pop() else { return nil }
        switch scalar {
        case "(": return try group()
        case "[": return .one(try scalarClass())
        case ".": return .one(flags.dotIsAny ? .everything : ScalarSet.lineEnds.inverted)
        case "^": return .condition(flags.isMultiline ? .lineStart : .textStart)
        case "$": return .condition(flags.isMultiline ? .lineEnd : .textEnd)
        case "*", "+", "?": throw failure("nothing to repeat before \(scalar)")
        case "\\": return try escape()
        default: return .one(folded(ScalarSet(scalar)))
        }
    }

    private func folded(_ set: ScalarSet) -> ScalarSet { flags.ignoresCase ? set.ignoringCase : set }

    private mutating func group() throws(PatternError) -> Node? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= ExpressionReader.depthMax else { throw failure("groups are nested too deeply") }
        let outerFlags = flags
        if take("?") {
            if take("<") {
                guard next != "=", next != "!" else { throw failure("looking around is not understood here") }
                while let scalar = pop(), scalar != ">" {}
            } else if next == "=" || next == "!" || next == ">" {
                throw failure("looking around is not understood here")
            } else {
                try readFlags()
                // Flags alone hold to the end of the group that they stand in.
                if take(")") { return nil }
                guard take(":") else { throw failure("a group with a kind that is not known") }
            }
        }
        let node = try choice()
        flags = outerFlags
        guard take(")") else { throw failure("a ) is missing") }
        return node
    }

    private mutating func readFlags() throws(PatternError) {
        var isOn = true
        while let scalar = next, scalar != ":", scalar != ")" {
            position += 1
            switch scalar {
            case "-": isOn = false
            case "i": flags.ignoresCase = isOn
            case "s": flags.dotIsAny = isOn
            case "m": flags.isMultiline = isOn
            default: throw failure("the flag \(scalar) is not understood here")
            }
        }
    }

    private mutating func repeated(_ node: Node) throws(PatternError) -> Node {
        guard let (low, high) = try counts() else { return node }
        // Whether it takes few or many does not matter where the whole text must match.
        _ = take("?")
        guard next != "+" else { throw failure("possessive repetitions are not understood here") }
        guard try counts() == nil else { throw failure("a repetition of a repetition") }
        return .repeated(node, low, high)
    }

    /// A `{` that begins no repetition stands for itself, as in JavaScript: patterns of JSON are full of them.
    private mutating func counts() throws(PatternError) -> (Int, Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        let start = position
        guard take("{"), let low = number() else {
            position = start
            return nil
        }
        var high: Int? = low
        if take(",") { high = number() }
        guard take("}") else {
            position = start
            return nil
        }
        guard low <= high ?? low, max(low, high ?? 0) <= ExpressionReader.repetitionsMax else {
            throw failure("a repetition is from few to many, \(ExpressionReader.repetitionsMax) at most")
        }
        return (low, high)
    }

    private mutating func number() -> Int? {
        var digits = ""
        while let scalar = next, ("0"..."9").contains(scalar) {
            digits.unicodeScalars.append(scalar)
            position += 1
        }
        return digits.isEmpty ? nil : Int(digits) ?? Int.max
    }
}

/// Escapes and classes.
extension ExpressionReader {
    private mutating func escape() throws(PatternError) -> Node {
        switch next {
        case "b", "B", "A", "z", "Z":
            let kinds: [Unicode.Scalar: Condition] = [
                "b": .wordEdge, "B": .noWordEdge, "A": .textStart, "z": .textEnd, "Z": .textEnd,
            ]
            guard let kind = pop().flatMap({ kinds[$0] }) else { break }
            return .condition(kind)
        case "Q":
            position += 1
            var nodes: [Node] = []
            while position < scalars.count, !take("\\E") {
                nodes.append(.one(folded(ScalarSet(scalars[position]))))
                position += 1
            }
            return .sequence(nodes)
        case "1", "2", "3", "4", "5", "6", "7", "8", "9", "k": throw failure("references back are not understood here")
        default: break
        }
        return .one(folded(try escapedSet()))
    }

    /// What a backslash and what follows it stand for, in a class or outside.
    private mutating func escapedSet() throws(PatternError) -> ScalarSet {
        guard let scalar = pop() else { throw failure("a \\ at its end") }
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
        case "f": return ScalarSet("\u{C}")
        case "v": return ScalarSet("\u{B}")
        case "a": return ScalarSet("\u{7}")
        case "e": return ScalarSet("\u{1B}")
        case "x": return ScalarSet(try hexadecimal(2))
        case "u": return ScalarSet(try hexadecimal(4))
        default:
            guard !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar) else {
                throw failure("\\\(scalar) is not understood here")
            }
            return ScalarSet(scalar)
        }
    }

    /// So many digits, or any number of them in braces.
    private mutating func hexadecimal(_ count: Int) throws(PatternError) -> Unicode.Scalar {
        let isBraced = take("{")
        var digits = ""
        while let scalar = next, scalar.properties.isASCIIHexDigit, isBraced || digits.count < count {
            digits.unicodeScalars.append(scalar)
            position += 1
        }
        guard isBraced ? take("}") : digits.count == count, let value = UInt32(digits, radix: 16),
            let scalar = Unicode.Scalar(value)
        else { throw failure("a scalar that is none") }
        return scalar
    }

    private mutating func scalarClass() throws(PatternError) -> ScalarSet {
        let isInverted = take("^")
        var ranges: [ClosedRange<UInt32>] = []
        var isFirst = true
        while isFirst || next != "]" {
            let set = try classItem(isFirst: isFirst)
            isFirst = false
            guard next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
                ranges += set.ranges
                continue
            }
            position += 1
            let end = try classItem(isFirst: false)
            guard let low = set.single, let high = end.single, low <= high else {
                throw failure("a range that is none")
            }
            ranges.append(low...high)
        }
        position += 1
        let set = folded(ScalarSet(ranges))
        return isInverted ? set.inverted : set
    }

    private mutating func classItem(isFirst: Bool) throws(PatternError) -> ScalarSet {
        guard let scalar = pop() else { throw failure("a ] is missing") }
        switch scalar {
        case "[": throw failure("a class within a class is not understood here")
        case "&" where next == "&": throw failure("&& is not understood here")
        case "\\" where next == "b":
            position += 1
            return ScalarSet("\u{8}")
        case "\\": return try escapedSet()
        default: return ScalarSet(scalar)
        }
    }
}

extension ScalarSet {
    /// The scalar of a set that has only one.
    fileprivate var single: UInt32? {
        guard ranges.count == 1, ranges[0].lowerBound == ranges[0].upperBound else { return nil }
        return ranges[0].lowerBound
    }
}
