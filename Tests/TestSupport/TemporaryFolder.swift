import Glibc

/// A folder of its own for a test, gone with all it holds when the test lets go of it.
package final class TemporaryFolder {
    package struct Failure: Error {}

    package let path: String

    package init() throws {
        var template = Array("/tmp/localtenant-test-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
        }
        guard let made else { throw Failure() }
        path = made
    }

    deinit {
        TemporaryFolder.remove(path)
    }

    /// Children before their folder, links not followed.
    private static func remove(_ path: String) {
        var status = stat()
        if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name != ".", name != ".." { remove("\(path)/\(name)") }
            }
            closedir(folder)
        }
        _ = Glibc.remove(path)
    }
}
