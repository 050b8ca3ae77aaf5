import Foundation
import TestSupport
import Testing

/// Clients that others wrote, against the real program.
extension Programs {
    @Suite(.serialized) struct ClientTests {
        private static let shared = PackageFolder.root.appending(path: "../shared").standardizedFileURL
        private static let recordings = shared.appending(path: "recordings")

        private static func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

        private static func python(_ major: Int) -> URL {
            PackageFolder.root.appending(path: ".venv-auth0-\(major)/bin/python")
        }

        @Test(.enabled(if: exists(recordings), "the recordings of the real service are not beside this checkout"))
        func `every recorded exchange of the family is answered as recorded`() throws {
            try replay { [$0.url] }
        }

        @Test(.enabled(if: exists(recordings), "the recordings of the real service are not beside this checkout"))
        func `every recorded exchange of the family is answered as recorded over TLS`() throws {
            try replay { program in
                [
                    try #require(program.httpsURL).replacingOccurrences(of: "127.0.0.1", with: "localhost"), "--ca",
                    try #require(program.authorityFile),
                ]
            }
        }

        private static let jsonschema = PackageFolder.root.appending(path: ".venv-jsonschema/bin/python")

        /// With the defaults of each recording's day; Reference/Operations says what of the rest is left.
        @Test(
            .enabled(if: exists(recordings), "the recordings of the real service are not beside this checkout"),
            .enabled(if: exists(jsonschema), "jsonschema is not installed; make test does it from the package index"))
        func `every answer to a recorded request is one that the OpenAPI document allows`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            let script = PackageFolder.root.appending(path: "Tests/Clients/recordings.py").path
            let result = try run(
                [Self.jsonschema.path, "-W", "ignore", script, program.url, Self.shared.path, "--as-recorded"])
            #expect(result.status == 0, "\(result.output)")
            let counted = try #require(result.output.firstMatch(of: /(\d+) answers held .*, 0 faults/))
            #expect(Int(counted.1) ?? 0 > 900)
            let passed = try #require(result.output.firstMatch(of: /(\d+) passed, (\d+) failed, \d+ skipped\n\d/))
            #expect(Int(passed.1) ?? 0 >= 600, "fewer answers are as recorded than there were")
        }

        private func replay(_ server: (RunningProgram) throws -> [String]) throws {
            let program = try RunningProgram(["--log-level", "warning"])
            let files = try FileManager.default.contentsOfDirectory(atPath: Self.recordings.path)
                .filter { $0.contains("Module") && $0.hasSuffix(".jsonl") }
                .map { Self.recordings.appending(path: $0).path }
            let replay = Self.shared.appending(path: "tools/replay.py").path
            let address = try server(program)
            let result = try run(["python3", replay] + address + files + ["--family", "modules"])
            #expect(result.status == 0, "\(result.output)")
            #expect(result.output.hasSuffix("33 passed, 0 failed, 0 skipped\n"))
        }

        @Test(
            .enabled(if: exists(python(6)), "auth0-python 6 is not installed; make test does it from the package index")
        )
        func `auth0-python 6 goes through the life of a module`() throws {
            try lifecycle(6)
        }

        @Test(
            .enabled(if: exists(python(5)), "auth0-python 5 is not installed; make test does it from the package index")
        )
        func `auth0-python 5 goes through the life of a module`() throws {
            try lifecycle(5)
        }

        @Test(
            .enabled(
                if: exists(python(5)) && exists(python(6)),
                "auth0-python is not installed; make test does it from the package index"),
            arguments: [5, 6])
        func `auth0-python fetches a token and uses a module in an action`(major: Int) throws {
            let program = try RunningProgram([
                "--log-level", "warning", "--auth", "strict", "--client", "a-client:a-secret",
            ])
            let script = PackageFolder.root.appending(path: "Tests/Clients/actions_lifecycle.py").path
            let result = try run(
                [Self.python(major).path, script, "localhost:\(program.port)"],
                environment: ["SSL_CERT_FILE": try #require(program.authorityFile)])
            #expect(result.status == 0, "\(result.output)")
            #expect(result.output.contains(" passed, 0 failed"))
        }

        @Test func `a secret that goes in by any door comes out by none, nor into the log`() throws {
            let node = Node.path.map { ["--node", $0] } ?? []
            let program = try RunningProgram(["--log-level", "trace", "--client", "me:canary-5f1c-client"] + node)
            let script = PackageFolder.root.appending(path: "Tests/Clients/canary.py").path
            let result = try run(["python3", script, program.url])
            #expect(result.status == 0, "\(result.output)")
            #expect(result.output.contains(" passed, 0 failed"))
            #expect(program.log.contains("path=/api/v2/actions/modules"))
            #expect(!program.log.contains("canary-5f1c"))
        }

        @Test func `assertions and foreign tokens that OpenSSL signed are verified`() throws {
            let folder = try TemporaryFolder()
            let script = PackageFolder.root.appending(path: "Tests/Clients/keys.py").path
            #expect(try run(["python3", script, "make", folder.path]).status == 0)
            let program = try RunningProgram([
                "--log-level", "warning", "--auth", "strict", "--client-key", "me=\(folder.path)/public.pem", "--jwks",
                "\(folder.path)/jwks.json",
            ])
            let result = try run(["python3", script, "check", folder.path, program.url])
            #expect(result.status == 0, "\(result.output)")
            #expect(result.output.contains(" passed, 0 failed"))
        }

        @Test(
            .enabled(if: exists(python(6)), "auth0-python 6 is not installed; make test does it from the package index")
        )
        func `faults reach clients over every carrier, and an SDK tries again`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            let script = PackageFolder.root.appending(path: "Tests/Clients/faults.py").path
            let result = try run([
                Self.python(6).path, script, program.url, try #require(program.httpsURL),
                try #require(program.authorityFile),
            ])
            #expect(result.status == 0, "\(result.output)")
            #expect(result.output.contains(" passed, 0 failed"))
        }

        private static let wiremock = PackageFolder.root.appending(path: ".venv-wiremock/bin/python")

        @Test(.enabled(if: exists(wiremock), "wiremock is not installed; make test does it from the package index"))
        func `WireMock's client finds, counts and resets what was sent`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            let script = PackageFolder.root.appending(path: "Tests/Clients/wiremock_requests.py").path
            let result = try run([Self.wiremock.path, script, program.url])
            #expect(result.status == 0, "\(result.output)")
            #expect(result.output.contains(" passed, 0 failed"))
        }

        private func lifecycle(_ major: Int) throws {
            let script = PackageFolder.root.appending(path: "Tests/Clients/modules_lifecycle.py").path
            for isSecure in [false, true] {
                let program = try RunningProgram(["--log-level", "warning"])
                let trust = isSecure ? ["SSL_CERT_FILE": try #require(program.authorityFile)] : [:]
                let url = isSecure ? try #require(program.httpsURL) : program.url
                let result = try run([Self.python(major).path, script, url], environment: trust)
                #expect(result.status == 0, "\(result.output)")
                #expect(result.output.contains(" passed, 0 failed"))
            }
        }

        @Test func `one contract holds over every carrier, and other stacks agree`() throws {
            let program = try RunningProgram(["--log-level", "warning"])
            let script = PackageFolder.root.appending(path: "Tests/Clients/carriers.py").path
            let table = PackageFolder.fixtures.appending(path: "wire").appending(path: "refusals.tsv").path
            let result = try run(["python3", script, program.url, try #require(program.authorityFile), table])
            #expect(result.status == 0, "\(result.output)")
            #expect(result.output.contains(" passed, 0 failed"))
        }
    }
}
