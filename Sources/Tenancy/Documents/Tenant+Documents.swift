/// The documents of a tenant, by resource. A table is made when it is first touched, with what a new tenant has.
extension Tenant {
    /// The table of a resource as it is.
    package func table(_ name: String) -> DocumentTable {
        documents[name] ?? DocumentTable(initialDocuments?.documents(name, tenant: self) ?? [])
    }

    /// Hands the table of a resource to `body`, to be changed in place.
    package mutating func withTable<Result>(_ name: String, _ body: (inout DocumentTable) -> Result) -> Result {
        fillTable(name)
        return body(&documents[name, default: DocumentTable()])
    }

    /// What `body` finds in the table of a resource, which is made if it was not touched before.
    package mutating func filledTable<Result>(_ name: String, _ body: (borrowing DocumentTable) -> Result) -> Result {
        if let index = documents.index(forKey: name) { return body(documents.values[index]) }
        fillTable(name)
        return body(documents[name] ?? DocumentTable())
    }

    /// Makes the table if it was not touched before, so that reading it makes nothing anew.
    package mutating func fillTable(_ name: String) {
        guard documents[name] == nil else { return }
        documents[name] = DocumentTable(initialDocuments?.documents(name, tenant: self) ?? [])
    }

    /// Has the objects that another tenant has, and none of its own.
    package mutating func takeObjects(of other: Tenant) {
        (documents, links, counters) = (other.documents, other.links, other.counters)
    }

    package func links(_ relation: String) -> LinkTable { links[relation] ?? LinkTable() }

    package mutating func withLinks<Result>(_ relation: String, _ body: (inout LinkTable) -> Result) -> Result {
        body(&links[relation, default: LinkTable()])
    }
}

/// What a new tenant has in a resource: the same for the same tenant each time it is asked.
package struct InitialDocuments: Sendable {
    private let make: @Sendable (_ resource: String, _ tenant: Tenant) -> [Document]

    package init(_ make: @escaping @Sendable (_ resource: String, _ tenant: Tenant) -> [Document]) {
        self.make = make
    }

    func documents(_ resource: String, tenant: Tenant) -> [Document] { make(resource, tenant) }
}

/// What objects of a tenant say of the tenant itself.
package struct TenantFacts: Equatable, Sendable {
    package var name = "default"
    /// What links and identifiers begin with: scheme, host and port, as the first request has them.
    package var origin = ""

    package init() {}
}
