/// Streams in the order in which they came.
struct HTTP2StreamQueue {
    private var ids: [Int32] = []
    /// How many of them are out.
    private var taken = 0
    private static let takenMax = 64

    var isEmpty: Bool { taken == ids.count }

    mutating func append(_ id: Int32) {
        ids.append(id)
    }

    mutating func popFirst() -> Int32? {
        guard taken < ids.count else { return nil }
        let id = ids[taken]
        taken += 1
        // At the end, and now and then before, lest a queue that is never empty grows for ever.
        if taken == ids.count || taken > ids.count / 2 && taken > HTTP2StreamQueue.takenMax {
            ids.removeFirst(taken)
            taken = 0
        }
        return id
    }
}
