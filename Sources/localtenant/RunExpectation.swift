import JSON

/// What a result must hold: of objects the members that are named, of lists all items.
enum RunExpectation {
    /// - Returns: a line for each difference, with the path of what differs; empty: there is none.
    static func differences(_ value: JSONTree, from expected: JSONTree, at path: String = "") -> [String] {
        if expected.isObject, let members = expected.members {
            guard value.isObject else { return [line(value, expected, path)] }
            return members.flatMap { member in
                let place = path.isEmpty ? member.key : "\(path).\(member.key)"
                guard let own = value[member.key] else {
                    return member.value.isNull ? [] : ["\(place): expected \(text(member.value)), is missing"]
                }
                return differences(own, from: member.value, at: place)
            }
        }
        if let items = expected.items {
            guard let own = value.items, own.count == items.count else { return [line(value, expected, path)] }
            return items.indices.flatMap { differences(own[$0], from: items[$0], at: "\(path)[\($0)]") }
        }
        return value == expected ? [] : [line(value, expected, path)]
    }

    private static func line(_ value: JSONTree, _ expected: JSONTree, _ path: String) -> String {
        "\(path.isEmpty ? "the result" : path): expected \(text(expected)), is \(text(value))"
    }

    private static func text(_ value: JSONTree) -> String {
        let text = String(decoding: value.bytes, as: UTF8.self)
        return text.utf8.count <= 200 ? text : "\(text.prefix(200))…"
    }
}
