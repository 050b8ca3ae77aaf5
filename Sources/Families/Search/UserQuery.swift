/// A query of user search, read (reference users-organizations.md section 4).
struct UserQuery: Sendable {
    /// What is asked of fields, joined; leaves are numbered.
    indirect enum Node: Sendable {
        case leaf(Int)
        case not(Node)
        case all([Node])
        case any([Node])
        /// Groups side by side: all of the first, none of the second, and one of the third where nothing must be.
        case groups(must: [Node], mustNot: [Node], may: [Node])
    }

    struct Leaf: Sendable {
        /// The names on the way to the values; several fields where the query named none.
        let fields: [[String]]
        let test: ValueTest
    }

    let root: Node
    let leaves: [Leaf]

    /// Fields of which case does not count (DOCS).
    static let folded: Set<String> = ["email", "name", "given_name", "family_name", "nickname"]
    /// Where a word without a field is looked for (INFERRED).
    static let bare = ["user_id", "email", "name", "given_name", "family_name", "nickname", "username", "phone_number"]

    /// - Parameter marks: which leaves hold.
    func holds(_ marks: Marks) -> Bool { UserQuery.holds(root, marks) }

    private static func holds(_ node: Node, _ marks: Marks) -> Bool {
        switch node {
        case .leaf(let number): marks.contains(number)
        case .not(let inner): !holds(inner, marks)
        case .all(let nodes): nodes.allSatisfy { holds($0, marks) }
        case .any(let nodes): nodes.contains { holds($0, marks) }
        case .groups(let must, let mustNot, let may):
            must.allSatisfy { holds($0, marks) } && !mustNot.contains { holds($0, marks) }
                && (!must.isEmpty || may.isEmpty || may.contains { holds($0, marks) })
        }
    }
}

/// Why a text is no query; the service says the same of all.
struct QueryFault: Error {}
