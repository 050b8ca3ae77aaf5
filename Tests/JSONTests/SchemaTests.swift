import JSON
import Testing

/// A schema with every part, in the vendor's manner.
private let root =
    SchemaText(
        ##"""
        {"root":{"t":"o","x":0,"r":["name"],"p":{
        "name":{"t":"s","l":1,"L":5,"P":"^[^\u0000]*$","d":"The name of it."},
        "deploy":{"t":"b","d":"Whether to deploy."},
        "count":{"t":"i","m":0,"M":100,"d":"How many."},
        "any":{"t":"i"},
        "secrets":{"t":"a","C":2,"d":"The secrets.","a":{"t":"o","x":0,"r":["name"],"p":{
        "name":{"t":"s","l":1,"L":5,"P":"^[^\u0000]*$","d":"The name."},
        "value":{"t":"s","L":10,"P":"^[^\u0000]*$"}}}},
        "rows":{"t":"a","d":"Rows.","a":{"t":"a","a":{"t":"b"}}},
        "rule":{"t":"o","x":0,"r":["match"],"d":"The rule.","p":{
        "match":{"t":"o","x":0,"d":"The match.","p":{
        "x":{"t":"b","d":"The x."},"y":{"t":"s","P":"^[^\u0000]*$"}}}}}}}}
        """##
    ).schema(named: "root") ?? .anything

/// A schema of that text.
private func read(_ text: String) throws -> Schema {
    try #require(SchemaText(JSONParser.parse(Array(#"{"s":\#(text)}"#.utf8))).schema(named: "s"))
}

private func firstFault(_ schema: Schema, _ text: String) throws -> SchemaProblem? {
    let value = try JSONParser.parse(Array(text.utf8))
    do {
        try schema.check(value)
        return nil
    } catch {
        return error
    }
}

struct SchemaTests {
    @Test(arguments: [
        #"{"name":"a"}"#,
        #"{"name":"abcde","deploy":true,"count":0,"any":-1e20,"secrets":[],"rows":[],"rule":{"match":{}}}"#,
        #"{"name":"ééééé","count":100,"secrets":[{"name":"a"},{"name":"b","value":""}],"rows":[[],[true,false]]}"#,
        #"{"name":"😀😀😀😀😀","count":1e2,"any":7.0,"rule":{"match":{"x":false,"y":"any length at all"}}}"#,
    ])
    func `a fitting value passes`(text: String) throws {
        #expect(try firstFault(root, text) == nil)
    }

    fileprivate static let types: [(Schema, String)] = [
        (root, "object"), (.array(items: .boolean, countMax: nil), "array"), (.string(max: 9), "string"),
        (.boolean, "boolean"), (.integer(minimum: nil, maximum: nil), "integer"),
    ]

    private static let samples: [(String, String)] = [
        ("null", "null"), ("true", "boolean"), ("[]", "array"), ("{}", "object"), ("\"\"", "string"), ("1", "integer"),
        ("1.0", "integer"), ("7e2", "integer"), ("1.5", "number"), ("1e400", "number"),
    ]

    @Test(arguments: types, samples)
    func `a value of another type is refused by name`(type: (Schema, String), sample: (String, String)) throws {
        guard type.1 != sample.1 else { return }
        let expected = SchemaProblem(reason: "Expected type \(type.1) but found type \(sample.1)")
        #expect(try firstFault(type.0, sample.0) == expected)
    }

    private static let texts: [(String, SchemaProblem)] = [
        ("{}", SchemaProblem(reason: "Missing required property: name")),
        (
            #"{"name":"a","first":1,"second":2}"#,
            SchemaProblem(reason: "Additional properties not allowed: second,first")
        ),
        (#"{"name":"a","Name":1}"#, SchemaProblem(reason: "Additional properties not allowed: Name")),
        (#"{"name":null}"#, named("Expected type string but found type null")),
        (#"{"name":"abcdef"}"#, named("String is too long (6 chars), maximum 5")),
        (#"{"name":"éééééé"}"#, named("String is too long (6 chars), maximum 5")),
        (#"{"name":"😀😀😀😀😀😀"}"#, named("String is too long (6 chars), maximum 5")),
        (#"{"name":"e\u0301e\u0301e\u0301"}"#, named("String is too long (6 chars), maximum 5")),
        (#"{"name":""}"#, named("String is too short (0 chars), minimum 1")),
        (#"{"name":"a\u0000b"}"#, named("String does not match pattern ^[^\\u0000]*$: a\u{0}b")),
        (
            #"{"name":"a","deploy":1}"#,
            fault("deploy", "Expected type boolean but found type integer", "Whether to deploy.")
        ),
        (#"{"name":"a","count":1000}"#, counted("Value 1000 is greater than maximum 100")),
        (#"{"name":"a","count":-1}"#, counted("Value -1 is less than minimum 0")),
        (#"{"name":"a","count":1.01e3}"#, counted("Value 1010 is greater than maximum 100")),
        (#"{"name":"a","count":101.0}"#, counted("Value 101 is greater than maximum 100")),
        (#"{"name":"a","count":1.5}"#, counted("Expected type integer but found type number")),
        (#"{"name":"a","count":1e20}"#, counted("Value 100000000000000000000 is greater than maximum 100")),
        (#"{"name":"a","count":-1e20}"#, counted("Value -100000000000000000000 is less than minimum 0")),
        (#"{"name":"a","count":1.25e21}"#, counted("Value 1.25e+21 is greater than maximum 100")),
        (#"{"name":"a","count":9007199254740993}"#, counted("Value 9007199254740992 is greater than maximum 100")),
        (
            #"{"name":"a","count":123456789012345678901}"#,
            counted("Value 123456789012345680000 is greater than maximum 100")
        ),
        (#"{"name":"a","secrets":[{},{},{}]}"#, fault("secrets", "Array is too long (3), maximum 2", "The secrets.")),
    ]

    private static func fault(_ path: String, _ reason: String, _ description: String? = nil) -> SchemaProblem {
        SchemaProblem(reason: reason, path: path, description: description)
    }

    private static func named(_ reason: String) -> SchemaProblem {
        fault("name", reason, "The name of it.")
    }

    private static func counted(_ reason: String) -> SchemaProblem {
        fault("count", reason, "How many.")
    }

    @Test(arguments: texts)
    func `a fault is told in the validator's words`(text: String, expected: SchemaProblem) throws {
        #expect(try firstFault(root, text) == expected)
    }

    private static let paths: [(String, SchemaProblem)] = [
        (#""secrets":[{}]"#, fault("secrets[0]", "Missing required property: name")),
        (#""secrets":[7]"#, fault("secrets[0]", "Expected type object but found type integer")),
        (
            #""secrets":[{"name":"a"},{"name":""}]"#,
            fault("secrets[1].name", "String is too short (0 chars), minimum 1", "The name.")
        ),
        (
            #""secrets":[{"name":"a","value":null}]"#,
            fault("secrets[0].value", "Expected type string but found type null")
        ),
        (#""secrets":[{"name":"a","extra":1}]"#, fault("secrets[0]", "Additional properties not allowed: extra")),
        (#""rows":[[true],[true,null]]"#, fault("rows[1][1]", "Expected type boolean but found type null")),
        (#""rows":[true]"#, fault("rows[0]", "Expected type array but found type boolean")),
        (#""rule":{}"#, fault("rule", "Missing required property: match", "The rule.")),
        (#""rule":{"match":[]}"#, fault("rule.match", "Expected type object but found type array", "The match.")),
        (
            #""rule":{"match":{"x":"1"}}"#,
            fault("rule.match.x", "Expected type boolean but found type string", "The x.")
        ),
        (#""rule":{"match":{"z":1}}"#, fault("rule.match", "Additional properties not allowed: z", "The match.")),
    ]

    @Test(arguments: paths)
    func `a fault has its path, and the description of the property at it`(
        member: String, expected: SchemaProblem
    ) throws {
        #expect(try firstFault(root, #"{"name":"a",\#(member)}"#) == expected)
    }
}

struct SchemaOrderTests {
    private static let pair = Schema.object(
        properties: [
            Property(name: "a", schema: .string(max: 3, min: 1)), Property(name: "b", schema: .boolean),
            Property(name: "c", schema: .array(items: .boolean, countMax: 2)),
        ],
        required: ["a", "b"])

    private static let orders: [(String, String, String)] = [
        ("{}", "Missing required property: b", ""),
        (#"{"x":1}"#, "Additional properties not allowed: x", ""),
        (#"{"b":1,"x":1}"#, "Additional properties not allowed: x", ""),
        (#"{"a":1,"b":1,"x":1}"#, "Additional properties not allowed: x", ""),
        (#"{"x":1,"a":1,"y":2,"b":1,"z":3}"#, "Additional properties not allowed: z,y,x", ""),
        (#"{"a":1,"b":1}"#, "Expected type boolean but found type integer", "b"),
        (#"{"b":1,"a":1}"#, "Expected type string but found type integer", "a"),
        (#"{"a":1,"b":true,"c":[1,2]}"#, "Expected type boolean but found type integer", "c[1]"),
        (#"{"a":"","b":true,"c":[1,2,3]}"#, "Array is too long (3), maximum 2", "c"),
        (#"{"a":"a\u0000bcd","b":true}"#, "String does not match pattern ^[^\\u0000]*$: a\u{0}bcd", "a"),
    ]

    @Test(arguments: orders)
    func `of two faults the one the validator comes to first is told`(
        text: String, reason: String, path: String
    ) throws {
        #expect(try firstFault(Self.pair, text) == SchemaProblem(reason: reason, path: path))
    }

    @Test func `lengths are checked at their bounds`() throws {
        let schema = Schema.string(charactersMin: 2, charactersMax: 255)
        for count in [1, 2, 255, 256] {
            for character in ["a", "é", "€", "😀", #"\n"#, #"\/"#, #"\u00e9"#] {
                let text = "\"\(String(repeating: character, count: count))\""
                let found = try firstFault(schema, text)
                #expect(try asProperty(schema, text) == found)
                switch count {
                case 1: #expect(found?.reason == "String is too short (1 chars), minimum 2")
                case 256: #expect(found?.reason == "String is too long (256 chars), maximum 255")
                default: #expect(found == nil)
                }
            }
        }
    }

    @Test(arguments: 0...17)
    func `NUL is found wherever it stands`(place: Int) throws {
        let text = String(repeating: "a", count: place) + "\u{0}" + String(repeating: "é", count: 17 - place)
        let expected = SchemaProblem(reason: "String does not match pattern ^[^\\u0000]*$: \(text)")
        let spelled = text.replacing("\u{0}", with: "\\u0000")
        #expect(try firstFault(Schema.string(max: 100), "\"\(spelled)\"") == expected)
        #expect(try asProperty(Schema.string(max: 100), "\"\(spelled)\"") == expected)
    }

    /// The fault of a value where a property has it, without the path.
    private func asProperty(_ schema: Schema, _ text: String) throws -> SchemaProblem? {
        let object = Schema.object(properties: [Property(name: "p", schema: schema)], required: [])
        let found = try firstFault(object, #"{"p":\#(text)}"#)
        #expect(found.map { $0.path.hasPrefix("p") } ?? true)
        return found.map { SchemaProblem(reason: $0.reason, path: String($0.path.dropFirst())) }
    }

    @Test func `a property is checked as the value would be by itself`() throws {
        let texts = [#"{"t":"bz"}"#, #"{"t":"sz","L":1}"#, #"{"o":[{"t":"b"}]}"#]
        let schemas = try SchemaTests.types.map(\.0) + [.anything, .choice(["a", "true"])] + texts.map(read)
        for schema in schemas {
            for text in [
                "null", "true", "false", "1", "1.5", #""""#, #""a""#, #""long enough text""#, "[]", "[1]", "{}",
            ] {
                #expect(try asProperty(schema, text)?.reason == (try firstFault(schema, text)?.reason), "\(text)")
            }
        }
    }

    @Test func `a name that is only canonically equivalent is another name`() throws {
        let schema = Schema.object(properties: [Property(name: "K", schema: .boolean)], required: ["K"])
        #expect(try firstFault(schema, "{\"\u{212A}\":true}")?.reason == "Additional properties not allowed: \u{212A}")
        let found = try firstFault(schema, "{\"K\":true,\"\u{212A}\":true}")
        #expect(found?.reason == "Additional properties not allowed: \u{212A}")
    }

    @Test func `members are found in whatever order they come`() throws {
        let names = ["first", "second", "longer-than-a-mark"]
        let schema = Schema.object(
            properties: names.map { Property(name: $0, schema: .boolean) }, required: names)
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            for wrong in [0, 1, 2, nil] {
                let members = order.map { "\"\(names[$0])\":\($0 == wrong ? "1" : "true")" }
                let found = try firstFault(schema, "{\(members.joined(separator: ","))}")
                #expect(found?.path == wrong.map { names[$0] }, "\(members)")
            }
        }
    }
}
