import Glibc

/// Folders of files.
package enum Folder {
    /// The names of what is in a folder, in no order; nil when the path is no folder.
    package static func names(_ path: String) throws(FileError) -> [String]? {
        guard let folder = unsafe opendir(path) else {
            if errno == ENOTDIR || errno == ENOENT { return nil }
            throw .current("read", path)
        }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// The folder that a path is in, by its text: `.` of a single name, `/` of the root.
    package static func parent(_ path: String) -> String {
        let name = path.drop { $0 == "/" }.isEmpty ? "" : String(path.reversed().drop { $0 == "/" }.reversed())
        guard let slash = name.lastIndex(of: "/") else { return name.isEmpty ? "/" : "." }
        return slash == name.startIndex ? "/" : String(name[..<slash])
    }

    /// Whether there is a folder, links followed.
    package static func isThere(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The path of a regular file in a folder or below, links followed; nil where there is none, or where a link or
    /// `..` leads out of the folder. An absolute path may lead into it.
    package static func file(_ name: String, in folder: String) -> String? {
        guard !name.utf8.contains(0), let root = resolved(folder),
            let path = resolved(name.hasPrefix("/") ? name : "\(folder)/\(name)"),
            path.utf8.starts(with: "\(root == "/" ? "" : root)/".utf8)
        else { return nil }
        var status = stat()
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return path
    }

    /// Makes a folder that only its owner may look in, where the system keeps what is not to stay.
    ///
    /// - Parameter name: what its name begins with.
    package static func makeTemporary(_ name: String) throws(FileError) -> String {
        let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
        var path = Array("\(parent.isEmpty ? "/tmp" : AbsolutePath.of(parent))/\(name)-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&path) != nil else {
            throw .current("make a folder in", parent.isEmpty ? "/tmp" : parent)
        }
        return String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Removes a folder that holds these files, or some of them, and nothing else.
    package static func remove(_ path: String, files: [String]) {
        for file in files { _ = unsafe unlink("\(path)/\(file)") }
        _ = unsafe rmdir(path)
    }

    /// The path of what is there, links followed; nil when nothing is.
    package static func resolved(_ path: String) -> String? {
        guard let resolved = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }
}
