/// A text to be found in others, byte by byte, in time linear in both: what clients send decides about both, and a
/// search that begins anew at each byte would let them hold up the loop (Knuth, Morris and Pratt).
package struct ByteNeedle: Equatable, Sendable {
    private let bytes: [UInt8]
    /// For each count of bytes that fit, how many still do when the next does not.
    private let fallbacks: [Int]

    package init(_ text: String) {
        bytes = Array(text.utf8)
        var fallbacks = [0]
        var fitting = 0
        for byte in bytes.dropFirst() {
            while fitting > 0, bytes[fitting] != byte { fitting = fallbacks[fitting - 1] }
            if bytes[fitting] == byte { fitting += 1 }
            fallbacks.append(fitting)
        }
        self.fallbacks = fallbacks
    }

    /// Nothing stands in every text.
    package func isFound(in text: String) -> Bool {
        guard !bytes.isEmpty else { return true }
        var fitting = 0
        for byte in text.utf8 {
            while fitting > 0, bytes[fitting] != byte { fitting = fallbacks[fitting - 1] }
            if bytes[fitting] == byte { fitting += 1 }
            if fitting == bytes.count { return true }
        }
        return false
    }
}
