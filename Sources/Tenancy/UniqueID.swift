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
        var words: (UInt64, UInt64) = (0, 0)
        var index = 0
        for byte in text.utf8 {
            defer { index += 1 }
            if index == 8 || index == 13 || index == 18 || index == 23 {
                guard byte == 0x2D else { return nil }
                continue
            }
            guard index < 36, let digit = UniqueID.hexadecimalValue(byte) else { return nil }
            words = (words.0 << 4 | words.1 >> 60, words.1 << 4 | UInt64(digit))
        }
        guard index == 36 else { return nil }
        self.init(high: words.0, low: words.1)
    }

    /// Appends the 36 ASCII bytes of the canonical form.
    package func append(to output: inout OutputSpan<UInt8>) {
        UniqueID.append(high >> 32, digits: 8, to: &output)
        output.append(0x2D)
        UniqueID.append(high >> 16, digits: 4, to: &output)
        output.append(0x2D)
        UniqueID.append(high, digits: 4, to: &output)
        output.append(0x2D)
        UniqueID.append(low >> 48, digits: 4, to: &output)
        output.append(0x2D)
        UniqueID.append(low, digits: 12, to: &output)
    }

    /// The lowest `digits` hexadecimal digits of a word.
    @inline(__always)
    private static func append(_ word: UInt64, digits: Int, to output: inout OutputSpan<UInt8>) {
        var shift = digits &* 4
        while shift > 0 {
            shift &-= 4
            let digit = UInt8(truncatingIfNeeded: word >> UInt64(truncatingIfNeeded: shift)) & 0xF
            output.append(digit < 10 ? 0x30 &+ digit : 0x57 &+ digit)
        }
    }

    package var description: String {
        String(decoding: [UInt8](capacity: 36) { append(to: &$0) }, as: UTF8.self)
    }

    private static func hexadecimalValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
