import JSON

/// Values that fit a schema of the vendor's document, made from its text: the smallest, or one with every member.
struct SchemaSample {
    private let text: SchemaText
    /// With members that may be left out.
    private let isFull: Bool
    /// Which of several alternatives is the first to be tried.
    private let choice: Int
    private static let depthMax = 8

    init(_ text: SchemaText, isFull: Bool, choice: Int = 0) {
        self.text = text
        self.isFull = isFull
        self.choice = choice
    }

    /// - Returns: nil where no value could be made.
    func value(of name: String) -> JSONTree? {
        guard let definition = text.definition(name) else { return nil }
        return value(definition, 0)
    }

    private func value(_ schema: JSONValue, _ depth: Int) -> JSONTree? {
        guard depth < Self.depthMax else { return nil }
        if let name = schema.string("$") { return text.definition(name).flatMap { value($0, depth + 1) } }
        if let choices = schema["e"]?.items, let first = choices.first(where: { !$0.isNull }) { return .source(first) }
        for key: JSONKey in ["o", "y"] {
            if let alternatives = schema[key]?.items {
                let all = Array(alternatives)
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
        case "b": return true
        case "i", "n": return (schema["m"] ?? schema["M"]).map { .source($0) } ?? 1
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
            guard isNeeded || isFull else { continue }
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
        return .object(members)
    }

    private func array(_ schema: JSONValue, _ depth: Int) -> JSONTree? {
        let count = max(schema["c"]?.number?.int ?? 0, isFull ? 1 : 0)
        guard count > 0 else { return [] }
        guard let items = schema["a"], let item = value(items, depth + 1) else {
            return count > 0 && !isFull ? nil : []
        }
        return .array(Array(repeating: item, count: count))
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
        let lone = SchemaText(JSONTree.object([JSONTree.Member("s", .source(schema))]).reread)
        let padded = String(repeating: "a", count: max(1, least))
        for candidate in Self.candidates + [padded] where least...max(least, most) ~= candidate.unicodeScalars.count {
            if lone.schema(named: "s")?.fits(JSONTree.string(candidate).reread) ?? false { return candidate }
        }
        return nil
    }
}

extension JSONTree {
    /// The same as a parsed text.
    var reread: JSONValue { (try? JSONParser.parse(bytes)) ?? .null }
}
