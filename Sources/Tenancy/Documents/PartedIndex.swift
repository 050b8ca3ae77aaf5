/// A dictionary by exact text, cut in parts: the first change after a snapshot copies one part, and none grows large
/// enough to make a pause.
struct PartedIndex<Value: Sendable>: Sendable {
    private var parts: [[ExactText: Value]] = []
    private static var partCount: Int { 64 }

    subscript(key: String) -> Value? {
        get {
            guard !parts.isEmpty else { return nil }
            let key = ExactText(key)
            return parts[Self.part(of: key)][key]
        }
        set {
            if parts.isEmpty {
                if newValue == nil { return }
                parts = Array(repeating: [:], count: Self.partCount)
            }
            let key = ExactText(key)
            parts[Self.part(of: key)][key] = newValue
        }
    }

    /// Changes a value in place; one that is `empty` afterwards stays, for the caller to remove.
    mutating func change<Result>(_ key: String, default value: Value, _ body: (inout Value) -> Result) -> Result {
        if parts.isEmpty { parts = Array(repeating: [:], count: Self.partCount) }
        let key = ExactText(key)
        return body(&parts[Self.part(of: key)][key, default: value])
    }

    var isEmpty: Bool { parts.allSatisfy(\.isEmpty) }

    /// All entries by key.
    var sorted: [(key: String, value: Value)] {
        parts.flatMap { $0.map { ($0.key.text, $0.value) } }.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    }

    /// Keys whose values differ from those of another state. Parts that both share are the same at a glance.
    func keys(changedSince old: PartedIndex) -> [String] where Value: Equatable {
        guard !parts.isEmpty, !old.parts.isEmpty else { return (parts.isEmpty ? old : self).sorted.map(\.key) }
        var changed: [String] = []
        for (part, old) in zip(parts, old.parts) where part != old {
            changed += part.filter { old[$0.key] != $0.value }.map(\.key.text)
            changed += old.keys.filter { part[$0] == nil }.map(\.text)
        }
        return changed.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func part(of key: ExactText) -> Int { Int(key.text.exactHash >> 32) & (partCount - 1) }
}
