import TestSupport
import Testing

/// The house rules, held against the tree as it is.
@Suite struct TidyTests {
    /// Read once for all tests: the lexer takes its time.
    private static let files = Result {
        (
            sources: try SourceTree.files(below: "Sources", endings: [".swift"]),
            tests: try SourceTree.files(below: "Tests", endings: [".swift", ".py", ".sh"])
        )
    }
    private let sources: [SourceFile]
    private let tests: [SourceFile]
    private let rooms: [Room]

    init() throws {
        rooms = Checks.rooms(Manifest(try SourceTree.text("Package.swift")).rooms, system: HouseRules.system)
        (sources, tests) = try Self.files.get()
    }

    @Test func `the manifest names every folder as a target, and was read as a whole`() throws {
        let folders = try Set(SourceTree.paths(below: "Sources").compactMap { SourceFile(path: $0, text: "").target })
        #expect(folders == Set(rooms.map(\.name)) && folders.count == rooms.count)
    }

    @Test func `rooms only look down, and the manifest lists them from the ground`() {
        expectNone(Checks.arrows(in: rooms))
    }

    @Test func `nothing may be imported that is not`() {
        expectNone(Checks.unusedImports(in: rooms, of: sources, system: HouseRules.system))
    }

    @Test func `the source keeps the rules`() throws {
        var findings = sources.flatMap { Checks.imports(of: $0, rooms: rooms) }
        findings += try (sources + tests).flatMap { try Checks.words(in: $0, rules: HouseRules.words) }
        findings += (sources + tests.filter { $0.path.hasSuffix(".swift") })
            .flatMap { Checks.sizes(of: $0, limits: HouseRules.sizes) }
        let page = try SourceTree.files(below: "Sources/AdminPage/Assets", endings: [".js", ".css", ".html"])
        findings += page.flatMap { Checks.lengths(of: $0, limits: HouseRules.sizes) }
        expectNone(Checks.apply(HouseRules.exemptions, to: findings))
    }

    @Test func `the top of the tree holds what it should`() throws {
        let names = try SourceTree.topLevelNames()
        let ignored = try SourceTree.ignoredNames()
        expectNone(Checks.topLevel(names, expected: HouseRules.topLevel, ignored: ignored))
    }

    @Test func `every fixture is used`() throws {
        let readers = try tests.filter { !$0.path.hasPrefix("Tests/TidyTests/") }.map { try SourceTree.text($0.path) }
        let manuals = try SourceTree.paths(below: "fixtures", endings: ["README.md"]) + ManualPage.all().map(\.path)
        let all = readers + manuals.compactMap { try? SourceTree.text($0) }
        let fixtures = try SourceTree.paths(below: "fixtures").filter { !$0.hasSuffix("README.md") }
        expectNone(Checks.unusedFixtures(fixtures, readers: all))
    }

    private func expectNone(_ findings: [Finding], sourceLocation: SourceLocation = #_sourceLocation) {
        let list = findings.map(\.description).joined(separator: "\n")
        #expect(findings.isEmpty, "\(list)", sourceLocation: sourceLocation)
    }
}
