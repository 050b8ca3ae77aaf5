import Foundation
import Glibc
import HTTPCore
import Tenancy
import TestSupport
import Testing

@testable import Emulator

@Suite struct LogOutputTests {
    /// A pipe with a log's end and a reader's.
    private final class Pipe: Sendable {
        let read: Int32
        let write: Int32

        init() {
            var ends: [Int32] = [-1, -1]
            _ = pipe(&ends)
            (read, write) = (ends[0], ends[1])
        }

        deinit {
            close(read)
            close(write)
        }

        /// All that is in it now.
        func contents() -> String {
            var available: Int32 = 0
            _ = withUnsafeMutablePointer(to: &available) { ioctl(read, UInt(FIONREAD), $0) }
            var bytes = [UInt8](repeating: 0, count: Int(available))
            let count = Glibc.read(read, &bytes, bytes.count)
            return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        }
    }

    private func report(_ lost: Int) -> [UInt8] { Array("lost \(lost)\n".utf8) }

    private func line(_ number: Int) -> [UInt8] { Array("line \(number) \(String(repeating: "-", count: 90))\n".utf8) }

    @Test func `lines that nobody reads are left out, and their number is said once there is room`() {
        let pipe = Pipe()
        let output = LogOutput(descriptor: pipe.write, patience: 1)
        for number in 0..<2_000 { output.write(line(number), lossReport: report) }
        let first = pipe.contents().split(separator: "\n")
        #expect(first.count > 300 && first.count < 2_000)
        #expect(first.enumerated().allSatisfy { $1.hasPrefix("line \($0) ") })

        output.write(line(2_000), lossReport: report)
        output.write(line(2_001), lossReport: report)
        let second = pipe.contents().split(separator: "\n")
        #expect(second.first == "lost \(2_000 - first.count)")
        #expect(second.dropFirst().map { $0.prefix(9) } == ["line 2000", "line 2001"])
    }

    @Test func `a line is waited for as long as its reader is patient, and none is lost`() {
        let pipe = Pipe()
        let output = LogOutput(descriptor: pipe.write, patience: 60_000)
        let count = 5_000
        Thread.detachNewThread {
            for number in 0..<count { output.write(line(number), lossReport: report) }
            output.write(Array("end\n".utf8), lossReport: report)
        }
        var text = ""
        var bytes = [UInt8](repeating: 0, count: 1_000)
        while !text.hasSuffix("end\n") {
            let read = Glibc.read(pipe.read, &bytes, bytes.count)
            guard read > 0 else { break }
            text += String(decoding: bytes[..<read], as: UTF8.self)
        }
        let lines = text.split(separator: "\n")
        #expect(lines.count == count + 1)
        #expect(lines.dropLast().enumerated().allSatisfy { $1.hasPrefix("line \($0) ") })
    }

    @Test func `a line longer than the room is cut, and the next is a line of its own`() {
        let pipe = Pipe()
        let output = LogOutput(descriptor: pipe.write, patience: 0)
        output.write(Array(String(repeating: "x", count: 100_000).utf8) + [0x0A], lossReport: report)
        let first = pipe.contents()
        #expect(first.count > 4_000 && first.count < 100_000 && first.allSatisfy { $0 == "x" })
        output.write(Array("next\n".utf8), lossReport: report)
        #expect(pipe.contents() == "\nlost 1\nnext\n")
    }

