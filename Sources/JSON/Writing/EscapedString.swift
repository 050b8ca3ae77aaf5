// Strings as `JSONWriter` spells them, without the quotes around them: for what is written again and again.

extension JSONValue {
    /// A string, escaped. One that came in this spelling is not looked at again.
    package var escapedString: String? {
        guard node.kind == .string else { return nil }
        let text = node.text
        guard !text.traits.contains(.decoded) else { return document.string(of: node).escapedForJSON }
        return document.withSource(of: text) { String(validated: $0, isASCII: text.traits.contains(.ascii)) }
    }
}

extension String {
    /// The characters as `JSONWriter` writes them between quotes.
    package var escapedForJSON: String {
        var bytes = ByteBuffer(capacity: utf8.count + 64)
        bytes.appendEscaped(self, comma: false)
        return bytes.withSpan(1..<bytes.count - 1) { String(validated: $0, isASCII: utf8Span.isKnownASCII) }
    }

    /// What the characters stand for between the quotes of a JSON text; nil if they cannot stand there.
    package var unescapedFromJSON: String? {
        (try? JSONParser.parse(Array("\"\(self)\"".utf8)))?.string
    }
}
