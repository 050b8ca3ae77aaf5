import JSON
import Resources
import Tenancy

/// Members of organizations and the roles that they have there (reference users-organizations.md section 9).
enum MemberActs {
    static let relation = "organizations/members"
    /// Roles that a member may have (DOCS).
    private static let rolesMax = 50
    private static let assignments = RoleAssignments(
        "organizations/members/roles", holder: "user_id", rolesMax: rolesMax,
        Refusal(409, "No more roles can be assigned to this organization member.", .specified))

    static func list(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let organization = try organization(call, &tenant)
        tenant.fillTable("users")
        let members = tenant.links(relation).links(from: organization.id)
        let item = try item(of: organization.id, call, tenant)
        return try form(call).answer(members, call, id: \.id, time: \.tiedAt, body: { item($0.id) })
    }

    private static func form(_ call: ResourceCall) -> ListForm {
        var form = ListForm(
            "members", offset: "members start limit total", cursor: "members next", cursorForm: .lastItem,
            wall: .thousand)
        // RECORDED of April 2026.
        form.endsWithNext = !call.isSince(Day.ofOwnedRoles)
        return form
    }

    /// Roles come only where `fields` names them, and the token may read them.
    private static func item(
        of organization: String, _ call: ResourceCall, _ tenant: Tenant
    ) throws(Refusal) -> (String) -> JSONTree {
        let fields = FieldPick(call, .picked(always: []))
        let wantsRoles = (call.queryTexts("fields") ?? []).contains("roles") && call.queryFlag("include_fields") ?? true
        guard wantsRoles else {
            return { id in fields.map { $0.picked(Brief.user(id, tenant)) } ?? Brief.user(id, tenant) }
        }
        guard call.allows("read:organization_member_roles") else {
            throw Refusal(
                403, "Insufficient scope, expected any of: read:organization_member_roles", "insufficient_scope",
                .specified)
        }
        return { id in
            var user = Brief.user(id, tenant)
            let roles = Brief.roles(assignments.roles(organization, id, call, tenant), tenant)
            user["roles"] = .array(roles.map { $0.only(["id", "name"]) })
            return fields.map { $0.picked(user) } ?? user
        }
    }

    static func add(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let organization = try organization(call, &tenant)
        try checkCount(call)
        let users = try Lookup.names("members", in: "users", call, &tenant, unknown: Refusal.unknownUsers)
        let new = tenant.withLinks(relation) { links in
            // Those of one request are listed by id (RECORDED 45).
            users.sorted().filter { links.tie(organization.id, $0, at: call.now) }
        }
        StreamEvents.members(new, "organization.member.added", of: organization, call, &tenant)
        return Answer(204)
    }

    /// With a membership go its roles (INFERRED); one that there is not is no fault (RECORDED 5).
    static func remove(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let organization = try organization(call, &tenant)
        try checkCount(call)
        for user in Lookup.texts("members", call) {
            let isMember = tenant.withLinks(relation) { $0.untie(organization.id, user) }
            guard isMember else { continue }
            assignments.removeAll(organization.id, user, call, &tenant)
            StreamEvents.members([user], "organization.member.deleted", of: organization, call, &tenant)
        }
        return Answer(204)
    }

    private static func checkCount(_ call: ResourceCall) throws(Refusal) {
        let count = call.body?["members"]?.items?.count ?? 0
        if count > 10 { throw .tooMany(count, "members") }
    }

    static func roles(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let (organization, user) = try member(call, &tenant)
        let roles = Brief.roles(assignments.roles(organization, user, call, tenant), tenant)
        return try ListForm("roles", offset: "roles start limit total").answer(
            roles, call, id: { $0["id"]?.string ?? "" }, body: { $0 })
    }

    /// Whoever is no member yet may have roles, too (RECORDED 1).
    static func addRoles(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let (organization, user) = try member(call, &tenant)
        return try assignments.add(organization, user, call, &tenant)
    }

    static func removeRoles(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let (organization, user) = try member(call, &tenant)
        return assignments.remove(organization, user, call, &tenant)
    }

    /// Direct ones, and those of the member's groups in the organization (SPEC).
    static func effectiveRoles(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let (organization, user) = try member(call, &tenant)
        let direct = Set(assignments.roles(organization, user, call, tenant))
        let grouped = Set(
            groups(of: user, call, tenant).flatMap { group in
                OrganizationGroupActs.assignments.roles(organization, group, call, tenant)
            })
        let roles = Brief.roles(direct.union(grouped), tenant)
        return try GroupActs.roleForm.answer(
            roles, call, id: { $0["id"]?.string ?? "" },
            body: { role in
                let id = role["id"]?.string ?? ""
                var role = role
                let sources = (direct.contains(id) ? ["direct"] : []) + (grouped.contains(id) ? ["groups"] : [])
                role["sources"] = .array(sources.map { .string($0) })
                return role
            })
    }

