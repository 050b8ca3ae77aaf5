import Synchronization
import Tenancy

/// The last requests of each tenant, for tests to ask what their code has sent.
///
/// Each tenant has a ring of its own, so that tests beside each other do not push out each other's. The oldest entries
/// go when a ring is full, or when all rings together take more memory than they may.
package final class Journal: Sendable {
    private struct State {
        private(set) var rings: [String: JournalRing] = [:]
        /// The one that was asked for last, and will be again.
        private var last: JournalRing?
        private var heap = JournalHeap()
        private(set) var byteCount = 0
        /// Rises whenever entries are forgotten because somebody asked for it.
        private(set) var epoch = 1

        mutating func ring(of tenant: String) -> JournalRing {
            if let last, last.tenant == tenant { return last }
            if let ring = rings[tenant] {
                last = ring
                return ring
            }
            let ring = JournalRing(tenant, epoch: epoch)
            rings[tenant] = ring
            heap.insert(ring)
            last = ring
            return ring
        }

        /// Has a ring changed, so that what is known of its size stays true.
        mutating func change(_ ring: JournalRing, _ body: (JournalRing) -> Void) {
            let before = ring.byteCount
            body(ring)
            byteCount += ring.byteCount - before
            heap.didChange(ring)
        }

        /// The largest ring gives way, until the memory is enough.
        ///
        /// - Returns: what was let go of.
        mutating func shrink(to bytesMax: Int) -> [JournalEntry] {
            var dropped: [JournalEntry] = []
            while byteCount > bytesMax, let largest = heap.largest, largest.count > 0 {
                change(largest) { ring in
                    if let entry = ring.dropOldest() { dropped.append(entry) }
                }
            }
            return dropped
        }

        mutating func keep(_ entries: [JournalEntry], in ring: JournalRing) {
            epoch += 1
            let epoch = epoch
            change(ring) { $0.keep(entries, epoch: epoch) }
        }

        mutating func remove(_ tenant: String) {
            guard let ring = rings.removeValue(forKey: tenant) else { return }
            last = nil
            heap.remove(ring)
            epoch += 1
            byteCount -= ring.byteCount
        }
    }

    private let state = Mutex(State())
    private let countMax: Int
    private let bytesMax: Int

    /// - Parameters:
    ///   - countMax: entries of one tenant; 0: none are kept.
    ///   - bytesMax: of all entries together, roughly.
    package init(countMax: Int = 1_000, bytesMax: Int = 64 * 1024 * 1024) {
        self.countMax = countMax
        self.bytesMax = bytesMax
    }

    package var isDisabled: Bool { countMax == 0 }

    package func record(_ entry: JournalEntry) {
        guard entry.byteCount <= bytesMax else { return }
        // What goes is freed outside the lock: none of it is in a cache any more, and all loops would wait for that.
        let dropped = state.withLock { state in
            var oldest: JournalEntry?
            state.change(state.ring(of: entry.tenant)) { ring in
                if ring.count >= countMax { oldest = ring.dropOldest() }
                ring.append(entry)
            }
            return (oldest, state.shrink(to: bytesMax))
        }
        withExtendedLifetime(dropped) {}
    }

    /// A tenant's entries, oldest first, and how many older ones are gone.
    package func entries(of tenant: String) -> (entries: [JournalEntry], dropped: Int) {
        state.withLock { state in
            guard let ring = state.rings[tenant] else { return ([], 0) }
            return (ring.entries, ring.dropped)
        }
    }

    /// Those of a tenant's entries that came after a cursor, oldest first.
    ///
    /// - Parameter cursor: an earlier answer's; nil: from the beginning.
    /// - Returns: the entries; whether they are all there are, because there was no cursor or some that came before it
    ///   were forgotten since; how many older ones are gone; and the cursor behind the last of them.
    package func news(of tenant: String, since cursor: JournalCursor?) -> JournalNews {
        state.withLock { state in
            guard let ring = state.rings[tenant] else {
                return JournalNews(entries: [], isWhole: cursor != .start, dropped: 0, cursor: .start)
            }
            let end = JournalCursor(epoch: ring.epoch, count: ring.recorded)
            guard let cursor, cursor.epoch == ring.epoch, cursor.count <= ring.recorded else {
                return JournalNews(entries: ring.entries, isWhole: true, dropped: ring.dropped, cursor: end)
            }
            let entries = ring.last(ring.recorded - cursor.count)
            return JournalNews(entries: entries, isWhole: false, dropped: ring.dropped, cursor: end)
        }
    }

    /// Where a tenant's entries end now.
    package func end(of tenant: String) -> JournalCursor {
        state.withLock { state in
            state.rings[tenant].map { JournalCursor(epoch: $0.epoch, count: $0.recorded) } ?? .start
        }
    }

    /// Forgets those entries of a tenant for which `isMeant` holds.
    ///
    /// - Returns: what was forgotten.
    package func remove(of tenant: String, where isMeant: (JournalEntry) -> Bool) -> [JournalEntry] {
        // Looked at outside the lock: a pattern may take long, and each request waits for it.
        let ids = Set(entries(of: tenant).entries.filter(isMeant).map(\.id))
        guard !ids.isEmpty else { return [] }
        return state.withLock { state in
            guard let ring = state.rings[tenant] else { return [] }
            let all = ring.entries
            let removed = all.filter { ids.contains($0.id) }
            state.keep(all.filter { !ids.contains($0.id) }, in: ring)
            return removed
        }
    }

    /// Forgets everything of a tenant, also that entries were dropped.
    package func reset(_ tenant: String) {
        state.withLock { $0.remove(tenant) }
    }
}
