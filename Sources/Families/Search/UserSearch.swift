import JSON
import Resources
import Tenancy

/// Finds users by a query: through an index where a part of the query that must hold names one value of an indexed
/// member, else by one pass over all documents, on all cores.
struct UserSearch: Sendable {
    private let text: String
    private let search: DocumentSearch
    private var query: UserQuery { search.query }

    init(_ text: String) throws(Refusal) {
        self.text = text
        search = try DocumentSearch(users: text)
    }

    /// Users that the query holds of, in order of creation.
    ///
    /// - Parameter countMax: the search ends when it has found so many.
    func users(in tenant: Tenant, _ resource: Resource, countMax: Int = .max) -> [Document] {
        let table = tenant.table("users")
        let links = tenant.links("organizations/members")
        var look = Look(search, links)
        if let some = candidates(query.root, table, resource, tenant) {
            return look.found(among: some, countMax: countMax)
        }
        var parts = table.parts(of: UserSearch.partSize)[...]
        // A page is mostly full before the first part ends.
        guard let first = parts.popFirst() else { return [] }
        let found = look.found(in: first, countMax: countMax)
        if found.count == countMax { return found }
        let others = SideBySide.map(Array(parts)) { part -> [Document] in
            // Of its own: cores that count references to the same query wait for one another.
            guard let search = try? DocumentSearch(users: text) else { return [] }
            var look = Look(search, links)
            return look.found(in: part, countMax: countMax - found.count)
        }
        return Array(([found] + others).joined().prefix(countMax))
    }

    private static let partSize = 4_096

    /// A query on its way through documents.
    private struct Look: Sendable {
        private let search: DocumentSearch
        private let links: LinkTable
        private var isGlanceWorth: Bool
        private var marks: Marks
        /// Documents that were glanced at, and those that passed.
        private var (glances, passes) = (0, 0)

        init(_ search: DocumentSearch, _ links: LinkTable) {
            self.search = search
            self.links = links
            isGlanceWorth = search.hasNeedles
            marks = search.marks
        }

        mutating func finds(_ document: Document) -> Bool {
            guard mayHold(of: document) else { return false }
            search.scan(document.text, &marks)
            for number in search.memberships where isMember(document.id, search.query.leaves[number].test) {
                marks.insert(number)
            }
            return search.query.holds(marks)
        }

        /// A glance; where most pass it is not worth its while.
        private mutating func mayHold(of document: Document) -> Bool {
            guard isGlanceWorth else { return true }
            glances += 1
            guard search.mayHold(document.text) else { return false }
            passes += 1
            if glances == 256, passes > glances / 2 { isGlanceWorth = false }
            return true
        }

        mutating func found(among documents: [Document], countMax: Int) -> [Document] {
            var found: [Document] = []
            for document in documents where found.count < countMax && finds(document) { found.append(document) }
            return found
        }

        mutating func found(in part: DocumentTable.Part, countMax: Int) -> [Document] {
            var found: [Document] = []
            part.forEach { document in
                if finds(document) { found.append(document) }
                return found.count < countMax
            }
            return found
        }

        private func isMember(_ user: String, _ test: ValueTest) -> Bool {
            links.links(to: user).contains { test.holds(Array($0.id.utf8).span, isNumber: false) }
        }
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

extension DocumentSearch {
    fileprivate init(users text: String) throws(Refusal) {
        try self.init(text, bare: UserQuery.bare, folded: UserQuery.folded)
    }
}
