/// A text with `*` (any run of characters) and `?` (one), as an automaton whose states are bits: each byte of a value is
/// looked at once, whatever the pattern.
struct WildcardPattern: Sendable {
    /// By byte: the states that it leads into.
    private var entered: [[UInt64]]
    /// States that any byte keeps: those behind a `*`.
    private var kept: [UInt64]
    /// States that the rest of a character keeps: those behind a `?`.
    private var widened: [UInt64]
    private var wordCount: Int
    private var end: Int

    init(_ text: [UInt8], wildcards: [Int]) {
        let wild = Set(wildcards)
        wordCount = text.count / 64 + 1
        entered = Array(repeating: Array(repeating: 0, count: wordCount), count: 256)
        kept = Array(repeating: 0, count: wordCount)
        widened = kept
        end = 0
        for (index, byte) in text.enumerated() {
            if wild.contains(index), byte == UInt8(ascii: "*") {
                kept[end / 64] |= 1 << UInt64(end % 64)
                continue
            }
            end += 1
            let (word, bit) = (end / 64, 1 << UInt64(end % 64) as UInt64)
            if wild.contains(index) {
                for other in 0..<256 where other & 0xC0 != 0x80 { entered[other][word] |= bit }
                widened[word] |= bit
            } else {
                entered[Int(byte)][word] |= bit
            }
        }
    }

    /// The same for values whose case does not count; they come in small letters.
    var folded: WildcardPattern {
        var pattern = self
        for upper in 0x41...0x5A {
            for word in 0..<wordCount { pattern.entered[upper + 0x20][word] |= entered[upper][word] }
        }
        return pattern
    }

    func matches(_ text: some Collection<UInt8>) -> Bool {
        wordCount == 1 ? matchesShort(text) : matchesLong(text)
    }

    private func matchesShort(_ text: some Collection<UInt8>) -> Bool {
        let (kept, widened) = (kept[0], widened[0])
        var states = 1 as UInt64
        for byte in text {
            let stays = byte & 0xC0 == 0x80 ? kept | widened : kept
            states = states << 1 & entered[Int(byte)][0] | states & stays
            if states == 0 { return false }
        }
        return states & 1 << UInt64(end) != 0
    }

    private func matchesLong(_ text: some Collection<UInt8>) -> Bool {
        var states = Array(repeating: 0 as UInt64, count: wordCount)
        states[0] = 1
        for byte in text {
            var carry = 0 as UInt64
            let isInner = byte & 0xC0 == 0x80
            for word in 0..<wordCount {
                let stays = isInner ? kept[word] | widened[word] : kept[word]
                let next = (states[word] << 1 | carry) & entered[Int(byte)][word] | states[word] & stays
                carry = states[word] >> 63
                states[word] = next
            }
        }
        return states[end / 64] & 1 << UInt64(end % 64) != 0
    }
}
