import Ground

/// A key to look up in an object, with a mark that tells most keys apart in one comparison.
///
/// Keys are the same when their bytes are, as in JavaScript; Swift's own comparison would take the Kelvin sign for a K.
package struct JSONKey: Sendable {
    package let text: String
    /// The first seven bytes, and the length on top (255 for longer ones): all there is of a short key.
    let mark: UInt64

    package init(_ text: String) {
        self.text = text
        mark = JSONKey.mark(text.utf8.span, 0..<text.utf8.count)
    }

    /// The mark is all there is of the key: no two keys that short have the same.
    @inline(__always)
    static func isWhole(_ mark: UInt64) -> Bool { mark >> 56 <= 7 }

    /// The mark of the key that has these bytes.
    @inline(__always)
    static func mark(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        let length = UInt64(min(range.count, 255)) << 56
        let kept = min(range.count, 7)
        if range.lowerBound &+ 8 <= bytes.count {
            // The first byte to the top, then everything behind the last one out.
            let word = bytes.word(at: range.lowerBound).byteSwapped
            return length | (word & ~(UInt64.max >> UInt64(8 * kept))) >> 8
        }
        var mark: UInt64 = 0
        for index in 0..<kept { mark = mark << 8 | UInt64(bytes[range.lowerBound + index]) }
        return length | mark << UInt64(56 - 8 * kept)
    }
}

extension JSONKey: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) {
        self.init(text)
    }
}
