import JSON
import Resources
import Tenancy

/// Finds users by a query: through an index where a part of the query that must hold names one value of an indexed
/// member, else by one pass over all documents.
struct UserSearch {
    private let search: DocumentSearch
    private var query: UserQuery { search.query }

    init(_ text: String) throws(Refusal) {
        search = try DocumentSearch(text, bare: UserQuery.bare, folded: UserQuery.folded)
    }

    /// Users that the query holds of, in order of creation.
    ///
    /// - Parameter countMax: the search ends when it has found so many.
    func users(in tenant: Tenant, _ resource: Resource, countMax: Int = .max) -> [Document] {
        let table = tenant.table("users")
        let links = tenant.links("organizations/members")
        var marks = search.marks
        var found: [Document] = []
        // A membership is in no document.
        let needles = search.memberships.isEmpty ? query.needles() : nil
        func look(at document: Document) -> Bool {
            if let needles {
                let text = document.text
                guard needles.contains(where: { $0.isIn(text.span) }) else { return true }
            }
            search.scan(document.text, &marks)
            for number in search.memberships where isMember(document.id, query.leaves[number].test, links) {
                marks.insert(number)
            }
            if query.holds(marks) { found.append(document) }
            return found.count < countMax
        }
        if let some = candidates(query.root, table, resource, tenant) {
            for document in some where !look(at: document) { break }
        } else {
            table.forEach(while: look)
        }
        return found
    }

    private func isMember(_ user: String, _ test: ValueTest, _ links: LinkTable) -> Bool {
        links.links(to: user).contains { test.holds(Array($0.id.utf8).span, isNumber: false) }
    }

    /// A few documents among which all are that a node holds of; nil: nobody knows.
    private func candidates(
        _ node: UserQuery.Node, _ table: DocumentTable, _ resource: Resource, _ tenant: Tenant
    ) -> [Document]? {
        switch node {
        case .leaf(let number): return candidates(query.leaves[number], table, resource, tenant)
        case .not: return nil
        case .groups(let must, _, _) where !must.isEmpty:
            return candidates(.all(must), table, resource, tenant)
        case .all(let nodes):
            return nodes.lazy.compactMap { candidates($0, table, resource, tenant) }.min { $0.count < $1.count }
        case .any(let nodes), .groups(_, _, let nodes):
            var places: [Int: Document] = [:]
            for node in nodes {
                guard let some = candidates(node, table, resource, tenant) else { return nil }
                for document in some { places[table.sequence(of: document.id) ?? 0] = document }
            }
            return nodes.isEmpty ? nil : places.sorted { $0.key < $1.key }.map(\.value)
        }
    }

    private func candidates(
        _ leaf: UserQuery.Leaf, _ table: DocumentTable, _ resource: Resource, _ tenant: Tenant
    ) -> [Document]? {
        guard leaf.fields.count == 1, leaf.fields[0].count == 1, case .equal(let bytes) = leaf.test else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        switch leaf.fields[0][0] {
        case "user_id": return table.document(text).map { [$0] } ?? []
        // Stored in small letters always.
        case "email": return resource.documents(where: "email", is: text.lowercased(), in: tenant)
        case "username": return resource.documents(where: "username", is: text, in: tenant)
        case "phone_number": return resource.documents(where: "phone_number", is: text, in: tenant)
        default: return nil
        }
    }
}
