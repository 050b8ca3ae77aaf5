/// Reads a query in one pass, with one byte of lookahead and a bounded depth.
struct QueryParser {
    private let bytes: [UInt8]
    private let bare: [String]
    private var position = 0
    private var depth = 0
    private var leaves: [UserQuery.Leaf] = []
    private static let depthMax = 50
    /// As many as Lucene takes.
    private static let leafCountMax = 1_024

    /// - Parameter bare: where words without a field are looked for.
    static func parse(_ text: String, bare: [String]) throws(QueryFault) -> UserQuery {
        var parser = QueryParser(text, bare)
        let root = try parser.query(field: nil)
        guard parser.position == parser.bytes.count else { throw QueryFault() }
        return UserQuery(root: root, leaves: parser.leaves)
    }

    private init(_ text: String, _ bare: [String]) {
        bytes = Array(text.utf8)
        self.bare = bare
    }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte, byte == 0x20 || (0x09...0x0D).contains(byte) { position += 1 }
    }

    private mutating func take(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count,
            text.withUTF8Buffer({ $0.elementsEqual(bytes[position..<position + count]) })
        else { return false }
        position += count
        return true
    }

    /// An operator that is a word: a blank, a parenthesis or the end comes behind it.
    private mutating func takeWord(_ word: StaticString) -> Bool {
        let start = position
        guard take(word) else { return false }
        if let byte, ![0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "("), UInt8(ascii: ")")].contains(byte) {
            position = start
            return false
        }
        return true
    }
}

/// Boolean logic.
extension QueryParser {
    private enum Sign { case none, must, mustNot }

    private mutating func query(field: [String]?) throws(QueryFault) -> UserQuery.Node {
        depth += 1
        guard depth <= QueryParser.depthMax else { throw QueryFault() }
        defer { depth -= 1 }
        var groups: [(node: UserQuery.Node, sign: Sign)] = []
        skipBlanks()
        while let byte, byte != UInt8(ascii: ")") {
            groups.append(try group(field))
            skipBlanks()
        }
        guard let first = groups.first else { throw QueryFault() }
        if groups.count == 1 { return first.sign == .mustNot ? .not(first.node) : first.node }
        return .groups(
            must: groups.filter { $0.sign == .must }.map(\.node),
            mustNot: groups.filter { $0.sign == .mustNot }.map(\.node),
            may: groups.filter { $0.sign == .none }.map(\.node))
    }

    /// Operands between which `OR` stands; with the sign of one that is alone.
    private mutating func group(_ field: [String]?) throws(QueryFault) -> (node: UserQuery.Node, sign: Sign) {
        var (node, sign) = try conjunction(field)
        var nodes: [UserQuery.Node] = []
        while true {
            skipBlanks()
            guard takeWord("OR") || take("||") else { break }
            if nodes.isEmpty { nodes.append(QueryParser.plain(node, sign)) }
            let next = try conjunction(field)
            nodes.append(QueryParser.plain(next.node, next.sign))
        }
        if !nodes.isEmpty { (node, sign) = (.any(nodes), .none) }
        return (node, sign)
    }

    private mutating func conjunction(_ field: [String]?) throws(QueryFault) -> (node: UserQuery.Node, sign: Sign) {
        var (node, sign) = try unary(field)
        var nodes: [UserQuery.Node] = []
        while true {
            skipBlanks()
            guard takeWord("AND") || take("&&") else { break }
            if nodes.isEmpty { nodes.append(QueryParser.plain(node, sign)) }
            let next = try unary(field)
            nodes.append(QueryParser.plain(next.node, next.sign))
        }
        if !nodes.isEmpty { (node, sign) = (.all(nodes), .none) }
        return (node, sign)
    }

    private static func plain(_ node: UserQuery.Node, _ sign: Sign) -> UserQuery.Node {
        sign == .mustNot ? .not(node) : node
    }

    private mutating func unary(_ field: [String]?) throws(QueryFault) -> (node: UserQuery.Node, sign: Sign) {
        skipBlanks()
        var sign = Sign.none
        if takeWord("NOT") || take("!") || take("-") {
            sign = .mustNot
        } else if take("+") {
            sign = .must
        }
        skipBlanks()
        // A word of the language where an operand belongs.
        for word in ["AND", "OR", "NOT"] as [StaticString] where takeWord(word) { throw QueryFault() }
        return (try primary(field), sign)
    }
}

/// Operands.
extension QueryParser {
    private mutating func primary(_ outer: [String]?) throws(QueryFault) -> UserQuery.Node {
        guard let first = byte else { throw QueryFault() }
        if first == UInt8(ascii: "("), take("(") { return try parenthesis(outer) }
        if first == UInt8(ascii: "\"") { return try leaf(outer, ValueTest.equal(phrase())) }
        if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") { return try leaf(outer, range()) }
        let word = try term()
        guard take(":") else { return try leaf(outer, word.test) }
        skipBlanks()
        let field = try QueryParser.field(word)
        if field == ["_exists_"] {
            let name = byte == UInt8(ascii: "\"") ? try phrase() : try term().text
            return try leaf(
                name.split(separator: UInt8(ascii: ".")).map { String(decoding: $0, as: UTF8.self) }, .exists)
        }
        guard let second = byte else { throw QueryFault() }
        if second == UInt8(ascii: "("), take("(") { return try parenthesis(field) }
        if second == UInt8(ascii: "\"") { return try leaf(field, ValueTest.equal(phrase())) }
        if second == UInt8(ascii: "[") || second == UInt8(ascii: "{") { return try leaf(field, range()) }
        return try leaf(field, try term().test)
    }

