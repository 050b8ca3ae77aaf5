/// The check of a value, with the messages of the z-schema validator, whose phrases the service's answers repeat.
///
/// Assumed, since no recording shows two faults at once: the order of the checks is z-schema's too. It looks at the
/// type first, and then runs the keywords of a schema, the required names, the properties of an object and the items
/// of an array each from the last to the first: its first fault is the last one in the order of the text. The
/// vendor's document writes `type, additionalProperties, required, properties` in most objects, so `required` is
/// checked before `additionalProperties`, and `type, minLength, maxLength, pattern` in most strings. Properties and
/// items are looked at only if the object or array itself is without fault. Only the first fault is reported.
extension Schema {
    /// Throws the first fault of the value; paths are made only then.
    package func check(_ value: JSONValue) throws(SchemaFault) {
        switch self {
        case .object(let schema) where value.kind == .object: return try schema.check(value)
        case .array(let schema) where value.kind == .array: return try schema.check(value)
        case .string(let charactersMin, let charactersMax) where value.kind == .string:
            return try Self.check(string: value, charactersMin: charactersMin, charactersMax: charactersMax)
        case .boolean where value.kind == .bool: return
        case .integer(let minimum, let maximum):
            guard let number = value.number, number.isIntegral else { break }
            return try Self.check(number, minimum: minimum, maximum: maximum)
        case .choice(let choices):
            guard let text = value.string else { break }
            guard choices.contains(text) else { throw SchemaFault(reason: "Invalid value \"\(text)\"") }
            return
        case .nullable(let schema): return value.isNull ? () : try schema.check(value)
        case .oneOf(let schema):
            do throws(SchemaFault) {
                return try schema.check(value)
            } catch {
                throw SchemaFault(reason: "Data does not match any schemas from 'oneOf'")
            }
        case .anything: return
        case .object, .array, .string, .boolean: break
        }
        throw SchemaFault(reason: "Expected type \(typeName) but found type \(value.typeName)")
    }

    private static func check(string: JSONValue, charactersMin: Int, charactersMax: Int?) throws(SchemaFault) {
        let text = string.node.text
        if text.traits.contains(.hasNUL) {
            throw SchemaFault(reason: "String does not match pattern ^[^\\u0000]*$: \(string.string ?? "")")
        }
        let isCounted = text.traits.contains(.ascii) && !text.traits.contains(.escaped)
        let count = isCounted ? Int(text.count) : (string.string ?? "").unicodeScalars.count
        if let charactersMax, count > charactersMax {
            throw SchemaFault(reason: "String is too long (\(count) chars), maximum \(charactersMax)")
        }
        if count < charactersMin {
            throw SchemaFault(reason: "String is too short (\(count) chars), minimum \(charactersMin)")
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

extension Property {
    // Not as part of its callers: there the compiler would copy the schema and count a reference for it.
    @inline(never)
    fileprivate func check(_ value: JSONValue) throws(SchemaFault) {
        try schema.check(value)
    }
}

extension ArraySchema {
    /// Throws the first fault of the array.
    fileprivate func check(_ array: JSONValue) throws(SchemaFault) {
        let document = array.document
        let node = array.node
        let count = Int(node.count)
        if count < countMin {
            throw SchemaFault(reason: "Array is too short (\(count)), minimum \(countMin)")
        }
        if let countMax, count > countMax {
            throw SchemaFault(reason: "Array is too long (\(count)), maximum \(countMax)")
        }
        var last: SchemaFault?
        var place = array.place + 1
        for index in 0..<count {
            do {
                try items.check(JSONValue(document: document, place: place))
            } catch {
                last = error.inside(index)
            }
            place = Int(document.nodes[place].end)
        }
        if let last { throw last }
    }
}

extension ObjectSchema {
    /// Throws the first fault of the object; a value of another kind is taken for an empty one.
    package func check(_ object: JSONValue) throws(SchemaFault) {
        let document = object.document
        let node = object.node
        var additional: [String] = []
        var last: SchemaFault?
        var present: UInt64 = 0
        var next = 0
        var place = object.place + 1
        while node.kind == .object, place < node.end {
            let key = document.nodes[place]
            place = Int(key.end)
            guard key.kind == .key else { continue }
            guard let index = index(of: key, document, from: next) else {
                if !allowsMore { additional.append(document.string(of: key)) }
                continue
            }
            present |= 1 << UInt64(index)
            next = index &+ 1
            if sureFits[index].holds(document.nodes[Int(key.value)]) { continue }
            let property = properties[index]
            do {
                try property.check(JSONValue(document: document, place: Int(key.value)))
            } catch {
                last = error.inside(property)
            }
        }
        if requiredBits.map({ $0 & ~present != 0 }) ?? true { try checkRequired(object) }
        guard additional.isEmpty else {
            throw SchemaFault(
                reason: "Additional properties not allowed: \(additional.reversed().joined(separator: ","))")
        }
        if let last { throw last }
    }

    private func checkRequired(_ object: JSONValue) throws(SchemaFault) {
        for index in required.indices.reversed() where object[required[index]] == nil {
            throw SchemaFault(reason: "Missing required property: \(required[index].text)")
        }
    }

    /// The place of the property that a key of a document names; nil where the schema has none.
    ///
    /// - Parameter start: where to look first; members mostly come in the order of the schema.
    @inline(__always)
    private func index(of key: JSONNode, _ document: JSONDocument, from start: Int) -> Int? {
        var index = start
        for _ in 0..<marks.count {
            if index >= marks.count { index = 0 }
            if marks[index] == key.mark,
                JSONKey.isWhole(key.mark) || document.isLongKey(key, properties[index].name)
            {
                return index
            }
            index &+= 1
        }
        return nil
    }

    /// The property of that name; nil where the schema has none.
    package func property(_ name: String) -> Property? {
        let key = JSONKey(name)
        return properties.first { $0.key.mark == key.mark && $0.name.utf8.elementsEqual(name.utf8) }
    }
}

extension JSONValue {
    /// The name z-schema has for the type of a value.
    fileprivate var typeName: String {
        switch kind {
        case .null: "null"
        case .bool: "boolean"
        case .number: number?.isIntegral == true ? "integer" : "number"
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
