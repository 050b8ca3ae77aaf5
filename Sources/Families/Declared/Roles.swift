import Resources
import Tenancy

extension Families {
    /// Reference users-organizations.md section 6.
    static let roles = Family(
        .roles, lacks: "no token of a user carries them",
        [
            Resource(
                "roles", .collection(.letters(prefix: "rol_", 16)),
                order: .members("id name description type owner_id"),
                defaults: [.init(#"{"type":"tenant"}"#, since: Day.ofOwnedRoles)],
                keys: [.init("owner_id", "name", taken: Refusal(409, "The role already exists.", .specified))],
                references: [.init("owner_id", to: "organizations", unknown: .unknownOwner, onRemove: .cascade)],
                statuses: .init(create: 200),
                removal: .init(status: 200, body: "{}", isIdempotent: false),
                list: ListForm(
                    "roles", offset: "roles start limit total", order: .collated("name"),
                    filters: [.init("name_filter", member: "name", .contains), .init("owner_id")]),
                missing: Refusal(404, "The role does not exist.", .recorded), rules: RoleRules()),
            Resource(
                "roles/permissions", path: "roles/{id}/permissions", .collection(.rules, member: ""),
                references: [.init("resource_server_id", to: "resource-servers", onRemove: .cascade)],
                missing: .notFound, parent: "roles", rules: RolePermissionRules()),
        ],
        relations: [
            Relation("roles/users", from: "roles", to: "users"),
            Relation("roles/groups", from: "roles", to: "groups"),
        ],
        acts: [
            "get_role_permission": RoleActs.permissions,
            "post_role_permission_assignment": RoleActs.addPermissions,
            "delete_role_permission_assignment": RoleActs.removePermissions,
            "get_role_user": RoleActs.users,
            "post_role_users": RoleActs.addUsers,
            "get_role_groups": RoleActs.groups,
            "post_role_groups": RoleActs.addGroups,
            "delete_role_groups": RoleActs.removeGroups,
        ])
}
