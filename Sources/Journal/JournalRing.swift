/// A tenant's entries, oldest first. An object, since heap and table both lead to it; it stays under the journal's
/// lock.
final class JournalRing {
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

    init(epoch: Int) {
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
    func dropOldest() {
        guard first < slots.count else { return }
        byteCount -= slots[first]?.byteCount ?? 0
        slots[first] = nil
        first += 1
        dropped += 1
        // The array is made short again once half of it is gone.
        if first >= 64, first * 2 >= slots.count {
            slots.removeFirst(first)
            first = 0
        }
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
/// cost a request a few comparisons.
struct JournalHeap {
    private var rings: [JournalRing] = []

    var largest: JournalRing? { rings.first }

    mutating func insert(_ ring: JournalRing) {
        ring.place = rings.count
        rings.append(ring)
        moveUp(ring)
    }

    mutating func remove(_ ring: JournalRing) {
        let last = rings.removeLast()
        guard last !== ring else { return }
        put(last, at: ring.place)
        didChange(last)
    }

    /// Puts a ring where it belongs, whose size has changed.
    mutating func didChange(_ ring: JournalRing) {
        moveUp(ring)
        moveDown(ring)
    }

    private mutating func moveUp(_ ring: JournalRing) {
        while ring.place > 0 {
            let above = rings[(ring.place - 1) / 2]
            guard ring.byteCount > above.byteCount else { return }
            swap(ring, above)
        }
    }

    private mutating func moveDown(_ ring: JournalRing) {
        while let below = larger(below: ring.place), below.byteCount > ring.byteCount { swap(ring, below) }
    }

    private func larger(below place: Int) -> JournalRing? {
        let left = 2 * place + 1
        guard left < rings.count else { return nil }
        guard left + 1 < rings.count, rings[left + 1].byteCount > rings[left].byteCount else { return rings[left] }
        return rings[left + 1]
    }

    private mutating func swap(_ one: JournalRing, _ other: JournalRing) {
        let place = one.place
        put(one, at: other.place)
        put(other, at: place)
    }

    private mutating func put(_ ring: JournalRing, at place: Int) {
        rings[place] = ring
        ring.place = place
    }
}
