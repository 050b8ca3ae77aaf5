package import Tenancy

/// All resources that are emulated, and how they hang together.
package final class Catalogue: Sendable {
    package let families: [Family]
    private let byName: [String: Resource]
    private let byTarget: [String: [(resource: Resource, number: Int)]]
    private let byParent: [String: [Resource]]
    private let relations: [Relation]
    let observer: Observer?

    /// Is told of documents that came, changed or went, in tenants with event streams.
    package typealias Observer = @Sendable (Change, ResourceCall, inout Tenant) -> Void

    package struct Change: Sendable {
        package let resource: Resource
        /// Nil: it is new.
        package let old: Document?
        /// Nil: it is gone.
        package let new: Document?

        package init(_ resource: Resource, old: Document?, new: Document?) {
            self.resource = resource
            self.old = old
            self.new = new
        }
    }

    package init(_ families: [Family], observer: Observer? = nil) {
        self.observer = observer
        self.families = families
        let resources = families.flatMap(\.resources)
        byName = Dictionary(resources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var byTarget: [String: [(resource: Resource, number: Int)]] = [:]
        for resource in resources {
            for (number, reference) in resource.references.enumerated() {
                byTarget[reference.target, default: []].append((resource, number))
            }
        }
        self.byTarget = byTarget
        byParent = Dictionary(grouping: resources.filter { $0.parent != nil }, by: { $0.parent ?? "" })
        relations = families.flatMap(\.relations)
    }

    package func resource(_ name: String) -> Resource? { byName[name] }

    /// Resources with members that name documents of this one, and the number of the reference.
    func referring(to name: String) -> [(resource: Resource, number: Int)] { byTarget[name] ?? [] }

    /// Resources whose documents lie below one of this.
    func children(of name: String) -> [Resource] { byParent[name] ?? [] }

    /// Relations that documents of a resource are tied by.
    func relations(of name: String) -> [Relation] { relations.filter { $0.from == name || $0.to == name } }

    package func relation(_ name: String) -> Relation? { relations.first { $0.name == name } }

    package func family(_ name: String) -> Family? { families.first { $0.name == name } }
}

/// Pairs of documents of two resources, such as roles and their users; kept in the tenant's links under its name.
package struct Relation: Sendable {
    package let name: String
    package let from: String
    package let to: String

    package init(_ name: String, from: String, to: String) {
        self.name = name
        self.from = from
        self.to = to
    }
}
