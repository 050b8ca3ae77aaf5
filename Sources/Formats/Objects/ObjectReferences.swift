import JSON
import Resources

extension SeedSection.Reference {
    /// The texts of the member that the reference is about.
    func texts(of value: JSONTree) -> [String] {
        var found: [String] = []
        _ = replaced(in: value) { text in
            found.append(text)
            return text
        }
        return found
    }

    /// The value with each text of the member replaced.
    func replaced(in value: JSONTree, _ change: (String) -> String) -> JSONTree {
        if member.isEmpty { return replacedTexts(of: value, change) }
        if member.first == "*" { return replacedAnywhere(String(member.dropFirst()), in: value, change) }
        guard let inner = value[path: member] else { return value }
        let new = replacedTexts(of: inner, change)
        var value = value
        value[path: member] = new
        return value
    }

    private func replacedTexts(of value: JSONTree, _ change: (String) -> String) -> JSONTree {
        if let text = value.string { return .string(change(text)) }
        guard let items = value.items else { return value }
        return .array(items.map { item in item.string.map { .string(change($0)) } ?? item })
    }

    private func replacedAnywhere(_ name: String, in value: JSONTree, _ change: (String) -> String) -> JSONTree {
        if let members = value.members {
            return .object(
                members.map { member in
                    let new =
                        member.key == name
                        ? replacedTexts(of: member.value, change) : replacedAnywhere(name, in: member.value, change)
                    return JSONTree.Member(member.key, new)
                })
        }
        if let items = value.items { return .array(items.map { replacedAnywhere(name, in: $0, change) }) }
        return value
    }
}
