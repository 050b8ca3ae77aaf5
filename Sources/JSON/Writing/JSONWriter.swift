/// Writes one JSON text, compact, straight into bytes.
///
/// The caller writes the structure in order; the writer puts the commas and colons. It does not check the order: a key
/// outside an object or a missing end is a fault of the caller, and shows in the text. Strings are escaped as
/// JavaScript's `JSON.stringify` does (ECMA-262, `QuoteJSONString`): the quote, the backslash and U+0000 to U+001F, and
/// nothing else.
@usableFromInline
package struct JSONWriter: ~Copyable {
    @usableFromInline var bytes: ByteBuffer
    /// Whether a value has just ended, so that whatever comes next in its array or object follows a comma.
    @usableFromInline var needsComma = false
    /// The last string that was written with a key to tell it by, and where.
    private var recent: (key: Int64, place: Range<Int>)?

    /// A writer with room for `capacity` bytes before it must grow.
    package init(capacity: Int = 512) {
        bytes = ByteBuffer(capacity: capacity)
    }

    /// The text written.
    package consuming func finish() -> [UInt8] {
        bytes.array
    }

    /// Begins a line of the text; what is written next stands on it.
    package mutating func lineBreak() {
        bytes.append(UInt8(ascii: "\n"))
    }

    @inlinable
    @inline(__always)
    package mutating func beginObject() {
        begin(UInt8(ascii: "{"))
    }

    @inlinable
    @inline(__always)
    package mutating func endObject() {
        end(UInt8(ascii: "}"))
    }

    @inlinable
    @inline(__always)
    package mutating func beginArray() {
        begin(UInt8(ascii: "["))
    }

    @inlinable
    @inline(__always)
    package mutating func endArray() {
        end(UInt8(ascii: "]"))
    }

    /// Writes the key of the next value as it is: it must be ASCII that needs no escape.
    @inlinable
    @inline(__always)
    package mutating func key(_ name: StaticString) {
        bytes.append(name, comma: needsComma, quote: true, colon: true)
        needsComma = false
    }

    /// Writes the key of the next value, escaped. (A literal takes the other overload; without the attribute it would
    /// take this one.)
    @_disfavoredOverload
    package mutating func key(_ name: String) {
        bytes.appendEscaped(name, comma: needsComma)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a string, escaped. (A literal takes the other overload.)
    @_disfavoredOverload
    package mutating func string(_ value: String) {
        bytes.appendEscaped(value, comma: needsComma)
        needsComma = true
    }

    /// Writes a string as it is: it must be ASCII that needs no escape.
    @inlinable
    @inline(__always)
    package mutating func string(_ value: StaticString) {
        bytes.append(value, comma: needsComma, quote: true)
        needsComma = true
    }

    /// Writes a string as it is: what `escapedString` and the like have given.
    package mutating func string(escaped: String) {
        bytes.append(quoted: escaped.utf8.span, comma: needsComma)
        needsComma = true
    }

    /// Writes a string of the bytes `body` appends, as they are: up to `countMax` of ASCII that needs no escape.
    package mutating func quotedASCII(upTo countMax: Int, _ body: (inout OutputSpan<UInt8>) -> Void) {
        separate()
        bytes.append(upTo: countMax + 2) { output in
            output.append(UInt8(ascii: "\""))
            body(&output)
            output.append(UInt8(ascii: "\""))
        }
    }

    /// The same of a string that often comes several times in a row: `key` tells it from others of its kind, of which a
    /// text has only one, and a string that has the key of the one before is copied from there.
    package mutating func quotedASCII(upTo countMax: Int, key: Int64, _ body: (inout OutputSpan<UInt8>) -> Void) {
        if let recent, recent.key == key {
            separate()
            return bytes.append(again: recent.place)
        }
        let start = bytes.count + (needsComma ? 1 : 0)
        quotedASCII(upTo: countMax, body)
        recent = (key, start..<bytes.count)
    }

    /// Writes a number as it is: it must be one by the grammar.
    package mutating func number(_ text: String) {
        separate()
        bytes.append(text.utf8.span)
    }

    /// Writes a whole JSON text as it is.
    package mutating func raw(_ text: [UInt8]) {
        separate()
        bytes.append(text.span)
    }

    package mutating func integer(_ value: Int) {
        separate()
        bytes.appendDecimal(value)
    }

    @inlinable
    @inline(__always)
    package mutating func bool(_ value: Bool) {
        bytes.append(value ? "true" : "false", comma: needsComma)
        needsComma = true
    }

    @inlinable
    @inline(__always)
    package mutating func null() {
        bytes.append("null", comma: needsComma)
        needsComma = true
    }

    /// Writes a parsed value with all within it: members in their order, numbers in their spelling.
    package mutating func value(_ value: JSONValue) {
        switch value.kind {
        case .null: null()
        case .bool: bool(value.bool == true)
        case .number:
            separate()
            value.document.withBytes(of: value.node) { bytes.append($0) }
        case .string: string(escaped: value.escapedString ?? "")
        case .array:
            beginArray()
            if let items = value.items {
                for item in items { self.value(item) }
            }
            endArray()
        case .object:
            beginObject()
            if let members = value.members {
                for member in members {
                    key(member.key)
                    self.value(member.value)
                }
            }
            endObject()
        }
    }

    /// An array of strings.
    package mutating func strings(_ texts: [String]) {
        beginArray()
        for text in texts { string(text) }
        endArray()
    }

    @inlinable
    @inline(__always)
    mutating func begin(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    @inlinable
    @inline(__always)
    mutating func end(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    /// Puts the comma before a key or an item, if one is due; after what follows one is.
    @inlinable
    @inline(__always)
    mutating func separate() {
        if needsComma {
            bytes.append(UInt8(ascii: ","))
        }
        needsComma = true
    }
}
