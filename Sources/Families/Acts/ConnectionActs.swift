import JSON
import Resources
import Tenancy

/// Operations of a connection beside those that all resources have (reference clients-connections.md 7.4).
enum ConnectionActs {
    /// The connection that the path names.
    static func connection(
        _ call: ResourceCall, _ tenant: inout Tenant
    ) throws(Refusal) -> (resource: Resource, document: Document) {
        guard let resource = call.catalogue.resource("connections") else { throw .notFound }
        let own = call.with(parameters: Array(call.parameters.prefix(1)))
        return (resource, try resource.document(own, &tenant))
    }

    /// The clients that it is enabled for, by id without regard to case (RECORDED 15 of 15 that tell).
    static func clients(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let ids = try connection(call, &tenant).document.tree["enabled_clients"]?.strings ?? []
        let sorted = ids.map { (key: $0.lowercased(), id: $0) }.sorted { $0.key < $1.key }.map(\.id)
        return try ListForm("clients", cursor: "clients next").answer(
            sorted, call, id: { $0 }, body: { ["client_id": .string($0)] })
    }

    static func changeClients(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let (resource, document) = try connection(call, &tenant)
        var tree = document.tree
        var ids = Set(tree["enabled_clients"]?.strings ?? [])
        for change in call.body?.items ?? [] {
            guard let id = change["client_id"]?.string else { continue }
            if change["status"]?.bool == true { ids.insert(id) } else { ids.remove(id) }
        }
        tree["enabled_clients"] = .array(ids.sorted(by: ConnectionRules.precedes).map { .string($0) })
        resource.keep(tree, insteadOf: document, id: document.id, call, &tenant)
        return Answer(204)
    }

    /// No connector of a company's directory is ever on line here; all else counts as reachable (SPEC has only the
    /// statuses).
    static func status(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let connection = try connection(call, &tenant).document.tree
        if connection["strategy"]?.string == "ad" { throw Refusal(404, "The connection is offline", .inferred) }
        return Answer(200, .emptyObject)
    }

    /// Removes the users of a database that have an address.
    static func removeUsers(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let connection = try connection(call, &tenant).document.tree
        guard connection["strategy"]?.string == "auth0" else {
            throw Refusal(400, "Connection must be a database connection", .specified)
        }
        guard let email = call.queryText("email") else { throw .missingParameter("email") }
        guard let users = call.catalogue.resource("users") else { return Answer(204) }
        tenant.fillTable("users")
        let found = users.documents(where: "email", is: email.lowercased(), in: tenant).filter { user in
            user.tree["identities"]?.items?.contains { $0["connection"]?.string == connection["name"]?.string } ?? false
        }
        for user in found { users.drop(user, call, &tenant) }
        return Answer(204)
    }
}

extension Resource {
    /// Stores what an act made of a document, or a new one below a parent.
    func keep(
        _ tree: JSONTree, insteadOf old: Document?, id: String, parent: String = "", _ call: ResourceCall,
        _ tenant: inout Tenant
    ) {
        let write = Write(.patch, call, tenant.facts, request: .emptyObject, old: old)
        let made = made(tree, id: id, parent: parent, write, createdAt: old?.createdAt ?? call.now)
        tenant.withTable(name) { table in
            if table.replace(made.document) == nil { table.append(made.document) }
        }
    }
}
