// Looks at bytes eight or sixteen at a time. Every load checks bounds; unsafe about it is only that any bytes may
// become any type, and all bytes are good for an integer.
//
// Of blocks only these forms become instructions on all lanes at once: a block with a block, and no `==`.

extension Span<UInt8> {
    private static var ones: UInt64 { 0x0101_0101_0101_0101 }
    private static var highBits: UInt64 { 0x8080_8080_8080_8080 }

    /// The eight bytes from `offset` on, the first in the lowest place; they must lie within the span.
    @inlinable
    @inline(__always)
    package func word(at offset: Int) -> UInt64 {
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

    /// The sixteen bytes from `offset` on; they must lie within the span.
    @inlinable
    @inline(__always)
    package func block(at offset: Int) -> SIMD16<UInt8> {
        bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
    }

    /// Whether the bytes are the same.
    package func hasSameBytes(as other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        if count < 16 { return hasSameFewBytes(as: other) }
        var index = 0
        while index &+ 16 < count {
            guard hasSameBlock(as: other, at: index) else { return false }
            index &+= 16
        }
        return hasSameBlock(as: other, at: count &- 16)
    }

    /// True when these bytes are `text` but for the case of ASCII letters; `text` must be lower-case ASCII.
    package func equalsIgnoringCase(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { expected in
            var index = 0
            while index &+ 8 <= count {
                if loweredWord(at: index) != expected.span.word(at: index) { return false }
                index &+= 8
            }
            if count > 8 { return loweredWord(at: count &- 8) == expected.span.word(at: count &- 8) }
            while index < count {
                let byte = self[index]
                let lowered = byte &- 0x41 < 26 ? byte | 0x20 : byte
                if lowered != expected[index] { return false }
                index &+= 1
            }
            return true
        }
    }

    /// How many bytes from `start` on are those that `other` begins with.
    @inlinable
    package func commonPrefixCount(with other: Span<UInt8>, from start: Int) -> Int {
        let end = min(other.count, count - start)
        var index = 0
        while index &+ 16 <= end {
            let halves = (block(at: start &+ index) .!= other.block(at: index)).halves
            if halves.x != 0 { return index &+ halves.x.trailingZeroBitCount &>> 3 }
            if halves.y != 0 { return index &+ 8 &+ halves.y.trailingZeroBitCount &>> 3 }
            index &+= 16
        }
        if index &+ 8 <= end {
            let difference = word(at: start &+ index) ^ other.word(at: index)
            if difference != 0 { return index &+ difference.trailingZeroBitCount &>> 3 }
            index &+= 8
        }
        while index < end, self[start &+ index] == other[index] { index &+= 1 }
        return index
    }

    @inlinable
    @inline(__always)
    func hasSameBlock(as other: Span<UInt8>, at offset: Int) -> Bool {
        let halves = (block(at: offset) .!= other.block(at: offset)).halves
        return halves.x | halves.y == 0
    }

    /// The same of spans shorter than a block, of one length.
    private func hasSameFewBytes(as other: Span<UInt8>) -> Bool {
        if count >= 8 {
            return word(at: 0) == other.word(at: 0) && word(at: count &- 8) == other.word(at: count &- 8)
        }
        for index in 0..<count where self[index] != other[index] { return false }
        return true
    }

    /// Where `byte` first stands at or after `start`.
    @inlinable
    @inline(__always)
    package func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        var index = start
        let wanted = SIMD16(repeating: byte)
        while index &+ 16 <= count {
            let halves = (block(at: index) .== wanted).halves
            if halves.x != 0 { return index &+ halves.x.trailingZeroBitCount &>> 3 }
            if halves.y != 0 { return index &+ 8 &+ halves.y.trailingZeroBitCount &>> 3 }
            index &+= 16
        }
        while index < count {
            if self[index] == byte { return index }
            index &+= 1
        }
        return nil
    }

    /// Whether a byte below 0x20 or the byte 0x7F is among those from `start` on.
    @inlinable
    @inline(__always)
    package func hasControl(from start: Int) -> Bool {
        contains(
            from: start, { $0 .< SIMD16(repeating: 0x20) .| ($0 .== SIMD16(repeating: 0x7F)) },
            { $0 < 0x20 || $0 == 0x7F })
    }

    /// Whether a byte is a control byte, a space, none of ASCII, or `#`.
    @inlinable
    @inline(__always)
    package func hasNoTargetByte() -> Bool {
        contains(
            from: 0,
            { block in
                (block .< SIMD16(repeating: 0x21)) .| (block .> SIMD16(repeating: 0x7E))
                    .| (block .== SIMD16(repeating: 0x23))
            }, { $0 <= 0x20 || $0 >= 0x7F || $0 == 0x23 })
    }

    /// Whether one of the bytes from `start` on is of a kind, which is told of a block and of a byte.
    @inlinable
    @inline(__always)
    func contains(
        from start: Int, _ ofBlock: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>, _ ofByte: (UInt8) -> Bool
    ) -> Bool {
        var index = start
        while index &+ 16 <= count {
            let halves = ofBlock(block(at: index)).halves
            if halves.x | halves.y != 0 { return true }
            index &+= 16
        }
        guard index < count else { return false }
        if count >= 16 {
            // The last block; its first lanes were looked at already, or stand before the start.
            let halves = ofBlock(block(at: count &- 16)).halves
            let passedBits = UInt64(16 &- (count &- index)) &* 8
            return passedBits < 64
                ? halves.x &>> passedBits | halves.y != 0 : halves.y &>> (passedBits &- 64) != 0
        }
        while index < count {
            if ofByte(self[index]) { return true }
            index &+= 1
        }
        return false
    }
}

extension SIMDMask<SIMD16<Int8>> {
    /// All bits of a byte are set where its lane is.
    @inlinable
    @inline(__always)
    package var halves: (x: UInt64, y: UInt64) {
        let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
        return (UInt64(littleEndian: halves.x), UInt64(littleEndian: halves.y))
    }
}
