import JSON
import Resources
import Tenancy

/// Permissions of users: their own, and those of their roles (reference users-organizations.md section 5.2).
extension UserActs {
    /// One permission as it is printed, and where a user has it from.
    private struct Held {
        let item: JSONTree
        var isDirect = false
        var roles: [Document] = []

        var name: String { item["permission_name"]?.string ?? "" }
        var api: String { item["resource_server_identifier"]?.string ?? "" }
    }

    static func permissions(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        let held = permissions(of: user.id, roles(of: user.id, &tenant), call, &tenant)
        let form = ListForm("permissions", offset: "permissions start limit total")
        return try form.answer(held, call, id: \.name) { permission in
            let direct = permission.isDirect ? [source("", "", "DIRECT")] : []
            var item = permission.item
            item["sources"] = .array(
                direct + permission.roles.map { source($0.id, $0.tree["name"]?.string ?? "", "ROLE") })
            return item
        }
    }

    private static func source(_ id: String, _ name: String, _ type: String) -> JSONTree {
        ["source_id": .string(id), "source_name": .string(name), "source_type": .string(type)]
    }

    private static func permissions(
        of user: String, _ roles: [Document], _ call: ResourceCall, _ tenant: inout Tenant
    ) -> [Held] {
        tenant.fillTable("resource-servers")
        var held: [Held] = []
        var places: [String: Int] = [:]
        func place(of item: JSONTree) -> Int {
            let id = Permissions.id(item)
            if let place = places[id] { return place }
            places[id] = held.count
            held.append(Held(item: item))
            return held.count - 1
        }
        for item in Permissions.items("users/permissions", below: user, call, tenant) {
            held[place(of: item)].isDirect = true
        }
        for role in roles {
            for item in Permissions.items("roles/permissions", below: role.id, call, tenant) {
                held[place(of: item)].roles.append(role)
            }
        }
        return held.collated(by: \.name)
    }

    static func addPermissions(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try Permissions.add("users/permissions", call, &tenant)
        return Answer(201, .emptyObject)
    }

    static func removePermissions(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try Permissions.remove("users/permissions", call, &tenant)
        return Answer(204)
    }

    // MARK: - Effective

    static func effectivePermissions(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        guard let api = call.queryText("resource_server_identifier") else {
            throw .missingParameter("resource_server_identifier")
        }
        let roles = effectiveRoles(of: user.id, call, &tenant).map(\.role)
        let held = permissions(of: user.id, roles, call, &tenant).filter { $0.api == api }
        let form = ListForm("permissions", cursor: "permissions next")
        return try form.answer(held, call, id: \.name) { permission in
            var item = permission.item.ordered([
                "resource_server_identifier", "permission_name", "resource_server_name",
            ])
            let sources = (permission.isDirect ? ["direct"] : []) + (permission.roles.isEmpty ? [] : ["roles"])
            item["sources"] = .array(sources.map { .string($0) })
            return item
        }
    }

    static func permissionRoles(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        for name in ["resource_server_identifier", "permission_name"] where call.queryText(name) == nil {
            throw .missingParameter(name)
        }
        let roles = effectiveRoles(of: user.id, call, &tenant)
        let held = permissions(of: user.id, roles.map(\.role), call, &tenant).first {
            $0.api == call.queryText("resource_server_identifier") && $0.name == call.queryText("permission_name")
        }
        let having = roles.filter { role in held?.roles.contains { $0.id == role.role.id } ?? false }
        let form = ListForm("roles", cursor: "roles next")
        return try form.answer(having, call, id: \.role.id) { item in
            roleItem(item.role, sources: item.sources)
        }
    }
}
