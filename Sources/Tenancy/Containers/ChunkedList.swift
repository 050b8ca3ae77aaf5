/// A list that only grows at its end, but for a few removals: values of it share all elements but the latest few, so
/// that to append takes the same time whatever the length, also while somebody holds the list as it was.
package struct ChunkedList<Element: Sendable>: Sendable {
    /// The end of the list; not empty unless the list is.
    private var latest: [Element] = []
    /// What stands before it; nil for nothing, as in nearly every list.
    private var older: Older?

    /// Filled once, in chunks of which none is empty.
    private final class Older: Sendable {
        let chunks: [[Element]]
        let count: Int

        init(_ chunks: [[Element]]) {
            self.chunks = chunks
            count = chunks.reduce(0) { $0 + $1.count }
        }
    }

    /// As many as it takes to make the copies of either rare or short.
    private static var chunkMax: Int { 64 }

    package init() {}

    package init(_ elements: [Element]) {
        guard elements.count > ChunkedList.chunkMax else {
            latest = elements
            return
        }
        for element in elements { append(element) }
    }

    package var count: Int { latest.count + (older?.count ?? 0) }
    package var isEmpty: Bool { latest.isEmpty }
    package var last: Element? { latest.last }

    mutating func append(_ element: Element) {
        guard latest.count >= ChunkedList.chunkMax else { return latest.append(element) }
        older = Older((older?.chunks ?? []) + [latest])
        latest = [element]
    }

    /// Removes the first element that fits.
    mutating func removeFirst(where fits: (Element) -> Bool) {
        var chunks = chunks
        for number in chunks.indices {
            guard let index = chunks[number].firstIndex(where: fits) else { continue }
            chunks[number].remove(at: index)
            if chunks[number].isEmpty { chunks.remove(at: number) }
            latest = chunks.popLast() ?? []
            older = chunks.isEmpty ? nil : Older(chunks)
            return
        }
    }

    /// Up to `count` elements from the last one back, without the first `offset` of those.
    func newest(offset: Int, count wanted: Int) -> [Element] {
        var found: [Element] = []
        var skipped = 0
        for chunk in chunks.reversed() where found.count < wanted {
            let left = Swift.min(offset - skipped, chunk.count)
            skipped += left
            found += chunk.reversed().dropFirst(left).prefix(wanted - found.count)
        }
        return found
    }

    private var chunks: [[Element]] { latest.isEmpty ? [] : (older?.chunks ?? []) + [latest] }
}

/// From the first element on.
extension ChunkedList: Sequence {
    package struct Iterator: IteratorProtocol {
        fileprivate let chunks: [[Element]]
        private var chunk = 0
        private var index = 0

        fileprivate init(_ chunks: [[Element]]) {
            self.chunks = chunks
        }

        package mutating func next() -> Element? {
            guard chunk < chunks.count else { return nil }
            defer {
                index += 1
                if index == chunks[chunk].count { (chunk, index) = (chunk + 1, 0) }
            }
            return chunks[chunk][index]
        }
    }

    package func makeIterator() -> Iterator { Iterator(chunks) }
}
