/// The members of a JSON object in source order, each key once.
///
/// A repeated key keeps the place of its first occurrence and takes the value of its last, as JavaScript's `JSON.parse`
/// does (ECMA-262, 25.5.1; RFC 8259, section 4, leaves it open). One exception: JavaScript moves keys that look like
/// array indices to the front, this does not.
///
/// Up to `linearMax` members a look-up walks the list, which is fastest and needs no memory; beyond that a table of
/// positions keeps it from taking quadratic time.
package struct JSONObject: Sendable {
    package struct Member: Sendable {
        package let key: JSONKey
        package var value: JSONValue

        package init(key: JSONKey, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    package private(set) var members: [Member] = []

    /// Where each key stands in `members`; nil while there are at most `linearMax` of them.
    private var positions: [JSONKey: Int]?

    private static let linearMax = 16

    package init() {}

    package var isEmpty: Bool { members.isEmpty }

    package var count: Int { members.count }

    /// The value of the member named `key`, or nil if there is none.
    package subscript(_ key: JSONKey) -> JSONValue? {
        guard let position = position(of: key) else { return nil }
        return members[position].value
    }

    package func contains(_ key: JSONKey) -> Bool {
        position(of: key) != nil
    }

    /// Gives the member named `key` this value; a new one goes to the end.
    package mutating func set(_ key: JSONKey, to value: JSONValue) {
        if let position = position(of: key) {
            members[position].value = value
            return
        }
        if members.isEmpty {
            members.reserveCapacity(4)
        }
        members.append(Member(key: key, value: value))
        if members.count > Self.linearMax {
            indexNewMembers()
        }
    }

    private func position(of key: JSONKey) -> Int? {
        if let positions { return positions[key] }
        for position in members.indices where members[position].key == key {
            return position
        }
        return nil
    }

    /// Enters the members into the table that are not in it yet: all of them at first, then each new one.
    private mutating func indexNewMembers() {
        var positions = self.positions ?? [:]
        self.positions = nil
        for position in positions.count..<members.count {
            positions[members[position].key] = position
        }
        self.positions = positions
    }
}

extension JSONObject.Member: Equatable {
    package static func == (left: Self, right: Self) -> Bool {
        left.key == right.key && left.value == right.value
    }
}

extension JSONObject: Equatable {
    /// Equal members in the same order.
    package static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.members == right.members
    }
}
