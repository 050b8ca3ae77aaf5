import Ground
import TestSupport
import Testing

@Suite struct ByteNeedleTests {
    @Test(arguments: [
        ("", "", true), ("", "a", true), ("a", "", false), ("aab", "aaab", true), ("abab", "abacabab", true),
        ("abab", "abacaba", false), ("é", "caf\u{E9}", true), ("é", "cafe\u{301}", false), ("x", "xx", true),
    ])
    func `a text is found byte by byte`(needle: String, text: String, isFound: Bool) {
        #expect(ByteNeedle(needle).isFound(in: text) == isFound)
    }

    @Test func `it finds what a look at each place finds`() {
        var random = SeededGenerator(seed: 3)
        func text(_ counts: ClosedRange<Int>) -> String {
            String((0..<Int.random(in: counts, using: &random)).map { _ in Bool.random(using: &random) ? "a" : "b" })
        }
        for _ in 0..<2_000 {
            let (needle, hay) = (text(1...6), text(0...12))
            let places = hay.indices.contains { hay[$0...].hasPrefix(needle) }
            #expect(ByteNeedle(needle).isFound(in: hay) == places, "\(needle) in \(hay)")
        }
    }
}
