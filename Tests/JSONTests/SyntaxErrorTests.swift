import JSON
import Testing

struct SyntaxErrorTests {
    private static let faults: [(String, JSONSyntaxError.Reason, Int)] = [
        ("", .unexpectedEnd, 0),
        ("  ", .unexpectedEnd, 2),
        ("[1,}", .unexpectedByte(0x7D), 3),
        ("[1 2]", .unexpectedByte(0x32), 3),
        ("{\"a\" 1}", .unexpectedByte(0x31), 5),
        ("{\"a\":1,}", .unexpectedByte(0x7D), 7),
        ("1 2", .unexpectedByte(0x32), 2),
        ("01", .unexpectedByte(0x31), 1),
        ("-", .unexpectedEnd, 1),
        ("1.x", .unexpectedByte(0x78), 2),
        ("nulx", .unexpectedByte(0x78), 3),
        ("tru", .unexpectedEnd, 3),
        ("\u{FEFF}{}", .unexpectedByte(0xEF), 0),
        ("\"abc", .unexpectedEnd, 4),
        ("\"abcdefghij\n\"", .controlByte(0x0A), 11),
        ("\"\\n\u{1}\"", .controlByte(0x01), 3),
        (#""\x""#, .unexpectedByte(0x78), 2),
        (#""\u00g0""#, .unexpectedByte(0x67), 5),
        (#""ab\uD800""#, .loneSurrogate, 3),
        (#""ab\uD800\u0041""#, .loneSurrogate, 3),
        (#""ab\uDC00""#, .loneSurrogate, 3),
    ]

    /// What a text is read as: its value, or its fault.
    private static func outcome(_ bytes: [UInt8]) -> Result<JSONValue, JSONSyntaxError> {
        Result { () throws(JSONSyntaxError) in try JSONParser.parse(bytes) }
    }

    /// A string is looked at in one block where so many bytes follow, and otherwise byte by byte.
    @Test func `a string is read alike wherever it stands in a text`() {
        let pieces: [[UInt8]] = [
            [], Array(#"\n"#.utf8), Array(#"\u0041"#.utf8), Array(#"\x"#.utf8), Array("é".utf8), [0xC3], [0x80], [0x1F],
            [0x7F], Array(#"""#.utf8),
        ]
        for count in 0...18 {
            for place in 0...count {
                for piece in pieces {
                    let plain = [UInt8](repeating: 0x61, count: count)
                    let string = [0x22] + plain[..<place] + piece + plain[place...] + [0x22]
                    for (before, after) in [("[", "]"), (#"{"k":"#, "}"), ("{", ":1}")] {
                        let text = Array(before.utf8) + string + Array(after.utf8)
                        let long = Self.outcome(text + [UInt8](repeating: 0x20, count: 40))
                        #expect(Self.outcome(text) == long, "\(String(decoding: text, as: UTF8.self))")
                        #expect((try? long.get()) == nil || piece.count != 1 || piece == [0x7F], "\(piece)")
                    }
                }
            }
        }
    }

    @Test(arguments: faults)
    func `an error names the reason and the offset`(text: String, reason: JSONSyntaxError.Reason, offset: Int) {
        #expect(throws: JSONSyntaxError(reason: reason, offset: offset)) { try JSONParser.parse(Array(text.utf8)) }
    }

    @Test func `invalid UTF-8 is located, with escapes in the string or without`() {
        let plain = Array("[\"abc".utf8) + [0xFF] + Array("def\"]".utf8)
        #expect(throws: JSONSyntaxError(reason: .invalidUTF8, offset: 5)) { try JSONParser.parse(plain) }
        let escaped = Array("[\"\\u0041\\n".utf8) + [0xFF] + Array("def\"]".utf8)
        #expect(throws: JSONSyntaxError(reason: .invalidUTF8, offset: 10)) { try JSONParser.parse(escaped) }
    }

    private static let descriptions: [(JSONSyntaxError.Reason, String)] = [
        (.unexpectedByte(0x7D), "unexpected byte 0x7D at offset 12"),
        (.unexpectedByte(0x0A), "unexpected byte 0x0A at offset 12"),
        (.unexpectedEnd, "unexpected end at offset 12"),
        (.controlByte(0x1F), "control byte 0x1F in a string at offset 12"),
        (.invalidUTF8, "invalid UTF-8 at offset 12"),
        (.loneSurrogate, "lone surrogate at offset 12"),
        (.tooDeep, "nesting too deep at offset 12"),
        (.numberTooLong, "number too long at offset 12"),
        (.textTooLong, "text too long at offset 12"),
    ]

    @Test(arguments: descriptions)
    func `an error describes itself`(reason: JSONSyntaxError.Reason, text: String) {
        #expect(JSONSyntaxError(reason: reason, offset: 12).description == text)
    }
}

struct LimitTests {
    private static func nested(_ count: Int) -> [UInt8] {
        Array(repeating: UInt8(ascii: "["), count: count) + Array(repeating: UInt8(ascii: "]"), count: count)
    }

    @Test func `depth is counted, siblings are not`() throws {
        #expect(throws: Never.self) { try JSONParser.parse(Self.nested(128)) }
        #expect(throws: JSONSyntaxError(reason: .tooDeep, offset: 128)) { try JSONParser.parse(Self.nested(129)) }
        let limits = JSONLimits(depthMax: 2)
        #expect(throws: Never.self) { try JSONParser.parse(Array("[[],{},[]]".utf8), limits: limits) }
        #expect(throws: JSONSyntaxError(reason: .tooDeep, offset: 5)) {
            try JSONParser.parse(Array("[[],[[]]]".utf8), limits: limits)
        }
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
    func `no nesting overflows the stack`(opening: String) {
        let text = Array(String(repeating: opening, count: 300_000).utf8)
        let error = #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(text) }
        #expect(error?.reason == .tooDeep)
    }

    @Test func `a scalar needs no depth`() throws {
        #expect(try JSONParser.parse(Array("1".utf8), limits: JSONLimits(depthMax: 0)).number?.int == 1)
    }

    @Test func `a number may have so many bytes`() throws {
        let longest = String(repeating: "7", count: 1024)
        #expect(try JSONParser.parse(Array(longest.utf8)).number?.text == longest)
        #expect(throws: JSONSyntaxError(reason: .numberTooLong, offset: 1)) {
            try JSONParser.parse(Array("[\(longest)7]".utf8))
        }
    }

    @Test func `a text may have so many bytes if a limit is set`() throws {
        let text = Array("[1]".utf8)
        #expect(throws: Never.self) { try JSONParser.parse(text, limits: JSONLimits(bytesMax: 3)) }
        #expect(throws: JSONSyntaxError(reason: .textTooLong, offset: 2)) {
            try JSONParser.parse(text, limits: JSONLimits(bytesMax: 2))
        }
    }
}
