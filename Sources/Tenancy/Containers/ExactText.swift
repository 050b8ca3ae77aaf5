import Ground

/// Text compared byte by byte.
///
/// Swift's own equality is canonical equivalence, to which a composed and a decomposed `é` are the same; the service
/// neither trims nor normalises (assumed, design section 6), so names and contents are compared exactly.
struct ExactText: Hashable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (left: ExactText, right: ExactText) -> Bool {
        left.text.isExactly(right.text)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(text.exactHash)
    }
}

extension String {
    /// Equality of the UTF-8 bytes.
    package func isExactly(_ other: String) -> Bool {
        utf8.span.hasSameBytes(as: other.utf8.span)
    }

    /// A hash of the bytes, of this run of the program only: eight at a time into a product folded upon itself, from a
    /// random start, so that nobody can make names on purpose that fall on one slot.
    var exactHash: UInt64 {
        let bytes = utf8.span
        var hash = HashSeed.value ^ UInt64(truncatingIfNeeded: bytes.count)
        var index = 0
        while index &+ 8 < bytes.count {
            hash = HashSeed.folded(hash ^ bytes.word(at: index))
            index &+= 8
        }
        return HashSeed.folded(HashSeed.folded(hash ^ bytes.lastWord) ^ HashSeed.value)
    }
}

extension UniqueID {
    var exactHash: UInt64 { HashSeed.folded(HashSeed.folded(HashSeed.value ^ high) ^ low) }
}

/// What the hashes of one run of the program start from.
enum HashSeed {
    static let value = UInt64(bitPattern: Int64(Hasher().finalize()))

    /// Both halves of the product with an odd constant (the golden ratio's), one upon the other.
    static func folded(_ word: UInt64) -> UInt64 {
        let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}

extension Span<UInt8> {
    /// The last eight bytes, or all there are.
    @inline(__always)
    fileprivate var lastWord: UInt64 {
        if count >= 8 { return word(at: count &- 8) }
        var word: UInt64 = 0
        for index in 0..<count { word = word << 8 | UInt64(self[index]) }
        return word
    }
}
