/// A tenant's entries, oldest first. An object, since heap and table both lead to it; it stays under the journal's
/// lock.
final class JournalRing {
    let tenant: String
    /// What stands before `first` is gone.
    private var slots: [JournalEntry?] = []
    private var first = 0
    private(set) var dropped = 0
    private(set) var byteCount = 0
    /// Since which forgetting it is as it is, and the entries that came since.
    private(set) var epoch: Int
    private(set) var recorded = 0
    /// Where it stands in its heap.
    fileprivate(set) var place = 0

    init(_ tenant: String, epoch: Int) {
        self.tenant = tenant
        self.epoch = epoch
    }

    var count: Int { slots.count - first }

    var entries: [JournalEntry] { slots[first...].compactMap { $0 } }

    func append(_ entry: JournalEntry) {
        slots.append(entry)
        recorded += 1
        byteCount += entry.byteCount
    }

    /// The oldest gives way to newer ones.
    ///
    /// - Returns: it.
    func dropOldest() -> JournalEntry? {
        guard first < slots.count, let oldest = slots[first] else { return nil }
        byteCount -= oldest.byteCount
        slots[first] = nil
        first += 1
        dropped += 1
        // The array is made short again once half of it is gone.
        if first >= 64, first * 2 >= slots.count {
            slots.removeFirst(first)
            first = 0
        }
        return oldest
    }

    /// Forgets all but those that are given.
    func keep(_ entries: [JournalEntry], epoch: Int) {
        slots = entries
        first = 0
        byteCount = entries.reduce(0) { $0 + $1.byteCount }
        self.epoch = epoch
    }

    /// The last that were recorded; fewer where some of them are gone.
    func last(_ count: Int) -> [JournalEntry] {
        slots[first...].suffix(count).compactMap { $0 }
    }
}

/// Rings in such an order that the one with the most bytes is at hand: a binary heap, so that thousands of tenants
/// cost a request a few comparisons. Their sizes stand in it, since a look at each ring would be one into memory that
/// no cache holds.
struct JournalHeap {
    private var nodes: [(byteCount: Int, ring: JournalRing)] = []

    var largest: JournalRing? { nodes.first?.ring }

    mutating func insert(_ ring: JournalRing) {
        ring.place = nodes.count
        nodes.append((ring.byteCount, ring))
        moveUp(from: ring.place)
    }

    mutating func remove(_ ring: JournalRing) {
        let place = ring.place
        let last = nodes.removeLast()
        guard last.ring !== ring else { return }
        nodes[place] = last
        last.ring.place = place
        didChange(last.ring)
    }

    /// Puts a ring where it belongs, whose size has changed.
    mutating func didChange(_ ring: JournalRing) {
        nodes[ring.place].byteCount = ring.byteCount
        moveUp(from: ring.place)
        moveDown(from: ring.place)
    }

    private mutating func moveUp(from place: Int) {
        var place = place
        while place > 0 {
            let above = (place - 1) / 2
            guard nodes[place].byteCount > nodes[above].byteCount else { return }
            swap(place, above)
            place = above
        }
    }

    private mutating func moveDown(from place: Int) {
        var place = place
        while let below = larger(below: place), nodes[below].byteCount > nodes[place].byteCount {
            swap(place, below)
            place = below
        }
    }

    private func larger(below place: Int) -> Int? {
        let left = 2 * place + 1
        guard left < nodes.count else { return nil }
        return left + 1 < nodes.count && nodes[left + 1].byteCount > nodes[left].byteCount ? left + 1 : left
    }

    private mutating func swap(_ one: Int, _ other: Int) {
        nodes.swapAt(one, other)
        nodes[one].ring.place = one
        nodes[other].ring.place = other
    }
}
