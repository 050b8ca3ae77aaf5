import JSON
import Resources
import Tenancy

/// Roles of users, and what follows from them.
extension UserActs {
    static func roles(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        let form = ListForm("roles", offset: "roles start limit total")
        return try form.answer(roles(of: user.id, &tenant), call, id: \.id) { Brief.role($0) }
    }

    /// The documents of a user's roles, by name.
    static func roles(of user: String, _ tenant: inout Tenant) -> [Document] {
        tenant.fillTable("roles")
        let table = tenant.table("roles")
        let roles = tenant.links("roles/users").links(to: user).compactMap { table.document($0.id) }
        return roles.collated { $0.tree["name"]?.string ?? "" }
    }

    static func roleItem(_ role: Document, sources: [String]) -> JSONTree {
        var item = Brief.role(role)
        item["sources"] = .array(sources.map { .string($0) })
        return item
    }

    static func addRoles(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        let ids = try Lookup.names("roles", in: "roles", call, &tenant, unknown: Refusal.unknownRoles)
        tenant.withLinks("roles/users") { links in
            for id in ids { links.tie(id, user.id, at: call.now) }
        }
        return Answer(204)
    }

    static func removeRoles(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        let ids = call.body?["roles"]?.strings ?? []
        tenant.fillTable("roles")
        // RECORDED 6, of 2022 and 2023; one that the user does not have is no fault.
        guard ids.allSatisfy({ tenant.table("roles").contains($0) }) else {
            throw Refusal(404, "The role does not exist.", .recorded)
        }
        tenant.withLinks("roles/users") { links in
            for id in ids { links.untie(id, user.id) }
        }
        return Answer(204)
    }

    // MARK: - Through groups

    /// The groups that a user is in, and since when, in the order in which it came to them.
    private static func memberships(
        of user: String, _ call: ResourceCall, _ tenant: Tenant
    ) -> [(group: Document, since: Instant)] {
        let table = tenant.table("groups")
        let documents = call.catalogue.resource("groups/members")?.documents(where: "id", is: user, in: tenant) ?? []
        return documents.compactMap { member in
            table.document(String(member.id.prefix { $0 != "/" })).map { ($0, member.createdAt) }
        }
    }

    /// A user's roles and those of its groups, each with `direct`, `groups`, or both (SPEC).
    static func effectiveRoles(
        of user: String, _ call: ResourceCall, _ tenant: inout Tenant
    ) -> [(role: Document, sources: [String])] {
        let direct = roles(of: user, &tenant)
        var found = direct.map { (role: $0, sources: ["direct"]) }
        let table = tenant.table("roles")
        for (group, _) in memberships(of: user, call, tenant) {
            for link in tenant.links("roles/groups").links(to: group.id) {
                if let place = found.firstIndex(where: { $0.role.id == link.id }) {
                    if found[place].sources.last != "groups" { found[place].sources.append("groups") }
                } else if let role = table.document(link.id) {
                    found.append((role, ["groups"]))
                }
            }
        }
        return found
    }

    static func effectiveRoles(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        let form = ListForm("roles", cursor: "roles next")
        return try form.answer(effectiveRoles(of: user.id, call, &tenant), call, id: \.role.id) { item in
            roleItem(item.role, sources: item.sources)
        }
    }

    static func roleSourceGroups(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        guard let role = call.queryText("role_id") else { throw .missingParameter("role_id") }
        tenant.fillTable("roles")
        guard tenant.table("roles").contains(role) else {
            throw Refusal(404, "The role does not exist.", .specified)
        }
        let form = ListForm("groups", cursor: "groups next")
        let links = tenant.links("roles/groups")
        let groups = memberships(of: user.id, call, tenant).map(\.group).filter {
            links.contains(from: role, to: $0.id)
        }
        return try form.answer(groups, call, id: \.id, body: \.tree)
    }

    static func groups(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        let groups = memberships(of: user.id, call, tenant)
        let form = ListForm("groups", offset: "groups start limit total", cursor: "groups next")
        let pick = Picked(call)
        return try form.answer(groups, call, id: \.group.id) { group, tiedAt in
            var tree = group.tree
            tree["membership_created_at"] = .string(tiedAt.text(digits: 3))
            return pick.picked(tree)
        }
    }

    /// Organizations that a user is a member of, their members in the order of a POST's answer. The total is 0 beside
    /// whatever there is (RECORDED+ 5: two runs of 2026, one of 2023): a client that trusts it stops early there, too.
    static func organizations(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        tenant.fillTable("organizations")
        let table = tenant.table("organizations")
        let found = tenant.links("organizations/members").links(to: user.id).compactMap { table.document($0.id) }
        let form = ListForm("organizations", offset: "organizations start limit")
        let view = call.catalogue.resource("organizations")
        let tenantNow = tenant
        let answer = try form.answer(found, call, id: \.id) { document in
            let shown = view.map { JSONTree(bytes: $0.shown(document, .item, call, tenantNow)) } ?? document.tree
            return shown.ordered(["id", "display_name", "name", "branding", "metadata", "token_quota"])
        }
        guard call.queryFlag("include_totals") ?? false else { return answer }
        var envelope = JSONTree(bytes: answer.body)
        envelope["total"] = 0
        return Answer(200, envelope)
    }
}

extension Refusal {
    static func missingParameter(_ name: String) -> Refusal {
        Refusal(
            400, "Query validation error: 'Missing required property: \(name)'.", "invalid_query_string",
            rule: "query-schema", .inferred)
    }
}
