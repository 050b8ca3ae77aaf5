import JSON

extension JSONItems {
    /// What `make` makes of each.
    func list<Item>(_ make: (JSONValue) -> Item) -> [Item] {
        var list: [Item] = []
        list.reserveCapacity(count)
        forEach { list.append(make($0)) }
        return list
    }
}
