import JSON

/// The document that a seed is read from, and the files it was put together from.
struct SeedDocument {
    /// What one file gave.
    struct Part {
        /// Where in the document it stands, such as `actions[0]`; empty where the file is the document.
        let path: String
        let file: String
        let content: JSONValue
    }

    let root: JSONValue
    /// The file or folder it was read from.
    private let source: String
    private let parts: [Part]
    /// The deploy CLI's keywords that stand in it without a value.
    let keywords: [String]

    init(_ root: JSONValue, file: String, keywords: [String]) {
        self.init(root, source: file, [Part(path: "", file: file, content: root)], keywords: keywords)
    }

    init(_ root: JSONValue, source: String, _ parts: [Part], keywords: [String]) {
        self.root = root
        self.source = source
        self.parts = parts
        self.keywords = keywords
    }

    /// The file and the line on which the value at a path stands, such as `seed.json:7`; where no file has it, the
    /// source.
    func place(of path: String) -> String {
        for part in parts where path.hasPrefix(part.path) {
            let rest = path.dropFirst(part.path.count)
            guard part.path.isEmpty || rest.isEmpty || rest.hasPrefix(".") || rest.hasPrefix("[") else { continue }
            return "\(part.file):\(part.content.line(of: String(rest)))"
        }
        return source
    }
}
