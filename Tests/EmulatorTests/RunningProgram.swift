import Foundation
import TestSupport

/// The built program, started for a test and stopped with it.
final class RunningProgram {
    let url: String
    let port: UInt16
    private let process: Process
    private let errors: URL
    private let folder: URL

    struct Failure: Error {
        let text: String
    }

    static var executable: URL { PackageFolder.products.appending(path: "localtenant") }

    /// Starts on a free port and waits until requests are served.
    ///
    /// - Parameter prefix: a shell command to run first, such as `ulimit -n 64`.
    init(_ arguments: [String] = [], environment: [String: String] = [:], prefix: String = "true") throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "localtenant-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let ready = folder.appending(path: "ready.json")
        errors = folder.appending(path: "stderr")
        process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments =
            [
                "-c", "\(prefix); exec \"$@\" 2>'\(errors.path)'", "sh", Self.executable.path, "--port", "0",
                "--ready-file", ready.path,
            ] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        try process.run()
        url = try Self.waitForReadyFile(ready, process, errors)
        port = UInt16(url.split(separator: ":").last ?? "0") ?? 0
    }

    deinit {
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    var readyFileExists: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "ready.json").path) }

    var log: String { (try? PackageFolder.text(errors)) ?? "" }

    /// Sends a signal and returns the exit status.
    func stop(_ signal: Int32 = SIGTERM) -> Int32 {
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// The file is renamed into place; watching for it by polling is bounded and yields the processor.
    private static func waitForReadyFile(_ file: URL, _ process: Process, _ errors: URL) throws -> String {
        let deadline = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < deadline, process.isRunning {
            if let data = try? Data(contentsOf: file),
                let object = try JSONSerialization.jsonObject(with: data) as? [String: Any],
                let url = object["url"] as? String
            {
                return url
            }
            sched_yield()
        }
        throw Failure(text: (try? PackageFolder.text(errors)) ?? "no start")
    }
}

/// Runs a command to its end.
func run(_ command: [String], environment: [String: String] = [:]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
}
