import Synchronization
import Tenancy

/// The last requests of each tenant, for tests to ask what their code has sent.
///
/// Each tenant has a ring of its own, so that tests beside each other do not push out each other's. The oldest entries
/// go when a ring is full, or when all rings together take more memory than they may.
package final class Journal: Sendable {
    /// A tenant's entries, oldest first; what stands before `first` is gone.
    private struct Ring {
        var entries: [JournalEntry?] = []
        var first = 0
        var dropped = 0
        var byteCount = 0
        /// Since which forgetting it is as it is, and the entries that came since.
        var epoch: Int
        var recorded = 0

        init(epoch: Int) {
            self.epoch = epoch
        }

        var count: Int { entries.count - first }

        mutating func append(_ entry: JournalEntry) {
            entries.append(entry)
            recorded += 1
            byteCount += entry.byteCount
        }

        /// - Returns: the bytes that are free now.
        mutating func dropOldest() -> Int {
            let freed = entries[first]?.byteCount ?? 0
            byteCount -= freed
            entries[first] = nil
            first += 1
            dropped += 1
            // The array is made short again once half of it is gone.
            if first >= 64, first * 2 >= entries.count {
                entries.removeFirst(first)
                first = 0
            }
            return freed
        }
    }

    private struct State {
        var rings: [String: Ring] = [:]
        var byteCount = 0
        /// Rises whenever entries are forgotten because somebody asked for it.
        var epoch = 1
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
        state.withLock { state in
            state.byteCount += entry.byteCount
            let epoch = state.epoch
            state.byteCount -= append(entry, to: &state.rings[entry.tenant, default: Ring(epoch: epoch)])
            if state.byteCount > bytesMax { Journal.dropLargest(&state, bytesMax) }
        }
    }

    /// - Returns: the bytes that are free now.
    private func append(_ entry: JournalEntry, to ring: inout Ring) -> Int {
        let byteCount = ring.count >= countMax ? ring.dropOldest() : 0
        ring.append(entry)
        return byteCount
    }

    /// The largest ring gives way, until the memory is enough.
    private static func dropLargest(_ state: inout State, _ bytesMax: Int) {
        while state.byteCount > bytesMax,
            let name = state.rings.max(by: { $0.value.byteCount < $1.value.byteCount })?.key
        {
            guard let byteCount = state.rings[name]?.dropOldest() else { return }
            state.byteCount -= byteCount
        }
    }

    /// A tenant's entries, oldest first, and how many older ones are gone.
    package func entries(of tenant: String) -> (entries: [JournalEntry], dropped: Int) {
        state.withLock { state in
            guard let ring = state.rings[tenant] else { return ([], 0) }
            return (ring.entries[ring.first...].compactMap { $0 }, ring.dropped)
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
            let kept = ring.entries[ring.first...]
            guard let cursor, cursor.epoch == ring.epoch, cursor.count <= ring.recorded else {
                return JournalNews(
                    entries: kept.compactMap { $0 }, isWhole: true, dropped: ring.dropped, cursor: end)
            }
            let entries = kept.suffix(ring.recorded - cursor.count).compactMap { $0 }
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
            guard var ring = state.rings[tenant] else { return [] }
            let all = ring.entries[ring.first...].compactMap { $0 }
            let removed = all.filter { ids.contains($0.id) }
            let freed = removed.reduce(0) { $0 + $1.byteCount }
            ring.entries = all.filter { !ids.contains($0.id) }
            ring.first = 0
            ring.byteCount -= freed
            state.byteCount -= freed
            state.epoch += 1
            ring.epoch = state.epoch
            state.rings[tenant] = ring
            return removed
        }
    }

    /// Forgets everything of a tenant, also that entries were dropped.
    package func reset(_ tenant: String) {
        state.withLock { state in
            guard let ring = state.rings.removeValue(forKey: tenant) else { return }
            state.epoch += 1
            state.byteCount -= ring.entries[ring.first...].reduce(0) { $0 + ($1?.byteCount ?? 0) }
        }
    }
}