    @Test func `lines of several threads do not mix`() async {
        let pipe = Pipe()
        let output = LogOutput(descriptor: pipe.write, patience: 0)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask { for number in 0..<60 { output.write(line(number), lossReport: report) } }
            }
        }
        let lines = pipe.contents().split(separator: "\n")
        #expect(lines.count == 480)
        #expect(lines.allSatisfy { $0.hasPrefix("line ") && $0.hasSuffix(String(repeating: "-", count: 90)) })
    }

    @Test func `gathered lines go out together, before any other, and by themselves when they are many`() {
        let pipe = Pipe()
        let output = LogOutput(descriptor: pipe.write, patience: 0)
        for number in 0..<3 { output.gather(lossReport: report) { $0.append(line(number)) } }
        #expect(pipe.contents().isEmpty)
        output.write(line(3), lossReport: report)
        #expect(
            pipe.contents().split(separator: "\n").map { $0.prefix(6) } == ["line 0", "line 1", "line 2", "line 3"])
        output.gather(lossReport: report) { $0.append(line(4)) }
        output.flush(lossReport: report)
        output.flush(lossReport: report)
        #expect(pipe.contents().hasPrefix("line 4 "))
        for number in 0..<60 { output.gather(lossReport: report) { $0.append(line(number)) } }
        let first = pipe.contents().split(separator: "\n")
        #expect(first.count > 20 && first.count < 60)
        output.flush(lossReport: report)
        let all = first + pipe.contents().split(separator: "\n")
        #expect(all.count == 60 && all.enumerated().allSatisfy { $1.hasPrefix("line \($0) ") })
    }

    @Test func `each gathered line that is lost is counted`() {
        let pipe = Pipe()
        let output = LogOutput(descriptor: pipe.write, patience: 0)
        for number in 0..<2_000 { output.gather(lossReport: report) { $0.append(line(number)) } }
        output.flush(lossReport: report)
        let first = pipe.contents().split(separator: "\n")
        #expect(first.enumerated().allSatisfy { $1.hasPrefix("line \($0) ") })
        output.gather(lossReport: report) { $0.append(line(2_000)) }
        output.flush(lossReport: report)
        let second = pipe.contents().split(separator: "\n")
        #expect(second.map { $0.prefix(9) } == ["lost \(2_000 - first.count)", "line 2000"])
    }

    @Test func `the line of a request tells what people look for`() {
        let request = HTTPRequest(method: .post, path: Array("/api/v2/actions/modules".utf8), query: Array("q".utf8))
        let line = RequestLine(request, HTTPResponse(status: .created), tenant: "acme", nanoseconds: 1_042_999)
        #expect(line.isPlain)
        var lines = LogLines()
        lines.append(line, "info", at: Instant(nanoseconds: 1_771_259_760_438_999_999))
        let text = String(decoding: lines.take(), as: UTF8.self)
        let pairs = "method=POST path=/api/v2/actions/modules status=201 ms=1.042 tenant=acme"
        #expect(text == "2026-02-16T16:36:00.438Z info request \(pairs)\n")
        #expect(line.pairs.map { "\($0.0)=\($0.1)" }.joined(separator: " ") == pairs)
    }

    @Test(arguments: ["/a b", "/\u{E9}", "/a\n"])
    func `a path that might break its line is no plain one`(path: String) {
        let request = HTTPRequest(path: Array(path.utf8))
        #expect(!RequestLine(request, HTTPResponse(status: .ok), tenant: "t", nanoseconds: -1).isPlain)
    }

    @Test func `what a disk refuses is lost, and its number is said once there is room`() {
        let descriptor = open("/dev/full", O_WRONLY)
        defer { close(descriptor) }
        let output = LogOutput(descriptor: descriptor)
        for number in 0..<3 { output.write(line(number), lossReport: report) }
        let pipe = Pipe()
        dup2(pipe.write, descriptor)
        output.write(Array("next\n".utf8), lossReport: report)
        #expect(pipe.contents() == "lost 3\nnext\n")
    }
}

extension Programs {
    @Suite struct LogPipeTests {
        @Test func `a log that nobody reads does not hold the server`() throws {
            let folder = try TemporaryFolder()
            let fifo = "\(folder.path)/log"
            // Open for reading too, standard error is a pipe that is neither broken nor read.
            let program = try RunningProgram(["--loops", "1"], prefix: "mkfifo '\(fifo)' && exec 2<>'\(fifo)'")
            let client = try RawClient(port: program.port)
            let get = "GET /api/v2/actions/modules HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer t\r\n\r\n"
            for _ in 0..<1_500 {
                client.send(get)
                #expect(try client.read(until: "}").hasPrefix("HTTP/1.1 200"))
            }
            let reader = open(fifo, O_RDONLY | O_NONBLOCK)
            defer { close(reader) }
            var bytes = [UInt8](repeating: 0, count: 1 << 20)
            #expect(read(reader, &bytes, bytes.count) > 4_096)
            client.send(get)
            #expect(try client.read(until: "}").hasPrefix("HTTP/1.1 200"))
            let count = read(reader, &bytes, bytes.count)
            let lines = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: "\n")
            #expect(lines.first?.contains("warning log lines are missing: there was no room for them lines=") == true)
            #expect(program.stop() == 0)
        }
    }
}
