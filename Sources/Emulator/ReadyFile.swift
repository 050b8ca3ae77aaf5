import Glibc
import JSON

/// The file that tells scripts where the server is, written when it serves and removed when it ends.
struct ReadyFile: Sendable {
    let path: String

    /// Writes beside the path and renames, so that a reader sees all of it or nothing.
    ///
    /// - Throws: `EmulatorError.readyFile` with the system's reason.
    func write(url: String, httpsURL: String?, authorityFile: String?) throws(EmulatorError) {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("url")
        writer.string(url)
        writer.key("https_url")
        if let httpsURL { writer.string(httpsURL) } else { writer.null() }
        writer.key("ca_file")
        if let authorityFile { writer.string(authorityFile) } else { writer.null() }
        writer.key("pid")
        writer.integer(Int(getpid()))
        writer.endObject()
        let bytes = writer.finish() + [0x0A]
        let temporary = "\(path).\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure() }
        let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        guard written == bytes.count, close(descriptor) == 0, rename(temporary, path) == 0 else { throw failure() }
    }

    func remove() {
        _ = unlink(path)
    }

    private func failure() -> EmulatorError {
        .readyFile(path: path, reason: String(cString: strerror(errno)))
    }
}
