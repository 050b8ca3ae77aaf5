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
        package let key: String
        package var value: JSONValue

        package init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    package private(set) var members: [Member] = []

    /// Where each key stands in `members`; empty while there are at most `linearMax` of them.
    private var positions: [ByteKey: Int] = [:]

    private static let linearMax = 16

    package init() {}

    package var isEmpty: Bool { members.isEmpty }

    package var count: Int { members.count }

    /// The value of the member named `key`, or nil if there is none.
    package subscript(_ key: String) -> JSONValue? {
        guard let position = position(of: key) else { return nil }
        return members[position].value
    }

    package func contains(_ key: String) -> Bool {
        position(of: key) != nil
    }

    /// Gives the member named `key` this value; a new one goes to the end.
    package mutating func set(_ key: String, to value: JSONValue) {
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

    private func position(of key: String) -> Int? {
        guard positions.isEmpty else { return positions[ByteKey(text: key)] }
        for position in members.indices where members[position].key.hasSameBytes(as: key) {
            return position
        }
        return nil
    }

    /// Enters the members into the table that are not in it yet: all of them at first, then each new one.
    private mutating func indexNewMembers() {
        for position in positions.count..<members.count {
            positions[ByteKey(text: members[position].key)] = position
        }
    }
}

extension JSONObject.Member: Equatable {
    package static func == (left: Self, right: Self) -> Bool {
        left.key.hasSameBytes(as: right.key) && left.value == right.value
    }
}

extension JSONObject: Equatable {
    /// Equal members in the same order.
    package static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.members == right.members
    }
}
