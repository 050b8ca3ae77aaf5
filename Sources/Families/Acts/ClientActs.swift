import JSON
import Resources
import Tenancy

/// Operations of clients beyond those of every resource (reference clients-connections.md 3.6 and 3.7).
enum ClientActs {
    @Sendable
    static func list(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        guard let clients = call.catalogue.resource("clients"), let form = clients.list else { throw .notFound }
        guard let query = call.queryText("q") else { return try clients.list(call, &tenant) }
        let ids = try grantees(query, call, &tenant)
        tenant.fillTable("clients")
        let found = ids.compactMap { tenant.table("clients").document($0) }
        let (pick, now) = (FieldPick(call, form.fields), tenant)
        return try form.answer(found, call, id: { $0.id }) { document in
            let tree = JSONTree(bytes: clients.shown(document, .item, call, now))
            return pick?.picked(tree) ?? tree
        }
    }

    /// The clients that a query by their grants names, in order of the grants (SPEC: these two queries are permitted).
    private static func grantees(
        _ query: String, _ call: ResourceCall, _ tenant: inout Tenant
    ) throws(Refusal) -> [String] {
        tenant.fillTable("client-grants")
        let table = tenant.table("client-grants")
        let organization = "client_grant.organization_id:"
        let grants: [Document]
        if query == "client_grant.allow_any_organization:true" {
            grants = table.all.filter { $0.tree["allow_any_organization"]?.bool == true }
        } else if query.hasPrefix(organization) {
            let id = String(query.dropFirst(organization.count).filter { $0 != "\"" })
            grants = tenant.links(ClientGrantActs.relation).links(from: id).compactMap { table.document($0.id) }
        } else {
            throw Refusal(400, "Query is not supported", "invalid_query_string", rule: "query", .inferred)
        }
        var (ids, seen): ([String], Set<String>) = ([], [])
        for id in grants.compactMap({ $0.tree["client_id"]?.string }) where seen.insert(id).inserted { ids.append(id) }
        return ids
    }

    /// Nothing changes but the secret (INFERRED).
    @Sendable
    static func rotateSecret(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        guard let clients = call.catalogue.resource("clients") else { throw .notFound }
        let client = try clients.document(call, &tenant)
        if client.tree[path: "client_authentication_methods.private_key_jwt"] != nil {
            throw .body("The secret of a client that authenticates by private_key_jwt cannot be rotated", .specified)
        }
        let body: JSONTree = ["client_secret": .string(call.ids.secret(64))]
        let changed = try clients.update(call.with(parameters: call.parameters, body: body), .patch, &tenant)
        return Answer(200, clients.shown(changed, .changed, call, tenant))
    }

    @Sendable
    static func connections(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        guard let clients = call.catalogue.resource("clients") else { throw .notFound }
        let client = try clients.document(call, &tenant)
        let form = ListForm("connections", cursor: "connections next")
        guard let connections = call.catalogue.resource("connections") else {
            return try form.answer([Document](), call, id: { $0.id }, body: { $0.tree })
        }
        tenant.fillTable("connections")
        let strategies = call.queryTexts("strategy")
        let found = connections.documents(where: "enabled_clients", is: client.id, in: tenant).filter { document in
            strategies.map { $0.contains(document.tree["strategy"]?.string ?? "") } ?? true
        }
        let (pick, now) = (FieldPick(call, connections.list?.fields), tenant)
        return try form.answer(found, call, id: { $0.id }) { document in
            let tree = JSONTree(bytes: connections.shown(document, .read, call, now)).without(["enabled_clients"])
            return pick?.picked(tree) ?? tree
        }
    }
}
