import Foundation
import JSON
import TestSupport
import Testing

/// The pages' tables say what the program has.
extension Programs {
    @Suite(.serialized) struct DocumentationTests {
        @Test func `the table of options has every option of the help, and no other`() throws {
            let help = try run([RunningProgram.executable.path, "serve", "--help"]).output
            let helped = Set(help.matches(of: #/^ {2}(--[a-z-]+)/#.anchorsMatchLineEndings()).map { String($0.1) })
            let rows = try ManualPage.named("Reference/Options").text
                .matches(of: #/^\| `(--[a-z-]+)/#.anchorsMatchLineEndings()).map { String($0.1) }
            let listed = Set(rows)
            #expect(helped.subtracting(["--version"]) == listed && rows.count == listed.count)
            #expect(listed.count > 15)
        }

        @Test func `the table of commands has every command of the help, in its words`() throws {
            let help = try run([RunningProgram.executable.path, "--help"], environment: ["COLUMNS": "200"]).output
            let commands = help.split(separator: "SUBCOMMANDS:").last ?? ""
            let helped = commands.matches(of: #/^ {2}([a-z]+)[a-z() ]*? {3,}([A-Z].*)/#.anchorsMatchLineEndings())
            let page = try ManualPage.named("Reference/Commands").text
            let rows = page.matches(of: #/^\| `localtenant ([a-z]+)` \| (.*) \|$/#.anchorsMatchLineEndings())
            #expect(helped.map { String($0.1) } == rows.map { String($0.1) })
            #expect(helped.count == 8)
            for (command, row) in zip(helped, rows) {
                // The help breaks lines; its first suffices.
                #expect(row.2.hasPrefix(command.2.drop { $0 == "." }.split(separator: ".")[0]))
            }
        }

        @Test func `the table of clients has every client, and the variables that env prints`() throws {
            let help = try run([RunningProgram.executable.path, "env", "--help"]).output
            let rows = try ManualPage.named("Clients/Clients").text.matches(
                of: #/^\| `([a-z0-9][a-z0-9-]*)` \| ([A-Z_` ]*) ?\|.*\|$/#.anchorsMatchLineEndings())
            let values = help.firstMatch(of: #/\(values: ([a-z0-9, \n-]+)\)/#)?.1.split { $0 == "," || $0.isWhitespace }
            #expect(rows.map { String($0.1) } == values?.map(String.init))
            #expect(rows.count == 11)
            let program = try RunningProgram(["--log-level", "warning"])
            for row in rows {
                let trusting = try variables(for: row.1, of: program).filter { $0.value == program.authorityFile }
                let names = trusting.map(\.name).filter { $0 != "LOCALTENANT_CA_FILE" }
                #expect(names == row.2.split { $0 == "`" || $0 == " " }.map(String.init))
            }
        }

        /// A page a client; what it says that `env` adds is what `env` prints beside what every client gets.
        @Test func `a client's page names the variables that env prints for it`() throws {
            let overview = try ManualPage.named("Clients/Clients")
            let common = overview.text.split(separator: "\n## ")[0]
            let pages = try ManualPage.all(in: "Clients/").filter { $0.name != overview.name }
            #expect(pages.count >= 8)
            let program = try RunningProgram(["--log-level", "warning"])
            for page in pages {
                #expect(overview.text.contains("](\(page.name).md)"), "\(page)")
                let adds = try #require(page.text.firstMatch(of: #/\n`localtenant env ([a-z0-9-]+)` adds ([^.,]*)/#))
                let printed = try variables(for: adds.1, of: program).map(\.name)
                let named = adds.2.matches(of: #/`([A-Z0-9_]+)`/#).map { String($0.1) }
                #expect(printed.filter { !common.contains("`\($0)`") } == named, "\(adds.1)")
                #expect(!named.isEmpty && printed.count == named.count + 6)
            }
        }

        /// As `localtenant env` prints them; to ask a server is quicker than to start the program each time.
        private func variables(
            for client: Substring, of program: RunningProgram
        ) throws -> [(name: String, value: String)] {
            try run(["curl", "-sS", program.url + "/__admin/env?format=dotenv&client=\(client)"]).output
                .matches(of: #/^([A-Z0-9_]+)=(.*)$/#.anchorsMatchLineEndings()).map { (String($0.1), String($0.2)) }
        }

        @Test func `every recipe is pointed to, and run with the clients`() throws {
            let folder = PackageFolder.fixtures.appending(path: "recipes").path
            let runner = try PackageFolder.text(PackageFolder.root.appending(path: "Tests/Clients/run.py"))
            let recipes = try FileManager.default.contentsOfDirectory(atPath: folder)
            let guide = try ManualPage.named("Guides/IntegrationTests").text
            for recipe in recipes {
                #expect(guide.contains("`fixtures/recipes/\(recipe)`"))
                #expect(runner.contains("$RECIPES/\(recipe)"))
            }
            #expect(recipes.count > 3)
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
            let page = try ManualPage.named("Reference/ControlCalls").text + "\n"
            #expect(page.contains("\n| Call | What it does |\n|---|---|\n" + rows.joined() + "\n"))
        }

        /// A row a setting, in the order of the answer; limits with their numbers.
        @Test func `the tables of settings and limits are what the program says of itself`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            let answer = try run(["curl", "-sS", program.url + "/__admin/settings"]).output
            let settings = try JSONParser.parse(Array(answer.utf8))
            let rows = try ManualPage.named("Reference/Settings").text
                .matches(of: #/^\| `([a-z_]+)` \|/#.anchorsMatchLineEndings()).map { String($0.1) }
            #expect(rows.sorted() == settings.members?.map { String($0.key) }.sorted())
            let limits = try ManualPage.named("Reference/Limits").text
                .matches(of: #/^\| `([a-z-]+)` \| ([0-9]+) \| [^0-9]+ \|$/#.anchorsMatchLineEndings())
                .map { "\($0.1) \($0.2)" }
            let numbers = settings["limits"]?.members?.map { "\($0.key) \($0.value.number?.int ?? 0)" }
            #expect(limits == numbers)
        }
    }
}
