import TestSupport
import Testing

@testable import Tenancy

/// Beside an array that is changed in the same way.
@Suite struct ChunkedListTests {
    private func agree(_ list: ChunkedList<Int>, _ array: [Int]) {
        #expect(Array(list) == array)
        #expect(list.count == array.count)
        #expect(list.isEmpty == array.isEmpty)
        #expect(list.last == array.last)
        for offset in [0, 1, 63, 64, 65, 200, .max] {
            for count in [1, 64, 500] {
                let wanted = Array(array.reversed().dropFirst(offset).prefix(count))
                #expect(list.newest(offset: offset, count: count) == wanted, "\(offset), \(count)")
            }
        }
    }

    @Test(arguments: [0, 1, 63, 64, 65, 128, 129, 1_000])
    func `it holds what was appended, in order`(count: Int) {
        var list = ChunkedList<Int>()
        for number in 0..<count { list.append(number) }
        agree(list, Array(0..<count))
        agree(ChunkedList(Array(0..<count)), Array(0..<count))
    }

    @Test(arguments: Array(1...10) as [UInt64])
    func `removals leave the rest as it was, and no copy changes with another`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var (list, array) = (ChunkedList<Int>(), [Int]())
        var kept: [(ChunkedList<Int>, [Int])] = []
        for number in 0..<600 {
            if Int.random(in: 0..<3, using: &random) > 0 || number < 150 {
                list.append(number)
                array.append(number)
            } else if let some = array.randomElement(using: &random) {
                // From the front, as versions are dropped, or anywhere.
                let gone = Bool.random(using: &random) ? array[0] : some
                list.removeFirst { $0 == gone }
                array.removeAll { $0 == gone }
            }
            if number.isMultiple(of: 97) { kept.append((list, array)) }
        }
        for (list, array) in kept + [(list, array)] { agree(list, array) }
        for number in array {
            list.removeFirst { $0 == number }
            list.removeFirst { $0 == number }
        }
        agree(list, [])
    }
}
