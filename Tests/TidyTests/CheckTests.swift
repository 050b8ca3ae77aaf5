import Testing

/// Each check finds what it should in a sample, and nothing in the sample's innocent twin.
@Suite struct CheckTests {
    private let floors = [Room("Ground", ["Glibc"]), Room("Upper", ["Ground"])]

    private func source(_ text: String, path: String = "Sources/Upper/File.swift") -> SourceFile {
        SourceFile(path: path, text: text)
    }

    private func breaches(_ text: String, path: String = "Sources/Upper/File.swift") throws -> [String] {
        try Checks.words(in: source(text, path: path), rules: HouseRules.words).map(\.rule)
    }

    // MARK: Imports

    @Test(arguments: [
        "import Foundation", "  import Foundation", "public import Foundation", "@preconcurrency import Foundation",
        "import struct Foundation.Date", "@testable import Foundation", "import Foundation; import Ground",
    ])
    func `an import that no row names is found`(line: String) {
        let found = Checks.imports(of: source(line), rooms: floors)
        #expect(found.map(\.text) == ["Upper imports Foundation"])
    }

    @Test func `allowed imports, comments and strings pass`() {
        let text = "import Ground\n// import Foundation\nlet a = \"import Foundation\"\nimportant(1)\n"
        #expect(Checks.imports(of: source(text), rooms: floors).isEmpty)
    }

    @Test func `a file of an unknown target is found`() {
        let file = source("", path: "Sources/Cellar/File.swift")
        #expect(Checks.imports(of: file, rooms: floors).count == 1)
    }

    @Test func `a room that looks beside or above itself is found`() {
        #expect(Checks.arrows(in: floors).isEmpty)
        let annex = [Room("Annex", ["Annex", "Attic"]), Room("Attic", ["Upper"])]
        #expect(Checks.arrows(in: floors + annex).map(\.text) == ["Annex -> Annex", "Annex -> Attic"])
    }

    @Test func `a permission that nobody uses is found, and one for a room that is not there`() {
        let files = [source("import Ground\n#if A\n  import Glibc\n#endif\n")]
        func found(_ imports: Set<String>, _ system: [String: Set<String>] = [:]) -> [String] {
            Checks.unusedImports(in: [Room("Upper", imports)], of: files, system: system).map(\.text)
        }
        #expect(found(["Ground", "Glibc"]).isEmpty)
        #expect(found(["Ground", "Glibc", "Dispatch"]) == ["Upper never imports Dispatch"])
        #expect(found(["Ground"], ["Cellar": ["Glibc"]]) == ["there is no target Cellar"])
        #expect(Checks.rooms([Room("Upper", ["A"])], system: ["Upper": ["B"]]) == [Room("Upper", ["A", "B"])])
    }

    @Test func `the manifest is read for what each target depends on`() {
        let text = """
            let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
            let package = Package(
                dependencies: [
                    .package(url: "https://example.org/swift-log", exact: "1.0.0")
                ],
                targets: [
                    .systemLibrary(name: "CLinux"),
                    // A remark.
                    .target(name: "Ground", swiftSettings: settings),
                    .target(
                        name: "Upper",
                        dependencies: [
                            "Ground", .target(name: "CLinux", condition: .when(traits: ["T"])), logging,
                        ], resources: [.embedInCode("Assets")],
                        swiftSettings: settings),
                    .executableTarget(name: "roof", dependencies: ["Upper"], linkerSettings: [.linkedLibrary("z")]),
                    .target(name: "Support", dependencies: ["Upper"], path: "Tests/Support"),
                    .testTarget(name: "UpperTests", dependencies: ["Upper"]),
                ]
            )
            """
        let rooms = [
            Room("CLinux", []), Room("Ground", []), Room("Upper", ["Ground", "CLinux", "Logging"]),
            Room("roof", ["Upper"]),
        ]
        #expect(Manifest(text).rooms == rooms)
    }

    // MARK: Words

