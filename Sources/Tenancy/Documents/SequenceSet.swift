/// Sequence numbers in ascending order. Mostly it is one, which takes no memory of its own.
struct SequenceSet: Sendable {
    /// Below zero where there is none.
    private var first = -1
    /// All behind the first.
    private var others: [Int] = []

    var isEmpty: Bool { first < 0 }
    var count: Int { isEmpty ? 0 : 1 + others.count }

    /// Adds a number; mostly it is the largest.
    mutating func insert(_ sequence: Int) {
        guard !isEmpty, sequence != first else { return first = sequence }
        if sequence < first {
            others.insert(first, at: 0)
            return first = sequence
        }
        let place = place(of: sequence)
        if place == others.count || others[place] != sequence { others.insert(sequence, at: place) }
    }

    mutating func remove(_ sequence: Int) {
        if sequence == first { return first = others.isEmpty ? -1 : others.removeFirst() }
        let place = place(of: sequence)
        if place < others.count, others[place] == sequence { others.remove(at: place) }
    }

    /// Up to `count` of them behind the first `offset`.
    func slice(offset: Int = 0, count: Int = .max) -> [Int] {
        guard !isEmpty, count > 0 else { return [] }
        if offset > 0 { return Array(others.dropFirst(offset - 1).prefix(count)) }
        return [first] + others.prefix(count - 1)
    }

    /// Where a number stands among the others, or would.
    private func place(of sequence: Int) -> Int {
        guard let last = others.last, sequence <= last else { return others.count }
        var (low, high) = (0, others.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if others[middle] < sequence { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
