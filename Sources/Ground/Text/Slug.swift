/// A name that can be part of a host or a path as it is.
package enum Slug {
    /// Whether a text is of `a-z`, `0-9`, `-` and `_`, a letter or digit first.
    package static func isOne(_ text: String) -> Bool {
        // As a span: every request's host is looked at.
        let bytes = text.utf8.span
        guard !bytes.isEmpty, bytes[0] != 0x2D, bytes[0] != 0x5F else { return false }
        for index in bytes.indices where !isPart(bytes[index]) { return false }
        return true
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
    }
}
