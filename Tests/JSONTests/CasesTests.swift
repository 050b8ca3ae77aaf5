import JSON
import Testing

struct CasesTests {
    private static let accepted = Case.all.filter { $0.written != nil }
    private static let refused = Case.all.filter { $0.written == nil }

    @Test func `the table is there`() {
        #expect(Self.accepted.count >= 200)
        #expect(Self.refused.count >= 300)
    }

    @Test(arguments: accepted)
    func `a text is accepted and written back`(item: Case) throws {
        let value = try JSONParser.parse(item.text)
        var writer = JSONWriter()
        writer.value(value)
        let written = writer.finish()
        #expect(written == item.written)
        #expect(try JSONParser.parse(written) == value)
    }

    @Test(arguments: refused)
    func `a text is refused at a place within it`(item: Case) {
        let error = #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(item.text) }
        #expect((0...item.text.count).contains(error?.offset ?? -1))
    }

    /// The string scan takes eight bytes at a time; what it finds must not depend on where they start.
    @Test(arguments: Case.all)
    func `leading whitespace changes nothing but offsets`(item: Case) {
        let plain = Result { () throws(JSONSyntaxError) in try JSONParser.parse(item.text) }
        for count in 1...8 {
            let text = Array(repeating: UInt8(ascii: " "), count: count) + item.text
            let shifted = Result { () throws(JSONSyntaxError) in try JSONParser.parse(text) }
            let expected = plain.mapError { JSONSyntaxError(reason: $0.reason, offset: $0.offset + count) }
            #expect(shifted == expected)
        }
    }

    @Test(arguments: accepted.filter { ["{", "["].contains(String(decoding: $0.text.prefix(1), as: UTF8.self)) })
    func `an array or object cut anywhere is refused`(item: Case) throws {
        let end = try #require(item.text.lastIndex { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "}") })
        for count in 0..<end {
            #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(Array(item.text.prefix(count))) }
        }
    }
}
