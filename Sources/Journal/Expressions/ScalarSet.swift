/// A set of Unicode scalars, as ranges in ascending order that neither overlap nor touch.
struct ScalarSet: Equatable {
    private(set) var ranges: [ClosedRange<UInt32>] = []

    static let largest: UInt32 = 0x10_FFFF

    init(_ ranges: ClosedRange<UInt32>...) {
        self.init(ranges)
    }

    init(_ ranges: [ClosedRange<UInt32>]) {
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = self.ranges.last, range.lowerBound <= last.upperBound + 1 {
                self.ranges[self.ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                self.ranges.append(range)
            }
        }
    }

    init(_ scalar: Unicode.Scalar) {
        self.init(scalar.value...scalar.value)
    }

    func contains(_ scalar: UInt32) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(scalar)
    }

    var inverted: ScalarSet {
        var others: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges {
            if next < range.lowerBound { others.append(next...(range.lowerBound - 1)) }
            next = range.upperBound + 1
        }
        if next <= ScalarSet.largest { others.append(next...ScalarSet.largest) }
        return ScalarSet(others)
    }

    func union(_ other: ScalarSet) -> ScalarSet { ScalarSet(ranges + other.ranges) }

    /// The same with each ASCII letter in both cases; Java, whose expressions WireMock takes, folds no others.
    var ignoringCase: ScalarSet {
        let pairs: [(ClosedRange<UInt32>, Int64)] = [(0x41...0x5A, 32), (0x61...0x7A, -32)]
        let twins = pairs.flatMap { letters, distance in
            ranges.filter { $0.overlaps(letters) }.map { range in
                let part = range.clamped(to: letters)
                return UInt32(Int64(part.lowerBound) + distance)...UInt32(Int64(part.upperBound) + distance)
            }
        }
        return ScalarSet(ranges + twins)
    }
}

/// The sets that have a name in expressions; of ASCII, as in Java.
extension ScalarSet {
    static let digits = ScalarSet(0x30...0x39)
    static let words = ScalarSet(0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A)
    static let spaces = ScalarSet(0x09...0x0D, 0x20...0x20)
    static let lineEnds = ScalarSet(0x0A...0x0A, 0x0D...0x0D, 0x85...0x85, 0x2028...0x2029)
    static let everything = ScalarSet(0...largest)
}

/// Scalars told apart only as far as some sets do: those that stand in the same of them are one kind.
struct ScalarKinds {
    /// The first scalar of each kind's stretch; ascending from 0. A kind may come in several stretches.
    private let starts: [UInt32]
    /// Of ASCII, which nearly all text is.
    private let ascii: [UInt16]

    init(_ sets: [ScalarSet]) {
        let edges = sets.flatMap(\.ranges).flatMap { [$0.lowerBound, $0.upperBound + 1] }
        let starts = Set(edges + [0]).filter { $0 <= ScalarSet.largest }.sorted()
        self.starts = starts
        var kind = 0
        ascii = (0..<128 as Range<UInt32>).map { scalar in
            while kind + 1 < starts.count, starts[kind + 1] <= scalar { kind += 1 }
            return UInt16(clamping: kind)
        }
    }

    var count: Int { starts.count }

    /// Some scalar of a kind.
    func example(of kind: Int) -> UInt32 { starts[kind] }

    func kind(of scalar: Unicode.Scalar) -> Int {
        if scalar.value < 128 { return Int(ascii[Int(scalar.value)]) }
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= scalar.value { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }
}
