import Ground

// Work on raw bytes, many at a time; with `GrowingBuffer.swift` the only file of this target that uses unsafe calls.
// Every pointer here lives for one call, and every load checks bounds; unsafe about it is only that any bytes may
// become any type, and all bytes are good for an integer.

extension Span<UInt8> {
    /// Which bytes of a block cannot stand in a JSON string as they are: a quote, a backslash or a control byte
    /// (RFC 8259, section 7).
    @inline(__always)
    fileprivate static func specials(in block: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
        // Only these forms become instructions on all lanes at once: of blocks with a number, and `==`, do not.
        (block .== SIMD16(repeating: 0x22)) .| (block .== SIMD16(repeating: 0x5C)) .| (block .< SIMD16(repeating: 0x20))
    }

    /// The same of one byte.
    @inline(__always)
    fileprivate static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C
    }

    /// The offset of the first special byte from `start` on, or `count`.
    ///
    /// - Parameter bits: takes in the bits of all bytes before that one, and of some behind it.
    @inline(__always)
    func plainEnd(from start: Int, _ bits: inout SIMD16<UInt8>) -> Int {
        var offset = start
        while offset &+ 16 <= count {
            let block = block(at: offset)
            bits |= block
            let special = Self.specials(in: block).firstIndex
            offset &+= special
            if special < 16 { return offset }
        }
        while offset < count, !Self.isSpecial(self[offset]) {
            bits[0] |= self[offset]
            offset &+= 1
        }
        return offset
    }

    /// The offset of the quote that ends the string whose bytes begin at `start`; nil if it is not within a block of
    /// there, or behind anything that takes a second look: what is special, and what is not ASCII.
    @inline(__always)
    func shortStringEnd(from start: Int) -> Int? {
        guard start &+ 16 <= count else { return nil }
        let block = block(at: start)
        let specials = unsafeBitCast(Self.specials(in: block), to: SIMD16<UInt8>.self)
        let index = (specials | (block & SIMD16(repeating: 0x80))).firstIndex
        guard index < 16, self[start &+ index] == 0x22 else { return nil }
        return start &+ index
    }

    /// Whether no byte is special.
    var isPlain: Bool {
        guard count >= 16 else { return Self.specials(in: shortBlock).firstIndex == 16 }
        var offset = 0
        while offset &+ 16 < count {
            guard Self.specials(in: block(at: offset)).firstIndex == 16 else { return false }
            offset &+= 16
        }
        return Self.specials(in: block(at: count &- 16)).firstIndex == 16
    }

    /// A block of the bytes of a span shorter than that, some of them twice, and of spaces where there are none.
    @inline(__always)
    private var shortBlock: SIMD16<UInt8> {
        if count >= 8 { return unsafeBitCast(SIMD2(word(at: 0), word(at: count &- 8)), to: SIMD16<UInt8>.self) }
        if count >= 4 {
            let halves = SIMD2(half(at: 0), half(at: count &- 4))
            return unsafeBitCast(SIMD4(lowHalf: halves, highHalf: halves), to: SIMD16<UInt8>.self)
        }
        var block = SIMD16<UInt8>(repeating: 0x20)
        for index in 0..<count { block[index] = self[index] }
        return block
    }

    /// The four bytes from `offset` on; they must lie within the span.
    @inline(__always)
    private func half(at offset: Int) -> UInt32 {
        bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)
    }

    /// The bytes in an array of their own.
    var array: [UInt8] {
        withUnsafeBufferPointer { Array($0) }
    }
}

