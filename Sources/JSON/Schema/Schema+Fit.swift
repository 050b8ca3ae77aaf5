/// The first walk: does a value fit?
extension Schema {
    package func fits(_ value: JSONValue) -> Bool {
        fits(value.document, value.place)
    }

    func fits(_ document: JSONDocument, _ place: Int) -> Bool {
        let node = document.nodes[place]
        guard allows(node, document) else { return false }
        switch node.kind {
        case .object:
            if let objectSchema, !objectSchema.fits(document, place) { return false }
        case .array:
            if let items, !Self.fitAll(items, document, place) { return false }
        default: break
        }
        for keyword in others where !holds(keyword, document, place) { return false }
        return true
    }

    private static func fitAll(_ items: Schema, _ document: JSONDocument, _ place: Int) -> Bool {
        let end = Int(document.nodes[place].end)
        var item = place + 1
        while item < end {
            guard items.fits(document, item) else { return false }
            item = Int(document.nodes[item].end)
        }
        return true
    }

    /// Whether the type is allowed.
    func allows(_ node: JSONNode, _ document: JSONDocument) -> Bool {
        switch node.kind {
        case .object: types.contains(.object)
        case .array: types.contains(.array)
        case .string: types.contains(.string)
        case .true, .false: types.contains(.boolean)
        case .null, .key, .repeatedKey: types.contains(.null)
        case .number:
            types.contains(.number)
                || types.contains(.integer) && JSONNumber(grammatical: document.string(of: node)).isIntegral
        }
    }

    /// Whether a value has what a keyword asks for; all is well with a value of a type that the keyword is not about.
    func holds(_ keyword: Keyword, _ document: JSONDocument, _ place: Int) -> Bool {
        let node = document.nodes[place]
        switch keyword {
        case .minLength(let count): return node.kind != .string || document.characterCount(of: node) >= count
        case .maxLength(let count): return node.kind != .string || document.characterCount(of: node) <= count
        case .noNUL: return !node.text.traits.contains(.hasNUL)
        case .pattern(let pattern): return node.kind != .string || pattern.matches(document.string(of: node))
        case .format(let name): return node.kind != .string || Format.holds(name, document.string(of: node))
        case .choice(let values):
            let value = JSONValue(document: document, place: place)
            return values.contains { $0.isSame(as: value) }
        case .minimum(let bound): return node.kind != .number || document.number(of: node).isAtLeast(bound)
        case .maximum(let bound): return node.kind != .number || document.number(of: node).isAtMost(bound)
        case .minItems(let count): return node.kind != .array || Int(node.count) >= count
        case .maxItems(let count): return node.kind != .array || Int(node.count) <= count
        case .uniqueItems: return JSONValue(document: document, place: place).repeatedItems == nil
        case .minProperties(let count): return node.kind != .object || Int(node.count) >= count
        case .maxProperties(let count): return node.kind != .object || Int(node.count) <= count
        case .oneOf(let schemas):
            var fitting = 0
            for schema in schemas where schema.fits(document, place) { fitting += 1 }
            return fitting == 1
        case .anyOf(let schemas): return schemas.contains { $0.fits(document, place) }
        case .allOf(let schemas): return schemas.allSatisfy { $0.fits(document, place) }
        case .recursive(let text, let name): return text.schema(named: name)?.fits(document, place) ?? true
        case .items, .required, .properties: return true  // Asked by `fits`.
        }
    }
}

extension ObjectSchema {
    fileprivate func fits(_ document: JSONDocument, _ place: Int) -> Bool {
        let end = Int(document.nodes[place].end)
        var present: UInt64 = 0
        var next = 0
        var place = place + 1
        let start = place
        while place < end {
            let key = document.nodes[place]
            place = Int(key.end)
            guard key.kind == .key else { continue }
            guard let index = index(of: key, document, from: next) else {
                switch additional {
                case .none: return false
                case .any: continue
                case .fitting(let schema):
                    guard schema.fits(document, Int(key.value)) else { return false }
                    continue
                }
            }
            if index < 64 { present |= 1 << UInt64(index) }
            next = index &+ 1
            if sureFits[index].holds(document.nodes[Int(key.value)]) { continue }
            guard properties[index].schema.fits(document, Int(key.value)) else { return false }
        }
        if let requiredBits { return requiredBits & ~present == 0 }
        let object = JSONValue(document: document, place: start - 1)
        return required.allSatisfy { object[$0] != nil }
    }

    /// The place of the property that a key of a document names; nil where the schema has none.
    ///
    /// - Parameter start: where to look first; members mostly come in the order of the schema.
    @inline(__always)
    func index(of key: JSONNode, _ document: JSONDocument, from start: Int) -> Int? {
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
}

extension JSONDocument {
    /// Unicode code points of a string.
    func characterCount(of node: JSONNode) -> Int {
        let isCounted = node.text.traits.contains(.ascii) && !node.text.traits.contains(.escaped)
        return isCounted ? Int(node.text.count) : string(of: node).unicodeScalars.count
    }

    fileprivate func number(of node: JSONNode) -> JSONNumber { JSONNumber(grammatical: string(of: node)) }
}

extension JSONNumber {
    fileprivate func isAtMost(_ bound: JSONNumber) -> Bool {
        if let own = Int(text), let bound = Int(bound.text) { return own <= bound }
        return (Double(text) ?? 0) <= (Double(bound.text) ?? 0)
    }

    fileprivate func isAtLeast(_ bound: JSONNumber) -> Bool {
        if let own = Int(text), let bound = Int(bound.text) { return own >= bound }
        return (Double(text) ?? 0) >= (Double(bound.text) ?? 0)
    }
}

extension JSONValue {
    /// Equal as JSON Schema has it: numbers by value.
    fileprivate func isSame(as other: JSONValue) -> Bool {
        if let own = number, let other = other.number {
            return own.text == other.text || own.int != nil && own.int == other.int
        }
        return self == other
    }

    /// The first two items that are the same.
    var repeatedItems: (first: Int, second: Int)? {
        guard let items else { return nil }
        var seen: [String: [(Int, JSONValue)]] = [:]
        for (index, item) in items.enumerated() {
            let key = item.string ?? "\(item.kind)"
            if let first = seen[key]?.first(where: { $0.1 == item }) { return (first.0, index) }
            seen[key, default: []].append((index, item))
        }
        return nil
    }
}
