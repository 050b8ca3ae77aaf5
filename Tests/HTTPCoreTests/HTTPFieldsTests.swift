import Ground
import HTTPCore
import Testing

@Suite struct HTTPFieldsTests {
    private func text(_ span: Span<UInt8>) -> String {
        var bytes: [UInt8] = []
        bytes.append(copying: span)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("host", HTTPFieldName.host), ("connection", .connection), ("content-length", .contentLength),
        ("content-type", .contentType), ("transfer-encoding", .transferEncoding), ("expect", .expect),
        ("authorization", .authorization), ("x-localtenant-tenant", .localtenantTenant),
    ])
    func `a name is known in each case, but not with a byte changed`(name: String, known: HTTPFieldName) {
        #expect(HTTPFieldName(Array(name.utf8).span) == known)
        #expect(HTTPFieldName(Array(name.uppercased().utf8).span) == known)
        for place in 0..<name.utf8.count {
            var bytes = Array(name.utf8)
            bytes[place] ^= 0x80
            #expect(HTTPFieldName(bytes.span) == .other)
            bytes[place] ^= 0x81
            #expect(HTTPFieldName(bytes.span) == .other)
        }
        #expect(HTTPFieldName(Array((name + "s").utf8).span) == .other)
        #expect(HTTPFieldName(Array(name.dropLast().utf8).span) == .other)
    }

    /// Each differs from the text in the bit that parts capitals from small letters.
    @Test(arguments: [("\r", "-"), ("@", "`"), ("[", "{")] as [(String, StaticString)])
    func `only letters have a case`(other: String, text: StaticString) {
        let bytes = Array(other.utf8)
        let isEqual = bytes.span.equalsIgnoringCase(text)
        #expect(!isEqual)
    }

    /// Words of eight bytes are compared at once; each byte of them must still have its own case.
    @Test(arguments: UInt8.min...UInt8.max)
    func `eight bytes at once are a letter in either case and nothing else`(byte: UInt8) {
        let bytes = Array(repeating: byte, count: 8)
        let isA = bytes.span.equalsIgnoringCase("aaaaaaaa")
        #expect(isA == (byte == 0x41 || byte == 0x61))
        let isZ = bytes.span.equalsIgnoringCase("zzzzzzzz")
        #expect(isZ == (byte == 0x5A || byte == 0x7A))
        let isDash = bytes.span.equalsIgnoringCase("--------")
        #expect(isDash == (byte == 0x2D))
    }

    @Test func `values of a name come in order, whatever stands between them`() {
        var fields = HTTPFields()
        for (name, value) in [("Expect", "1"), ("X", "2"), ("EXPECT", ""), ("expect", "3")] {
            fields.append(name, value)
        }
        var values: [String] = []
        fields.forEachValue(of: .expect) { values.append(text($0)) }
        #expect(values == ["1", "", "3"])
        #expect(fields.contains(.expect) && !fields.contains(.host))
        #expect(fields.count == 4)
        #expect(fields.pairs.map(\.name) == ["Expect", "X", "EXPECT", "expect"])
    }

    @Test func `a field is cut out of its line`() {
        var fields = HTTPFields()
        fields.append(Array("Host: \t a b \t".utf8).span, .host, nameCount: 4, value: 8..<11)
        #expect(fields[.host] == "a b")
    }

    @Test func `a value outside UTF-8 is repaired as text`() {
        var fields = HTTPFields()
        fields.append([0x58, 0x3A, 0xFF].span, .other, nameCount: 1, value: 2..<3)
        fields.append(Array("host:".utf8).span, .host, nameCount: 4, value: 5..<5)
        #expect(fields.pairs[0].value == "\u{FFFD}")
        #expect(fields[.host]?.isEmpty == true)
    }

    @Test func `packed fields are the same when they are taken out again`() {
        var fields = HTTPFields()
        fields.append(Array("HOST: \t a b \t".utf8).span, .host, nameCount: 4, value: 8..<11)
        fields.append("x-empty", "")
        fields.append([0x58, 0x3A, 0xFF].span, .other, nameCount: 1, value: 2..<3)
        for fields in [fields, HTTPFields()] {
            let packed = [UInt8](capacity: fields.packedByteCount) { fields.pack(into: &$0) }
            let taken = HTTPFields(packed: packed.span, byteCount: fields.byteCount)
            #expect(taken.pairs.map(\.name) == fields.pairs.map(\.name))
            #expect(taken.pairs.map(\.value) == fields.pairs.map(\.value))
            #expect(taken[.host] == fields[.host])
            #expect(taken.byteCount == fields.byteCount)
        }
    }

    @Test func `emptied fields are as new`() {
        var fields = HTTPFields()
        fields.append("Host", "first")
        fields.removeAll()
        #expect(fields[.host] == nil)
        fields.append("Host", "second")
        #expect(fields[.host] == "second")
        #expect(fields.count(of: .host) == 1)
    }

    @Test(arguments: [0, 1, 9, 10, 99, 100, 1_048_576, Int.max])
    func `a decimal is appended as Swift writes it`(value: Int) {
        var bytes = Array("x".utf8)
        bytes.append(decimal: value)
        #expect(String(decoding: bytes, as: UTF8.self) == "x\(value)")
    }

    @Test func `lines in common are whole ones, from the first on`() {
        var fields = HTTPFields()
        let lines = ["Host: h", "A:1", "B: 22"].map { Array("\($0)\r\n".utf8) }
        for line in lines {
            let line = Array(line.dropLast(2))
            let colon = line.firstIndex(of: 0x3A) ?? 0
            fields.append(line.span, .other, nameCount: colon, value: colon + 1..<line.count)
        }
        let all = lines.flatMap { $0 }
        for end in 0...all.count {
            for other in [[], [0x21], all] {
                let input = [0x20] + all[..<end] + other
                let common = fields.commonLines(with: input.span, from: 1)
                // What follows may happen to go on as the lines do.
                let same = zip(input.dropFirst(), all).prefix { $0 == $1 }.count
                let ends = [0] + [lines[0].count, lines[0].count + lines[1].count, all.count].filter { $0 <= same }
                #expect(common.count == ends.count - 1, "\(end)")
                #expect(common.byteCount == ends.last, "\(end)")
            }
        }
        let none = HTTPFields().commonLines(with: all.span, from: 0)
        #expect(none == (0, 0))
    }
}
