/// What became of one object between two states: of two nils there are none.
package struct Change<Object> {
    /// Nil: it was not there.
    package let from: Object?
    /// Nil: it is not there any more.
    package let to: Object?

    package init(from: Object?, to: Object?) {
        self.from = from
        self.to = to
    }
}

extension Change: Sendable where Object: Sendable {}

extension Array {
    /// What differs between two states of a table: changed and gone objects in the order of their creation, then new
    /// ones in theirs. Chunks that the states share are not looked into, so that of many objects only the neighbours of
    /// those that changed are compared.
    func changes<Item, ID: Hashable>(
        since old: [Element], by id: @escaping (Item) -> ID, areSame: @escaping (Item, Item) -> Bool
    ) -> [Change<Item>] where Element == SequencedChunk<Item> {
        var walk = ChangeWalk<Item, ID>(id: id, areSame: areSame)
        var (place, oldPlace) = (0, 0)
        while place < count || oldPlace < old.count {
            let first = place < count ? self[place].firstSequence : .max
            let oldFirst = oldPlace < old.count ? old[oldPlace].firstSequence : .max
            let items = first <= oldFirst ? self[place].items : []
            let oldItems = oldFirst <= first ? old[oldPlace].items : []
            if first <= oldFirst { place += 1 }
            if oldFirst <= first { oldPlace += 1 }
            if !items.span.isIdentical(to: oldItems.span) { walk.compare(items, oldItems) }
        }
        return walk.changes
    }
}

/// Pairs what stands at the same place; what does not is paired by id at the end, as tables that were filled apart have
/// the same objects at other places.
private struct ChangeWalk<Object, ID: Hashable> {
    let id: (Object) -> ID
    let areSame: (Object, Object) -> Bool
    /// Old objects that changed or are not where they were, in order.
    private var before: [(old: Object, new: Object?)] = []
    private var unpaired: [Object] = []

    init(id: @escaping (Object) -> ID, areSame: @escaping (Object, Object) -> Bool) {
        self.id = id
        self.areSame = areSame
    }

    mutating func compare(_ items: [Object?], _ old: [Object?]) {
        for place in 0..<max(items.count, old.count) {
            let (new, old) = (place < items.count ? items[place] : nil, place < old.count ? old[place] : nil)
            switch (old, new) {
            case (let old?, let new?) where id(old) == id(new):
                if !areSame(old, new) { before.append((old, new)) }
            default:
                if let old { before.append((old, nil)) }
                if let new { unpaired.append(new) }
            }
        }
    }

    var changes: [Change<Object>] {
        var places: [ID: Int] = [:]
        for (place, object) in unpaired.enumerated() { places[id(object)] = place }
        var changes: [Change<Object>] = []
        for (old, new) in before {
            guard new == nil, let place = places.removeValue(forKey: id(old)) else {
                changes.append(Change(from: old, to: new))
                continue
            }
            if !areSame(old, unpaired[place]) { changes.append(Change(from: old, to: unpaired[place])) }
        }
        return changes + places.values.sorted().map { Change(from: nil, to: unpaired[$0]) }
    }
}
