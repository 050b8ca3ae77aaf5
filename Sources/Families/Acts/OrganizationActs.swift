import JSON
import Resources
import Tenancy

/// Names of organizations and domains, and the clients of an organization.
enum OrganizationActs {
    static func byName(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        tenant.fillTable("organizations")
        guard let resource = call.catalogue.resource("organizations"),
            let found = resource.documents(where: "name", is: call.parameters.last ?? "", in: tenant).first
        else { throw call.catalogue.resource("organizations")?.missing ?? .notFound }
        return Answer(200, found.text)
    }

    static func domainByName(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let organization = try Lookup.document(call.parameters.first ?? "", in: "organizations", call, &tenant)
        let wanted = call.parameters.last?.lowercased()
        guard let resource = call.catalogue.resource("organizations/discovery-domains") else { throw .notFound }
        let domains = resource.documents(below: organization.id, in: tenant)
        guard let found = domains.first(where: { $0.tree["domain"]?.string?.lowercased() == wanted }) else {
            throw resource.missing
        }
        return Answer(200, found.text)
    }

    /// Ten at a time; one that is there already takes the new value (reference section 12).
    static func addClients(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let organization = try Lookup.document(call.parameters.first ?? "", in: "organizations", call, &tenant)
        guard let resource = call.catalogue.resource("organizations/clients") else { throw .notFound }
        let links = call.body?["clients"]?.items ?? []
        for link in links {
            let id = link["client_id"]?.string ?? ""
            if !tenant.table("clients").contains(id) { throw resource.references[0].unknown ?? .notFound }
        }
        var made: [MadeDocument] = []
        for link in links {
            let call = call.with(parameters: [organization.id], body: link)
            made.append(try resource.insert(call, .create, &tenant))
        }
        let current = tenant
        return Answer(201, .array(made.map { JSONTree(bytes: resource.shown($0, .created, call, current)) }))
    }

    static func removeClients(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let organization = try Lookup.document(call.parameters.first ?? "", in: "organizations", call, &tenant)
        guard let resource = call.catalogue.resource("organizations/clients") else { throw .notFound }
        for client in Lookup.texts("clients", call) {
            guard let link = tenant.table(resource.name).document("\(organization.id)/\(client)") else { continue }
            resource.drop(link, call, &tenant)
        }
        return Answer(204)
    }
}

/// The older route to the connections of an organization (reference section 8): those that are enabled, with fewer
/// members.
enum EnabledConnectionActs {
    private static let members = [
        "connection_id", "assign_membership_on_login", "is_signup_enabled", "show_as_button", "connection",
    ]
    private static let form = ListForm(
        "enabled_connections", offset: "enabled_connections start limit total", limit: .itemCount)

    static func list(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let resource = try resource(call)
        try resource.checkParent(call, &tenant)
        tenant.fillTable(resource.name)
        let trees = resource.documents(below: resource.parentKey(call, tenant), in: tenant).map(\.tree)
        let enabled = trees.filter { $0["is_enabled"]?.bool ?? true }.collated { $0["connection_id"]?.string ?? "" }
        return try form.answer(enabled, call, id: { $0["connection_id"]?.string ?? "" }, body: shown)
    }

    static func create(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let resource = try resource(call)
        try resource.checkParent(call, &tenant)
        return Answer(201, shown(try resource.insert(call, .create, &tenant).tree))
    }

    static func read(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        Answer(200, shown(try enabled(call, &tenant).tree))
    }

    static func patch(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        _ = try enabled(call, &tenant)
        return Answer(200, shown(try resource(call).update(call, .patch, &tenant).tree))
    }

    static func remove(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try resource(call).remove(call, &tenant)
    }

    private static func enabled(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Document {
        let resource = try resource(call)
        try resource.checkParent(call, &tenant)
        let document = try resource.document(call, &tenant)
        guard document.tree["is_enabled"]?.bool ?? true else { throw resource.missing }
        return document
    }

    private static func shown(_ tree: JSONTree) -> JSONTree { tree.only(members).ordered(members) }

    private static func resource(_ call: ResourceCall) throws(Refusal) -> Resource {
        guard let resource = call.catalogue.resource("organizations/connections") else { throw .notFound }
        return resource
    }
}

/// Client grants that an organization has (reference section 11).
enum OrganizationGrantActs {
    private static let relation = "organizations/client-grants"
    private static let common = ["client_id", "audience", "scope", "organization_usage", "allow_any_organization"]

    static func list(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let organization = try organization(call, &tenant)
        tenant.fillTable("client-grants")
        let table = tenant.table("client-grants")
        let members = ["id"] + common + ["subject_type"]
        let grants = tenant.links(relation).links(from: organization.id).compactMap { table.document($0.id)?.tree }
        let wanted = grants.filter { grant in
            holds("audience", grant["audience"], call) && holds("client_id", grant["client_id"], call)
                && holds("grant_ids", grant["id"], call)
        }
        return try ListForm("client_grants", offset: "client_grants start limit total").answer(
            wanted, call, id: { $0["id"]?.string ?? "" }, body: { $0.only(members).ordered(members) })
    }

    private static func holds(_ parameter: String, _ value: JSONTree?, _ call: ResourceCall) -> Bool {
        guard let texts = call.queryTexts(parameter) else { return true }
        return texts.contains(value?.string ?? "")
    }

    static func add(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let organization = try organization(call, &tenant)
        tenant.fillTable("client-grants")
        guard let grant = tenant.table("client-grants").document(call.body?["grant_id"]?.string ?? "") else {
            throw Refusal(404, "The grant does not exist.", .specified)
        }
        var tree = grant.tree
        guard ["allow", "require"].contains(tree["organization_usage"]?.string) else {
            throw .body("The client grant does not allow organizations.", .inferred)
        }
        guard !tenant.links(relation).contains(from: organization.id, to: grant.id) else {
            throw Refusal(409, "The client grant has already been added to this organization.", .specified)
        }
        tenant.withLinks(relation) { _ = $0.tie(organization.id, grant.id, at: call.now) }
        tree["grant_id"] = .string(grant.id)
        return Answer(201, tree.only(["grant_id"] + common).ordered(["grant_id"] + common))
    }

    static func remove(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let organization = try organization(call, &tenant)
        tenant.withLinks(relation) { _ = $0.untie(organization.id, call.parameters.last ?? "") }
        return Answer(204)
    }

    private static func organization(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Document {
        try Lookup.document(call.parameters.first ?? "", in: "organizations", call, &tenant)
    }
}
