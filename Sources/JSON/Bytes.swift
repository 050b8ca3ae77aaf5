// Work on raw bytes, eight at a time; with `ByteBuffer.swift` the only file of this target that uses unsafe calls.
// Every pointer here lives for one call, and every word is loaded by a call that checks bounds; unsafe about it is only
// that any bytes may become any type, and all bytes are good for an integer.

extension Span<UInt8> {
    private static var ones: UInt64 { 0x0101_0101_0101_0101 }
    private static var highBits: UInt64 { 0x8080_8080_8080_8080 }

    /// The eight bytes from `offset` on, the first in the lowest place; they must lie within the span.
    @inline(__always)
    func word(at offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// Marks the bytes of a word that cannot stand in a JSON string as they are (a quote, a backslash or a control
    /// byte; RFC 8259, section 7): the lowest bit set is the high bit of the first such byte.
    ///
    /// `(x - 1) & ~x` sets the high bit of each zero byte, and above one perhaps of others. Exclusive or makes the byte
    /// sought a zero; subtracting 0x20 finds the control bytes.
    @inline(__always)
    fileprivate static func specials(in word: UInt64) -> UInt64 {
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5C)
        let found =
            ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((word &- (ones &* 0x20)) & ~word)
        return found & highBits
    }

    /// The same of one byte.
    @inline(__always)
    fileprivate static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C
    }

    /// The offset of the first special byte from `start` on, or `count`; and whether all bytes before it are ASCII.
    @inline(__always)
    func plainRun(from start: Int) -> (end: Int, isASCII: Bool) {
        var offset = start
        var seen: UInt64 = 0
        while offset &+ 8 <= count {
            let word = word(at: offset)
            let found = Self.specials(in: word)
            if found != 0 {
                // The bits below the lowest one found belong to the bytes before it.
                seen |= word & (found &- 1) & ~found
                return (offset &+ found.trailingZeroBitCount &>> 3, seen & Self.highBits == 0)
            }
            seen |= word
            offset &+= 8
        }
        while offset < count, !Self.isSpecial(self[offset]) {
            seen |= UInt64(self[offset])
            offset &+= 1
        }
        return (offset, seen & Self.highBits == 0)
    }

    /// Whether the bytes are the same.
    func hasSameBytes(as other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        var offset = 0
        while offset &+ 8 <= count {
            guard word(at: offset) == other.word(at: offset) else { return false }
            offset &+= 8
        }
        while offset < count {
            guard self[offset] == other[offset] else { return false }
            offset &+= 1
        }
        return true
    }

    /// The bytes in an array of their own.
    var array: [UInt8] {
        withUnsafeBufferPointer { Array($0) }
    }
}

extension OutputSpan<UInt8> {
    /// Appends the bytes of `source` from `start` to the first special one, and returns its offset, or the count of
    /// `source`. There must be room for the rest of `source`.
    @inline(__always)
    mutating func appendPlainRun(of source: Span<UInt8>, from start: Int) -> Int {
        // Our bug if it fails: every caller asks for this room first. What follows writes through a pointer.
        precondition(freeCapacity >= source.count - start, "no room for the rest of the source")
        var offset = start
        withUnsafeMutableBufferPointer { target, count in
            guard let base = target.baseAddress else { return }
            // A whole word is stored though it may hold a special byte: what is beyond `count` is overwritten later.
            while offset &+ 8 <= source.count {
                let word = source.word(at: offset)
                UnsafeMutableRawPointer(base + count).storeBytes(of: word.littleEndian, as: UInt64.self)
                let found = Span<UInt8>.specials(in: word)
                let plain = found == 0 ? 8 : found.trailingZeroBitCount &>> 3
                count &+= plain
                offset &+= plain
                if found != 0 { return }
            }
            while offset < source.count, !Span<UInt8>.isSpecial(source[offset]) {
                base[count] = source[offset]
                count &+= 1
                offset &+= 1
            }
        }
        return offset
    }

    /// Appends the text, which must be ASCII; traps if there is no room for it.
    @inline(__always)
    mutating func append(_ text: StaticString) {
        withUnsafeMutableBufferPointer { target, count in
            text.withUTF8Buffer { count += target.extracting(count...).initialize(fromContentsOf: $0) }
        }
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
