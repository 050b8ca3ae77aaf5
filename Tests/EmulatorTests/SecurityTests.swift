import Foundation
import TestSupport
import Testing

/// Threats of `.github/SECURITY.md` that only the whole program can meet.
extension Programs {
    @Suite(.serialized) struct SecurityTests {
        private func get(_ program: RunningProgram, _ path: String, host: String = "127.0.0.1") throws -> String {
            let client = try RawClient(port: program.port)
            client.send("GET \(path) HTTP/1.1\r\nHost: \(host)\r\nAuthorization: Bearer t\r\nConnection: close\r\n\r\n")
            return try client.readToEnd()
        }

        private func mode(_ path: String) throws -> Int {
            try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
        }

        @Test func `with a careless umask keys and state are still their owner's alone`() throws {
            let folder = try TemporaryFolder()
            let (authority, state) = ("\(folder.path)/data/ca", "\(folder.path)/state.json")
            let program = try RunningProgram(
                ["--log-level", "warning", "--ca-dir", authority, "--state", state], prefix: "umask 0")
            // The key that signs tokens is made when it is first asked for.
            #expect(try get(program, "/.well-known/jwks.json").contains(#""keys":[{"#))
            #expect(program.stop() == 0)
            let files = try FileManager.default.contentsOfDirectory(atPath: authority)
            #expect(Set(files).isSuperset(of: ["ca.pem", "ca-key.pem"]) && files.count > 2, "\(files)")
            for file in files {
                #expect(try mode("\(authority)/\(file)") & 0o077 == (file == "ca.pem" ? 0o044 : 0), "\(file)")
            }
            #expect(try mode(authority) == 0o700 && mode("\(folder.path)/data") == 0o700)
            #expect(try mode(state) == 0o600)
        }

        @Test func `no call gives the CA's key away`() throws {
            let folder = try TemporaryFolder()
            let program = try RunningProgram(["--log-level", "trace", "--ca-dir", folder.path])
            var answers = try ["/__admin", "/__admin/openapi.json", "/.well-known/openid-configuration"].map {
                try get(program, $0)
            }
            // Every control call that reads, and paths that lead to the file if any did.
            let calls = answers[0].matches(of: /"(\/__admin\/[\w.\/-]*)"/).map { String($0.1) }
            #expect(calls.contains("/__admin/ca.pem"))
            let guesses = [
                "/__admin/ca-key.pem", "/__admin/../ca-key.pem", "/ca-key.pem", "/\(folder.path)/ca-key.pem",
            ]
            answers += try (calls + guesses + ["/__admin/export?secrets=true", "/.well-known/jwks.json"]).map {
                try get(program, $0)
            }
            #expect(answers.contains { $0.contains("BEGIN CERTIFICATE") })
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "ca.pem" }
            let keys = try files.flatMap { file -> [Substring] in
                let lines = try PackageFolder.text(URL(filePath: "\(folder.path)/\(file)")).split(separator: "\n")
                    .filter { $0.count >= 32 && !$0.hasPrefix("-----") }
                // An RSA key's text begins with the modulus, which is public: certificates show the same lines.
                return lines.count > 10 ? Array(lines.dropFirst(7)) : lines
            }
            #expect(keys.count > 2)
            for text in answers + [program.log] {
                #expect(!text.contains("PRIVATE KEY"))
                for line in keys { #expect(!text.contains(line)) }
            }
        }

        @Test func `a link in a configuration does not lead out of its folder`() throws {
            let folder = try TemporaryFolder()
            let inner = "\(folder.path)/inner"
            try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
            try Data("canary of another folder".utf8).write(to: URL(filePath: "\(folder.path)/outside.js"))
            try FileManager.default.createSymbolicLink(
                atPath: "\(inner)/code.js", withDestinationPath: "../outside.js")
            try FileManager.default.createSymbolicLink(atPath: "\(inner)/up", withDestinationPath: "..")
            for name in ["code.js", "up/outside.js"] {
                let file = "\(inner)/tenant.yaml"
                try Data("actionModules:\n  - name: m\n    code: \(name)\n".utf8).write(to: URL(filePath: file))
                let result = try run([RunningProgram.executable.path, "seed", "check", file])
                #expect(result.status == 1)
                #expect(result.output.contains("there is no file \(name) in the configuration's folder"))
                #expect(!result.output.contains("canary"))
            }
        }
    }
}
