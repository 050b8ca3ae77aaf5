import JSON

/// What is parsed and written again is the same value.
enum JSONTarget {
    static func run(_ text: [UInt8]) -> CInt {
        guard let value = try? JSONParser.parse(text) else { return 0 }
        var writer = JSONWriter()
        writer.value(value)
        guard let again = try? JSONParser.parse(writer.finish()) else { fatalError("what was written is no JSON") }
        precondition(again == value, "what was written is another value")
        check(value)
        return 0
    }

    /// A string that is left as it came is spelled as it would be written.
    private static func check(_ value: JSONValue) {
        precondition(value.string?.escapedForJSON == value.escapedString, "a string is kept in another spelling")
        value.items?.forEach { check($0) }
        value.members?.forEach { check($0.value) }
    }
}
