import Ground

/// A value of a parsed JSON text (RFC 8259, section 3): a place in its document, which lives as long as the value.
///
/// Each accessor is nil for a value of another kind, so a member of a member is `value["a"]?.string("b")`.
package struct JSONValue: Sendable {
    package enum Kind: Sendable {
        case null, bool, number, string, array, object
    }

    let document: JSONDocument
    fileprivate(set) var place: Int

    /// Tells the values of one text apart.
    package var placeInDocument: Int { place }

    package static let null: JSONValue = {
        var nodes = GrowingBuffer<JSONNode>(capacity: 1)
        nodes.append(JSONNode(kind: .null, end: 1))
        return JSONValue(document: JSONDocument(text: [], decoded: ByteBuffer(), nodes: nodes), place: 0)
    }()

    @inline(__always)
    var node: JSONNode { document.nodes[place] }

    package var kind: Kind {
        switch node.kind {
        case .null, .key, .repeatedKey: .null  // No value is at the place of a key.
        case .false, .true: .bool
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    package var isNull: Bool { node.kind == .null }

    package var bool: Bool? {
        switch node.kind {
        case .true: true
        case .false: false
        default: nil
        }
    }

    package var number: JSONNumber? {
        node.kind == .number ? JSONNumber(grammatical: document.string(of: node)) : nil
    }

    package var string: String? {
        node.kind == .string ? document.string(of: node) : nil
    }

    /// The items of an array.
    package var items: JSONItems? {
        node.kind == .array ? JSONItems(array: self) : nil
    }

    /// The members of an object in source order, each key once.
    package var members: JSONMembers? {
        node.kind == .object ? JSONMembers(object: self) : nil
    }

    /// The value of the member named `key`; nil when there is none, and for all but objects.
    package subscript(_ key: JSONKey) -> JSONValue? {
        valuePlace(key.mark, key.text).map { JSONValue(document: document, place: $0) }
    }

    /// The string of the member named `key`; nil for a member of another kind too.
    package func string(_ key: JSONKey) -> String? {
        guard let place = valuePlace(key.mark, key.text) else { return nil }
        let node = document.nodes[place]
        return node.kind == .string ? document.string(of: node) : nil
    }

    /// The string of the member named `key`, escaped.
    package func escapedString(_ key: JSONKey) -> String? { self[key]?.escapedString }

    /// The items of the member named `key`.
    package func items(_ key: JSONKey) -> JSONItems? {
        guard let place = valuePlace(key.mark, key.text), document.nodes[place].kind == .array else { return nil }
        return JSONItems(array: JSONValue(document: document, place: place))
    }

    /// - Parameter text: of the key with that mark; looked at only where the mark is not all there is of it.
    @inline(__always)
    private func valuePlace(_ mark: UInt64, _ text: @autoclosure () -> String) -> Int? {
        guard node.kind == .object else { return nil }
        let end = Int(node.end)
        var place = place + 1
        while place < end {
            let member = document.nodes[place]
            if member.mark == mark, member.kind == .key, JSONKey.isWhole(mark) || document.isLongKey(member, text()) {
                return Int(member.value)
            }
            place = Int(member.end)
        }
        return nil
    }
}

extension JSONValue: Equatable {
    /// Equal kinds, spellings of numbers, and order of members. Strings are equal when their code points are, as in
    /// JavaScript; Swift's own comparison would take `é` and `e` with an accent for one string.
    package static func == (left: JSONValue, right: JSONValue) -> Bool {
        guard left.kind == right.kind else { return false }
        switch left.kind {
        case .null: return true
        case .bool: return left.bool == right.bool
        case .number, .string: return left.hasSameText(as: right, left.node, right.node)
        case .array:
            guard let left = left.items, let right = right.items else { return false }
            return left.elementsEqual(right)
        case .object:
            guard let left = left.members, let right = right.members else { return false }
            return left.elementsEqual(right) { $0.hasSameKey(as: $1) && $0.value == $1.value }
        }
    }

    fileprivate func hasSameText(as other: JSONValue, _ node: JSONNode, _ otherNode: JSONNode) -> Bool {
        document.withBytes(of: node) { bytes in
            other.document.withBytes(of: otherNode) { bytes.hasSameBytes(as: $0) }
        }
    }
}

/// The items of an array, in order.
package struct JSONItems: Sequence, Sendable {
    let array: JSONValue

    package var count: Int { Int(array.node.count) }

    /// Calls `body` with each, without the calls through tables that a loop over any sequence makes.
    package func forEach(_ body: (JSONValue) -> Void) {
        let end = Int(array.node.end)
        var item = array
        item.place += 1
        while item.place < end {
            body(item)
            item.place = Int(item.node.end)
        }
    }

    /// So that mapping them takes the memory it needs at once.
    package var underestimatedCount: Int { count }

    package func makeIterator() -> Iterator { Iterator(array) }

    package struct Iterator: IteratorProtocol {
        private let document: JSONDocument
        private var place: Int
        private let end: Int

        fileprivate init(_ array: JSONValue) {
            document = array.document
            place = array.place + 1
            end = Int(array.node.end)
        }

        package mutating func next() -> JSONValue? {
            guard place < end else { return nil }
            defer { place = Int(document.nodes[place].end) }
            return JSONValue(document: document, place: place)
        }
    }
}

/// The members of an object.
///
/// A repeated key keeps the place of its first occurrence and takes the value of its last, as JavaScript's `JSON.parse`
/// does (ECMA-262, 25.5.1; RFC 8259, section 4, leaves it open). One exception: JavaScript moves keys that look like
/// array indices to the front, this does not.
package struct JSONMembers: Sequence, Sendable {
    package struct Member: Sendable {
        let document: JSONDocument
        let node: JSONNode

        package var key: String { document.string(of: node) }

        package var value: JSONValue { JSONValue(document: document, place: Int(node.value)) }

        fileprivate func hasSameKey(as other: Member) -> Bool {
            value.hasSameText(as: other.value, node, other.node)
        }
    }

    let object: JSONValue

    package var count: Int { Int(object.node.count) }

    package func makeIterator() -> Iterator { Iterator(object) }

    package struct Iterator: IteratorProtocol {
        private let document: JSONDocument
        private var place: Int
        private let end: Int

        fileprivate init(_ object: JSONValue) {
            document = object.document
            place = object.place + 1
            end = Int(object.node.end)
        }

        package mutating func next() -> Member? {
            while place < end {
                let node = document.nodes[place]
                place = Int(node.end)
                if node.kind == .key { return Member(document: document, node: node) }
            }
            return nil
        }
    }
}
