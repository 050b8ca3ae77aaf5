import JSON
import Resources

extension Families {
    /// Reference users-organizations.md section 15. Sessions and tokens come of log-ins and seeds.
    static let sessions = Family(
        .sessions, lacks: "nobody logs in: they come with a seed",
        [
            Resource(
                "sessions", .collection(.letters(prefix: "", 24)),
                order: .members(
                    """
                    id user_id created_at updated_at authenticated_at idle_expires_at expires_at last_interacted_at \
                    device clients authentication cookie session_metadata
                    """),
                stamps: .init(), references: [.init("user_id", to: "users", onRemove: .cascade)],
                patch: .init(keepsNull: "session_metadata"), removal: .init(status: 202, body: "{}"),
                missing: Refusal(404, "The session does not exist.", .specified),
                rules: AccessMetadataRules(member: "session_metadata", removal: .emptyObject))
        ],
        acts: ["revoke_session": SessionActs.revoke])

    static let refreshTokens = Family(
        .refreshTokens, lacks: "no grant gives one: they come with a seed",
        [
            Resource(
                "refresh-tokens", .collection(.letters(prefix: "", 24)),
                order: .members(
                    """
                    id user_id created_at idle_expires_at expires_at device client_id session_id rotating \
                    resource_servers refresh_token_metadata last_exchanged_at
                    """),
                defaults: [.init(#"{"rotating":false,"resource_servers":[]}"#)],
                stamps: .init(updated: nil), indexed: ["session_id"],
                references: [
                    .init("user_id", to: "users", onRemove: .cascade),
                    .init("client_id", to: "clients", onRemove: .cascade),
                ],
                patch: .init(keepsNull: "refresh_token_metadata idle_expires_at expires_at session_id"),
                missing: Refusal(404, "The refresh token does not exist.", .specified),
                rules: AccessMetadataRules(member: "refresh_token_metadata"))
        ],
        acts: [
            "get_refresh_tokens": SessionActs.tokens, "revoke_refresh_tokens": SessionActs.revokeTokens,
        ])
}
