package import JSON

/// Values that fit a schema of the vendor's document, made from its text: the smallest, or one with every member, or
/// one as dice fall.
package struct SchemaSample {
    private let text: SchemaText
    /// With members that may be left out.
    private let isFull: Bool
    /// Which of several alternatives is the first to be tried.
    private let choice: Int
    private let dice: Dice?
    private static let depthMax = 8

    package init(_ text: SchemaText, isFull: Bool, choice: Int = 0) {
        self.text = text
        self.isFull = isFull
        self.choice = choice
        dice = nil
    }

    /// - Parameter dice: decide what is left out, how many items there are, and which alternative it is.
    package init(_ text: SchemaText, _ dice: Dice) {
        self.text = text
        self.dice = dice
        isFull = true
        choice = 0
    }

    /// Chances, and what was found out of texts.
    package final class Dice {
        package var random: SeededGenerator
        fileprivate var fitting: [[UInt8]: [String]] = [:]

        package init(seed: UInt64) {
            random = SeededGenerator(seed: seed)
        }

        package func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
        package func isOne(in count: Int) -> Bool { number(0..<count) == 0 }
    }

    /// - Returns: nil where no value could be made.
    package func value(of name: String) -> JSONTree? {
        guard let definition = text.definition(name) else { return nil }
        return value(definition, 0)
    }

    private func value(_ schema: JSONValue, _ depth: Int) -> JSONTree? {
        guard depth < Self.depthMax else { return nil }
        if let name = schema.string("$") { return text.definition(name).flatMap { value($0, depth + 1) } }
        if let choices = schema["e"]?.items.map(Array.init)?.filter({ !$0.isNull }), !choices.isEmpty {
            return .source(choices[dice?.number(0..<choices.count) ?? 0])
        }
        for key: JSONKey in ["o", "y"] {
            if let alternatives = schema[key]?.items {
                let all = Array(alternatives)
                let choice = dice?.number(0..<all.count) ?? choice
                return all.indices.lazy.compactMap { value(all[($0 + choice) % all.count], depth + 1) }.first
            }
        }
        if let parts = schema["Y"]?.items {
            var made = JSONTree.emptyObject
            for part in parts { value(part, depth + 1).map { made.merge($0, .shallow) } }
            return made
        }
        switch schema.string("t")?.first {
        case "s": return string(schema).map { .string($0) }
        case "b": return .bool(dice?.isOne(in: 2) ?? true)
        case "i", "n": return (schema[dice?.isOne(in: 2) ?? false ? "M" : "m"] ?? schema["M"]).map { .source($0) } ?? 1
        case "a": return array(schema, depth)
        case "o": return object(schema, depth)
        case "z": return .null
        default: return "any"
        }
    }

    private func object(_ schema: JSONValue, _ depth: Int) -> JSONTree? {
        let required = schema["r"]?.items?.compactMap(\.string) ?? []
        var members: [JSONTree.Member] = []
        for property in schema["p"]?.members.map(Array.init) ?? [] {
            let isNeeded = required.contains(property.key)
            // What lies deep is many values; most are left out there.
            guard isNeeded || isFull && !(dice.map { !$0.isOne(in: 2 + depth / 2) } ?? false) else { continue }
            guard let made = value(property.value, depth + 1) else {
                if isNeeded { return nil }
                continue
            }
            members.append(JSONTree.Member(property.key, made))
        }
        let wanted = schema["k"]?.number?.int ?? 0
        if members.count < wanted {
            for property in schema["p"]?.members.map(Array.init) ?? []
            where members.count < wanted && !members.contains(where: { $0.key == property.key }) {
                if let made = value(property.value, depth + 1) { members.append(JSONTree.Member(property.key, made)) }
            }
        }
        if let most = schema["K"]?.number?.int { members = Array(members.prefix(max(most, required.count))) }
        if schema["p"] == nil, let other = schema["x"], other.kind == .object, dice?.isOne(in: 2) ?? false {
            value(other, depth + 1).map { members.append(JSONTree.Member("abc", $0)) }
        }
        return .object(members)
    }

    private func array(_ schema: JSONValue, _ depth: Int) -> JSONTree? {
        let least = schema["c"]?.number?.int ?? 0
        let count = max(least, dice?.number(0..<3) ?? (isFull ? 1 : 0))
        guard count > 0 else { return [] }
        guard let items = schema["a"], let item = value(items, depth + 1) else {
            return count > 0 && !isFull ? nil : []
        }
        guard dice != nil else { return .array(Array(repeating: item, count: count)) }
        var made = [item]
        for _ in 1..<max(count, 1) { value(items, depth + 1).map { made.append($0) } }
        return .array(Set(made.map(\.bytes)).count == made.count ? made : [item])
    }

    /// One of these mostly fits a pattern or a format.
    private static let candidates = [
        "abcdefghij", "https://example.com/x", "a@example.com", "example.com", "#ffffff", "10.0.0.1", "10.0.0.0/8",
        "2001:db8::1", "2001:db8::/32", "2026-01-01T00:00:00.000Z", "con_abcdefghijklmnop",
        "grp_123456789abcdefghijkmn",
        "123456789012", "12", "+4912345", "simplified/1.0", "aamva", "us-east-1", "US", "flg_abc", "var_abc", "seg_abc",
        "6f9619ff-8b86-4d01-b42d-00c04fc964ff", "client.metadata.x", "organization.metadata.x",
        "transaction.custom_domain.domain_metadata.x", "user.user_metadata.x", "user.app_metadata.x",
        "untrusted_data.authorization_params.ext-x", "abc", "a", String(repeating: "A", count: 86) + "==", "abcdef",
        "ABCDEF0123456789ABCDEF0123456789",
    ]

    private func string(_ schema: JSONValue) -> String? {
        let least = schema["l"]?.number?.int ?? 0
        let most = schema["L"]?.number?.int ?? Int.max
        let all = Self.candidates + [String(repeating: "a", count: max(1, least))]
        let lone = SchemaText(JSONTree.object([JSONTree.Member("s", .source(schema))]).reread)
        let isFit: (String) -> Bool = { candidate in
            least...max(least, most) ~= candidate.unicodeScalars.count
                && lone.schema(named: "s")?.fits(JSONTree.string(candidate).reread) ?? false
        }
        guard let dice else { return all.first(where: isFit) }
        let key = JSONTree.source(schema).bytes
        let texts = dice.fitting[key] ?? all.filter(isFit)
        dice.fitting[key] = texts
        return texts.randomElement(using: &dice.random)
    }
}

extension JSONTree {
    /// The same as a parsed text.
    package var reread: JSONValue { (try? JSONParser.parse(bytes)) ?? .null }
}
