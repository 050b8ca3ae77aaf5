/// A UUID as sixteen bytes in two words, printed lower-case in the 8-4-4-4-12 form (reference section 1, RECORDED).
package struct UniqueID: Hashable, Sendable, CustomStringConvertible {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A version 4 id of RFC 9562 section 5.4: 122 of the given bits, and the version and variant.
    package static func version4(high: UInt64, low: UInt64) -> UniqueID {
        UniqueID(
            high: high & ~0xF000 | 0x4000, low: low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
    }

    /// Reads the canonical form, in either case; nil for anything else.
    package init?(_ text: String) {
        let bytes = text.utf8.span
        guard bytes.count == 36, bytes[8] == 0x2D, bytes[13] == 0x2D, bytes[18] == 0x2D, bytes[23] == 0x2D,
            let first = UniqueID.number(bytes, 0..<8), let second = UniqueID.number(bytes, 9..<13),
            let third = UniqueID.number(bytes, 14..<18), let fourth = UniqueID.number(bytes, 19..<23),
            let fifth = UniqueID.number(bytes, 24..<36)
        else { return nil }
        self.init(high: first << 32 | second << 16 | third, low: fourth << 48 | fifth)
    }

    /// Hexadecimal digits in either case; nil when a byte is none.
    @inline(__always)
    private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64? {
        var number: UInt64 = 0
        for index in range {
            let byte = bytes[index]
            let letter = (byte | 0x20) &- 0x61
            guard byte &- 0x30 < 10 || letter < 6 else { return nil }
            number = number << 4 | UInt64(byte &- 0x30 < 10 ? byte &- 0x30 : letter &+ 10)
        }
        return number
    }

    /// Appends the 36 ASCII bytes of the canonical form.
    package func append(to output: inout OutputSpan<UInt8>) {
        let start = output.count
        output.append(repeating: 0x2D, count: 36)
        var span = output.mutableSpan
        var bytes = span.mutableBytes
        let (first, second) = (UniqueID.digits(high >> 32), UniqueID.digits(high))
        let (third, fourth) = (UniqueID.digits(low >> 32), UniqueID.digits(low))
        bytes.storeBytes(of: first.bigEndian, toByteOffset: start, as: UInt64.self)
        bytes.storeBytes(of: UniqueID.upperHalf(second), toByteOffset: start + 9, as: UInt32.self)
        bytes.storeBytes(of: UniqueID.upperHalf(second << 32), toByteOffset: start + 14, as: UInt32.self)
        bytes.storeBytes(of: UniqueID.upperHalf(third), toByteOffset: start + 19, as: UInt32.self)
        bytes.storeBytes(of: UniqueID.upperHalf(third << 32), toByteOffset: start + 24, as: UInt32.self)
        bytes.storeBytes(of: fourth.bigEndian, toByteOffset: start + 28, as: UInt64.self)
    }

    /// The lower half of a word as eight hexadecimal digits, the first in the highest byte.
    @inline(__always)
    private static func digits(_ word: UInt64) -> UInt64 {
        // Each step parts the halves of what the one before left together.
        var word = word & 0xFFFF_FFFF
        word = (word | word << 16) & 0x0000_FFFF_0000_FFFF
        word = (word | word << 8) & 0x00FF_00FF_00FF_00FF
        word = (word | word << 4) & 0x0F0F_0F0F_0F0F_0F0F
        // A byte of ten or more gets a carry into its upper half by adding six.
        let letters = (word &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        return word &+ 0x3030_3030_3030_3030 &+ letters &* 0x27
    }

    /// The upper half of a word, its highest byte first in memory.
    @inline(__always)
    private static func upperHalf(_ word: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: word >> 32).bigEndian
    }

    package var description: String {
        String(decoding: [UInt8](capacity: 36) { append(to: &$0) }, as: UTF8.self)
    }
}
