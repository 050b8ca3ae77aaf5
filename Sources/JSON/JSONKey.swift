/// A key of an object, with a mark that tells most keys apart in one comparison.
///
/// Keys are the same when their bytes are, as in JavaScript; Swift's own comparison would take the Kelvin sign for a K.
package struct JSONKey: Sendable {
    package let text: String
    /// The first seven bytes, and the length on top (255 for longer ones): all there is of a short key.
    private let mark: UInt64

    package init(_ text: String) {
        self.text = text
        let bytes = text.utf8.span
        var mark = UInt64(min(bytes.count, 255))
        for index in 0..<min(bytes.count, 7) { mark = mark << 8 | UInt64(bytes[index]) }
        self.mark = mark << UInt64(8 * max(0, 7 - bytes.count))
    }

    @inline(__always)
    package static func == (left: JSONKey, right: JSONKey) -> Bool {
        left.mark == right.mark && (left.mark >> 56 <= 7 || left.text.hasSameBytes(as: right.text))
    }
}

extension JSONKey: Hashable {
    /// Hashes the bytes. (Hashing what Swift's `==` compares would let a client make any number of distinct keys with
    /// one hash.)
    package func hash(into hasher: inout Hasher) {
        text.utf8.span.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}

extension JSONKey: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) {
        self.init(text)
    }
}
