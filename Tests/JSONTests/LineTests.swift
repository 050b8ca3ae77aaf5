import JSON
import Testing

struct LineTests {
    private static let text = """
        {
          "modules": [
            {"name": "a"},
            {
              "name": "b",
              "secrets": [{"name": "K"},
                {"name": 7}], "esc\\u0061ped":
              true
            }
          ],
          "n": 1
        }
        """

    @Test(arguments: [
        ("", 2), ("modules", 2), ("modules[0]", 3), ("modules[0].name", 3), ("modules[1]", 5), ("modules[1].name", 5),
        ("modules[1].secrets[1].name", 7), ("n", 11), ("modules[1].missing", 5), ("missing", 2), ("modules[9].name", 2),
        ("modules[x]", 2), ("modules[1].secrets[0].name.deeper", 6), ("]", 2), ("modules[-1]", 2),
    ])
    func `a path leads to its line, or to that of the last thing on it`(path: String, line: Int) throws {
        #expect(try JSONParser.parse(Array(Self.text.utf8)).line(of: path) == line)
    }

    @Test(arguments: ["[]", "{}", "true", "\"x\"", "[[],{}]"]) func `where nothing has a place it is the first line`(
        text: String
    ) throws {
        #expect(try JSONParser.parse(Array(text.utf8)).line(of: "a[0].b") == 1)
    }
}
