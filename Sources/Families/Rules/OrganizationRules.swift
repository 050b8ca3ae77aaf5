import JSON
import Resources
import Tenancy

/// Reference users-organizations.md section 7.
struct OrganizationRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        if draft["display_name"] == nil { draft["display_name"] = draft["name"] }
        if let metadata = draft["metadata"]?.withoutNulls {
            draft["metadata"] = (metadata.members ?? []).isEmpty ? nil : metadata
        }
        try OrganizationRules.check("third_party_client_access", draft) { ["block", "allow"].contains($0.string) }
        try OrganizationRules.check("is_app_entitlement_active", draft) { $0.bool != nil }
        guard let connections = draft["enabled_connections"]?.items else { return }
        draft["enabled_connections"] = nil
        let rules = OrganizationConnectionRules()
        var names: Set<String> = []
        for connection in connections {
            var connection = connection
            try rules.prepare(&connection, write, tenant)
            guard names.insert(connection["connection_id"]?.string ?? "").inserted else {
                throw .body("The same connection is enabled twice.", .inferred)
            }
        }
    }

    private static func check(
        _ member: String, _ draft: JSONTree, _ fits: (JSONTree) -> Bool
    ) throws(Refusal) {
        guard let value = draft[member], !fits(value) else { return }
        throw .body("Payload validation error: 'Invalid value' on property \(member).", .inferred)
    }

    /// The connections that came with a new one; `prepare` has seen them.
    func stored(_ new: MadeDocument, insteadOf old: Document?, _ write: Write, _ tenant: inout Tenant) {
        guard old == nil, let resource = write.call.catalogue.resource("organizations/connections") else { return }
        for connection in write.request["enabled_connections"]?.items ?? [] {
            let call = write.call.with(parameters: [new.id], body: connection)
            _ = try? resource.insert(call, write.kind, &tenant)
        }
    }

    var views: ViewKinds { [.created, .changed, .item] }

    /// Three orders of one organization (RECORDED 49, 836 and 16).
    func view(_ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant) {
        switch kind {
        case .created:
            tree = tree.ordered(["id", "display_name", "name"])
            if let quota = call.body?["token_quota"] { tree["token_quota"] = quota }
            tree["enabled_connections"] = echo(call, document, tenant)
        case .changed:
            tree = tree.ordered(["branding", "id", "display_name", "name"])
        case .item:
            guard let client = call.queryText("include_client_association_for"),
                let link = tenant.table("organizations/clients").document("\(document.id)/\(client)")
            else { return }
            tree["client"] = .object([.init("use_for_member_access", link.tree["use_for_member_access"] ?? false)])
        case .read: break
        }
    }

    /// What was sent of connections, with what it was not sent (RECORDED 1).
    private func echo(_ call: ResourceCall, _ document: Document, _ tenant: Tenant) -> JSONTree? {
        guard let sent = call.body?["enabled_connections"]?.items else { return nil }
        let table = tenant.table("organizations/connections")
        return .array(
            sent.map { item in
                var item = item
                item.fill(from: ["show_as_button": true])
                let id = "\(document.id)/\(item["connection_id"]?.string ?? "")"
                item["connection"] = table.document(id)?.tree["connection"]
                return item
            })
    }
}

/// Reference users-organizations.md section 8.
struct OrganizationConnectionRules: ResourceRules {
    static let defaults = """
        {"assign_membership_on_login":false,"show_as_button":true,"is_enabled":true,"organization_access_level":"none"}
        """

    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        let id = draft["connection_id"]?.string ?? ""
        guard let connection = tenant.table("connections").document(id)?.tree else {
            throw Refusal(404, "No connection found by that id", .inferred)
        }
        // What a PATCH sets to null is as in the beginning.
        draft.fill(from: JSONTree(text: OrganizationConnectionRules.defaults))
        let isDatabase = connection["strategy"]?.string == "auth0"
        if draft["is_signup_enabled"]?.bool ?? false {
            guard isDatabase, draft["assign_membership_on_login"]?.bool ?? false else {
                throw .body(
                    "Only database connections with assign_membership_on_login = true support "
                        + "is_signup_enabled = true.", .recorded)
            }
        }
        draft["is_signup_enabled"] = isDatabase ? draft["is_signup_enabled"] ?? false : nil
        draft["connection"] = connection.only(["name", "strategy"]).ordered(["name", "strategy"])
    }
}

/// What an organization says of a client, with the client's own members (reference section 12, RECORDED 58).
struct OrganizationClientRules: ResourceRules {
    var views: ViewKinds { [.created, .read, .changed, .item] }

    func view(_ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant) {
        let members = ["name", "app_type", "logo_uri", "is_first_party", "grant_types", "organization_usage"]
        let client = tenant.table("clients").document(document.ownID)?.tree ?? .emptyObject
        tree["client"] = client.only(members).ordered(members)
    }
}

/// Reference users-organizations.md section 10.
struct DiscoveryDomainRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        guard write.old == nil else { return }
        let (organization, domain) = (write.call.parameters.first ?? "", draft["domain"]?.string ?? "")
        draft["verification_host"] = .string("_ss-verification.\(organization).\(domain)")
        if draft["verification_txt"] == nil { draft["verification_txt"] = .string(write.call.ids.hex(32)) }
    }
}
