import Foundation
import Tenancy
import TestSupport
import Testing

@testable import Emulator

/// `--watch`: seeds change under a running program, in the ways in which files change.
extension Programs {
    @Suite(.serialized) struct WatchTests {
        private let folder: TemporaryFolder

        init() throws {
            folder = try TemporaryFolder()
        }

        private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

        /// As an editor does: beside the file, then over it.
        private func write(_ text: String, _ name: String, isAtomic: Bool = true) throws {
            let url = URL(filePath: path(name))
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url, options: isAtomic ? .atomic : [])
        }

        private func module(_ name: String) -> String { #"{"modules":[{"name":"\#(name)","code":"x"}]}"# }

        private func start(_ arguments: [String], environment: [String: String] = [:]) throws -> RunningProgram {
            try RunningProgram(
                ["--tls", "off", "--log-level", "notice"] + arguments.map { $0.hasPrefix("-") ? $0 : path($0) },
                environment: environment)
        }

        private func export(_ program: RunningProgram, _ tenant: String = "default") throws -> String {
            let url = "\(program.url)/__admin/export?secrets=true"
            return try run(["curl", "-sS", "-H", "x-localtenant-tenant: \(tenant)", url]).output
        }

        private func names(_ program: RunningProgram, _ tenant: String = "default") throws -> [String] {
            try export(program, tenant).matches(of: #/"id":"[^"]*","name":"([^"]*)"/#).map { String($0.1) }
        }

        /// Whether the tenant comes to hold these modules and actions.
        private func holds(_ program: RunningProgram, _ expected: [String], _ tenant: String = "default") throws -> Bool
        {
            try comes { try names(program, tenant) == expected }
        }

        private func comes(_ condition: () throws -> Bool) rethrows -> Bool {
            let deadline = ContinuousClock.now + .seconds(20)
            while ContinuousClock.now < deadline {
                if try condition() { return true }
                sched_yield()
            }
            return false
        }

        @Test func `a file that changes is read again, however it is written`() throws {
            try write(module("one"), "seed.json")
            let program = try start(["--watch", "--seed", "seed.json"])
            #expect(try names(program) == ["one"])
            try write(module("two"), "seed.json")
            #expect(try holds(program, ["two"]))
            #expect(program.logs("notice seed reloaded tenants=1"))
            try write(module("three"), "seed.json", isAtomic: false)
            #expect(try holds(program, ["three"]))
            #expect(rename(path("seed.json"), path("seed.json~")) == 0)
            try write(module("four"), "seed.json", isAtomic: false)
            #expect(try holds(program, ["four"]))
            #expect(program.stop() == 0)
        }

        @Test func `a broken seed leaves the old one in force, is told in one line, and can be mended`() throws {
            try write(module("one"), "seed.json")
            let program = try start(["--watch", "--seed", "seed.json"])
            try write("{\n\"modules\":[}", "seed.json")
            let file = path("seed.json")
            #expect(
                program.logs("error the seed stays what it was: --seed: \(file):2: unexpected byte 0x7D at offset 13\n")
            )
            try write("{\"modules\":[\n{\"name\":\"x\"},\n{\"code\":\"y\"}]}", "seed.json")
            #expect(program.logs("what it was: --seed: \(file):3: modules[1]: Missing required property: name\n"))
            #expect(try names(program) == ["one"] && names(program, "new") == ["one"])
            try write(module("mended"), "seed.json")
            #expect(try holds(program, ["mended"]) && holds(program, ["mended"], "new"))
            #expect(program.log.split(separator: "error").count == 3, "each once: \(program.log)")
        }

        @Test func `files of folders and of configurations are watched, those to come included`() throws {
            try write(module("a"), "seeds/a.json")
            let fixtures = PackageFolder.fixtures.appending(path: "deploy-cli/folder")
            try FileManager.default.copyItem(at: fixtures, to: URL(filePath: path("deploy")))
            let keywords = ["AUTH0_KEYWORD_REPLACE_MAPPINGS": #"{"API_KEY":"from-a-keyword"}"#]
            let program = try start(
                ["--seed", "seeds", "--seed", "deploy"],
                environment: keywords.merging(["LOCALTENANT_WATCH": "on"]) { $1 })
            #expect(try names(program) == ["a", "greeter", "greet"])
            try write(module("b"), "seeds/b.json")
            #expect(try holds(program, ["a", "b", "greeter", "greet"]))
            #expect(unlink(path("seeds/a.json")) == 0)
            #expect(try holds(program, ["b", "greeter", "greet"]))
            try write("exports.changed = '##API_KEY##';\n", "deploy/action-modules/greeter/code.js")
            #expect(try comes { try export(program).contains("exports.changed = 'from-a-keyword'") })
            try write(#"{"name":"late","code":"./action-modules/late/code.js"}"#, "deploy/action-modules/late.json")
            #expect(program.logs("there is no file action-modules/late/code.js"))
            try write("late", "deploy/action-modules/late/code.js")
            #expect(try holds(program, ["b", "greeter", "late", "greet"]))
        }

        @Test func `what vanishes may come back, folders and all`() throws {
            try write(module("one"), "far/away/seeds/seed.json")
            let program = try start(["--watch", "--seed", "far/away/seeds"])
            try FileManager.default.removeItem(atPath: path("far"))
            #expect(program.logs("error the seed stays what it was"))
            #expect(try names(program) == ["one"])
            try write(module("two"), "far/away/seeds/seed.json")
            #expect(try holds(program, ["two"]))
            // As a mounted configuration changes: a link to the folder behind leads elsewhere.
            try write(module("three"), "version/seed.json")
            #expect(symlink("version", path("link")) == 0)
            #expect(unlink(path("far/away/seeds/seed.json")) == 0)
            #expect(symlink("../../../link/seed.json", path("far/away/seeds/seed.json")) == 0)
            #expect(try holds(program, ["three"]))
        }

        @Test func `tenants with a start of their own keep it`() throws {
            try write(module("one"), "seed.json")
            let program = try start(["--watch", "--seed", "seed.json"])
            let put = ["curl", "-sS", "-X", "PUT", "\(program.url)/__admin/seed?tenant=own", "-d", module("mine")]
            #expect(try run(put).status == 0)
            try write(module("two"), "seed.json")
            #expect(try holds(program, ["two"]))
            #expect(try names(program, "own") == ["mine"])
        }

        @Test func `what matters is what seeds are made of, not what lies beside`() throws {
            try write(module("one"), "seed.json")
            try write(module("two"), "seeds/two.json")
            let record = SeedSources.Record()
            let settings = TenantSettings()
            let paths = [path("seed.json"), path("seeds")]
            _ = try SeedFiles.start(paths, settings, ManualWorld().world, record: record)
            let sources = record.sources
            for beside in ["beside.json", "seeds/.two.json.swp", "seeds/two.json~", "seeds/sub/x.json"] {
                try write("x", beside)
                #expect(sources.now() == sources, "\(beside)")
            }
            for (name, text) in [("seeds/three.json", module("three")), ("seed.json", module("other"))] {
                let before = sources.now()
                try write(text, name)
                #expect(sources.now() != before, "\(name)")
            }
            #expect(
                sources.foldersToWatch.isSuperset(of: [folder.path, path("seeds")])
                    && !sources.foldersToWatch.contains(path("seeds/sub")))
        }

        @Test func `there must be something to watch, and a variable says yes or no`() throws {
            func refused(_ arguments: [String], _ environment: [String: String] = [:]) throws -> String {
                try run([RunningProgram.executable.path, "--port", "0"] + arguments, environment: environment).output
            }
            #expect(try refused(["--watch"]).contains("--watch needs a --seed to watch."))
            #expect(try refused([], ["LOCALTENANT_WATCH": "perhaps"]).contains("--watch"))
            try write(module("one"), "seed.json")
            let program = try start(["--seed", "seed.json"], environment: ["LOCALTENANT_WATCH": "off"])
            #expect(try names(program) == ["one"])
        }
    }
}
