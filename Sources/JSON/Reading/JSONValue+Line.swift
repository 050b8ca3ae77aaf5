extension JSONValue {
    /// The line of the text, from 1, on which the value at a path stands: of a member its key's; where the path leads
    /// to nothing, of the last on it that there is.
    ///
    /// - Parameter path: as `SchemaProblem` has it, such as `modules[0].name`.
    package func line(of path: String) -> Int {
        var value = self
        var offset = firstOffset ?? 0
        for step in path.split(whereSeparator: { $0 == "." || $0 == "[" }) {
            guard let found = step.hasSuffix("]") ? value.item(step.dropLast()) : value.member(String(step)) else {
                break
            }
            value = found.value
            offset = found.offset ?? offset
        }
        return document.text.prefix(offset).count { $0 == 0x0A } + 1
    }

    private func item(_ index: Substring) -> (value: JSONValue, offset: Int?)? {
        guard let index = Int(index), index >= 0, let item = items?.dropFirst(index).first(where: { _ in true }) else {
            return nil
        }
        return (item, item.firstOffset)
    }

    private func member(_ key: String) -> (value: JSONValue, offset: Int?)? {
        guard node.kind == .object else { return nil }
        var place = place + 1
        while place < node.end {
            let member = document.nodes[place]
            let value = JSONValue(document: document, place: Int(member.value))
            if member.kind == .key, document.string(of: member) == key {
                return (value, member.offset ?? value.firstOffset)
            }
            place = Int(member.end)
        }
        return nil
    }

    /// Where the first text of the value begins; nil where it has none, or only decoded ones.
    private var firstOffset: Int? {
        (place..<Int(node.end)).lazy.compactMap { document.nodes[$0].offset }.first
    }
}

extension JSONNode {
    /// Where its text begins in the source; nil for what keeps no place.
    fileprivate var offset: Int? {
        let hasText = kind == .key || kind == .string || kind == .number
        return hasText && !text.traits.contains(.decoded) ? Int(text.start) : nil
    }
}
