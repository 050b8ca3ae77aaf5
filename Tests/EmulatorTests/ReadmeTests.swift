import Foundation
import JSON
import TestSupport
import Testing

/// README's tables say what the program has.
extension Programs {
    @Suite(.serialized) struct ReadmeTests {
        private func readme() throws -> String {
            try PackageFolder.text(PackageFolder.root.appending(path: "README.md"))
        }

        @Test func `the table of options has every option of the help, and no other`() throws {
            let help = try run([RunningProgram.executable.path, "serve", "--help"]).output
            let helped = Set(help.matches(of: #/^ {2}(--[a-z-]+)/#.anchorsMatchLineEndings()).map { String($0.1) })
            let listed = Set(
                try readme().matches(of: #/^\| `(--[a-z-]+)/#.anchorsMatchLineEndings()).map { String($0.1) })
            #expect(helped.subtracting(["--version"]) == listed)
            #expect(listed.count > 15)
        }

        /// `GET /__admin` lists them; the table is made of that.
        @Test func `the table of control calls is what the program says of itself`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            let answer = try run(["curl", "-sS", program.url + "/__admin"]).output
            let calls = try #require(try JSONParser.parse(Array(answer.utf8))["calls"]?.items)
            let rows = calls.map { call in
                let parts = ["method", "path", "summary"].map { call[JSONKey($0)]?.string ?? "" }
                return "| `\(parts[0]) \(parts[1])` | \(parts[2]) |\n"
            }
            #expect(rows.count > 10)
            #expect(try readme().contains("\n| Call | What it does |\n|---|---|\n" + rows.joined() + "\n"))
        }

        @Test func `the table of operations has every operation, and no other`() throws {
            let files = ["Modules/ModuleOperations.swift", "Actions/ActionOperations.swift"]
            let operations = try files.flatMap { file in
                try PackageFolder.text(PackageFolder.root.appending(path: "Sources/ManagementAPI/\(file)"))
                    .matches(of: #/id: "([a-z_]+)"/#).map { String($0.1) }
            }
            let listed = try readme().matches(of: #/^\| `[A-Z]+ [^|]*\|.* `([a-z_]+)` \|$/#.anchorsMatchLineEndings())
                .map {
                    String($0.1)
                }
            #expect(operations.count == 25)
            #expect(operations.sorted() == listed.sorted())
        }
    }
}
