import Resources

extension Families {
    /// Reference users-organizations.md sections 3 to 5.
    static let users = Family(
        .users,
        [
            Resource(
                "users", .collection(.member("user_id"), member: "user_id"),
                stamps: .init(), sealed: ["password", "given"],
                indexed: ["email", "username", "phone_number"],
                patch: .init(shallow: "user_metadata app_metadata"),
                list: ListForm("users", offset: "start limit length users total"),
                missing: .unknownUser, rules: UserRules())
        ],
        acts: ["get_users": UserActs.list])

    static let usersByEmail = Family(.usersByEmail, [], acts: ["get_users-by-email": UserActs.byEmail])
}
