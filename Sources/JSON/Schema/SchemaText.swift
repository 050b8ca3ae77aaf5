/// Schemas as a text that is read when one of them is first asked for: a JSON object of named schemas, in which each
/// keyword of JSON Schema has one letter.
///
/// | letter | keyword | letter | keyword |
/// |---|---|---|---|
/// | `t` | type, a letter each: `oasbin`, `z`: null | `p` `r` `x` | properties, required, additionalProperties |
/// | `l` `L` | minLength, maxLength | `a` `c` `C` `u` | items, minItems, maxItems, uniqueItems |
/// | `m` `M` | minimum, maximum | `k` `K` | minProperties, maxProperties |
/// | `e` `f` `P` | enum, format, pattern | `o` `y` `Y` | oneOf, anyOf, allOf |
/// | `d` `w` | description, writeOnly | `$` | the name of another schema |
/// | `n` | of a query, what a request needs and no schema says | | |
package struct SchemaText: Sendable {
    private let definitions: JSONValue

    /// - Parameter text: made by a script, and held by tests against what it is made of; what is no JSON is no schema.
    package init(_ text: StaticString) {
        let bytes = text.withUTF8Buffer { Array($0) }
        definitions = (try? JSONParser.parse(bytes)) ?? .null
    }

    package init(_ definitions: JSONValue) {
        self.definitions = definitions
    }

    /// The names there are.
    package var names: [String] { definitions.members?.map(\.key) ?? [] }

    /// - Returns: nil where there is none of that name.
    package func schema(named name: String) -> Schema? {
        var reader = SchemaReader(self)
        return reader.schema(named: name)
    }

    /// The text of one of them.
    package func definition(_ name: String) -> JSONValue? { definitions[JSONKey(name)] }
}

/// Makes schemas of one text; each named one once.
private struct SchemaReader {
    private let text: SchemaText
    private var made: [String: Schema] = [:]
    /// Those that are being made: one that is named within itself is recursive.
    private var open: Set<String> = []

    init(_ text: SchemaText) {
        self.text = text
    }

    mutating func schema(named name: String) -> Schema? {
        if let known = made[name] { return known }
        guard let definition = text.definition(name) else { return nil }
        if open.contains(name) { return Schema(keywords: [.recursive(text, name)]) }
        open.insert(name)
        defer { open.remove(name) }
        let schema = schema(definition)
        made[name] = schema
        return schema
    }

    private mutating func schema(_ value: JSONValue) -> Schema {
        var types = JSONTypes.all
        var keywords: [Schema.Keyword] = []
        var (description, isSecret) = (nil as String?, false)
        guard let members = value.members else { return .anything }
        for member in members {
            switch member.key {
            case "t": types = SchemaReader.types(member.value.string ?? "")
            case "d": description = member.value.string
            case "w": isSecret = member.value.bool ?? false
            case "$":
                guard let named = schema(named: member.value.string ?? "") else { continue }
                (types, keywords, isSecret) = (named.types, named.keywords, named.isSecret)
                description = description ?? named.description
            case let key:
                if let keyword = keyword(key, member.value, in: value) { keywords.append(keyword) }
            }
        }
        return Schema(types: types, keywords: keywords, description: description, isSecret: isSecret)
    }

    private mutating func keyword(_ key: String, _ value: JSONValue, in schema: JSONValue) -> Schema.Keyword? {
        let count = value.number?.int ?? 0
        switch key {
        case "p": return .properties(object(schema))
        case "r": return schema["p"] == nil && schema["x"] == nil ? .properties(object(schema)) : .required
        case "x": return schema["p"] == nil ? .properties(object(schema)) : nil
        case "l": return .minLength(count)
        case "L": return .maxLength(count)
        case "m": return value.number.map { .minimum($0) }
        case "M": return value.number.map { .maximum($0) }
        case "a": return .items(self.schema(value))
        case "c": return .minItems(count)
        case "C": return .maxItems(count)
        case "u": return .uniqueItems
        case "k": return .minProperties(count)
        case "K": return .maxProperties(count)
        case "e": return .choice(value.items.map(Array.init) ?? [])
        case "f": return .format(value.string ?? "")
        case "P": return SchemaReader.pattern(value.string ?? "")
        case "o": return .oneOf(schemas(value))
        case "y": return .anyOf(schemas(value))
        case "Y": return .allOf(schemas(value))
        default: return nil
        }
    }

    private mutating func schemas(_ value: JSONValue) -> [Schema] {
        (value.items.map(Array.init) ?? []).map { schema($0) }
    }

    private mutating func object(_ value: JSONValue) -> ObjectSchema {
        let properties = (value["p"]?.members.map(Array.init) ?? []).map { member in
            Property(name: member.key, schema: schema(member.value))
        }
        let additional: ObjectSchema.Additional =
            switch value["x"] {
            case let rule? where rule.kind == .object: .fitting(schema(rule))
            case let rule? where rule.number?.int == 0: .none
            default: .any
            }
        return ObjectSchema(
            properties: properties, required: value["r"]?.items?.compactMap(\.string) ?? [], additional: additional)
    }

    private static func types(_ letters: String) -> JSONTypes {
        letters.reduce(into: []) { types, letter in
            switch letter {
            case "o": types.insert(.object)
            case "a": types.insert(.array)
            case "s": types.insert(.string)
            case "b": types.insert(.boolean)
            case "i": types.insert(.integer)
            case "n": types.insert(.number)
            default: types.insert(.null)
            }
        }
    }

    /// NUL's pattern is the most frequent one, and known without a look at the characters.
    private static func pattern(_ source: String) -> Schema.Keyword? {
        if source == "^[^\u{0}]*$" || source == #"^[^\u0000]*$"# { return .noNUL }
        return Pattern(source).map { .pattern($0) }
    }
}
