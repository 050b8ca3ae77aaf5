/// A text with `*` (any run of characters) and `?` (one), as an automaton whose states are bits: each byte of a value
/// is looked at once, whatever the pattern. A class, so that a look at it counts one reference.
final class WildcardPattern: Sendable {
    private let text: [UInt8]
    private let wildcards: [Int]
    /// By byte, as many words each as states need: the states that it leads into.
    private let entered: [UInt64]
    /// States that any byte keeps: those behind a `*`.
    private let kept: [UInt64]
    /// States that the rest of a character keeps: those behind a `?`.
    private let widened: [UInt64]
    private let wordCount: Int
    private let end: Int

    /// - Parameters:
    ///   - wildcards: the places of those `*` and `?` that are no plain characters.
    ///   - isFolded: whether letters of ASCII stand for both their cases.
    init(_ text: [UInt8], wildcards: [Int], isFolded: Bool = false) {
        self.text = text
        self.wildcards = wildcards
        wordCount = text.count / 64 + 1
        var entered = Array(repeating: 0 as UInt64, count: wordCount * 256)
        var kept = Array(repeating: 0 as UInt64, count: wordCount)
        var widened = kept
        var end = 0
        let wild = Set(wildcards)
        for (index, byte) in text.enumerated() {
            if wild.contains(index), byte == UInt8(ascii: "*") {
                kept[end / 64] |= 1 << UInt64(end % 64)
                continue
            }
            end += 1
            let (word, bit) = (end / 64, 1 << UInt64(end % 64) as UInt64)
            if wild.contains(index) {
                for other in 0..<256 where other & 0xC0 != 0x80 { entered[other * wordCount + word] |= bit }
                widened[word] |= bit
            } else {
                entered[Int(byte) * wordCount + word] |= bit
                if isFolded, (0x61...0x7A).contains(byte) { entered[Int(byte - 0x20) * wordCount + word] |= bit }
            }
        }
        (self.entered, self.kept, self.widened, self.end) = (entered, kept, widened, end)
    }

    /// The longest run of plain bytes.
    var literal: [UInt8] {
        var runs: [[UInt8]] = [[]]
        let wild = Set(wildcards)
        for (index, byte) in text.enumerated() {
            if wild.contains(index) { runs.append([]) } else { runs[runs.count - 1].append(byte) }
        }
        return runs.max { $0.count < $1.count } ?? []
    }

    /// The same for values whose case does not count: ASCII's letters may come in both, others in small ones.
    var folded: WildcardPattern {
        var lowered: [UInt8] = []
        var places: [Int] = []
        var start = 0
        for place in wildcards + [text.count] {
            lowered += String(decoding: text[start..<place], as: UTF8.self).lowercased().utf8
            if place < text.count {
                places.append(lowered.count)
                lowered.append(text[place])
            }
            start = place + 1
        }
        return WildcardPattern(lowered, wildcards: places, isFolded: true)
    }

    func matches(_ text: Span<UInt8>) -> Bool {
        wordCount == 1 ? matchesShort(text) : matchesLong(text)
    }

    private func matchesShort(_ text: Span<UInt8>) -> Bool {
        let (kept, widened) = (kept[0], widened[0])
        var states = 1 as UInt64
        for index in text.indices {
            let byte = text[index]
            let stays = byte & 0xC0 == 0x80 ? kept | widened : kept
            states = states << 1 & entered[Int(byte)] | states & stays
            if states == 0 { return false }
        }
        return states & 1 << UInt64(end) != 0
    }

    private func matchesLong(_ text: Span<UInt8>) -> Bool {
        var states = Array(repeating: 0 as UInt64, count: wordCount)
        states[0] = 1
        for index in text.indices {
            let byte = text[index]
            var carry = 0 as UInt64
            let isInner = byte & 0xC0 == 0x80
            for word in 0..<wordCount {
                let stays = isInner ? kept[word] | widened[word] : kept[word]
                let next = (states[word] << 1 | carry) & entered[Int(byte) * wordCount + word] | states[word] & stays
                carry = states[word] >> 63
                states[word] = next
            }
        }
        return states[end / 64] & 1 << UInt64(end % 64) != 0
    }
}
