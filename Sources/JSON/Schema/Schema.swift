/// What a request's JSON must look like: the part of JSON Schema that the vendor's API document uses.
package enum Schema: Sendable {
    case object(ObjectSchema)
    case array(ArraySchema)
    /// A string of so many Unicode code points. U+0000 is always refused: the vendor's pattern is `^[^\u0000]*$`.
    case string(charactersMin: Int, charactersMax: Int?)
    case boolean
    /// A number without a fraction, however it is spelled, within the bounds.
    case integer(minimum: Int?, maximum: Int?)
    /// One of these strings.
    case choice([String])
    /// What fits the schema, or `null`.
    indirect case nullable(Schema)
    /// The only alternative of a `oneOf`; what does not fit it gets no reason of its own.
    indirect case oneOf(Schema)
    case anything

    /// An object with no other properties than these; `required` are the names it cannot do without.
    ///
    /// - Parameter allowsMore: lets other properties through unseen.
    package static func object(properties: [Property], required: [String], allowsMore: Bool = false) -> Schema {
        .object(ObjectSchema(properties: properties, required: required, allowsMore: allowsMore))
    }

    /// An array of so many items, all of one kind.
    package static func array(items: Schema, countMax: Int?, countMin: Int = 0) -> Schema {
        .array(ArraySchema(items: items, countMax: countMax, countMin: countMin))
    }

    /// A string of at least `min` and at most `max` code points.
    package static func string(max: Int, min: Int = 0) -> Schema {
        .string(charactersMin: min, charactersMax: max)
    }
}

/// What an array must look like.
package final class ArraySchema: Sendable {
    let items: Schema
    let countMax: Int?
    let countMin: Int

    init(items: Schema, countMax: Int?, countMin: Int) {
        self.items = items
        self.countMax = countMax
        self.countMin = countMin
    }
}

/// What an object must look like.
package final class ObjectSchema: Sendable {
    package let properties: [Property]
    /// The marks of the properties' keys, side by side, so that looking one up touches nothing else.
    let marks: [UInt64]
    /// What their values may be without a second look, side by side for the same reason.
    let sureFits: [SureFit]
    /// Keys the object cannot do without, in the document's order.
    let required: [JSONKey]
    /// The places of `required` among the properties, a bit each; nil where they cannot be told so.
    let requiredBits: UInt64?
    let allowsMore: Bool

    package init(properties: [Property], required: [String] = [], allowsMore: Bool = false) {
        self.allowsMore = allowsMore
        self.properties = properties
        marks = properties.map(\.key.mark)
        sureFits = properties.map { SureFit($0.schema) }
        self.required = required.map { JSONKey($0) }
        let places = required.map { name in properties.prefix(64).firstIndex { $0.name == name } }
        requiredBits = places.reduce(0) { bits, place in
            bits.flatMap { bits in place.map { bits | 1 << UInt64($0) } }
        }
    }
}

/// One property of an object.
///
/// A class, so that finding one for a member copies a reference and not its parts.
package final class Property: Sendable {
    package let key: JSONKey
    package let schema: Schema
    /// What the vendor's document says of it; the service repeats it in its refusals.
    package let description: String?
    /// Its value must not be repeated in a refusal.
    package let isSecret: Bool

    package var name: String { key.text }

    package init(name: String, schema: Schema, description: String? = nil, isSecret: Bool = false) {
        self.isSecret = isSecret
        key = JSONKey(name)
        self.schema = schema
        self.description = description
    }
}

/// Why a value does not fit its schema.
package struct SchemaFault: Error, Equatable {
    /// What is wrong, in the words of the validator the service uses.
    package let reason: String
    /// Where: `rule.match.x`, `secrets[0].name`; empty at the root.
    package let path: String
    /// The description of the property at `path`; nil at an array's item and at the root.
    package let description: String?

    package init(reason: String, path: String = "", description: String? = nil) {
        self.reason = reason
        self.path = path
        self.description = description
    }
}
