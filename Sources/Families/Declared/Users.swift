import Resources

extension Families {
    /// Reference users-organizations.md sections 3 to 5.
    static let users = Family(
        .users, lacks: "nobody logs in; sends no mail",
        [
            Resource(
                "users", .collection(.member("user_id"), member: "user_id"),
                stamps: .init(),
                sealed: [
                    "password", "previous", "given", "linked", "recovery_code", "password_hash", "custom_password_hash",
                    "mfa_factors",
                ],
                indexed: ["email", "username", "phone_number"],
                patch: .init(shallow: "user_metadata app_metadata"),
                list: ListForm("users", offset: "start limit length users total"),
                missing: .unknownUser, isSearched: true, secrets: ["access_token_secret"], rules: UserRules()),
            Resource(
                "users/permissions", path: "users/{id}/permissions", .collection(.rules, member: ""),
                references: [.init("resource_server_id", to: "resource-servers", onRemove: .cascade)],
                parent: "users", rules: RolePermissionRules()),
            Resource(
                "users/authentication-methods", path: "users/{id}/authentication-methods",
                .collection(.letters(prefix: "dev_", 16)),
                stamps: .init(updated: nil), sealed: ["totp_secret"],
                missing: Refusal(
                    404, "The authentication method does not exist.", "inexistent_authentication_method", .inferred),
                parent: "users", rules: AuthenticationMethodRules()),
            Resource(
                "users/enrollments", path: "users/{id}/enrollments", .collection(.letters(prefix: "dev_", 16)),
                list: ListForm("enrollments"), parent: "users"),
            Resource(
                "users/connected-accounts", path: "users/{id}/connected-accounts",
                .collection(.base58(prefix: "cac_")),
                order: .members(
                    "id connection connection_id strategy access_type scopes created_at expires_at organization_id"),
                list: ListForm("connected_accounts", cursor: "connected_accounts next", defaultSize: 10),
                parent: "users"),
            Resource(
                "users/tokensets", path: "users/{id}/federated-connections-tokensets", .collection(.uuid),
                order: .members("id connection scope expires_at issued_at last_used_at"),
                list: ListForm("tokensets"), parent: "users"),
            Resource(
                "users/blocks", path: "users/{id}/blocks", .collection(.uuid), indexed: ["identifier"],
                parent: "users"),
        ],
        acts: [
            "get_users": UserActs.list,
            "get_user_roles": UserActs.roles, "post_user_roles": UserActs.addRoles,
            "delete_user_roles": UserActs.removeRoles,
            "get_user_effective_roles": UserActs.effectiveRoles,
            "get_user_role_source_groups": UserActs.roleSourceGroups,
            "get_permissions": UserActs.permissions, "post_permissions": UserActs.addPermissions,
            "delete_permissions": UserActs.removePermissions,
            "get_user_effective_permissions": UserActs.effectivePermissions,
            "get_user_effective_permission_role_sources": UserActs.permissionRoles,
            "get_user_groups": UserActs.groups, "get_user_organizations": UserActs.organizations,
            "post_identities": UserActs.link, "delete_user_identity_by_user_id": UserActs.unlink,
            "get_authentication-methods": AuthenticationMethodActs.list,
            "put_authentication-methods": AuthenticationMethodActs.replace,
            "delete_authentication-methods": AuthenticationMethodActs.removeAll,
            "delete_authenticators": AuthenticationMethodActs.removeAll,
            "delete_multifactor_by_provider": UserActs.removeMultifactor,
            "post_invalidate-remember-browser": UserActs.forget, "post_clear_assessors": UserActs.forget,
            "post_recovery-code-regeneration": UserActs.regenerateRecoveryCode,
            "get_logs_by_user": LogActs.ofUser,
            "get_sessions_for_user": UserActs.sessions, "delete_sessions_for_user": UserActs.removeSessions,
            "get_refresh_tokens_for_user": UserActs.refreshTokens,
            "delete_refresh_tokens_for_user": UserActs.removeRefreshTokens,
            "user_revoke_access": UserActs.revokeAccess,
        ])

    static let usersByEmail = Family(.usersByEmail, [], acts: ["get_users-by-email": UserActs.byEmail])

    /// Nobody logs in yet, so nothing is blocked but what a seed says (reference section 15).
    static let userBlocks = Family(
        .userBlocks, lacks: "nobody is ever blocked", [],
        acts: [
            "get_user-blocks": UserActs.blocksOfIdentifier, "delete_user-blocks": UserActs.removeBlocksOfIdentifier,
            "get_user-blocks_by_id": UserActs.blocks, "delete_user-blocks_by_id": UserActs.removeBlocks,
        ])

    static let logs = Family(
        .logs, lacks: "nobody logs in; changes and tokens are told of with `--tenant-logs on`", [],
        acts: ["get_logs": LogActs.list, "get_logs_by_id": LogActs.read])
}