    private mutating func parenthesis(_ field: [String]?) throws(QueryFault) -> UserQuery.Node {
        let node = try query(field: field)
        guard take(")") else { throw QueryFault() }
        return node
    }

    private static func field(_ word: QueryTerm) throws(QueryFault) -> [String] {
        if word.text == [UInt8(ascii: "*")] { return ["*"] }
        let names = word.text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard !names.contains(where: \.isEmpty) else { throw QueryFault() }
        return names.map { String(decoding: $0, as: UTF8.self) }
    }

    private mutating func leaf(_ field: [String]?, _ test: ValueTest) throws(QueryFault) -> UserQuery.Node {
        guard leaves.count < QueryParser.leafCountMax else { throw QueryFault() }
        if field?.first == "user_metadata" {
            // DOCS: no wildcards and no ranges there.
            switch test {
            case .like, .range: throw QueryFault()
            default: break
            }
        }
        // `*:*` and `*` hold of everything.
        if field == ["*"] || field == nil && test.isExistence { return .all([]) }
        let fields = field.map { [$0] } ?? bare.map { [$0] }
        leaves.append(UserQuery.Leaf(fields: fields, test: test))
        return .leaf(leaves.count - 1)
    }
}

/// Words, phrases and ranges.
extension QueryParser {
    private static let special = Set("()[]{}\"^:~".utf8)

    private mutating func term() throws(QueryFault) -> QueryTerm {
        var term = QueryTerm()
        while let byte, byte > 0x20, !QueryParser.special.contains(byte) {
            position += 1
            if byte == UInt8(ascii: "\\") {
                guard let escaped = self.byte else { throw QueryFault() }
                position += 1
                term.append(escaped)
            } else {
                term.append(byte, isPlain: true)
            }
        }
        guard !term.text.isEmpty else { throw QueryFault() }
        while take("~") || take("^") { skipNumber() }
        guard term.isAllowed else { throw QueryFault() }
        return term
    }

    /// How far off a word may be, or how much it counts: neither has an effect.
    private mutating func skipNumber() {
        while let byte, (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".") { position += 1 }
    }

    private mutating func phrase() throws(QueryFault) -> [UInt8] {
        position += 1
        var text: [UInt8] = []
        while let byte, byte != UInt8(ascii: "\"") {
            position += 1
            if byte == UInt8(ascii: "\\") {
                guard let escaped = self.byte else { throw QueryFault() }
                position += 1
                text.append(escaped)
            } else {
                text.append(byte)
            }
        }
        guard take("\"") else { throw QueryFault() }
        while take("~") || take("^") { skipNumber() }
        return text
    }

    private mutating func range() throws(QueryFault) -> ValueTest {
        let includesLower = byte == UInt8(ascii: "[")
        position += 1
        let lower = try bound()
        skipBlanks()
        guard takeWord("TO") else { throw QueryFault() }
        let upper = try bound()
        skipBlanks()
        guard let close = byte, close == UInt8(ascii: "]") || close == UInt8(ascii: "}") else { throw QueryFault() }
        position += 1
        return .range(ValueRange(lower, includesLower, upper, close == UInt8(ascii: "]")))
    }

    /// - Returns: nil for an open end.
    private mutating func bound() throws(QueryFault) -> [UInt8]? {
        skipBlanks()
        if byte == UInt8(ascii: "\"") { return try phrase() }
        // Times have colons.
        var text: [UInt8] = []
        while let byte, byte > 0x20, byte == UInt8(ascii: ":") || !QueryParser.special.contains(byte) {
            position += 1
            if byte == UInt8(ascii: "\\"), let escaped = self.byte {
                position += 1
                text.append(escaped)
            } else {
                text.append(byte)
            }
        }
        guard !text.isEmpty else { throw QueryFault() }
        return text == [UInt8(ascii: "*")] ? nil : text
    }
}

/// A word of a query on its way: its bytes, and which of them are wildcards.
struct QueryTerm {
    private(set) var text: [UInt8] = []
    private var wildcards: [Int] = []

    mutating func append(_ byte: UInt8, isPlain: Bool = false) {
        if isPlain, byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") { wildcards.append(text.count) }
        text.append(byte)
    }

    /// A leading `*` needs three literal characters, unless it is all there is (DOCS).
    var isAllowed: Bool {
        guard wildcards.first == 0, text[0] == UInt8(ascii: "*"), text.count > 1 else { return true }
        return text.count - wildcards.count >= 3
    }

    var test: ValueTest {
        if wildcards.isEmpty { return .equal(text) }
        return text == [UInt8(ascii: "*")] ? .exists : .like(WildcardPattern(text, wildcards: wildcards))
    }
}
