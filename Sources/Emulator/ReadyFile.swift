import Files
import Glibc
import JSON

/// The file that tells scripts where the server is, written when it serves and removed when it ends.
struct ReadyFile: Sendable {
    let path: String

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
        do throws(FileError) {
            try SmallFile.replace(path, with: writer.finish() + [0x0A], mode: 0o644, isLasting: false)
        } catch {
            throw .readyFile(path: path, reason: error.reason)
        }
    }

    func remove() {
        _ = unsafe unlink(path)
    }
}
