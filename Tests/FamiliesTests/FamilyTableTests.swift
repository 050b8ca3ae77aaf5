import Families
import Foundation
import Resources
import TestSupport
import Testing

/// The page's table of families says what there is; `Tests/Families/fidelity.py --columns` writes it.
@Suite struct FamilyTableTests {
    private static let families = Families.catalogue.families

    private static func page() throws -> String { try ManualPage.named("Reference/Operations").text }

    @Test func `the table has every family with its operations, and what it lacks`() throws {
        let rows = try Self.page().matches(
            of: #/^(\| `[a-z-]+` \| [0-9]+ \| .+ \|) (specified|[0-9,]+ exchanges) \| (–|[0-9.]+\u{A0}%) \|$/#
                .anchorsMatchLineEndings())
        let families = Self.families.map { "| `\($0.name)` | \($0.operations.count) | \($0.lacks ?? "–") |" }
        #expect(rows.map { String($0.1) } == families)
        // Where nobody recorded an exchange, there is no score.
        #expect(rows.allSatisfy { ($0.2 == "specified") == ($0.3 == "–") })
    }

    @Test func `the table of operations on modules and actions has each, and no other`() throws {
        let rows = try Self.page()
            .matches(of: #/^\| `([A-Z]+) \/api\/v2([^`]+)` \|.* `([a-z_]+)` \|$/#.anchorsMatchLineEndings())
            .map { "\($0.1) \($0.2) \($0.3)" }
        let operations = GeneratedFamily.actions.lines().map { "\($0.method) \($0.path) \($0.id)" }
        #expect(operations.count == 25 && rows.sorted() == operations.sorted())
    }

    @Test func `README counts operations and families right`() throws {
        let count = Self.families.map(\.operations.count).reduce(0, +)
        #expect(try ManualPage.readme().text.contains("\(count) operations in \(Self.families.count) families"))
    }

    /// The typed families of actions and modules are bound elsewhere.
    @Test func `every operation behaves`() {
        let idle = Self.families.filter { $0.name != "actions" }.flatMap(\.operations).filter { $0.binding == nil }
        #expect(idle.map(\.id) == [])
    }
}
