import TestSupport
import Testing

@testable import Tenancy

/// The index beside a dictionary: whatever is entered and removed, both find the same.
@Suite struct HashIndexTests {
    /// Hashes with few distinct bits, so that entries share parts, homes and tags.
    private static let hashes: [UInt64] = (0..<48).map { UInt64($0 % 3) | UInt64($0 % 5) << 6 | UInt64($0 % 4) << 28 }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `entries with clashing hashes are found and removed one by one`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var index = HashIndex()
        var entered: [(sequence: Int, hash: UInt64)] = []
        for step in 0..<2_000 {
            let hash = Self.hashes[Int(generator.next() % 48)]
            if generator.next() % 3 != 0 {
                index.insert(step, under: hash)
                entered.append((step, hash))
            } else if !entered.isEmpty {
                let (sequence, hash) = entered.remove(at: Int(generator.next() % UInt64(entered.count)))
                index.remove(sequence, under: hash)
                #expect(index.sequence(of: hash) { $0 == sequence } == nil, "seed \(seed), step \(step)")
            }
        }
        for (sequence, hash) in entered {
            #expect(index.sequence(of: hash) { $0 == sequence } == sequence, "seed \(seed)")
        }
    }

    @Test func `removing what is not there changes nothing`() {
        var index = HashIndex()
        index.remove(1, under: 7)
        #expect(index.sequence(of: 7) { _ in true } == nil)
        index.insert(1, under: 7)
        index.remove(2, under: 7)
        index.remove(1, under: 8)
        #expect(index.sequence(of: 7) { _ in true } == 1)
    }

    @Test func `texts have one hash by their bytes and not by what they look like`() {
        #expect("caf\u{E9}".exactHash == "caf\u{E9}".exactHash)
        #expect("caf\u{E9}".exactHash != "cafe\u{301}".exactHash)
        let hashes = Set((0..<1_000).map { "name-\($0)".exactHash })
        #expect(hashes.count == 1_000)
        #expect("a".isExactly("a") && !"a".isExactly("b") && !"12345678".isExactly("12345679"))
    }
}
