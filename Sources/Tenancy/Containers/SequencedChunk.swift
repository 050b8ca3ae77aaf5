/// The part of a table that holds what has certain sequence numbers: `sequencesMax` of them, from `firstSequence` on.
protocol SequencedChunk {
    associatedtype Item

    /// A multiple of `sequencesMax`.
    var firstSequence: Int { get }
    /// Each at the place its number says; nil once it is gone.
    var items: [Item?] { get }
}

extension SequencedChunk {
    static var sequencesMax: Int { 64 }
}

extension Array where Element: SequencedChunk {
    /// Where a sequence number stands; nil where its chunk is gone.
    ///
    /// A chunk stands where its number says unless chunks before it are gone; then it is to the left of there.
    func place(of sequence: Int) -> (chunk: Int, index: Int)? {
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
}
