import Files
import Foundation
import TestSupport

/// The built program, started for a test and stopped with it.
final class RunningProgram {
    let url: String
    /// Nil with TLS off.
    let httpsURL: String?
    /// What clients are to trust; nil when the CA is in memory only, or not ours.
    let authorityFile: String?
    let port: UInt16
    let processID: Int
    private let process: ChildProcess
    private let folder: URL
    private var hasStopped = false

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
        let command = [
            "sh", "-c", "\(prefix); exec \"$@\"", "sh", Self.executable.path, "--port", "0", "--ready-file", ready.path,
        ]
        // The CA of whoever runs the tests is left alone.
        let environment = ["XDG_DATA_HOME": folder.path].merging(environment) { $1 }
        process = try ChildProcess(
            command + arguments, environment: environment, output: folder.appending(path: "stderr").path)
        let facts = try Self.waitForReadyFile(ready, process, folder)
        url = facts["url"] as? String ?? ""
        processID = facts["pid"] as? Int ?? 0
        httpsURL = facts["https_url"] as? String
        authorityFile = facts["ca_file"] as? String
        port = UInt16(url.split(separator: ":").last ?? "0") ?? 0
    }

    deinit {
        if !hasStopped { _ = stop(SIGKILL) }
        try? FileManager.default.removeItem(at: folder)
    }

    var readyFileExists: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "ready.json").path) }

    var log: String { (try? PackageFolder.text(folder.appending(path: "stderr"))) ?? "" }

    /// True once the log has the text; a line may be written just after what it tells of is seen.
    func logs(_ text: String) -> Bool {
        let deadline = ContinuousClock.now + .seconds(10)
        while ContinuousClock.now < deadline {
            if log.contains(text) { return true }
            sched_yield()
        }
        return false
    }

    /// Sends a signal and returns the exit status.
    func stop(_ signal: Int32 = SIGTERM) -> Int32 {
        hasStopped = true
        kill(process.id, signal)
        let status = process.wait()
        // A crash is rare, and its report would be gone with the folder.
        if status > 128, status != 128 + signal { print("the program crashed (\(status)):\n\(log)") }
        return status
    }

    /// The file is renamed into place, and a program that ends closes its log: the folder tells of both, and nobody
    /// takes the processor from the program meanwhile.
    private static func waitForReadyFile(
        _ file: URL, _ process: ChildProcess, _ folder: URL
    ) throws -> [String: Any] {
        var watch = try FolderWatch()
        try watch.watch([folder.path])
        var change = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
        let deadline = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < deadline, !process.hasEnded {
            watch.drain()
            if let data = try? Data(contentsOf: file),
                let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            {
                return object
            }
            poll(&change, 1, 1_000)
        }
        throw Failure(text: (try? PackageFolder.text(folder.appending(path: "stderr"))) ?? "no start")
    }
}

/// Runs a command to its end.
func run(_ command: [String], environment: [String: String] = [:]) throws -> (status: Int32, output: String) {
    let file = FileManager.default.temporaryDirectory.appending(path: "localtenant-run-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let status = try ChildProcess(command, environment: environment, output: file.path).wait()
    return (status, try PackageFolder.text(file))
}