    static func sourceGroups(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let (organization, user) = try member(call, &tenant)
        guard let wanted = call.queryText("role_id") else { throw .missingParameter("role_id") }
        let ids = groups(of: user, call, tenant).filter { group in
            OrganizationGroupActs.assignments.roles(organization, group, call, tenant).contains(wanted)
        }
        return try GroupActs.form.answer(
            Brief.groups(ids, tenant), call, id: { $0["id"]?.string ?? "" }, body: { $0 })
    }

    /// Members with a role; undocumented (RECORDED 3).
    static func holders(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let organization = try organization(call, &tenant)
        let role = try Lookup.document(call.parameters.last ?? "", in: "roles", call, &tenant)
        tenant.fillTable("users")
        let current = tenant
        let users = assignments.holders(of: role.id, in: organization.id, call, tenant)
        let fields = FieldPick(call, .picked(always: []))
        return try ListForm("members", cursor: "members next", cursorForm: .lastItem).answer(
            users, call, id: { $0.id }, time: { $0.time },
            body: { holder in
                let user = Brief.user(holder.id, current)
                return fields.map { $0.picked(user) } ?? user
            })
    }

    private static func groups(of user: String, _ call: ResourceCall, _ tenant: Tenant) -> [String] {
        let documents = call.catalogue.resource("groups/members")?.documents(where: "id", is: user, in: tenant) ?? []
        return documents.map { String($0.id.prefix { $0 != "/" }) }
    }

    private static func organization(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Document {
        try Lookup.document(call.parameters.first ?? "", in: "organizations", call, &tenant)
    }

    private static func member(
        _ call: ResourceCall, _ tenant: inout Tenant
    ) throws(Refusal) -> (organization: String, user: String) {
        let organization = try organization(call, &tenant)
        let user = try Lookup.document(call.parameters[1], in: "users", call, &tenant)
        tenant.fillTable("roles")
        return (organization.id, user.id)
    }
}

/// Groups that have roles in an organization (SPEC): by these the organization has them.
enum OrganizationGroupActs {
    static let assignments = RoleAssignments(
        "organizations/groups/roles", holder: "group_id", rolesMax: GroupActs.rolesMax,
        Refusal(409, "No more roles can be assigned to this organization group.", .specified))

    static func list(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let organization = try Lookup.document(call.parameters.first ?? "", in: "organizations", call, &tenant)
        tenant.fillTable("groups")
        let groups = Brief.groups(assignments.allHolders(in: organization.id, call, tenant), tenant)
        return try GroupActs.form.answer(groups, call, id: { $0["id"]?.string ?? "" }, body: { $0 })
    }

    static func roles(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let (organization, group) = try group(call, &tenant)
        let roles = Brief.roles(assignments.roles(organization, group, call, tenant), tenant)
        return try GroupActs.roleForm.answer(roles, call, id: { $0["id"]?.string ?? "" }, body: { $0 })
    }

    static func addRoles(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let (organization, group) = try group(call, &tenant)
        return try assignments.add(organization, group, call, &tenant)
    }

    static func removeRoles(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let (organization, group) = try group(call, &tenant)
        return assignments.remove(organization, group, call, &tenant)
    }

    /// Groups with a role; undocumented (RECORDED 3).
    static func holders(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let organization = try Lookup.document(call.parameters.first ?? "", in: "organizations", call, &tenant)
        let role = try Lookup.document(call.parameters.last ?? "", in: "roles", call, &tenant)
        tenant.fillTable("groups")
        let ids = assignments.holders(of: role.id, in: organization.id, call, tenant).map(\.id)
        return try GroupActs.form.answer(
            Brief.groups(ids, tenant), call, id: { $0["id"]?.string ?? "" }, body: { $0 })
    }

    private static func group(
        _ call: ResourceCall, _ tenant: inout Tenant
    ) throws(Refusal) -> (organization: String, group: String) {
        let organization = try Lookup.document(call.parameters.first ?? "", in: "organizations", call, &tenant)
        let group = try Lookup.document(call.parameters[1], in: "groups", call, &tenant)
        tenant.fillTable("roles")
        return (organization.id, group.id)
    }
}
