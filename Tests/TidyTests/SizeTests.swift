import Testing

/// How long things are, and how the source is read to know it.
@Suite struct SizeTests {
    private let limits = SizeLimits(fileLines: 8, functionLines: 4, columns: 20)

    private func breaches(_ text: String) -> [Finding] {
        Checks.sizes(of: SourceFile(path: "Sources/A/A.swift", text: text), limits: limits)
    }

    @Test func `a file that is too long is found`() {
        #expect(breaches(String(repeating: "\n", count: 8)).isEmpty)
        #expect(breaches(String(repeating: "\n", count: 9)).map(\.rule) == ["file length"])
    }

    @Test func `a line that is too long is found, counted in characters`() {
        #expect(breaches(String(repeating: "é", count: 20)).isEmpty)
        #expect(breaches("// " + String(repeating: "x", count: 18)).map(\.rule) == ["line length"])
    }

    @Test func `a function that is too long is found`() {
        #expect(breaches("func f() {\n1\n2\n}").isEmpty)
        #expect(breaches("a\nfunc f() {\n1\n2\n3\n}").map(\.line) == [2])
    }

    @Test(arguments: [
        ("func f(a: Int = { 1 }(),\n  b: B\n) -> C\nwhere B: D {\n  \"}\"\n}", "func f", 6),
        ("  public static func a<T>(_ t: T) {}", "func a", 1), ("init?(a: A) {\n}", "init", 2),
        ("@Test(arguments: [1]) func `a b`() {\n}", "func `a b`", 2), ("deinit {\n}", "deinit", 2),
        ("private(set) var a: Int {\n get { 1 }\n}", "var a", 3), ("subscript(i: Int) -> Int {\n1\n}", "subscript", 3),
        ("nonisolated func f() async\n throws(E) {\n// }\n}", "func f", 4),
    ])
    func `functions are measured`(text: String, name: String, lineCount: Int) {
        let code = SourceFile(path: "Sources/A/A.swift", text: text).code
        #expect(FunctionScanner.functions(in: code) == [.init(name: name, line: 1, lineCount: lineCount)])
    }

    @Test(arguments: [
        "protocol P {\n func f() -> Int\n var a: A\n}", "var a = [\n{ 1 }\n]", "let f = { 1 }", "initial() {\n}",
        "f(\n init: 1) {\n}", "super.init()\n",
    ])
    func `what has no body or is no function is not measured`(text: String) {
        let code = SourceFile(path: "Sources/A/A.swift", text: text).code
        #expect(FunctionScanner.functions(in: code) == [])
    }

    @Test(arguments: [
        ("a // b", "a     "), ("a /* b /* c */ d */ e", "a                   e"), ("\"a\\\"b\" c", "\"    \" c"),
        ("\"a\\(b(\"c\"))d\" e", "\" \\(b(\" \")) \" e"), ("##\"a\"#\\##(b)\"## c", "##\"   \\##(b)\"## c"),
        ("#/\"/# a", "#/ /# a"), ("\"\"\"\n\"a\" \\\n\"\"\" b", "\"\"\"\n     \n\"\"\" b"), ("#if a", "#if a"),
        ("\"https://a\" // b", "\"         \"     "),
    ])
    func `comments and strings are blanked, columns kept`(text: String, code: String) {
        #expect(StrippedSource.code(of: text) == code)
    }
}