extension OutputSpan<UInt8> {
    /// Appends the bytes of `source` from `start` to the first special one that `unescape` makes nothing of, and
    /// returns its offset, or the count of `source`. There must be room for the rest of `source`.
    ///
    /// - Parameter unescape: what a backslash stands for with the byte after it, if the two are a whole escape.
    @inline(__always)
    mutating func append(_ source: Span<UInt8>, from start: Int, unescape: (UInt8) -> UInt8?) -> Int {
        // Our bug if it fails: every caller asks for this room first. What follows writes through a pointer.
        precondition(freeCapacity >= source.count - start, "no room for the rest of the source")
        var offset = start
        withUnsafeMutableBufferPointer { target, count in
            guard let base = target.baseAddress else { return }
            while true {
                Self.copyPlainRun(of: source, &offset, to: base, &count)
                guard offset &+ 1 < source.count, source[offset] == UInt8(ascii: "\\"),
                    let byte = unescape(source[offset &+ 1])
                else { return }
                base[count] = byte
                count &+= 1
                offset &+= 2
            }
        }
        return offset
    }

    /// Appends the bytes of `source` from `start` on, each special one as its escape, as far as there is room for the
    /// rest as it is and for what the longest escape has more than its byte; returns how far.
    ///
    /// - Parameter escape: what stands for a byte: up to six bytes, the first in the lowest place, and their number.
    @inline(__always)
    mutating func append(
        _ source: Span<UInt8>, from start: Int, escape: (UInt8) -> (bytes: UInt64, count: Int)
    ) -> Int {
        var offset = start
        withUnsafeMutableBufferPointer { target, count in
            guard let base = target.baseAddress else { return }
            // Eight bytes are stored for an escape, and of those at most six stay.
            while offset < source.count, target.count &- count >= source.count &- offset &+ 7 {
                Self.copyPlainRun(of: source, &offset, to: base, &count)
                guard offset < source.count else { return }
                let escaped = escape(source[offset])
                UnsafeMutableRawPointer(base + count).storeBytes(of: escaped.bytes.littleEndian, as: UInt64.self)
                count &+= escaped.count
                offset &+= 1
            }
        }
        return offset
    }

    /// Copies up to the first special byte; there must be room for the rest of `source`.
    @inline(__always)
    private static func copyPlainRun(
        of source: Span<UInt8>, _ offset: inout Int, to base: UnsafeMutablePointer<UInt8>, _ count: inout Int
    ) {
        // A whole block is stored though it may hold a special byte: what is beyond `count` is overwritten later.
        while offset &+ 16 <= source.count {
            let block = source.block(at: offset)
            UnsafeMutableRawPointer(base + count).storeBytes(of: block, as: SIMD16<UInt8>.self)
            let plain = Span<UInt8>.specials(in: block).firstIndex
            count &+= plain
            offset &+= plain
            if plain < 16 { return }
        }
        while offset < source.count, !Span<UInt8>.isSpecial(source[offset]) {
            base[count] = source[offset]
            count &+= 1
            offset &+= 1
        }
    }
}

extension SIMDMask<SIMD16<Int8>> {
    /// Where the first lane is set; 16 when none is.
    @inline(__always)
    fileprivate var firstIndex: Int { unsafeBitCast(self, to: SIMD16<UInt8>.self).firstIndex }
}

extension SIMD16<UInt8> {
    /// Whether no lane has the bit that no ASCII has.
    @inline(__always)
    var isASCII: Bool { (self & SIMD16(repeating: 0x80)).firstIndex == 16 }

    /// Where the first lane is that is not zero; 16 when all are.
    @inline(__always)
    fileprivate var firstIndex: Int {
        let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
        if halves.x != 0 { return UInt64(littleEndian: halves.x).trailingZeroBitCount &>> 3 }
        if halves.y != 0 { return 8 &+ UInt64(littleEndian: halves.y).trailingZeroBitCount &>> 3 }
        return 16
    }
}

extension StaticString {
    /// The byte at `index`; literals of this target are ASCII.
    func byte(at index: Int) -> UInt8 {
        withUTF8Buffer { $0[index] }
    }
}

extension String {
    /// A string of bytes that the parser has found to be UTF-8, and which are hence not looked at again.
    @inline(__always)
    init(validated bytes: Span<UInt8>, isASCII: Bool) {
        self = String(copying: UTF8Span(unchecked: bytes, isKnownASCII: isASCII))
    }
}
