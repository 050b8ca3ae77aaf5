import Resources

extension Families {
    /// Reference users-organizations.md section 15: directories bring groups, nobody creates them here.
    static let groups = Family(
        .groups, lacks: "no directory brings any: they come with a seed",
        [
            Resource(
                "groups", .collection(.base58(prefix: "grp_")),
                order: .members("id name external_id connection_id tenant_name created_at updated_at"),
                stamps: .init(), references: [.init("connection_id", to: "connections", onRemove: .cascade)],
                removal: .init(isIdempotent: false),
                list: ListForm(
                    "groups", offset: "groups start limit total", cursor: "groups next",
                    filters: [.init("connection_id"), .init("name"), .init("external_id")]),
                missing: Refusal(404, "Group not found.", .specified), rules: DirectoryGroupRules()),
            Resource(
                "groups/members", path: "groups/{id}/members", .collection(.member("id")),
                order: .members("id member_type type connection_id created_at"),
                defaults: [.init(#"{"member_type":"user","type":"connection"}"#)], stamps: .init(updated: nil),
                references: [.init("id", to: "users", onRemove: .cascade)],
                list: ListForm("members", cursor: "members next"), parent: "groups"),
        ],
        acts: [
            "get_group_roles": GroupActs.roles,
            "post_group_roles": GroupActs.addRoles,
            "delete_group_roles": GroupActs.removeRoles,
        ])
}
