import Resources

extension Families {
    /// Reference users-organizations.md, roles.
    static let roles = Family(
        .roles,
        [
            Resource(
                "roles", .collection(.letters(prefix: "rol_", 16)),
                order: .members("id name description type owner_id"),
                defaults: [.init(#"{"type":"tenant"}"#)],
                statuses: .init(create: 200),
                removal: .init(status: 200, body: "{}", isIdempotent: false),
                list: ListForm(
                    "roles", offset: "roles start limit total", order: .member("name", folded: false),
                    filters: [.init("name_filter", member: "name", .contains)]),
                missing: Refusal(404, "The role does not exist.", .recorded))
        ])
}
