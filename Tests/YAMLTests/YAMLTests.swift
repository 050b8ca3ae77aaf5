import JSON
import TestSupport
import Testing
import YAML

@Suite struct YAMLTests {
    private func json(_ text: String) throws -> String {
        var writer = JSONWriter()
        writer.value(try YAMLReader.read(Array(text.utf8)))
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    @Test(arguments: [
        ("a: 1\nb:\n  - x\n  - 'y z'\n", #"{"a":1,"b":["x","y z"]}"#), ("[a, {b: c}, []]", #"["a",{"b":"c"},[]]"#),
        ("a: null\nb: ~\nc:\nd: ''\n", #"{"a":null,"b":null,"c":null,"d":""}"#),
        ("[true, False, yes, on]", #"[true,false,"yes","on"]"#), ("[1, -2, 0.5, 1e3]", "[1,-2,0.5,1e3]"),
        ("['1', \"true\", 3.6.0, 017, 0x1F, +1, .5, 1_000]", #"["1","true","3.6.0","017","0x1F","+1",".5","1_000"]"#),
        ("code: |\n  one\n  two\nfolded: >\n  three\n  four\n", #"{"code":"one\ntwo\n","folded":"three four\n"}"#),
        ("1: a\ntrue: b\n", #"{"1":"a","true":"b"}"#), ("# nothing\n", "null"), ("text", #""text""#),
        ("a: !!str 7", #"{"a":"7"}"#), ("\"\\u00e9\\n\"", #""é\n""#), ("é: ü", #"{"é":"ü"}"#),
    ])
    func `plain data becomes JSON`(text: String, expected: String) throws {
        #expect(try json(text) == expected)
    }

    @Test(arguments: [
        ("a: [1\n", "line 2: did not find expected ',' or ']'"), ("a: b: c", "line 1: mapping values are not allowed"),
        ("x: &a 1\ny: *a\n", "line 2: aliases (*name) are not taken"),
        ("a: 1\nb: {a: 2}\na: 3\n", "line 3: the key a stands twice"),
        ("a: 1\n---\nb: 2\n", "line 2: there is more than one"),
        ("? [a]\n: b\n", "line 1: a key must be text"), ("a: \u{1}", "line 1: control characters are not allowed"),
        (String(repeating: "[", count: 101), "line 1: it is nested too deeply"),
    ])
    func `what is not taken is refused with its line`(text: String, words: String) {
        let error = #expect(throws: YAMLError.self) { try json(text) }
        #expect(error?.description.hasPrefix(words) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        ("a", 2), ("a.b", 3), ("list[0]", 5), ("list[1].code", 6), ("list[1].more", 10), ("list[1].more[1]", 12),
        ("list[2].x", 13), ("list[2].y", 14), ("last", 15), ("nowhere", 2),
    ])
    func `a value stands on the line where the text has it`(path: String, line: Int) throws {
        let text = """
            # comment
            a:
              b: 1
            list:
              - x
              - code: |
                  one

                  two
                more:
                  - 1
                  - "two"
              - {x: 1,
                 y: 2}
            last: null
            """
        #expect(try YAMLReader.read(Array(text.utf8)).line(of: path) == line)
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        #expect(throws: YAMLError.self) { try YAMLReader.read([0x61, 0x3A, 0x20, 0xFF]) }
    }

    /// Ten lines that stand for a billion texts, with aliases as items, as values and as merged keys.
    @Test(arguments: ["[*k%, *k%]", "{a: *k%, b: *k%}", "{<<: *k%}"])
    func `a YAML bomb is refused at its first alias`(level: String) {
        let levels = (0..<9).map { "k\($0 + 1): &k\($0 + 1) \(level.replacing("%", with: "\($0)"))\n" }
        let error = #expect(throws: YAMLError.self) { try json("k0: &k0 {a: lol}\n" + levels.joined()) }
        #expect(error == YAMLError(line: 2, "aliases (*name) are not taken"))
    }
}
