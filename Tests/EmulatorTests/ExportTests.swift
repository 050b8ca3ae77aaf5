import Foundation
import JSON
import TestSupport
import Testing

/// What the program hands out of a tenant, taken where it is meant to go.
extension Programs {
    @Suite(.serialized) struct ExportTests {
        /// Names that are no file names, or the same one; code of all kinds.
        static let seed = #"""
            {"modules":[
               {"name":"greeter","code":"exports.hi = (name) => `hi ${name}`;\n","publish":true,
                "dependencies":[{"name":"date-fns","version":"3.6.0"}],"secrets":[{"name":"K","value":"canary"}]},
               {"name":"Greeter","code":"// see app.js\r\n"}, {"name":"../../up","code":"require('x') || app.js"},
               {"name":"..","code":""}, {"name":"a/b","code":"\u0001\ttab é \u2028 \ud83d\ude00"},
               {"name":"a?b","code":"z"},
               {"name":"équipe \"quoted\"","code":"\n\n  x\n\n"}],
             "actions":[
               {"name":"greet at login","supported_triggers":[{"id":"post-login","version":"v3"}],"code":"a",
                "runtime":"node22","deploy":true,"secrets":[{"name":"A","value":"canary"}],
                "dependencies":[{"name":"l","version":"1","registry_url":"https://r"}],
                "modules":[{"module_name":"greeter","module_version_number":1}]},
               {"name":"sms/1","supported_triggers":[{"id":"send-phone-message"}],"code":"b.js"}],
             "bindings":[{"trigger_id":"post-login","action_name":"greet at login","display_name":"Greet!"}]}
            """#

        private func body(_ program: RunningProgram, _ query: String) throws -> String {
            try run(["curl", "-sS", "--fail", program.url + "/__admin/export" + query]).output
        }

        /// All of a tenant but ids, times and order.
        private func summary(_ export: String) throws -> Set<String> {
            let root = try JSONParser.parse(Array(export.utf8))
            let entities = ["modules", "actions", "bindings"].flatMap { root[JSONKey($0)]?.items.map(Array.init) ?? [] }
            return Set(
                entities.map { entity in
                    var writer = JSONWriter()
                    writer.value(entity)
                    return String(decoding: writer.finish(), as: UTF8.self)
                        .replacing(#/"(\w*id|\w+_at)":"[^"]*",?/#, with: "")
                })
        }

        private func start(_ seed: String) throws -> RunningProgram {
            try RunningProgram(["--log-level", "warning", "--tls", "off", "--seed", seed])
        }

        @Test func `the deploy CLI's folder and file are a seed of the same tenant`() throws {
            let folder = try TemporaryFolder()
            try Data(Self.seed.utf8).write(to: URL(filePath: folder.path + "/seed.json"))
            let first = try start(folder.path + "/seed.json")
            let script = """
                export() { curl -sS --fail "\(first.url)/__admin/export?secrets=true&format=$1" "${@:2}"; }
                cd \(folder.path) && mkdir unpacked yaml
                export deploy-cli-folder -D head -o export.tar
                tar xf export.tar -C unpacked
                export deploy-cli -o yaml/tenant.yaml
                """
            let unpacked = try run(["bash", "-e", "-c", script])
            try #require(unpacked.status == 0, "\(unpacked.output)")
            let head = try PackageFolder.text(URL(filePath: folder.path + "/head"))
            #expect(head.contains("content-type: application/x-tar"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 5, "nothing beside it")
            let expected = try summary(try body(first, "?secrets=true"))
            #expect(expected.count == 10)
            #expect(try summary(try body(try start(folder.path + "/unpacked"), "?secrets=true")) == expected)
            // In place, a line that would be taken for a path has an end.
            let lines = try summary(try body(try start(folder.path + "/yaml/tenant.yaml"), "?secrets=true"))
            #expect(Set(lines.map { $0.replacing(".js\\n", with: ".js") }) == expected)
        }

        @Test func `an archive shows values of secrets only if it is asked to, and is the same each time`() throws {
            let folder = try TemporaryFolder()
            try Data(Self.seed.utf8).write(to: URL(filePath: folder.path + "/seed.json"))
            let program = try start(folder.path + "/seed.json")
            let archive = try body(program, "?format=deploy-cli-folder")
            #expect(!archive.contains("canary"))
            #expect(try body(program, "?format=deploy-cli-folder") == archive)
            #expect(try body(program, "?format=deploy-cli-folder&secrets=true").contains("canary"))
            let refusal = try run(["curl", "-sS", program.url + "/__admin/export?format=zip"]).output
            #expect(
                refusal.contains(
                    "There is no format zip; there are seed, objects, state, deploy-cli, deploy-cli-folder, "
                        + "terraform."))
        }

        /// More than a call of the API may have.
        @Test func `what is exported can be put back, however long`() throws {
            let folder = try TemporaryFolder()
            let code = String(repeating: "x", count: 100_000)
            let modules = (0..<30).map { #"{"name":"m\#($0)","code":"\#(code)","publish":true}"# }
            try Data(#"{"modules":[\#(modules.joined(separator: ","))]}"#.utf8).write(
                to: URL(filePath: folder.path + "/seed.json"))
            let program = try start(folder.path + "/seed.json")
            let closed = try RunningProgram(["--log-level", "warning", "--tls", "off", "--admin", "off"])
            let script = """
                cd \(folder.path) && curl -sS --fail "\(program.url)/__admin/export" -o first
                test $(wc -c <first) -gt 6000000
                for more in "" "-H transfer-encoding:chunked" "--http2-prior-knowledge"; do
                    curl -sS $more -w '%{http_code} ' -X PUT "\(program.url)/__admin/seed?tenant=other" \\
                        --data-binary @first
                    curl -sS --fail "\(program.url)/__admin/export?tenant=other" -o second && cmp first second
                done
                for place in "\(program.url)/api/v2/actions/modules" "\(closed.url)/__admin/seed"; do
                    curl -sS -o refusal -w '%{http_code} ' "$place" --data-binary @first
                done
                """
            let result = try run(["bash", "-e", "-c", script])
            #expect(result.status == 0 && result.output == "204 204 204 413 413 ", "\(result.output)")
        }

        private static let hcl = PackageFolder.root.appending(path: ".venv-hcl2/bin/python")
        private static let hasHCL = FileManager.default.fileExists(atPath: hcl.path)

        @Test(.enabled(if: hasHCL, "python-hcl2 is not installed; make test does it from the package index"))
        func `python-hcl2 reads what is there for Terraform`() throws {
            for seed in ["seeds/greeter.json", "terraform/tenant.json"] {
                let program = try start(PackageFolder.fixtures.appending(path: seed).path)
                try expectAllPassed([Self.hcl.path, "hcl.py", program.url])
            }
        }

        private static let hasTerraform =
            (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .contains { FileManager.default.isExecutableFile(atPath: "\($0)/terraform") }

        @Test(.enabled(if: hasTerraform, "there is no terraform in PATH"))
        func `Terraform reads every text as it was`() throws {
            let folder = try TemporaryFolder()
            let program = try RunningProgram(["--log-level", "warning", "--tls", "off"])
            try expectAllPassed(["python3", "terraform.py", program.url, folder.path])
        }

        /// - Parameter command: a Python, one of our scripts, and its arguments.
        private func expectAllPassed(_ command: [String]) throws {
            let script = PackageFolder.root.appending(path: "Tests/Clients/\(command[1])").path
            let result = try run([command[0], script] + command[2...])
            #expect(result.status == 0, "\(result.output)")
            #expect(result.output.contains(" passed, 0 failed"))
        }
    }
}
