import JSON

/// The simple paths of JSONPath (RFC 9535): `$`, `.name`, `['name']`, `[0]`, `[*]`, `.*` and `..name`.
struct JSONPath: Sendable {
    private enum Step: Sendable {
        case member(JSONKey)
        case item(Int)
        case every
        /// A member of that name at any depth.
        case descendant(JSONKey)
    }

    private var steps: [Step] = []

    init(_ text: String) throws(PatternError) {
        var rest = Substring(text)
        guard rest.popFirst() == "$" else { throw PatternError("the path \(text) must begin with $") }
        while !rest.isEmpty {
            guard let step = JSONPath.step(&rest) else {
                throw PatternError("of the path \(text), '\(rest)' is not understood here")
            }
            steps.append(step)
        }
    }

    private static func step(_ rest: inout Substring) -> Step? {
        if rest.hasPrefix("..") {
            let name = rest.dropFirst(2).prefix(while: isNamePart)
            guard !name.isEmpty else { return nil }
            rest = rest.dropFirst(2 + name.count)
            return .descendant(JSONKey(String(name)))
        }
        if rest.hasPrefix(".*") || rest.hasPrefix("[*]") {
            rest = rest.dropFirst(rest.hasPrefix("[") ? 3 : 2)
            return .every
        }
        if rest.hasPrefix(".") {
            let name = rest.dropFirst().prefix(while: isNamePart)
            guard !name.isEmpty else { return nil }
            rest = rest.dropFirst(1 + name.count)
            return .member(JSONKey(String(name)))
        }
        guard rest.hasPrefix("["), let end = rest.firstIndex(of: "]") else { return nil }
        let inside = rest[rest.index(after: rest.startIndex)..<end]
        let after = rest[rest.index(after: end)...]
        if let quote = inside.first, quote == "'" || quote == "\"", inside.count > 2, inside.last == quote {
            rest = after
            return .member(JSONKey(String(inside.dropFirst().dropLast())))
        }
        guard let index = Int(inside), index >= 0 else { return nil }
        rest = after
        return .item(index)
    }

    private static func isNamePart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_" || character == "-"
    }

    /// What the path finds in a value.
    func values(in root: JSONValue) -> [JSONValue] {
        steps.reduce([root]) { found, step in
            // A place that several ways lead to counts once; else `..a..a..a` would find it over and over.
            var places: Set<Int> = []
            return found.flatMap { value -> [JSONValue] in
                switch step {
                case .member(let key): value[key].map { [$0] } ?? []
                case .item(let index): value.items?.dropFirst(index).prefix(1).map { $0 } ?? []
                case .every: value.items.map(Array.init) ?? value.members?.map(\.value) ?? []
                case .descendant(let key): JSONPath.descendants(of: value, key)
                }
            }.filter { places.insert($0.placeInDocument).inserted }
        }
    }

    private static func descendants(of value: JSONValue, _ key: JSONKey) -> [JSONValue] {
        let below = value.items.map(Array.init) ?? value.members?.map(\.value) ?? []
        return (value[key].map { [$0] } ?? []) + below.flatMap { descendants(of: $0, key) }
    }
}

extension JSONValue {
    /// A string as it is, anything else as JSON.
    var plainText: String {
        if let string { return string }
        var writer = JSONWriter()
        writer.value(self)
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    /// Whether a value is the same as this one, in whatever order and spelling.
    ///
    /// - Parameter ignoresExtra: members that this one has not are fine.
    func isMatched(by other: JSONValue, _ ignoresExtra: Bool) -> Bool {
        if let members, let others = other.members {
            guard ignoresExtra || members.count == others.count else { return false }
            // By their bytes: texts that Swift takes for the same are not.
            let values = Dictionary(others.map { (Array($0.key.utf8), $0.value) }) { first, _ in first }
            return members.allSatisfy { member in
                values[Array(member.key.utf8)].map { member.value.isMatched(by: $0, ignoresExtra) } ?? false
            }
        }
        if let items, let others = other.items {
            return items.count == others.count && zip(items, others).allSatisfy { $0.isMatched(by: $1, ignoresExtra) }
        }
        if let number, let otherNumber = other.number { return Double(number.text) == Double(otherNumber.text) }
        return self == other
    }
}
