import JSON
import Testing

struct JSONValueTests {
    private static func parse(_ text: String) throws -> JSONValue {
        try JSONParser.parse(Array(text.utf8))
    }

    private static func keys(_ object: JSONValue) -> [String]? {
        object.members?.map(\.key)
    }

    private static func text(keys: some Sequence<String>) -> String {
        "{" + keys.enumerated().map { "\"\($0.element)\":\($0.offset)" }.joined(separator: ",") + "}"
    }

    @Test func `a value has what its kind has and nothing else`() throws {
        let array = try Self.parse(#"[null,true,7.0,"x\u00e9",[],{}]"#)
        let items = try #require(array.items.map(Array.init))
        #expect(items.map(\.kind) == [.null, .bool, .number, .string, .array, .object])
        #expect(items.map(\.isNull) == [true, false, false, false, false, false])
        #expect(items.map(\.bool) == [nil, true, nil, nil, nil, nil])
        #expect(items.map(\.number?.text) == [nil, nil, "7.0", nil, nil, nil])
        #expect(items.map(\.string) == [nil, nil, nil, "x\u{E9}", nil, nil])
        #expect(items.map { $0.items?.count } == [nil, nil, nil, nil, 0, nil])
        #expect(items.map { $0.members?.count } == [nil, nil, nil, nil, nil, 0])
        #expect(items.allSatisfy { $0["a"] == nil })
        #expect(JSONValue.null.isNull)
    }

    @Test func `what is within a value is found past what is within others`() throws {
        let value = try Self.parse(#"{"a":{"x":[1,{"y":2}],"b":0},"b":{"c":[[],[3]]},"c":"end"}"#)
        #expect(Self.keys(value) == ["a", "b", "c"])
        #expect(value["a"]?["x"]?.items?.map { $0["y"]?.number?.int } == [nil, 2])
        #expect(value["b"]?["c"]?.items?.map { $0.items?.count } == [0, 1])
        #expect(value["c"]?.string == "end")
        #expect(value["x"] == nil)
    }

    @Test func `a repeated key keeps its first place and takes the last value`() throws {
        let object = try Self.parse(#"{"b":{"q":1},"a":true,"\u0062":[1,2],"b":false}"#)
        #expect(Self.keys(object) == ["b", "a"])
        #expect(object.members?.count == 2)
        #expect(object["b"]?.bool == false)
        #expect(object["a"]?.bool == true)
    }

    /// Lengths on both sides of what a key's mark holds; the same beginning and another end.
    @Test(arguments: 0...20)
    func `keys of any length are told apart`(length: Int) throws {
        let stem = String(repeating: "k", count: length)
        let object = try Self.parse(#"{"\#(stem)1":1,"\#(stem)2":2,"\#(stem)":0}"#)
        #expect(object[JSONKey(stem)]?.number?.int == 0)
        #expect(object[JSONKey(stem + "1")]?.number?.int == 1)
        #expect(object[JSONKey(stem + "2")]?.number?.int == 2)
        #expect(object[JSONKey(stem + "3")] == nil)
        for place in 0..<length {
            let other = String(stem.prefix(place)) + "x" + stem.dropFirst(place + 1)
            #expect(object[JSONKey(other)] == nil)
        }
    }

    @Test func `a member that a key names is what its kind has, and nothing else`() throws {
        let object = try Self.parse(#"{"text":"a\n","list":[1,2],"description":"long"}"#)
        #expect(object.string("text") == "a\n")
        #expect(object.escapedString("text") == #"a\n"#)
        #expect(object.string("description") == "long")
        #expect(object.items("list")?.compactMap(\.number?.int) == [1, 2])
        #expect(object.string("list") == nil)
        #expect(object.escapedString("list") == nil)
        #expect(object.items("text") == nil)
        #expect(object.items("none") == nil)
        #expect(JSONValue.null.string("text") == nil)
    }

    /// Repeats are found by walking, and by a table after sixteen members.
    @Test(arguments: [1, 2, 15, 16, 17, 18, 40])
    func `members are found on both sides of the table's threshold`(count: Int) throws {
        let keys = (0..<count).map { "key-\($0)" }
        let object = try Self.parse(Self.text(keys: keys + keys))
        #expect(Self.keys(object) == keys)
        for (index, key) in keys.enumerated() {
            #expect(object[JSONKey(key)]?.number?.int == count + index)
        }
        #expect(object[JSONKey("key-\(count)")] == nil)
        #expect(object.members?.count == count)
    }

    /// These would take minutes if each member were compared with all others.
    @Test func `a huge object has all its members`() throws {
        let object = try Self.parse(Self.text(keys: (0..<170_000).map(String.init)))
        #expect(object.members?.count == 170_000)
        #expect(object["169999"]?.number?.int == 169_999)
        #expect(Self.keys(object)?.last == "169999")
    }

    @Test(arguments: [1, 16, 17, 1000])
    func `a huge object of duplicates has each key once`(distinct: Int) throws {
        let object = try Self.parse(Self.text(keys: (0..<170_000).lazy.map { String($0 % distinct) }))
        #expect(Self.keys(object) == (0..<distinct).map(String.init))
        #expect(object["0"]?.number?.int == (169_999 / distinct) * distinct)
    }

    @Test func `a huge object of few keys and many repeats has each key once`() throws {
        let keys = Array(repeating: "a", count: 100_000) + Array(repeating: "b", count: 100_000)
        #expect(Self.keys(try Self.parse(Self.text(keys: keys))) == ["a", "b"])
    }

    /// All orders of nine marks of different classes are one string to Swift's `==`, and so one hash.
    @Test func `canonically equivalent keys stay apart and cost no more than others`() throws {
        let marks = ["\u{0323}", "\u{0301}", "\u{0327}", "\u{031B}", "\u{0345}", "\u{0334}", "\u{0315}", "\u{035C}"]
        var orders: [[String]] = [[]]
        for mark in marks {
            orders = orders.flatMap { order in
                (0...order.count).map { Array(order[..<$0]) + [mark] + Array(order[$0...]) }
            }
        }
        let object = try Self.parse(Self.text(keys: orders.map { "a" + $0.joined() }))
        #expect(object.members?.count == 40_320)
    }

    @Test func `strings and keys are equal by code points, however they are spelled`() throws {
        #expect(try Self.parse("\"\u{E9}\"") != Self.parse("\"e\u{301}\""))
        #expect(try Self.parse("\"\u{E9}\"") == Self.parse(#""\u00e9""#))
        #expect(try Self.parse(#"{"K":1}"#) != Self.parse("{\"\u{212A}\":1}"))
        #expect(try Self.parse(#"{"a":"x/y"}"#) == Self.parse(#"{"\u0061":"x\/y"}"#))
        #expect(try Self.parse("7") != Self.parse("7.0"))
        #expect(try Self.parse("[7]") != Self.parse("[7,7]"))
    }

    @Test func `the order of members counts, the way they came does not`() throws {
        #expect(try Self.parse(#"{"a":1,"b":2}"#) != Self.parse(#"{"b":2,"a":1}"#))
        #expect(try Self.parse(#"{"a":9,"b":2,"a":1}"#) == Self.parse(#"{"a":1,"b":2}"#))
    }
}
