import JSON

/// What is parsed and written again is the same value.
enum JSONTarget {
    static func run(_ text: [UInt8]) -> CInt {
        guard let value = try? JSONParser.parse(text) else { return 0 }
        var writer = JSONWriter()
        writer.value(value)
        guard let again = try? JSONParser.parse(writer.finish()) else { fatalError("what was written is no JSON") }
        precondition(again == value, "what was written is another value")
        return 0
    }
}
