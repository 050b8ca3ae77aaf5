/// A JSON value that can be changed: parts of parsed texts as they came, and new ones beside them.
///
/// Nothing of a parsed value is taken apart before somebody changes or walks it, so a body of which a rule changes one
/// member costs little more than one that is stored as it came.
package enum JSONTree: Sendable {
    case source(JSONValue)
    case null
    case bool(Bool)
    /// In the spelling of its text.
    case number(String)
    case string(String)
    case array([JSONTree])
    case object([Member])

    package struct Member: Sendable {
        package let key: String
        package var value: JSONTree

        package init(_ key: String, _ value: JSONTree) {
            self.key = key
            self.value = value
        }
    }

    /// What a text holds; `null` for one that is no JSON.
    package init(text: String) {
        self = JSONTree(bytes: Array(text.utf8))
    }

    package init(bytes: [UInt8]) {
        self = (try? JSONParser.parse(bytes)).map { .source($0) } ?? .null
    }

    /// What a text holds that this program wrote, whose objects have no key twice.
    package init(stored bytes: [UInt8]) {
        let value = try? JSONParser.parse(bytes, limits: JSONLimits(hasDistinctKeys: true))
        self = value.map { .source($0) } ?? .null
    }

    package static func int(_ value: Int) -> JSONTree { .number(String(value)) }

    package static let emptyObject = JSONTree.object([])
}

/// Reading; each accessor is nil for a value of another kind.
extension JSONTree {
    package var isNull: Bool {
        switch self {
        case .null: true
        case .source(let value): value.isNull
        default: false
        }
    }

    package var isObject: Bool {
        switch self {
        case .object: true
        case .source(let value): value.kind == .object
        default: false
        }
    }

    package var string: String? {
        switch self {
        case .string(let text): text
        case .source(let value): value.string
        default: nil
        }
    }

    package var bool: Bool? {
        switch self {
        case .bool(let value): value
        case .source(let value): value.bool
        default: nil
        }
    }

    package var int: Int? {
        switch self {
        case .number(let text): JSONNumber(grammatical: text).int
        case .source(let value): value.number?.int
        default: nil
        }
    }

    package var double: Double? {
        switch self {
        case .number(let text): Double(text)
        case .source(let value): value.number.flatMap { Double($0.text) }
        default: nil
        }
    }

    /// The items of an array.
    package var items: [JSONTree]? {
        switch self {
        case .array(let items): items
        case .source(let value): value.items.map { $0.map { .source($0) } }
        default: nil
        }
    }

    /// The strings among the items of an array.
    package var strings: [String]? { items?.compactMap(\.string) }

    /// The members of an object, in order.
    package var members: [Member]? {
        switch self {
        case .object(let members): members
        case .source(let value): value.members.map { $0.map { Member($0.key, .source($0.value)) } }
        default: nil
        }
    }

    /// The member of that name. Set to nil it goes; a new one comes last, one that is there keeps its place.
    package subscript(key: String) -> JSONTree? {
        get {
            switch self {
            case .object(let members): members.place(of: key).map { members[$0].value }
            case .source(let value): value[JSONKey(key)].map { .source($0) }
            default: nil
            }
        }
        set {
            var members = members ?? []
            self = .null  // Else the members would be shared, and copied at each change.
            let index = members.place(of: key)
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(key, value))
            case (nil, nil): break
            }
            self = .object(members)
        }
    }

    /// A value within objects: `a.b` is member `b` of member `a`. Setting makes the objects on the way.
    package subscript(path path: String) -> JSONTree? {
        get {
            guard let (first, rest) = path.cutAtStop else { return self[path] }
            return self[first]?[path: rest]
        }
        set {
            guard let (first, rest) = path.cutAtStop else { return self[path] = newValue }
            guard self[first] != nil || newValue != nil else { return }
            var inner = self[first] ?? .emptyObject
            inner[path: rest] = newValue
            self[first] = inner
        }
    }

    package func contains(_ key: String) -> Bool { self[key] != nil }
}

extension [JSONTree.Member] {
    /// Where the member of that name is. Most keys differ in length, which is told without a look at them.
    func place(of key: String) -> Int? {
        let count = key.utf8.count
        return firstIndex { $0.key.utf8.count == count && $0.key == key }
    }
}

extension String {
    /// What stands before and after the first full stop.
    fileprivate var cutAtStop: (String, String)? {
        let place = utf8.withContiguousStorageIfAvailable { bytes in
            bytes.indices.first { bytes[$0] == UInt8(ascii: ".") }
        }
        guard let place = place ?? nil else { return nil }
        let stop = utf8.index(startIndex, offsetBy: place)
        return (String(self[..<stop]), String(self[utf8.index(after: stop)...]))
    }
}

/// Writing.
extension JSONTree {
    /// The value as a JSON text.
    package var bytes: [UInt8] {
        var writer = JSONWriter(capacity: 1_024)
        writer.tree(self)
        return writer.finish()
    }
}

extension JSONWriter {
    package mutating func tree(_ tree: JSONTree) {
        switch tree {
        case .source(let value): self.value(value)
        case .null: null()
        case .bool(let value): bool(value)
        case .number(let text): number(text)
        case .string(let text): string(text)
        case .array(let items):
            beginArray()
            for item in items { self.tree(item) }
            endArray()
        case .object(let members):
            beginObject()
            for member in members {
                key(member.key)
                self.tree(member.value)
            }
            endObject()
        }
    }
}

extension JSONTree: Equatable {
    /// The same kinds, texts and order of members, wherever the parts come from.
    package static func == (left: JSONTree, right: JSONTree) -> Bool {
        left.bytes == right.bytes
    }
}

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int) { self = .int(value) }
    package init(arrayLiteral elements: JSONTree...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSONTree)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
}
