/// The check of a value, with the messages of the z-schema validator, whose phrases the service's answers repeat.
///
/// Assumed, since no recording shows two faults at once: the order of the checks is z-schema's too. It looks at the
/// type first, and then runs the keywords of a schema, the required names, the properties of an object and the items
/// of an array each from the last to the first. The vendor's document writes `type, additionalProperties, required,
/// properties` in most objects, so `required` is checked before `additionalProperties`, and `type, minLength,
/// maxLength, pattern` in most strings. Properties and items are looked at only if the object or array itself is
/// without fault. Only the first fault is reported.
extension Schema {
    /// Throws the first fault of the value; paths are made only then.
    package func check(_ value: JSONValue) throws(SchemaFault) {
        switch self {
        case .object(let schema):
            guard case .object(let object) = value else { break }
            return try schema.check(object)
        case .array(let items, let countMax, let countMin):
            guard case .array(let values) = value else { break }
            return try Self.check(values, items: items, countMax: countMax, countMin: countMin)
        case .string(let charactersMin, let charactersMax):
            guard case .string(let text) = value else { break }
            return try Self.check(text, charactersMin: charactersMin, charactersMax: charactersMax)
        case .boolean:
            guard case .bool = value else { break }
            return
        case .integer(let minimum, let maximum):
            guard case .number(let number) = value, number.isIntegral else { break }
            return try Self.check(number, minimum: minimum, maximum: maximum)
        case .choice(let choices):
            guard case .string(let text) = value else { break }
            guard choices.contains(text) else { throw SchemaFault(reason: "Invalid value \"\(text)\"") }
            return
        case .nullable(let schema): return value == .null ? () : try schema.check(value)
        case .oneOf(let schema):
            do throws(SchemaFault) {
                return try schema.check(value)
            } catch {
                throw SchemaFault(reason: "Data does not match any schemas from 'oneOf'")
            }
        case .anything: return
        }
        throw SchemaFault(reason: "Expected type \(typeName) but found type \(value.typeName)")
    }

    private static func check(
        _ values: [JSONValue], items: Schema, countMax: Int?, countMin: Int
    ) throws(SchemaFault) {
        if values.count < countMin {
            throw SchemaFault(reason: "Array is too short (\(values.count)), minimum \(countMin)")
        }
        if let countMax, values.count > countMax {
            throw SchemaFault(reason: "Array is too long (\(values.count)), maximum \(countMax)")
        }
        for index in values.indices.reversed() {
            do {
                try items.check(values[index])
            } catch {
                throw error.inside(index)
            }
        }
    }

    private static func check(_ text: String, charactersMin: Int, charactersMax: Int?) throws(SchemaFault) {
        if text.utf8.span.hasZeroByte {
            throw SchemaFault(reason: "String does not match pattern ^[^\\u0000]*$: \(text)")
        }
        // A code point takes one to four bytes, so most lengths need no count of code points.
        let byteCount = text.utf8.count
        if let charactersMax, byteCount > charactersMax {
            let count = text.unicodeScalars.count
            if count > charactersMax {
                throw SchemaFault(reason: "String is too long (\(count) chars), maximum \(charactersMax)")
            }
        }
        if byteCount < charactersMin * 4 {
            let count = text.unicodeScalars.count
            if count < charactersMin {
                throw SchemaFault(reason: "String is too short (\(count) chars), minimum \(charactersMin)")
            }
        }
    }

    private static func check(_ number: JSONNumber, minimum: Int?, maximum: Int?) throws(SchemaFault) {
        if let maximum, !number.isAtMost(maximum) {
            throw SchemaFault(reason: "Value \(number.javaScriptText) is greater than maximum \(maximum)")
        }
        if let minimum, !number.isAtLeast(minimum) {
            throw SchemaFault(reason: "Value \(number.javaScriptText) is less than minimum \(minimum)")
        }
    }

    private var typeName: String {
        switch self {
        case .object: "object"
        case .array: "array"
        case .string, .choice: "string"
        case .boolean: "boolean"
        case .integer: "integer"
        case .nullable(let schema), .oneOf(let schema): schema.typeName
        case .anything: "any"
        }
    }
}

extension ObjectSchema {
    /// Throws the first fault of the object.
    package func check(_ object: JSONObject) throws(SchemaFault) {
        for index in required.indices.reversed() where !object.contains(required[index]) {
            throw SchemaFault(reason: "Missing required property: \(required[index].text)")
        }
        let members = object.members
        var additional: [String] = []
        for index in members.indices.reversed() where !allowsMore && property(members[index].key) == nil {
            additional.append(members[index].key.text)
        }
        guard additional.isEmpty else {
            throw SchemaFault(
                reason: "Additional properties not allowed: \(additional.joined(separator: ","))")
        }
        for index in members.indices.reversed() {
            guard let property = property(members[index].key) else { continue }
            do {
                try property.schema.check(members[index].value)
            } catch {
                throw error.inside(property)
            }
        }
    }

    /// The property of that name; nil where the schema has none.
    package func property(_ key: JSONKey) -> Property? {
        for index in properties.indices where properties[index].key == key {
            return properties[index]
        }
        return nil
    }
}

extension JSONValue {
    /// The name z-schema has for the type of a value.
    fileprivate var typeName: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .number(let number): number.isIntegral ? "integer" : "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}

extension JSONNumber {
    /// Compares a whole value; one that does not fit an `Int` is beyond all bounds, on the side of its sign.
    fileprivate func isAtMost(_ bound: Int) -> Bool {
        int.map { $0 <= bound } ?? text.hasPrefix("-")
    }

    fileprivate func isAtLeast(_ bound: Int) -> Bool {
        int.map { $0 >= bound } ?? !text.hasPrefix("-")
    }
}

extension SchemaFault {
    /// The fault as seen from the object whose property has it. Only one reason ends with the value itself, behind the
    /// pattern it does not match; a secret's stays in.
    fileprivate func inside(_ property: Property) -> SchemaFault {
        let reason = property.isSecret ? String(self.reason.prefix { $0 != ":" }) : self.reason
        if path.isEmpty {
            return SchemaFault(reason: reason, path: property.name, description: property.description)
        }
        let separator = path.hasPrefix("[") ? "" : "."
        return SchemaFault(reason: reason, path: property.name + separator + path, description: description)
    }

    /// The fault as seen from the array whose item has it.
    fileprivate func inside(_ index: Int) -> SchemaFault {
        let separator = path.isEmpty || path.hasPrefix("[") ? "" : "."
        return SchemaFault(reason: reason, path: "[\(index)]" + separator + path, description: description)
    }
}
