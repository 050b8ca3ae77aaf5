extension Span<UInt8> {
    /// These bytes as text, repaired where they are not UTF-8.
    package var text: String {
        withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}