    @Test(arguments: [
        ("final class A: @unchecked Sendable {}", "@unchecked Sendable"),
        ("nonisolated(unsafe) var a = 1", "nonisolated(unsafe)"),
        ("let a = try! f()", "try!"), ("let a = b as! C", "as!"),
        ("let a = b!", "force unwrap"), ("f(a)!.b", "force unwrap"), ("a[0]!.b()", "force unwrap"),
        ("g { 1 }!", "force unwrap"), ("var a: Int!", "force unwrap"), ("a!.b!.c", "force unwrap"),
        ("\"\\(a!)\"", "force unwrap"), ("a! == b", "force unwrap"),
        ("fatalError(\"x\")", "fatalError"), ("guard a else { fatalError() }", "fatalError"),
        ("Dictionary(uniqueKeysWithValues: a)", "trap with data in its text"),
        ("precondition(a)", "assertion without a reason"), ("assert(a)", "assertion without a reason"),
        ("preconditionFailure()", "assertion without a reason"), ("let a = Date()", "clock"),
        ("clock_gettime(CLOCK_REALTIME, &t)", "clock"), ("ContinuousClock().now", "clock"),
        ("q.asyncAfter(deadline: .now() + 1) {}", "clock"), ("DispatchTime.now()", "clock"),
        ("UUID()", "randomness"), ("Int.random(in: 0..<9)", "randomness"), ("getrandom(p, 8, 0)", "randomness"),
        ("a.shuffled()", "randomness"), ("var g = SystemRandomNumberGenerator()", "randomness"),
    ])
    func `a forbidden word is found`(line: String, rule: String) throws {
        #expect(try breaches(line) == [rule])
    }

    @Test(arguments: [
        "if !a, a != b, !f(), a !== b {}", "return !a", "f(!a, [!b])", "a.map { !$0 }", "let a = try? f() as? B",
        "// try! a!", "/* fatalError( /* nested */ a! */", "\"a! UUID()\"", "#\"a! \\(b!)\"#",
        "\"\"\"\n    a! Date()\n    \"\"\"", "let update = reDate(a)", "#expect(!a)", "#if !DEBUG",
        "// Reason.\nprecondition(a)", "asserted(a)",
    ])
    func `innocent code passes`(text: String) throws {
        #expect(try breaches(text) == [])
    }

    @Test func `an allowed folder is left alone, others are not`() throws {
        #expect(try breaches("Date(); UUID()", path: "Sources/Emulator/Live.swift") == [])
        #expect(try breaches("DispatchTime.now(); UUID()", path: "Sources/Transport/Loop.swift") == ["randomness"])
        #expect(try breaches("let a = b!", path: "Tests/UpperTests/A.swift") == [])
    }

    @Test(arguments: [
        ("Tests/A/A.swift", "try await Task.sleep(for: .seconds(1))"), ("Tests/A/A.swift", "usleep(10)"),
        ("Tests/A/a.py", "    time.sleep(0.1)"), ("Tests/A/a.sh", "sleep 1"),
    ])
    func `a sleep in the tests is found`(path: String, line: String) throws {
        #expect(try breaches(line, path: path) == ["sleep"])
        #expect(try breaches((path.hasSuffix(".swift") ? "// " : "# ") + line, path: path) == [])
    }

    // MARK: Exemptions

    @Test func `an exemption excuses its line only, and a stale one is found`() {
        let found = [1, 2].map { Finding(path: "a", line: $0, rule: "clock", text: "line \($0)") }
        let good = Exemption("clock", "a", containing: "line 1", reason: "a reason")
        #expect(Checks.apply([good], to: found).map(\.line) == [2])
        let stale = Exemption("clock", "a", containing: "line 3", reason: "a reason")
        #expect(Checks.apply([good, stale], to: found).map(\.rule) == ["clock", "stale exemption"])
        let silent = Exemption("clock", "a", reason: "")
        #expect(Checks.apply([silent], to: found).map(\.rule) == ["stale exemption"])
    }

    // MARK: The tree

    @Test func `what is missing or too much at the top is found`() {
        let names: Set = ["Sources", "notes.txt", "a.pyc", "build", ".git"]
        let found = Checks.topLevel(names, expected: ["Sources", "Tests"], ignored: ["*.pyc", "build/", ""])
        #expect(found.map(\.path) == ["notes.txt", "Tests"])
        #expect(Checks.topLevel(["Sources"], expected: ["Sources"], ignored: []).isEmpty)
    }

    @Test func `a fixture that nobody names is found`() {
        let paths = ["fixtures/seed/a.json", "fixtures/wire/b.json", "fixtures/http1/c.md", "fixtures/d.json"]
        let readers = ["load(\"a.json\")", "Fixture.folder(\"http1\")", "see d.json", "the wire"]
        #expect(Checks.unusedFixtures(paths, readers: readers).map(\.path) == ["fixtures/wire/b.json"])
        #expect(Checks.unusedFixtures(paths, readers: readers + ["fixtures/wire"]).isEmpty)
    }
}
