import Resources

extension Families {
    /// Their rules are older than the engine and typed: Tenancy and ManagementAPI have them.
    static let actions = Family(
        .actions, lacks: "runs no code and resolves no dependencies, so there are no executions", [],
        // Of a session of logs: its address holds a token.
        secrets: ["url"])
}
