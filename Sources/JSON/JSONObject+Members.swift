/// Members by the kind of value that is wanted: nil where there is none, or one of another kind.
extension JSONObject {
    package func text(_ key: JSONKey) -> String? {
        if case .string(let text) = self[key] { return text }
        return nil
    }

    package func integer(_ key: JSONKey) -> Int64? {
        if case .number(let number) = self[key] { return number.int.map { Int64($0) } }
        return nil
    }

    package func bool(_ key: JSONKey) -> Bool? {
        if case .bool(let value) = self[key] { return value }
        return nil
    }

    package func object(_ key: JSONKey) -> JSONObject? {
        if case .object(let object) = self[key] { return object }
        return nil
    }

    /// The objects among the items of an array.
    package func objects(_ key: JSONKey) -> [JSONObject]? {
        guard case .array(let items) = self[key] else { return nil }
        return items.compactMap { item in
            if case .object(let object) = item { return object }
            return nil
        }
    }
}
