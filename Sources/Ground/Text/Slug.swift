/// A name that can be part of a host or a path as it is.
package enum Slug {
    /// Whether a text is of `a-z`, `0-9`, `-` and `_`, a letter or digit first.
    package static func isOne(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, first != 0x2D, first != 0x5F else { return false }
        return text.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
        }
    }
}
