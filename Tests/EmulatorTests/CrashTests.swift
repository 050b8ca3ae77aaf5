import Foundation
import Processes
import TestSupport
import Testing
import Transport

/// The program's end by a fatal signal, as a broken precondition would bring it.
extension Programs {
    @Suite(.serialized) struct CrashTests {
        @Test(arguments: [SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE])
        func `a crash says version, signal and where, and nothing of requests`(signal: Int32) throws {
            let program = try RunningProgram(["--log-level", "warning"], prefix: "ulimit -c 0")
            let canary = "canary-\(UInt64.random(in: 0...UInt64.max))"
            let body = #"{"name":"m","code":"\#(canary)","secrets":[{"name":"K","value":"\#(canary)"}]}"#
            let client = try RawClient(port: program.port)
            client.send(
                "POST /api/v2/actions/modules HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer \(canary)\r\n"
                    + "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
            #expect(try client.read(until: "\r\n\r\n").hasPrefix("HTTP/1.1 201"))
            // One that is under way: its bytes are in the program's memory and nowhere else.
            client.send("POST /\(canary) HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\n\(canary)")

            #expect(program.stop(signal) == 128 + signal)
            let lines = program.log.split(separator: "\n").map(String.init)
            let version = try run([RunningProgram.executable.path, "--version"]).output.split(separator: "\n")[0]
            #expect(lines.first == "\(version) crashed: signal \(signal)")
            #expect(lines.count > 1 && lines.dropFirst().allSatisfy { $0.contains(/^  [\w.+-]*\+0x[0-9a-f]+$/) })
            #expect(lines.contains { $0.hasPrefix("  localtenant+0x") })
            // Nor as the hexadecimal bytes of a memory dump.
            let bytes = "canary".utf8.map { String($0, radix: 16) }
            for form in [canary, "canary", bytes.joined(), bytes.joined(separator: " ")] {
                #expect(!program.log.contains(form), "\(program.log)")
            }
        }

        /// A sanitizer keeps accounts of the stacks of signals that do not hold in a process made so.
        private static var isSanitized: Bool {
            ["TSAN_OPTIONS", "ASAN_OPTIONS"].contains { ProcessInfo.processInfo.environment[$0] != nil }
        }

        /// Nothing that a peer sends brings it about, hence a process of the test's own.
        @Test(.disabled(if: isSanitized, "a sanitizer does not survive a full stack"))
        func `a stack that is full is reported from a loop's thread too`() async throws {
            let result = await #expect(
                processExitsWith: .signal(SIGSEGV), observing: [\.standardErrorContent]
            ) {
                var none = rlimit()
                setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
                CrashReports.begin("overflowing")
                let loop = try EventLoopHandle.start(label: "loop", sweepInterval: 1_000) {}
                loop.submit { _ in print(depth(0)) }
                while true { pause() }
            }
            let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
            #expect(text.contains("overflowing crashed: signal \(SIGSEGV)\n  "), "\(text)")
        }

        @Test func `a command's own crash is no crash of exec`() throws {
            let result = try run([
                RunningProgram.executable.path, "exec", "--ca-dir", "none", "--",
                "sh", "-c", "ulimit -c 0; kill -ILL $$",
            ])
            #expect(result.status == 128 + SIGILL)
            #expect(!result.output.contains("crashed"), "\(result.output)")
        }
    }
}

/// Calls itself until the stack is full.
private func depth(_ number: Int) -> Int {
    number == .max ? 0 : depth(number + 1) + 1
}
