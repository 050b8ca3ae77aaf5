// Looks at bytes eight at a time. A word is loaded by a call that checks bounds; unsafe about it is only that any bytes
// may become any type, and all bytes are good for an integer.

extension Span<UInt8> {
    private static var ones: UInt64 { 0x0101_0101_0101_0101 }
    private static var highBits: UInt64 { 0x8080_8080_8080_8080 }

    /// The eight bytes from `offset` on, the first in the lowest place; they must lie within the span.
    @inline(__always)
    func word(at offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The same with the letters A to Z made small.
    @inline(__always)
    func loweredWord(at offset: Int) -> UInt64 {
        let word = word(at: offset)
        // In each byte by its low seven bits: the high bit is set from A on, and from behind Z on.
        let low = word & ~Self.highBits
        let fromA = low &+ Self.ones &* (0x80 - 0x41)
        let beyondZ = low &+ Self.ones &* (0x80 - 0x5B)
        return word | (fromA & ~beyondZ & ~word & Self.highBits) &>> 2
    }

    /// Sets the high bit of each zero byte, and above the first perhaps of others.
    @inline(__always)
    private static func zeroBytes(in word: UInt64) -> UInt64 {
        (word &- ones) & ~word & highBits
    }

    /// Where `byte` first stands at or after `start`.
    @inline(__always)
    package func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        var index = start
        let pattern = Self.ones &* UInt64(byte)
        while index &+ 8 <= count {
            let found = Self.zeroBytes(in: word(at: index) ^ pattern)
            if found != 0 { return index &+ found.trailingZeroBitCount &>> 3 }
            index &+= 8
        }
        while index < count {
            if self[index] == byte { return index }
            index &+= 1
        }
        return nil
    }

    /// Whether a byte below 0x20 or the byte 0x7F is among those from `start` on.
    @inline(__always)
    package func hasControl(from start: Int) -> Bool {
        var index = start
        var found: UInt64 = 0
        while index &+ 8 <= count {
            let word = word(at: index)
            found |= (word &- (Self.ones &* 0x20)) & ~word & Self.highBits
            found |= Self.zeroBytes(in: word ^ (Self.ones &* 0x7F))
            index &+= 8
        }
        while index < count {
            let byte = self[index]
            if byte < 0x20 || byte == 0x7F { return true }
            index &+= 1
        }
        return found != 0
    }
}
