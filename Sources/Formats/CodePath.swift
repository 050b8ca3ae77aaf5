/// The file that a configuration's `code` names, as the deploy CLI finds it: backslashes are slashes, and the path
/// leads from the configuration's folder, from the entity's own, or is absolute.
///
/// Version 7 of the CLI, and its exports on Windows, wrote paths from the folder in which it ran. These lead nowhere
/// elsewhere, so the part from the folder on that the CLI keeps code in is taken too.
package struct CodePath: Equatable, Sendable {
    /// As it is said to people.
    package let name: String
    /// From the configuration's folder, or absolute: the first that is there is meant.
    package let candidates: [String]

    /// - Parameter entity: the folder in which the CLI would keep the entity's files, such as `actions/hook`.
    init(_ code: String, of entity: String) {
        let path = code.replacing("\\", with: "/")
        name = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
        var candidates = [name]
        if !name.hasPrefix("/") { candidates.append("\(entity)/\(name)") }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        if let start = parts.lastIndex(where: { CodePath.folders.contains(String($0)) }), start > 0 {
            candidates.append(parts[start...].joined(separator: "/"))
        }
        self.candidates = candidates
    }

    /// Whether `code` names a file, as it always does for the CLI; code in place has more than one line, no such form,
    /// or is a comment.
    static func isPath(_ code: String) -> Bool {
        let isLine = !code.utf8.contains { $0 == 0x0A || $0 == 0x0D }
        guard isLine, !code.hasPrefix("//"), !code.hasPrefix("/*") else { return false }
        return beginnings.contains { code.hasPrefix($0) } || endings.contains { code.hasSuffix($0) }
    }

    private static let folders = ["action-modules", "actionModules", "actions"]
    private static let beginnings = ["./", "../", ".\\", "..\\"]
    private static let endings = [".js", ".mjs", ".cjs", ".ts"]
}
