import JSON

/// Applies JSON Patches as RFC 6902 says: tests hold the patches that are answered against it.
enum JSONPatch {
    struct Failure: Error {
        let operation: String
    }

    static func apply(_ patch: JSONValue, to document: JSONTree) throws -> JSONTree {
        var result = document
        for operation in patch.items.map(Array.init) ?? [] {
            let path = (operation.string("path") ?? "").split(separator: "/", omittingEmptySubsequences: false)
                .dropFirst()
                .map { $0.replacing("~1", with: "/").replacing("~0", with: "~") }
            let value = operation["value"].map { JSONTree.source($0) }
            guard let op = operation.string("op"),
                let changed = change(result, at: path[...].map { String($0) }, op, value)
            else { throw Failure(operation: String(decoding: JSONTree.source(operation).bytes, as: UTF8.self)) }
            result = changed
        }
        return result
    }

    /// Nil where the operation does not fit.
    private static func change(_ tree: JSONTree, at path: [String], _ op: String, _ value: JSONTree?) -> JSONTree? {
        guard let name = path.first else { return op == "remove" ? nil : value }
        let rest = Array(path.dropFirst())
        if var items = tree.items {
            guard let place = Int(name), place >= 0, place < items.count + (op == "add" && rest.isEmpty ? 1 : 0) else {
                return nil
            }
            switch (op, rest.isEmpty, value) {
            case ("add", true, let value?): items.insert(value, at: place)
            case ("remove", true, nil): items.remove(at: place)
            default:
                guard let changed = change(items[place], at: rest, op, value) else { return nil }
                items[place] = changed
            }
            return .array(items)
        }
        guard var members = tree.members else { return nil }
        let place = members.firstIndex { $0.key.utf8.elementsEqual(name.utf8) }
        switch (op, rest.isEmpty, value, place) {
        case ("add", true, let value?, nil): members.append(JSONTree.Member(name, value))
        case ("remove", true, nil, let place?): members.remove(at: place)
        case (_, _, _, let place?):
            guard let changed = change(members[place].value, at: rest, op, value) else { return nil }
            members[place].value = changed
        default: return nil
        }
        return .object(members)
    }
}

extension JSONTree {
    /// With members by name at every depth, so that two values that differ in order alone are equal.
    var sorted: JSONTree {
        if let members {
            let ordered = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            return .object(ordered.map { Member($0.key, $0.value.sorted) })
        }
        return items.map { .array($0.map(\.sorted)) } ?? self
    }
}
