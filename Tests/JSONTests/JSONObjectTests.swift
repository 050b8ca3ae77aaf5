import JSON
import Testing

struct JSONObjectTests {
    private static func parse(_ text: String) throws -> JSONObject {
        guard case .object(let object) = try JSONParser.parse(Array(text.utf8)) else { return JSONObject() }
        return object
    }

    private static func text(keys: some Sequence<String>) -> String {
        "{" + keys.enumerated().map { "\"\($0.element)\":\($0.offset)" }.joined(separator: ",") + "}"
    }

    @Test func `an object starts empty and grows in order`() {
        var object = JSONObject()
        #expect(object.isEmpty)
        #expect(object["a"] == nil)
        object.set("b", to: .null)
        object.set("a", to: .bool(true))
        object.set("b", to: .bool(false))
        #expect(object.count == 2)
        #expect(!object.isEmpty)
        #expect(object.members.map(\.key.text) == ["b", "a"])
        #expect(object["b"] == .bool(false))
        #expect(object.contains("a"))
        #expect(!object.contains("c"))
    }

    /// Look-ups change from a list to a table after sixteen members.
    @Test(arguments: [1, 2, 15, 16, 17, 18, 40])
    func `members are found on both sides of the table's threshold`(count: Int) throws {
        let keys = (0..<count).map { "key-\($0)" }
        var object = try Self.parse(Self.text(keys: keys + keys))
        #expect(object.members.map(\.key.text) == keys)
        for (index, key) in keys.enumerated() {
            #expect(object[JSONKey(key)] == .number(JSONNumber(count + index)))
        }
        #expect(object[JSONKey("key-\(count)")] == nil)
        object.set(JSONKey("key-\(count)"), to: .null)
        #expect(object[JSONKey("key-\(count)")] == .null)
        #expect(object.count == count + 1)
    }

    /// These would take minutes if each member were compared with all others.
    @Test func `a huge object has all its members`() throws {
        let object = try Self.parse(Self.text(keys: (0..<170_000).map(String.init)))
        #expect(object.count == 170_000)
        #expect(object["169999"] == .number(JSONNumber(169_999)))
        #expect(object.members.last?.key.text == "169999")
    }

    @Test(arguments: [1, 16, 17, 1000])
    func `a huge object of duplicates has each key once`(distinct: Int) throws {
        let object = try Self.parse(Self.text(keys: (0..<170_000).lazy.map { String($0 % distinct) }))
        #expect(object.members.map(\.key.text) == (0..<distinct).map(String.init))
        #expect(object["0"] == .number(JSONNumber((169_999 / distinct) * distinct)))
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
        #expect(object.count == 40_320)
    }

    @Test func `strings and keys are equal by code points`() {
        #expect(JSONValue.string("\u{E9}") != .string("e\u{301}"))
        #expect(JSONValue.string("\u{E9}") == .string("\u{E9}"))
        #expect(JSONObject.Member(key: "K", value: .null) != JSONObject.Member(key: "\u{212A}", value: .null))
    }

    @Test func `the order of members counts, the way they came does not`() throws {
        #expect(try Self.parse(#"{"a":1,"b":2}"#) != Self.parse(#"{"b":2,"a":1}"#))
        #expect(try Self.parse(#"{"a":9,"b":2,"a":1}"#) == Self.parse(#"{"a":1,"b":2}"#))
    }
}
