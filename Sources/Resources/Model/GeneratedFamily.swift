/// What a script takes out of the vendor's document for one family; see `Tests/Families/derive.py`.
package struct GeneratedFamily: Sendable {
    /// The first segment of its paths.
    package let name: String
    /// The number of its first operation among those of all families.
    package let firstNumber: Int
    /// An operation a line: method, path, id, scopes, content, which of query and path have schemas, source, and what
    /// the document calls it.
    private let operations: StaticString
    /// See `SchemaText`; by operation id and `.body`, `.query` or `.path`.
    package let schemas: StaticString

    package init(name: String, firstNumber: Int, operations: StaticString, schemas: StaticString) {
        self.name = name
        self.firstNumber = firstNumber
        self.operations = operations
        self.schemas = schemas
    }

    package func lines() -> [OperationLine] {
        let text = operations.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        return text.utf8.split(separator: 0x0A).map { OperationLine(Substring($0)) }
    }
}

/// One line of the table of operations.
package struct OperationLine: Sendable {
    package enum Content: String, Sendable {
        case none = "-"
        case body
        /// Content may be missing.
        case optional
        case multipart
    }

    package let method: String
    package let path: String
    package let id: String
    package let scopes: [String]
    package let content: Content
    /// Whether the document says what its query, or its path's parameters, must be.
    package let checksQuery, checksPath: Bool
    /// False for routes that recordings show and the document lacks.
    package let isDocumented: Bool
    /// What it does, in the words of the tenant's log; empty where the document does not say.
    package let summary: String

    init(_ line: Substring) {
        let columns = line.utf8.split(separator: 0x20, maxSplits: 7).map { String(Substring($0)) }
        method = columns[0]
        path = columns[1]
        id = columns[2]
        scopes = columns[3] == "-" ? [] : columns[3].utf8.split(separator: 0x2C).map { String(Substring($0)) }
        content = Content(rawValue: columns[4]) ?? .none
        checksQuery = columns[5].contains("q")
        checksPath = columns[5].contains("p")
        isDocumented = columns[6] == "document"
        summary = columns.count > 7 ? columns[7] : ""
    }
}
