import Ground

/// A parsed JSON text: its values and keys as one flat list in source order, their texts as places among its bytes.
///
/// Nothing in it is an object of its own, so a text costs three allocations however many values it has.
final class JSONDocument: Sendable {
    /// The text as it came.
    let text: [UInt8]
    /// What strings with escapes decode to, one behind the other: keys, and what has other escapes
    /// than the writer's short ones.
    let decoded: ByteBuffer
    /// The root is the first; what is within an array or object follows it.
    let nodes: GrowingBuffer<JSONNode>

    init(text: [UInt8], decoded: consuming ByteBuffer, nodes: consuming GrowingBuffer<JSONNode>) {
        self.text = text
        self.decoded = decoded
        self.nodes = nodes
    }

    /// The text of a string, key or number, escapes decoded.
    @inline(__always)
    func withBytes<Result>(of node: JSONNode, _ body: (Span<UInt8>) -> Result) -> Result {
        if node.text.traits.contains(.decoded) { return decoded.withSpan(node.text.range, body) }
        if node.text.traits.contains(.escaped) {
            let bytes = decoded(node.text)
            return bytes.withSpan(0..<bytes.count, body)
        }
        return withSource(of: node.text, body)
    }

    /// What stands in the source for a text that is not among the decoded bytes.
    @inline(__always)
    func withSource<Result>(of text: JSONText, _ body: (Span<UInt8>) -> Result) -> Result {
        // A span may not outlive a copy of its array, and of a class's property there is no other.
        let source = self.text
        return body(source.span.extracting(text.range))
    }

    /// Decodes a string that was left as it came.
    private func decoded(_ text: JSONText) -> ByteBuffer {
        var bytes = ByteBuffer()
        let source = self.text
        let quoted = source.span.extracting(text.range.lowerBound - 1..<text.range.upperBound + 1)
        // No fault is left where the reader has been.
        try? bytes.append(upTo: quoted.count) { output throws(JSONSyntaxError) in
            var cursor = JSONCursor()
            _ = try cursor.decode(quoted, into: &output)
        }
        return bytes
    }

    func string(of node: JSONNode) -> String {
        withBytes(of: node) { String(validated: $0, isASCII: node.text.traits.contains(.ascii)) }
    }

    /// Whether the texts are the same; kept out of the loops that look for keys.
    @inline(never)
    func isLongKey(_ node: JSONNode, _ text: String) -> Bool {
        withBytes(of: node) { $0.hasSameBytes(as: text.utf8.span) }
    }
}

/// A value or a key of a document.
struct JSONNode: Sendable, BitwiseCopyable {
    enum Kind: UInt8 {
        case null, `false`, `true`, number, string, array, object
        case key
        /// A key that stood in its object before; the first one leads to the value of the last.
        case repeatedKey
    }

    let kind: Kind
    /// Of strings, keys and numbers.
    var text = JSONText()
    /// Of arrays and objects: items, or members.
    var count: UInt32 = 0
    /// Of a key: the place of its value.
    var value: UInt32 = 0
    /// The place behind this value and all within it; of a key, behind what follows it.
    var end: UInt32 = 0
    /// Of a key; see `JSONKey`.
    var mark: UInt64 = 0
}

/// Where the bytes of a string, key or number are. They are UTF-8.
struct JSONText: Sendable, BitwiseCopyable {
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt8

        static let ascii = Traits(rawValue: 1)
        /// Among the document's decoded bytes rather than in its text.
        static let decoded = Traits(rawValue: 2)
        /// In the document's text with escapes, all of them spelled as the writer spells them.
        static let escaped = Traits(rawValue: 8)
        /// U+0000 is among the characters; it takes an escape.
        static let hasNUL = Traits(rawValue: 4)
    }

    var start: UInt32 = 0
    var count: UInt32 = 0
    var traits = Traits.ascii

    init() {}

    /// ASCII in that part of the document's text, which is shorter than 4 GiB.
    init(_ range: Range<Int>) {
        start = UInt32(truncatingIfNeeded: range.lowerBound)
        count = UInt32(truncatingIfNeeded: range.count)
    }

    var range: Range<Int> { Int(start)..<Int(start) &+ Int(count) }
}
