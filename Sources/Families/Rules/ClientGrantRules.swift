import JSON
import Resources
import Tenancy

/// Reference clients-connections.md section 5.
struct ClientGrantRules: ResourceRules {
    static let missing = Refusal(404, "The grant does not exist.", "inexistent_client_grant", .recorded)

    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        if write.kind == .create { try ClientGrantRules.check(draft, write, tenant) }
        let isForAll = draft["allow_all_scopes"]?.bool
        if isForAll == true {
            if ClientGrantRules.isSystem(draft["audience"]?.string ?? "", write, tenant) {
                throw .body("allow_all_scopes cannot be used with a system API", .issue)
            }
            draft["scope"] = nil
        } else if isForAll == false, write.request["allow_all_scopes"] != nil, draft["scope"] == nil {
            throw .body("scope is required when allow_all_scopes is false", .inferred)
        }
    }

    private static func check(_ draft: JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        let audience = draft["audience"]?.string ?? ""
        let client = draft["client_id"]?.string
        if client == nil, draft["default_for"] == nil {
            throw Refusal(
                400, "Payload validation error: 'Missing required property: client_id'.", "invalid_body", .inferred)
        }
        if let client, let found = tenant.table("clients").document(client),
            found.tree["app_type"]?.string == "express_configuration"
        {
            throw Refusal(400, "Client of type express_configuration cannot be used", "validation_error", .recorded)
        }
        let apis = write.call.catalogue.resource("resource-servers")
        let api = apis?.rules.resolved(audience, write.call, tenant) ?? audience
        // Where any client is let in, APIs need not be set up either.
        if write.call.settings.authentication == .strict, !tenant.table("resource-servers").contains(api) {
            throw Refusal(404, "The resource server does not exist", "inexistent_resource_server", .specified)
        }
        let grants = write.call.catalogue.resource("client-grants")
        let others =
            client.flatMap { grants?.documents(where: "client_id", is: $0, in: tenant) }
            ?? grants?.documents(where: "audience", is: audience, in: tenant) ?? []
        let isTaken = others.contains { other in
            let tree = other.tree
            return ["client_id", "audience", "subject_type", "default_for"].allSatisfy {
                tree[$0]?.string == draft[$0]?.string
            }
        }
        if isTaken {
            throw Refusal(
                409, "A client grant already exists between \(client ?? "third_party_clients") and \(audience)",
                "client_grant_conflict", .issue)
        }
    }

    private static func isSystem(_ audience: String, _ write: Write, _ tenant: Tenant) -> Bool {
        let id = write.call.catalogue.resource("resource-servers")?.rules.resolved(audience, write.call, tenant)
        return tenant.table("resource-servers").document(id ?? "")?.tree["is_system"]?.bool == true
    }
}

enum ClientGrantActs {
    /// Organizations that may use a grant: an organization, and a grant.
    static let relation = "organizations/client-grants"

    @Sendable
    static func organizations(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        guard let grants = call.catalogue.resource("client-grants") else { throw .notFound }
        let grant = try grants.document(call, &tenant)
        let form = ListForm(
            "organizations", offset: "organizations start limit total", cursor: "organizations next", fields: .ignored)
        tenant.fillTable("organizations")
        let (organizations, now) = (call.catalogue.resource("organizations"), tenant)
        let found = tenant.links(relation).links(to: grant.id).compactMap {
            now.table("organizations").document($0.id)
        }
        return try form.answer(found, call, id: { $0.id }) { document in
            organizations.map { JSONTree(bytes: $0.shown(document, .item, call, now)) } ?? document.tree
        }
    }
}
