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
}
