/// What a JSON value must look like: the part of JSON Schema that the vendor's API document uses.
///
/// "Does it fit" and "what is wrong" are two walks: the first allocates nothing and ends at the first problem, the
/// second lists all problems in the order and the words of the validator that the service uses.
package final class Schema: Sendable {
    /// The types that are allowed.
    package let types: JSONTypes
    /// In the order of the schema's text, which the order of problems follows.
    let keywords: [Keyword]
    /// What the vendor's document says of the value; the service repeats it in its refusals.
    let description: String?
    /// The value must not be repeated in a refusal.
    let isSecret: Bool

    /// `keywords` once more, parted for the first walk.
    package let objectSchema: ObjectSchema?
    let items: Schema?
    let others: [Keyword]

    enum Keyword: Sendable {
        case minLength(Int), maxLength(Int), pattern(Pattern), format(String), noNUL
        case choice([JSONValue])
        case minimum(JSONNumber), maximum(JSONNumber)
        case minItems(Int), maxItems(Int), uniqueItems, items(Schema)
        case minProperties(Int), maxProperties(Int), required, properties(ObjectSchema)
        case oneOf([Schema]), anyOf([Schema]), allOf([Schema])
        /// A schema within itself: read from its text when a value goes that deep.
        case recursive(SchemaText, String)
    }

    init(
        types: JSONTypes = .all, keywords: [Keyword] = [], description: String? = nil, isSecret: Bool = false
    ) {
        self.types = types
        self.keywords = keywords
        self.description = description
        self.isSecret = isSecret
        var (object, items, others) = (nil as ObjectSchema?, nil as Schema?, [] as [Keyword])
        for keyword in keywords {
            switch keyword {
            case .properties(let schema): object = schema
            case .items(let schema): items = schema
            case .required: break
            default: others.append(keyword)
            }
        }
        (objectSchema, self.items, self.others) = (object, items, others)
    }
}

extension Schema {
    /// The property of that name; nil where the schema has none.
    package func property(_ name: String) -> Property? { objectSchema?.property(name) }

    /// What the items of an array must look like; nil where nothing is said.
    package var itemSchema: Schema? { items }

    /// The names of the properties, those of all alternatives among them; empty where none are named.
    package var propertyNames: Set<String> {
        var names = Set(objectSchema?.properties.map(\.name) ?? [])
        for keyword in others {
            switch keyword {
            case .oneOf(let schemas), .anyOf(let schemas), .allOf(let schemas):
                for schema in schemas { names.formUnion(schema.propertyNames) }
            default: break
            }
        }
        return names
    }
}

/// The types that JSON Schema tells apart (an integer is a number without a fraction).
package struct JSONTypes: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let null = JSONTypes(rawValue: 1)
    package static let boolean = JSONTypes(rawValue: 2)
    package static let integer = JSONTypes(rawValue: 4)
    package static let number = JSONTypes(rawValue: 8)
    package static let string = JSONTypes(rawValue: 16)
    package static let array = JSONTypes(rawValue: 32)
    package static let object = JSONTypes(rawValue: 64)
    package static let all = JSONTypes(rawValue: 127)
}

/// What an object must look like.
package final class ObjectSchema: Sendable {
    package let properties: [Property]
    /// The marks of the properties' keys, side by side, so that looking one up touches nothing else.
    let marks: [UInt64]
    /// What their values may be without a second look, side by side for the same reason.
    let sureFits: [SureFit]
    /// Keys the object cannot do without, in the document's order.
    package let required: [JSONKey]
    /// The places of `required` among the properties, a bit each; nil where they cannot be told so.
    let requiredBits: UInt64?
    let additional: Additional

    /// What members may be there that are no properties.
    enum Additional: Sendable {
        case none, any
        case fitting(Schema)
    }

    init(properties: [Property], required: [String], additional: Additional) {
        self.additional = additional
        self.properties = properties
        marks = properties.map(\.key.mark)
        sureFits = properties.map { SureFit($0.schema) }
        self.required = required.map { JSONKey($0) }
        let places = required.map { name in properties.prefix(64).firstIndex { $0.name == name } }
        requiredBits = places.reduce(0) { bits, place in
            bits.flatMap { bits in place.map { bits | 1 << UInt64($0) } }
        }
    }

    /// The property of that name; nil where the schema has none.
    package func property(_ name: String) -> Property? {
        let key = JSONKey(name)
        return properties.first { $0.key.mark == key.mark && $0.name.utf8.elementsEqual(name.utf8) }
    }
}

/// One property of an object.
///
/// A class, so that finding one for a member copies a reference and not its parts.
package final class Property: Sendable {
    package let key: JSONKey
    package let schema: Schema

    package var name: String { key.text }
    var description: String? { schema.description }

    /// - Parameter isSecret: its value must not be repeated in a refusal.
    package init(name: String, schema: Schema, isSecret: Bool = false) {
        key = JSONKey(name)
        self.schema =
            isSecret
            ? Schema(types: schema.types, keywords: schema.keywords, description: schema.description, isSecret: true)
            : schema
    }
}
