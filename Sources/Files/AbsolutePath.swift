import Glibc

/// Paths for others, who may be in another folder.
package enum AbsolutePath {
    /// The same place from wherever it is looked at; what cannot be said so stays as it is.
    package static func of(_ path: String) -> String {
        guard !path.hasPrefix("/"), let folder = unsafe getcwd(nil, 0) else { return path }
        defer { unsafe free(folder) }
        var rest = path[...]
        while rest.hasPrefix("./") { rest = rest.dropFirst(2).drop { $0 == "/" } }
        let start = unsafe String(cString: folder)
        if rest.isEmpty || rest == "." { return start }
        return start == "/" ? "/\(rest)" : "\(start)/\(rest)"
    }
}
