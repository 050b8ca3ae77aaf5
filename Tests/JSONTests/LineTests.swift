import JSON
import Testing

@Suite struct LineTests {
    private static let text = """
        {
          "a": [
            {"b": 1,
             "c": null},
            "x\\n", {},
            {"d.e": [true,
                [2]]}
          ],
          "\\u0066": 3
        }
        """

    @Test(arguments: [
        ("", 2), ("a", 2), ("a[0]", 3), ("a[0].b", 3), ("a[0].c", 4), ("a[0].none", 3), ("a[1]", 4), ("a[9]", 2),
        ("a[3]", 6), ("a[2]", 4), ("f", 9), ("none.none", 2), ("a[-1]", 3), ("a[x]", 2), ("]", 2), ("[[", 2),
    ])
    func `a path leads to its line, or as near as there is one`(path: String, line: Int) throws {
        let value = try JSONParser.parse(Array(Self.text.utf8))
        #expect(value.line(of: path) == line)
    }

    @Test func `a text without places has one line`() throws {
        #expect(try JSONParser.parse(Array("[[], null]".utf8)).line(of: "[1]") == 1)
        #expect(JSONValue.null.line(of: "a") == 1)
    }
}
