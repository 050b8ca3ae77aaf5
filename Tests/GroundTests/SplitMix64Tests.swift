import Ground
import Testing

@Suite struct SplitMix64Tests {
    /// The numbers that the algorithm's authors give for this seed.
    @Test func `a seed gives the published sequence`() {
        var sequence = SplitMix64(seed: 1_234_567)
        let numbers = (0..<5).map { _ in sequence.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test func `chances lie from 0 up to 1, about half of them on each side`() {
        var sequence = SplitMix64(seed: 0)
        let chances = (0..<1_000).map { _ in sequence.chance() }
        #expect(chances.allSatisfy { (0..<1).contains($0) })
        #expect((400...600).contains(chances.count { $0 < 0.5 }))
    }
}
