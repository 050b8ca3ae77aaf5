package import Resources

/// A query, ready to be asked of documents.
package struct DocumentSearch: Sendable {
    let query: UserQuery
    private let scanner: DocumentScanner
    /// Leaves about memberships, which no document shows.
    let memberships: [Int]
    /// Of these a document has one, or nothing is known.
    private let needles: [Needle]?

    /// - Parameters:
    ///   - bare: where words without a field are looked for.
    ///   - folded: fields of which case does not count.
    /// - Throws: where the text is no query.
    package init(_ text: String, bare: [String], folded: Set<String>) throws(Refusal) {
        do throws(QueryFault) {
            query = try QueryParser.parse(text, bare: bare)
        } catch {
            throw Refusal(400, "Invalid query string.", "invalid_query_string", rule: "query", .inferred)
        }
        var askers: [DocumentScanner.Asker] = []
        var memberships: [Int] = []
        for (number, leaf) in query.leaves.enumerated() {
            for path in leaf.fields {
                if path == ["organization_id"] {
                    memberships.append(number)
                    continue
                }
                let isDomain = path == ["email", "domain"]
                let isFolded = isDomain || path.count == 1 && folded.contains(path[0])
                askers.append(
                    DocumentScanner.Asker(
                        path: isDomain ? ["email"] : path, mark: number, test: isFolded ? leaf.test.folded : leaf.test,
                        isFolded: isFolded,
                        isDomain: isDomain))
            }
        }
        scanner = DocumentScanner(askers)
        self.memberships = memberships
        // A membership is in no document.
        needles = memberships.isEmpty ? query.needles() : nil
    }

    /// Room for what is asked of one document.
    var marks: Marks { Marks(count: query.leaves.count) }

    /// Fills in what holds of a document by itself.
    func scan(_ text: [UInt8], _ marks: inout Marks) {
        marks.removeAll()
        scanner.scan(text, &marks)
    }

    /// Whether a glance can tell a document of which the query does not hold.
    var hasNeedles: Bool { needles != nil }

    /// False only of documents that the query does not hold of.
    package func mayHold(_ text: [UInt8]) -> Bool {
        needles?.contains { $0.isIn(text.span) } ?? true
    }

    package func holds(_ text: [UInt8]) -> Bool {
        var marks = marks
        scan(text, &marks)
        return query.holds(marks)
    }
}
