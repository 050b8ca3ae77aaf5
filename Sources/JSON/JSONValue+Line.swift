/// Where values stand in their text.
extension JSONValue {
    /// The line, from 1, of what a path such as `modules[1].name` names, or of the innermost that is there.
    package func line(of path: String) -> Int {
        var value = self
        for step in path.split(whereSeparator: { $0 == "." || $0 == "[" }) {
            let index = step.hasSuffix("]") ? Int(step.dropLast()).map { max(0, $0) } : nil
            let item = index.flatMap { index in value.items?.dropFirst(index).first { _ in true } }
            guard let next = index == nil ? value[JSONKey("\(step)")] : item else { break }
            value = next
        }
        return document.text.prefix(value.offset).count { $0 == 0x0A } + 1
    }

    /// Arrays and objects have no place in the text but that of what is in them first, or else of what is before.
    private var offset: Int {
        let within = place..<min(place + 2, Int(node.end))
        return (Array(within) + (0..<place).reversed()).lazy.compactMap { document.nodes[$0].offset }.first ?? 0
    }
}

extension JSONNode {
    /// Nil for what is not copied from the text as it is.
    fileprivate var offset: Int? {
        switch kind {
        case .string, .number, .key, .repeatedKey: text.traits.contains(.decoded) ? nil : Int(text.start)
        case .null, .false, .true, .array, .object: nil
        }
    }
}
