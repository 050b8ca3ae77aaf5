import JSON
import Resources
import Tenancy

/// The SCIM configuration of a connection (reference clients-connections.md section 8).
struct ScimRules: ResourceRules {
    static let unsupported = Refusal(
        404,
        """
        This connection type does not support SCIM. Please see our documentation for the currently supported \
        connection types: https://auth0.com/docs/authenticate/protocols/scim/configure-inbound-scim.
        """, .recorded)
    /// INFERRED: nobody recorded a second one.
    static let taken = Refusal(409, "SCIM is already configured on the specified connection", .inferred)

    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        let connection = try ProvisionedConnection(write, tenant)
        guard let mapping = ProvisioningMapping.scim(connection.strategy) else { throw ScimRules.unsupported }
        if write.kind == .create, tenant.table("connections/scim-configuration").contains(connection.id) {
            throw ScimRules.taken
        }
        draft["tenant_name"] = .string(write.facts.name)
        connection.fill(&draft)
        if draft["mapping"] == nil { draft["mapping"] = ProvisioningMapping.items(mapping, "scim") }
        draft["mapping"] = draft["mapping"]?.jsonbOrdered
        if draft["user_id_attribute"] == nil { draft["user_id_attribute"] = "externalId" }
    }

    func removed(_ document: Document, _ call: ResourceCall, _ tenant: inout Tenant) {
        ProvisionedConnection.dropAll("connections/scim-configuration/tokens", below: document.id, call, &tenant)
    }
}

/// Its tokens: only the answer that makes one shows it.
struct ScimTokenRules: ResourceRules {
    private static let tooMany = Refusal(409, "Maximum of 2 tokens already issued for this connection", .specified)

    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        let connection = try ProvisionedConnection(write, tenant)
        guard tenant.table("connections/scim-configuration").contains(connection.id) else { throw .notFound }
        let resource = write.call.catalogue.resource("connections/scim-configuration/tokens")
        guard (resource?.documents(below: connection.id, in: tenant).count ?? 0) < 2 else {
            throw ScimTokenRules.tooMany
        }
        var id = ""
        repeat {
            id = "tok_" + write.call.ids.letters(16)
        } while resource.map { tenant.table($0.name).contains("\(connection.id)/\(id)") } ?? false
        draft["token_id"] = .string(id)
        draft["token"] = .string(id + "." + write.call.ids.hex(64))
        if draft["scopes"] == nil {
            draft["scopes"] = ["get:users", "post:users", "put:users", "patch:users", "delete:users"]
        }
        if let seconds = draft["token_lifetime"]?.int {
            let end = write.call.now.adding(seconds: max(seconds, 0))
            draft["valid_until"] = .string(end.text(digits: 3))
        }
        draft["token_lifetime"] = nil
    }

    var views: ViewKinds { [.created] }

    func view(_ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant) {
        tree["token"] = document.sealedTree["token"]
        tree = tree.ordered(["token_id", "token", "scopes", "created_at"])
    }
}

/// Users and groups that come from a directory (reference clients-connections.md section 9).
struct DirectoryRules: ResourceRules {
    static let unsupported = Refusal(
        400, "This connection type does not support directory provisioning.", "operation_not_supported", .inferred)
    private static let taken = Refusal(
        409, "Directory provisioning is already enabled on the specified connection", .specified)

    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        let connection = try ProvisionedConnection(write, tenant)
        guard let mapping = ProvisioningMapping.directory(connection.strategy) else {
            throw DirectoryRules.unsupported
        }
        if write.kind == .create, tenant.table("connections/directory-provisioning").contains(connection.id) {
            throw DirectoryRules.taken
        }
        connection.fill(&draft)
        if draft["mapping"] == nil { draft["mapping"] = ProvisioningMapping.items(mapping, "idp") }
        draft["mapping"] = draft["mapping"]?.jsonbOrdered
    }

    func removed(_ document: Document, _ call: ResourceCall, _ tenant: inout Tenant) {
        ProvisionedConnection.dropAll(
            "connections/directory-provisioning/synchronized-groups", below: document.id, call, &tenant)
    }
}

/// Groups that are synchronized.
struct GroupRules: ResourceRules {
    func selects(_ call: ResourceCall) -> Bool { call.queryText("q") != nil }

    /// `q=name:…*`: names that begin so, or are so (RECORDED 3, of which none found a group).
    func lists(_ document: Document, _ call: ResourceCall, _ tenant: Tenant) -> Bool {
        guard let query = call.queryText("q"), query.hasPrefix("name:") else { return true }
        var wanted = String(query.dropFirst(5))
        let name = document.tree["name"]?.string?.lowercased() ?? ""
        if wanted.hasPrefix("\""), wanted.hasSuffix("\""), wanted.utf8.count > 1 {
            wanted = String(wanted.dropFirst().dropLast())
        }
        guard wanted.hasSuffix("*") else { return name == wanted.lowercased() }
        return name.hasPrefix(wanted.dropLast().lowercased())
    }
}

/// What documents below a connection say of it.
struct ProvisionedConnection {
    let id: String
    let strategy: String
    private let name: JSONTree

    init(_ write: Write, _ tenant: Tenant) throws(Refusal) {
        id = write.call.parameters.first ?? ""
        guard let tree = tenant.table("connections").document(id)?.tree else { throw ConnectionRules.missing }
        strategy = tree["strategy"]?.string ?? ""
        name = tree["name"] ?? ""
    }

    func fill(_ draft: inout JSONTree) {
        draft["connection_id"] = .string(id)
        draft["connection_name"] = name
        draft["strategy"] = .string(strategy)
    }

    /// Removes what lies below a connection in a resource.
    static func dropAll(_ name: String, below id: String, _ call: ResourceCall, _ tenant: inout Tenant) {
        guard let resource = call.catalogue.resource(name) else { return }
        tenant.fillTable(name)
        for document in resource.documents(below: id, in: tenant) { resource.drop(document, call, &tenant) }
    }
}
