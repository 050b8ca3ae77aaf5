/// Sequence numbers in the order of a key, bytes by bytes; those of one key ascending.
///
/// Cut in chunks, so that neither a change nor a page costs what all of them do: a change moves one chunk, a page skips
/// chunks by their counts.
struct OrderedIndex: Sendable {
    struct Entry: Comparable, Sendable {
        let key: [UInt8]
        let sequence: Int

        static func < (left: Entry, right: Entry) -> Bool {
            let (one, other) = (left.key.span, right.key.span)
            for index in 0..<min(one.count, other.count) where one[index] != other[index] {
                return one[index] < other[index]
            }
            return one.count == other.count ? left.sequence < right.sequence : one.count < other.count
        }
    }

    /// None is empty.
    private var chunks: [[Entry]]
    private static let chunkMax = 512

    init(_ entries: [Entry]) {
        let sorted = entries.sorted()
        chunks = stride(from: 0, to: sorted.count, by: Self.chunkMax / 2).map {
            Array(sorted[$0..<min($0 + Self.chunkMax / 2, sorted.count)])
        }
    }

    mutating func insert(_ entry: Entry) {
        guard !chunks.isEmpty else { return chunks = [[entry]] }
        let chunk = max(0, chunks.firstPlace { $0[0] > entry } - 1)
        chunks[chunk].insert(entry, at: chunks[chunk].firstPlace { $0 > entry })
        guard chunks[chunk].count > Self.chunkMax else { return }
        chunks.insert(Array(chunks[chunk][(Self.chunkMax / 2)...]), at: chunk + 1)
        chunks[chunk].removeLast(chunks[chunk + 1].count)
    }

    mutating func remove(_ entry: Entry) {
        let chunk = chunks.firstPlace { $0[0] > entry } - 1
        guard chunk >= 0 else { return }
        let place = chunks[chunk].firstPlace { $0 >= entry }
        guard place < chunks[chunk].count, chunks[chunk][place] == entry else { return }
        chunks[chunk].remove(at: place)
        if chunks[chunk].isEmpty { chunks.remove(at: chunk) }
    }

    /// How many stand before an entry.
    func rank(of entry: Entry) -> Int {
        let chunk = chunks.firstPlace { $0[0] > entry } - 1
        guard chunk >= 0 else { return 0 }
        return chunks[..<chunk].reduce(0) { $0 + $1.count } + chunks[chunk].firstPlace { $0 >= entry }
    }

    /// Up to `count` sequence numbers after the first `offset`.
    func slice(offset: Int, count: Int) -> [Int] {
        var (found, skipped) = ([Int](), 0)
        for chunk in chunks where found.count < count {
            let start = max(0, offset - skipped)
            skipped += chunk.count
            found += chunk.dropFirst(start).prefix(count - found.count).map(\.sequence)
        }
        return found
    }
}

extension Array {
    /// The place of the first of which `isBehind` holds, among elements in order; the count where there is none.
    fileprivate func firstPlace(_ isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
