/// The part of a table that holds what has certain sequence numbers: `sequencesMax` of them, from `firstSequence` on.
struct SequencedChunk<Item: Sendable>: Sendable {
    static var sequencesMax: Int { 64 }

    /// A multiple of `sequencesMax`.
    let firstSequence: Int
    /// `items[i]` has the number `firstSequence + i`; nil once it is gone.
    var items: [Item?] = []
    /// Items that are there.
    var count = 0

    fileprivate mutating func add(_ item: consuming Item) {
        items.append(item)
        count += 1
    }
}

extension Array {
    /// Where a sequence number stands; nil where its chunk is gone.
    ///
    /// A chunk stands where its number says unless chunks before it are gone; then it is to the left of there.
    func place<Item>(of sequence: Int) -> (chunk: Int, index: Int)? where Element == SequencedChunk<Item> {
        guard let first = first?.firstSequence else { return nil }
        let firstSequence = sequence - sequence % Element.sequencesMax
        var high = Swift.min((firstSequence - first) / Element.sequencesMax, count - 1)
        guard high >= 0 else { return nil }
        if self[high].firstSequence != firstSequence {
            var low = 0
            while low < high {
                let middle = (low + high) / 2
                if self[middle].firstSequence < firstSequence { low = middle + 1 } else { high = middle }
            }
        }
        guard self[high].firstSequence == firstSequence else { return nil }
        return (high, sequence - firstSequence)
    }

    /// Appends what has the number that comes next: no chunk holds one as high.
    mutating func append<Item>(_ item: consuming Item, at sequence: Int) where Element == SequencedChunk<Item> {
        let offset = sequence % Element.sequencesMax
        if last.map({ $0.firstSequence + Element.sequencesMax <= sequence }) ?? true {
            var chunk = SequencedChunk<Item>(firstSequence: sequence - offset)
            chunk.items = Array<Item?>(repeating: nil, count: offset)
            if sequence > 0 { chunk.items.reserveCapacity(Element.sequencesMax) }
            append(chunk)
        }
        self[count - 1].add(item)
    }
}
