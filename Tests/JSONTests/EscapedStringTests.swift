import JSON
import Testing

/// Strings that are kept as the writer spells them.
struct EscapedStringTests {
    private static func value(_ spelling: String) throws -> JSONValue {
        try JSONParser.parse(Array(#"{"a":"\#(spelling)","b":1}"#.utf8))
    }

    /// What comes, what it means, and what the writer would write for it.
    private static let spellings: [(came: String, text: String, written: String)] = [
        ("", "", ""),
        ("plain", "plain", "plain"),
        (#"\n\r\t\b\f\"\\"#, "\n\r\t\u{8}\u{C}\"\\", #"\n\r\t\b\f\"\\"#),
        (#"a\nb"#, "a\nb", #"a\nb"#),
        (#"a\\n"#, #"a\n"#, #"a\\n"#),
        (#"\\u0041"#, #"\u0041"#, #"\\u0041"#),
        (#"\/"#, "/", "/"),
        (#"\\\/"#, #"\/"#, #"\\/"#),
        (#"\u0041"#, "A", "A"),
        (#"\u000a"#, "\n", #"\n"#),
        (#"\u001F\u001f"#, "\u{1F}\u{1F}", #"\u001f\u001f"#),
        (#"\u0022\u005C"#, "\"\\", #"\"\\"#),
        (#"\u0000"#, "\0", #"\u0000"#),
        (#"\ud83d\ude00"#, "😀", "😀"),
        (#"\n😀 é\t"#, "\n😀 é\t", #"\n😀 é\t"#),
        (
            #"late in the text, behind sixteen bytes, \n and \/ and \u00e9"#,
            "late in the text, behind sixteen bytes, \n and / and é",
            #"late in the text, behind sixteen bytes, \n and / and é"#
        ),
    ]

    @Test(arguments: spellings)
    func `however it came it is kept as it is written`(came: String, text: String, written: String) throws {
        for count in 0...17 {
            let padding = String(repeating: "x", count: count)
            for (before, after) in [(padding, ""), ("", padding), (padding, padding)] {
                let value = try Self.value(before + came + after)
                #expect(value.string("a") == before + text + after)
                #expect(value["a"]?.escapedString == before + written + after)
                #expect((before + text + after).escapedForJSON == before + written + after)
                #expect((before + written + after).unescapedFromJSON == before + text + after)
            }
        }
    }

    @Test(arguments: spellings)
    func `spellings of one string are equal, and it is written one way`(
        came: String, text: String, written: String
    ) throws {
        let (value, other) = (try Self.value(came), try Self.value(written))
        #expect(value == other)
        #expect(value != (try Self.value(came + " ")))
        for value in [value, other] {
            var writer = JSONWriter()
            writer.value(value)
            #expect(String(decoding: writer.finish(), as: UTF8.self) == #"{"a":"\#(written)","b":1}"#)
        }
    }

    @Test(arguments: spellings)
    func `a key is found however it came`(came: String, text: String, written: String) throws {
        let value = try JSONParser.parse(Array(#"{"\#(came)":1,"\#(written)":2}"#.utf8))
        #expect(value.members?.map(\.key) == [text])
        #expect(value[JSONKey(text)]?.number?.text == "2")
    }

    @Test func `characters are counted, not what they are spelled with`() throws {
        let schema = Schema.string(max: 4, min: 2)
        for (spelling, fault) in [
            (#"\n"#, "String is too short (1 chars), minimum 2"), (#"\n\t"#, nil), (#"\n\r\t\""#, nil),
            (#"\n\né\\"#, nil),
            (#"\n\r\t\"x"#, "String is too long (5 chars), maximum 4"),
        ] {
            let string = try #require(try Self.value(spelling)["a"])
            var found: SchemaProblem?
            do throws(SchemaProblem) { try schema.check(string) } catch { found = error }
            #expect(found?.reason == fault)
        }
    }

    @Test(arguments: [
        (#"{"a":"\n"#, 8), (#"{"a":"\n\"#, 9), (#"{"a":"\n\x"}"#, 9), (#"{"a":"\n\ud800"}"#, 8),
        ("{\"a\":\"\\n\u{1}\"}", 8),
        (#"{"a":"\"#, 7), (#"{"a":"\""#, 8),
    ])
    func `a fault behind an escape is found where it is`(text: String, offset: Int) throws {
        let error = #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(Array(text.utf8)) }
        #expect(error?.offset == offset)
    }

    @Test func `bytes that are no UTF-8 are refused beside escapes too`() throws {
        let cases = [([0x5C, 0x6E, 0xFF], 2), ([0xC3, 0x5C, 0x6E], 0), ([0xC3, 0xA9, 0x5C, 0x6E, 0x80], 4)]
        for (bytes, offset) in cases {
            let text = [0x22] + bytes.map { UInt8($0) } + [0x22]
            let error = #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(text) }
            #expect(error?.reason == .invalidUTF8)
            #expect(error?.offset == offset + 1)
        }
    }

    @Test func `what is no string has no spelling`() throws {
        let value = try JSONParser.parse(Array("[1,null,{},true]".utf8))
        #expect(value.escapedString == nil)
        #expect(value.items?.compactMap(\.escapedString) == [])
        #expect(value["a"]?.escapedString == nil)
    }

    @Test(arguments: ["\"", #"\"#, #"\x"#, "\n", #"\ud800"#])
    func `what cannot stand between quotes has no meaning`(text: String) {
        #expect(text.unescapedFromJSON == nil)
    }
}
