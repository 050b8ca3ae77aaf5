import Foundation

/// The tree that these tests stand in.
struct SourceTree {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Files below `folder` with one of the endings (none given: every file); hidden ones, build output and what links
    /// lead to are left out.
    static func paths(below folder: String, endings: [String] = []) throws -> [String] {
        let base = root.appending(path: folder)
        var paths: [String] = []
        for entry in try FileManager.default.contentsOfDirectory(atPath: base.path).sorted() {
            guard !entry.hasPrefix("."), entry != "__pycache__" else { continue }
            let path = folder + "/" + entry
            if (try? FileManager.default.destinationOfSymbolicLink(atPath: root.appending(path: path).path)) != nil {
                continue
            }
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isFolder)
            else { continue }
            if isFolder.boolValue {
                paths += try self.paths(below: path, endings: endings)
            } else if endings.isEmpty || endings.contains(where: path.hasSuffix) {
                paths.append(path)
            }
        }
        return paths
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
    }

    static func files(below folder: String, endings: [String]) throws -> [SourceFile] {
        try paths(below: folder, endings: endings).map { SourceFile(path: $0, text: try text($0)) }
    }

    static func topLevelNames() throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: root.path))
    }

    static func ignoredNames() throws -> [String] {
        try text(".gitignore").split(whereSeparator: \.isNewline).map(String.init)
    }
}
