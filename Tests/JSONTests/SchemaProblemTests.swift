import JSON
import Testing

/// All problems of a value, in the validator's order (reference extensibility-and-conventions.md section 10).
@Suite struct SchemaProblemTests {
    private static let text: StaticString = ##"""
        {"root":{"t":"o","x":0,"r":["a","b"],"p":{
        "a":{"t":"s","l":2,"L":3,"P":"^[a-z]*$","d":"The a"},
        "b":{"t":"i","m":1,"M":9},
        "c":{"t":"a","c":1,"a":{"t":"sz","e":["x","y",null]}},
        "e":{"t":"s","f":"email","d":"Mail"},
        "n":{"t":"n","m":0.5},
        "o":{"o":[{"t":"o","x":0,"r":["k"],"p":{"k":{"t":"s"}}},{"t":"o","x":0,"r":["l"],"p":{"l":{"t":"i"}}}]},
        "m":{"t":"o","x":{"t":"s","L":3},"K":2},
        "t":{"$":"tree"}}},
        "tree":{"t":"o","x":0,"p":{"left":{"$":"tree"},"value":{"t":"b","d":"Leaf"}}}}
        """##

    private func problems(_ json: String) throws -> [String] {
        let schema = try #require(SchemaText(Self.text).schema(named: "root"))
        let value = try JSONParser.parse(Array(json.utf8))
        let problems = schema.problems(of: value)
        #expect(schema.fits(value) == problems.isEmpty)
        return problems.map { "\($0.path): \($0.reason)" }
    }

    @Test func `what fits has no problems`() throws {
        let json =
            #"{"a":"ab","b":9.0,"c":["x",null],"e":"a@b.c","n":1.5,"o":{"k":""},"m":{"z":"abc"},"#
            + #""t":{"left":{"left":{}}}}"#
        #expect(try problems(json) == [])
    }

    @Test func `all problems are told, keywords and members last to first`() throws {
        #expect(
            try problems(#"{"z":1,"a":"TOOLONG","y":2}"#) == [
                ": Additional properties not allowed: y,z", ": Missing required property: b",
                "a: String does not match pattern ^[a-z]*$: TOOLONG", "a: String is too long (7 chars), maximum 3",
            ])
        #expect(
            try problems(#"{"a":1,"b":10,"c":["q",7],"e":"no"}"#) == [
                "e: Object didn't pass validation for format email: no",
                "c[1]: Expected type string,null but found type integer", #"c[1]: Invalid value 7"#,
                #"c[0]: Invalid value "q""#, "b: Value 10 is greater than maximum 9",
                "a: Expected type string but found type integer",
            ])
    }

    @Test func `values within values are looked at, however deep`() throws {
        #expect(
            try problems(#"{"a":"ab","b":1,"t":{"left":{"left":{"value":1}}},"m":{"k":"long"},"n":0}"#) == [
                "n: Value 0 is less than minimum 0.5", "m.k: String is too long (4 chars), maximum 3",
                "t.left.left.value: Expected type boolean but found type integer",
            ])
        #expect(
            try problems(#"{"a":"ab","b":1,"m":{"p":"","q":"","r":""},"c":[]}"#) == [
                "c: Array is too short (0), minimum 1", "m: Too many properties defined (3), maximum 2",
            ])
    }

    @Test func `of alternatives each tells its first problem, by a path that begins at them`() throws {
        let schema = try #require(SchemaText(Self.text).schema(named: "root"))
        let value = try JSONParser.parse(Array(#"{"a":"ab","b":1,"o":{"x":1}}"#.utf8))
        let problem = try #require(schema.problems(of: value).first)
        #expect(problem.reason == "None of the valid schemas were met" && problem.path == "o")
        #expect(
            problem.inner?.map { "\($0.path): \($0.reason)" } == [
                "o: Additional properties not allowed: x", "o: Additional properties not allowed: x",
            ])
        #expect(schema.problems(of: value).count == 1)
    }

    @Test(arguments: [#""pattern":"hunter2-""#, #""choice":"hunter2""#, #""list":["hunter2"]"#, #""named":"hunter2""#])
    func `what is only written is not repeated in a refusal`(member: String) throws {
        let text: StaticString = #"""
            {"root":{"t":"o","p":{
            "pattern":{"t":"s","P":"^[a-z]*$","w":true},"choice":{"t":"s","w":true,"e":["x"]},
            "list":{"t":"a","w":true,"a":{"t":"s","f":"email"}},"named":{"$":"name"}}},
            "name":{"t":"s","P":"^$","w":true}}
            """#
        let schema = try #require(SchemaText(text).schema(named: "root"))
        let problems = schema.problems(of: try JSONParser.parse(Array("{\(member)}".utf8)))
        #expect(problems.count == 1 && !problems[0].reason.contains("hunter2"), "\(problems)")
    }

    @Test func `a body that is wrong everywhere is told of in bounds`() throws {
        let items = Array(repeating: "1", count: 5_000).joined(separator: ",")
        #expect(try problems(#"{"a":"ab","b":1,"c":[\#(items)]}"#).count == 100)
    }
}

@Suite struct PatternTests {
    @Test(arguments: [
        (#"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"#, ["#fff", "#ffffff", "#abcd"], ["#ff", "fff", "#ggg"]),
        (#"^(?!.*\x00)\S(.*\S)?$"#, ["a", "a b", "é x"], ["", " a", "a ", "a\u{0}b"]),
        (#"^(?!-)(?!.*--)(?:[a-zA-Z0-9-]|{org_id}|{org_name})*$"#, ["a-b", "{org_id}", ""], ["-a", "a--b", "a{x}"]),
        (#"^[a-zA-Z0-9]([ \-a-zA-Z0-9]*[a-zA-Z0-9])?$"#, ["a", "a - b"], ["-a", "a "]),
        (#"^([0-9a-zA-Z-_]{10,64})$"#, ["aaaaa-_aaa"], ["short", "with space in it"]),
        (#"^https://"#, ["https://x"], ["http://x", " https://x"]),
        (#"b+"#, ["abbc"], ["ac"]),
        (#"^(a|ab)(c|bcd)$"#, ["abcd", "ac"], ["abc d"]),
    ])
    func `a pattern matches as in ECMAScript`(source: String, matching: [String], others: [String]) throws {
        let pattern = try #require(Pattern(source))
        for text in matching { #expect(pattern.matches(text), "\(text)") }
        for text in others { #expect(!pattern.matches(text), "\(text)") }
    }

    /// A matcher that goes back and forth would need more than 2 to the 40th steps.
    @Test func `a text cannot hold the matcher up`() throws {
        let pattern = try #require(Pattern("^(a+)+(b|a*)*$"))
        #expect(!pattern.matches(String(repeating: "a", count: 5_000) + "!"))
    }

    @Test(arguments: [#"(a"#, #"a)"#, #"[a"#, #"*a"#, #"\1"#, #"(?<=a)b"#, #"a{3,2}"#])
    func `what is not understood is no pattern`(source: String) {
        #expect(Pattern(source) == nil)
    }
}
