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

    /// The service fetches the document. Nothing is fetched here: one that the address alone tells stands for it.
    @Sendable
    static func previewMetadata(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        var answer = metadata(call)
        if let known = registered(call, &tenant) { answer["client_id"] = .string(known.id) }
        return Answer(200, answer)
    }

    /// Makes a client of the document, or renews the one that is there.
    @Sendable
    static func registerMetadata(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        guard let clients = call.catalogue.resource("clients") else { throw .notFound }
        let known = registered(call, &tenant)
        let answer = metadata(call)
        var body = answer["mapped_fields"] ?? .emptyObject
        let client: MadeDocument
        if let known {
            body["external_client_id"] = nil
            client = try clients.update(call.with(parameters: [known.id], body: body), .patch, &tenant)
        } else {
            body.fill(from: [
                "is_first_party": false, "external_metadata_type": "cimd", "external_metadata_created_by": "admin",
            ])
            client = try clients.insert(call.with(parameters: [], body: body), .create, &tenant)
        }
        var whole: JSONTree = ["client_id": .string(client.id)]
        whole.fill(from: answer)
        return Answer(known == nil ? 201 : 200, whole)
    }

    private static func registered(_ call: ResourceCall, _ tenant: inout Tenant) -> Document? {
        guard let clients = call.catalogue.resource("clients") else { return nil }
        tenant.fillTable("clients")
        let url = call.body?["external_client_id"]?.string ?? ""
        return clients.documents(where: "external_client_id", is: url, in: tenant).first
    }

    /// What a document at that address is taken to say, in the service's form (RECORDED 11).
    private static func metadata(_ call: ResourceCall) -> JSONTree {
        let url = call.body?["external_client_id"]?.string ?? ""
        let parts = url.split(separator: "/")
        let folder = url.utf8.lastIndex(of: 0x2F).map { String(url[...$0]) } ?? url
        return [
            "mapped_fields": [
                "external_client_id": .string(url), "name": .string(parts.count > 1 ? String(parts[1]) : url),
                "callbacks": [.string(folder + "callback")], "grant_types": ["authorization_code"],
                "app_type": "regular_web", "token_endpoint_auth_method": "none",
            ],
            "validation": [
                "valid": true, "violations": [],
                "warnings": ["The emulator fetches no documents: these fields are told by the address alone."],
            ],
        ]
    }
}
