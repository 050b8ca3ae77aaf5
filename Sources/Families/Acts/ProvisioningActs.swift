import JSON
import Resources
import Tenancy

/// Operations of SCIM and of directories (reference clients-connections.md sections 8 and 9).
enum ProvisioningActs {
    static func scimMapping(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let strategy = try strategy(call, &tenant)
        guard let mapping = ProvisioningMapping.scim(strategy) else { throw ScimRules.unsupported }
        return Answer(200, ProvisioningMapping.defaults(mapping, "scim"))
    }

    static func directoryMapping(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let strategy = try strategy(call, &tenant)
        guard let mapping = ProvisioningMapping.directory(strategy) else { throw DirectoryRules.unsupported }
        return Answer(200, ProvisioningMapping.defaults(mapping, "idp"))
    }

    private static func strategy(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> String {
        try ConnectionActs.connection(call, &tenant).document.tree["strategy"]?.string ?? ""
    }

    /// Takes the order and synchronizes nothing: there is no directory to read.
    static func synchronize(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let id = try directory(call, &tenant).id
        return Answer(
            201,
            [
                "connection_id": .string(id), "synchronization_id": .string(call.world.newID().description),
                "status": "pending",
            ])
    }

    private static func directory(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Document {
        let connection = try ConnectionActs.connection(call, &tenant).document
        tenant.fillTable("connections/directory-provisioning")
        guard let found = tenant.table("connections/directory-provisioning").document(connection.id) else {
            throw .notFound
        }
        return found
    }

    static func replaceGroups(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let id = try directory(call, &tenant).id
        ConnectionFacts.dropAll(groups, below: id, call, &tenant)
        return try addGroups(call, &tenant)
    }

    static func addGroups(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let id = try directory(call, &tenant).id
        guard let resource = call.catalogue.resource(groups) else { throw .notFound }
        for group in call.body?["groups"]?.items ?? [] {
            try resource.insert(call.with(parameters: [id], body: group), .create, &tenant)
        }
        return Answer(204)
    }

    static func removeGroups(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let id = try directory(call, &tenant).id
        guard let resource = call.catalogue.resource(groups) else { throw .notFound }
        tenant.fillTable(groups)
        for group in call.body?["groups"]?.items ?? [] {
            guard let own = group["id"]?.string, let found = tenant.table(groups).document(id + "/" + own) else {
                continue
            }
            resource.drop(found, call, &tenant)
        }
        return Answer(204)
    }

    private static let groups = "connections/directory-provisioning/synchronized-groups"

    /// A list of what all connections have of a resource.
    static func all(_ name: String, as items: String) -> Family.Act {
        let form = ListForm(items, cursor: "\(items) next")
        return { (call, tenant) throws(Refusal) in
            tenant.fillTable(name)
            return try form.answer(tenant.table(name).all, call, id: { $0.id }, body: { $0.tree })
        }
    }
}
