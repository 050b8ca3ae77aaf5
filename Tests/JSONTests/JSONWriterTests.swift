import JSON
import Testing

private func parsed(_ text: String) -> JSONValue {
    (try? JSONParser.parse(Array(text.utf8))) ?? .null
}

struct JSONWriterTests {
    private static func text(_ write: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        write(&writer)
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    @Test func `commas and colons are put where they belong`() {
        let text = Self.text { writer in
            writer.beginObject()
            writer.key("a")
            writer.beginArray()
            writer.integer(1)
            writer.beginObject()
            writer.endObject()
            writer.beginArray()
            writer.endArray()
            writer.null()
            writer.bool(true)
            writer.bool(false)
            writer.string("x")
            writer.string(String("y\n"))
            writer.endArray()
            writer.key(String("b\""))
            writer.beginObject()
            writer.key("c")
            writer.value(parsed(#"[null,"\u0001",7]"#))
            writer.key("d")
            writer.quotedASCII(upTo: 24) { output in "2026-01-02T03:04:05.678Z".utf8.forEach { output.append($0) } }
            writer.endObject()
            writer.key("e")
            writer.bool(false)
            writer.endObject()
        }
        let expected =
            #"{"a":[1,{},[],null,true,false,"x","y\n"],"b\"":{"c":[null,"\u0001",7],"#
            + #""d":"2026-01-02T03:04:05.678Z"},"e":false}"#
        #expect(text == expected)
    }

    @Test func `each kind may stand alone and next to itself`() {
        #expect(Self.text { $0.null() } == "null")
        #expect(Self.text { $0.string("") } == "\"\"")
        #expect(Self.text { $0.string(String("")) } == "\"\"")
        #expect(Self.text { $0.value(parsed("{}")) } == "{}")
        let pairs: [(inout JSONWriter) -> Void] = [
            { $0.null() }, { $0.bool(true) }, { $0.integer(-5) }, { $0.string("s") }, { $0.string(String("t")) },
            { $0.quotedASCII(upTo: 9) { $0.append(0x71) } }, { $0.value(parsed("false")) }, { $0.value(parsed("3")) },
            { $0.value(parsed("[]")) }, { $0.value(parsed("{}")) }, { $0.value(parsed("null")) },
        ]
        for write in pairs {
            let once = Self.text(write)
            let twice = Self.text { writer in
                writer.beginArray()
                write(&writer)
                write(&writer)
                writer.endArray()
            }
            #expect(twice == "[\(once),\(once)]")
        }
    }

    @Test(arguments: [0, 7, 10, 99, 100, 1234567890, -1, -10, Int.max, Int.min])
    func `an integer is written in decimal`(integer: Int) {
        #expect(Self.text { $0.integer(integer) } == String(integer))
    }

    private static let short: [UInt32: String] = [
        0x08: #"\b"#, 0x09: #"\t"#, 0x0A: #"\n"#, 0x0C: #"\f"#, 0x0D: #"\r"#, 0x22: #"\""#, 0x5C: #"\\"#,
    ]

    /// At each place of an eight-byte word, and alone.
    @Test(arguments: UInt32(0)...0x9F)
    func `a character is escaped as JavaScript does`(code: UInt32) throws {
        let character = String(try #require(Unicode.Scalar(code)))
        let digits = String(code, radix: 16)
        let long = "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        let expected = Self.short[code] ?? (code < 0x20 ? long : character)
        for count in 0...17 {
            let before = String(repeating: "a", count: count)
            let after = String(repeating: "z", count: 17 - count)
            #expect(Self.text { $0.string(before + character + after) } == "\"\(before)\(expected)\(after)\"")
            #expect(Self.text { $0.key(before + character) } == "\"\(before)\(expected)\":")
        }
    }

    @Test(arguments: 1...40)
    func `what needs an escape is found wherever it stands in a text of any length`(count: Int) {
        for place in 0..<count {
            let (before, after) = (
                String(repeating: "a", count: place), String(repeating: "z", count: count - place - 1)
            )
            #expect(Self.text { $0.string(before + "\n" + after) } == "\"\(before)\\n\(after)\"")
            #expect(Self.text { $0.string(before + "!" + after) } == "\"\(before)!\(after)\"")
        }
    }

    @Test(arguments: ["/", ">", "<", "&", "'", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFF}", "😀"])
    func `nothing else is escaped`(text: String) {
        #expect(Self.text { $0.string(text) } == "\"\(text)\"")
    }

    @Test(arguments: [1, 10, 11, 12, 63, 64, 65, 200, 5000])
    func `any number of escapes finds room`(count: Int) {
        let controls = String(repeating: "\u{1}", count: count)
        #expect(Self.text { $0.string(controls) } == "\"" + String(repeating: #"\u0001"#, count: count) + "\"")
        let mixed = String(repeating: "say \"hi\"\n", count: count)
        #expect(Self.text { $0.string(mixed) } == "\"" + String(repeating: #"say \"hi\"\n"#, count: count) + "\"")
    }

    @Test(arguments: [0, 1, 8, 512])
    func `the capacity changes nothing`(capacity: Int) {
        var writer = JSONWriter(capacity: capacity)
        writer.beginArray()
        for integer in 0..<200 {
            writer.integer(integer)
            writer.string(String(repeating: "ab\n", count: integer))
        }
        writer.endArray()
        let items = (try? JSONParser.parse(writer.finish()))?.items.map(Array.init)
        #expect(items?.count == 400)
        #expect(items?.last?.string == String(repeating: "ab\n", count: 199))
    }
}
