import Foundation
import Processes
import Testing
import Transport

@Suite struct SupervisedProcessTests {
    private func shell(_ script: String, bytesMax: Int = 1_000) throws -> SupervisedProcess {
        try SupervisedProcess("/bin/sh", ["-c", script], dataBytes: 1 << 28, bytesMax: bytesMax)
    }

    private func stat(_ process: String) -> (number: String, name: String, state: String, parent: String) {
        let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        let (head, tail) = (text.split(separator: "(").first ?? "", text.split(separator: ")").last ?? "")
        let name = text.split(separator: "(").last?.split(separator: ")").first ?? ""
        let words = tail.split(separator: " ")
        return (
            head.trimmingCharacters(in: .whitespaces), "\(name)", "\(words.first ?? "")",
            "\(words.dropFirst().first ?? "")"
        )
    }

    /// Whether there is a process of that number that has not ended.
    private func isRunning(_ number: pid_t) -> Bool {
        guard let text = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8) else { return false }
        return text.split(separator: ")").last?.split(separator: " ").first != "Z"
    }

    @Test func `lines go in and come out, and the end is told`() throws {
        var process = try shell("read -r line <&3; printf '%s!\\ntwo\\n' \"$line\" >&3; exit 7")
        try process.send(Array("one\n".utf8), until: Deadline(after: 10_000))
        #expect(try process.line(until: Deadline(after: 10_000)) == Array("one!".utf8))
        #expect(try process.line(until: Deadline(after: 10_000)) == Array("two".utf8))
        #expect(throws: SupervisedProcess.Failure.closed) { try process.line(until: Deadline(after: 10_000)) }
        #expect(process.end(within: 10_000) == .exited(7))
    }

    @Test func `it has nothing but its channel`() throws {
        let script = "{ env; pwd; ls /proc/self/fd | tr '\\n' ' '; } >&3"
        var process = try shell(script)
        var lines: [String] = []
        while let line = try? process.line(until: Deadline(after: 10_000)) {
            lines.append(String(decoding: line, as: UTF8.self))
        }
        // The shell sets PWD and the like of its own.
        #expect(!lines.contains { $0.hasPrefix("HOME=") || $0.hasPrefix("PATH=") })
        #expect(lines.contains("/"))
    }

    @Test func `what takes too long is ended with all that it started`() throws {
        var child: pid_t = 0
        do {
            var process = try shell("sleep 100 & echo $! >&3; wait")
            child = try #require(
                pid_t(String(decoding: try process.line(until: Deadline(after: 10_000)), as: UTF8.self)))
            #expect(isRunning(child))
            #expect(throws: SupervisedProcess.Failure.deadline) { try process.line(until: Deadline(after: 10)) }
        }
        let deadline = ContinuousClock.now + .seconds(10)
        while isRunning(child), ContinuousClock.now < deadline { sched_yield() }
        #expect(!isRunning(child))
    }

    @Test func `what says too much is no longer listened to`() throws {
        var process = try shell("while :; do echo 0123456789 >&3; done")
        #expect(throws: SupervisedProcess.Failure.flood) {
            while true { _ = try process.line(until: Deadline(after: 10_000)) }
        }
    }

    @Test func `what is no program is refused with a reason`() {
        #expect(throws: CommandError.self) {
            var process = try SupervisedProcess("/no/such/program", [], dataBytes: 0, bytesMax: 1)
            _ = process.end(within: 0)
        }
        // Such a child ended under our own name, and somebody must take note of it.
        let own = stat("self")
        let zombies = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.filter { name in
            let child = stat(name)
            return child.parent == own.number && child.state == "Z" && child.name == own.name
        }
        #expect(zombies == [])
    }
}
