import JSON
import Resources
import Tenancy

/// Roles that members or groups have within an organization: a document of a resource for each.
struct RoleAssignments {
    private let name: String
    /// The member that names who has the role.
    private let holder: String
    private let rolesMax: Int
    private let full: Refusal

    init(_ name: String, holder: String, rolesMax: Int, _ full: Refusal) {
        self.name = name
        self.holder = holder
        self.rolesMax = rolesMax
        self.full = full
    }

    func roles(_ organization: String, _ id: String, _ call: ResourceCall, _ tenant: Tenant) -> [String] {
        documents(organization, id, call, tenant).map(\.ownID)
    }

    func add(
        _ organization: String, _ id: String, _ call: ResourceCall, _ tenant: inout Tenant
    ) throws(Refusal) -> Answer {
        guard let resource = call.catalogue.resource(name) else { throw .notFound }
        let asked = try Lookup.names("roles", in: "roles", call, &tenant, unknown: Refusal.unknownRoles)
        try checkOwners(asked, organization, tenant)
        let there = Set(roles(organization, id, call, tenant))
        let new = asked.filter { !there.contains($0) }
        if there.count + new.count > rolesMax { throw full }
        for role in new {
            let body = JSONTree.object([
                .init("organization_id", .string(organization)), .init(holder, .string(id)),
                .init("role_id", .string(role)),
            ])
            try resource.insert(call.with(parameters: [organization, id], body: body), .create, &tenant)
        }
        return Answer(204)
    }

    /// A role that another organization owns is none for this one (INFERRED).
    private func checkOwners(_ roles: [String], _ organization: String, _ tenant: Tenant) throws(Refusal) {
        let table = tenant.table("roles")
        let foreign = roles.filter { role in
            guard let owner = table.document(role)?.tree["owner_id"]?.string else { return false }
            return owner != organization
        }
        if !foreign.isEmpty { throw .unknownRoles(foreign) }
    }

    func remove(_ organization: String, _ id: String, _ call: ResourceCall, _ tenant: inout Tenant) -> Answer {
        for role in Lookup.texts("roles", call) {
            guard let document = tenant.table(name).document("\(organization)/\(id)/\(role)") else { continue }
            call.catalogue.resource(name)?.drop(document, call, &tenant)
        }
        return Answer(204)
    }

    func removeAll(_ organization: String, _ id: String, _ call: ResourceCall, _ tenant: inout Tenant) {
        for document in documents(organization, id, call, tenant) {
            call.catalogue.resource(name)?.drop(document, call, &tenant)
        }
    }

    /// Who has a role there, and since when.
    func holders(
        of role: String, in organization: String, _ call: ResourceCall, _ tenant: Tenant
    ) -> [(id: String, time: Instant)] {
        let documents = call.catalogue.resource(name)?.documents(where: "role_id", is: role, in: tenant) ?? []
        return documents.compactMap { document in
            let tree = document.tree
            guard tree["organization_id"]?.string == organization else { return nil }
            return (tree[holder]?.string ?? "", document.createdAt)
        }
    }

    /// Everybody who has a role there, in the order in which they got their first.
    func allHolders(in organization: String, _ call: ResourceCall, _ tenant: Tenant) -> [String] {
        var seen: Set<String> = []
        let resource = call.catalogue.resource(name)
        let documents = resource?.documents(where: "organization_id", is: organization, in: tenant) ?? []
        return documents.compactMap { $0.tree[holder]?.string }.filter { seen.insert($0).inserted }
    }

    private func documents(
        _ organization: String, _ id: String, _ call: ResourceCall, _ tenant: Tenant
    ) -> [Document] {
        call.catalogue.resource(name)?.documents(below: "\(organization)/\(id)", in: tenant) ?? []
    }
}
