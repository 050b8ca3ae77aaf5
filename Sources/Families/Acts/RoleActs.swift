import JSON
import Resources
import Tenancy

/// What hangs on roles: permissions, users and groups (reference users-organizations.md section 6).
enum RoleActs {
    static func permissions(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let role = try role(call, &tenant)
        tenant.fillTable("resource-servers")
        let items = Permissions.items("roles/permissions", below: role.id, call, tenant)
        return try ListForm("permissions", offset: "permissions start limit total").answer(
            items, call, id: Permissions.id, body: { $0 })
    }

    static func addPermissions(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try Permissions.add("roles/permissions", call, &tenant)
        return Answer(201, .emptyObject)
    }

    static func removePermissions(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try Permissions.remove("roles/permissions", call, &tenant)
        return Answer(204)
    }

    static func users(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let role = try role(call, &tenant)
        tenant.fillTable("users")
        let current = tenant
        return try ListForm(
            "users", offset: "users start limit total", cursor: "users next", cursorForm: .lastItem
        ).answer(
            tenant.links("roles/users").links(from: role.id), call, id: \.id, time: \.tiedAt,
            body: { Brief.user($0.id, current) })
    }

    static func addUsers(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let role = try role(call, &tenant)
        let users = try Lookup.names("users", in: "users", call, &tenant, unknown: Refusal.unknownUsers)
        tenant.withLinks("roles/users") { links in
            // Those of one request are listed by id (RECORDED 43).
            for user in users.sorted() { links.tie(role.id, user, at: call.now) }
        }
        return Answer(200, .emptyObject)
    }

    static func groups(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let role = try role(call, &tenant)
        tenant.fillTable("groups")
        let groups = Brief.groups(tenant.links("roles/groups").links(from: role.id).map(\.id), tenant)
        return try GroupActs.form.answer(groups, call, id: { $0["id"]?.string ?? "" }, body: { $0 })
    }

    static func addGroups(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let role = try role(call, &tenant)
        let groups = try Lookup.names("groups", in: "groups", call, &tenant, unknown: Refusal.unknownGroups)
        for group in groups { try GroupActs.checkRoom([role.id], in: group, tenant) }
        GroupActs.assign(groups.map { (role.id, $0) }, call, &tenant)
        return Answer(204)
    }

    static func removeGroups(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let role = try role(call, &tenant)
        GroupActs.unassign(Lookup.texts("groups", call).map { (role.id, $0) }, call, &tenant)
        return Answer(204)
    }

    private static func role(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Document {
        try Lookup.document(call.parameters.first ?? "", in: "roles", call, &tenant)
    }
}

/// The roles of groups, in the tenant as a whole (SPEC).
enum GroupActs {
    static let form = ListForm("groups", cursor: "groups next")
    static let roleForm = ListForm("roles", cursor: "roles next")
    /// Roles that a group may have (DOCS).
    static let rolesMax = 10

    static func roles(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let group = try group(call, &tenant)
        let roles = Brief.roles(tenant.links("roles/groups").links(to: group.id).map(\.id), tenant)
        return try roleForm.answer(roles, call, id: { $0["id"]?.string ?? "" }, body: { $0 })
    }

    static func addRoles(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let group = try group(call, &tenant)
        let roles = try Lookup.names("roles", in: "roles", call, &tenant, unknown: Refusal.unknownRoles)
        try checkRoom(roles, in: group.id, tenant)
        assign(roles.map { ($0, group.id) }, call, &tenant)
        return Answer(204)
    }

    static func removeRoles(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let group = try group(call, &tenant)
        unassign(Lookup.texts("roles", call).map { ($0, group.id) }, call, &tenant)
        return Answer(204)
    }

    static func assign(_ pairs: [(role: String, group: String)], _ call: ResourceCall, _ tenant: inout Tenant) {
        for (role, group) in pairs {
            let isNew = tenant.withLinks("roles/groups") { $0.tie(role, group, at: call.now) }
            if isNew { StreamEvents.groupRole(role, of: group, call, &tenant) }
        }
    }

    static func unassign(_ pairs: [(role: String, group: String)], _ call: ResourceCall, _ tenant: inout Tenant) {
        for (role, group) in pairs {
            let wasThere = tenant.withLinks("roles/groups") { $0.untie(role, group) }
            if wasThere { StreamEvents.groupRole(role, of: group, isGone: true, call, &tenant) }
        }
    }

    static func checkRoom(_ roles: [String], in group: String, _ tenant: Tenant) throws(Refusal) {
        let there = Set(tenant.links("roles/groups").links(to: group).map(\.id))
        if there.union(roles).count > rolesMax {
            throw Refusal(409, "No more roles can be assigned to this group.", .inferred)
        }
    }

    private static func group(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Document {
        try Lookup.document(call.parameters.first ?? "", in: "groups", call, &tenant)
    }
}
