import JSON
import Resources
import Tenancy

/// The smaller operations below a user.
extension UserActs {
    /// The user that a path begins with.
    static func user(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Document {
        guard let users = call.catalogue.resource("users") else { throw .notFound }
        return try users.document(call.with(parameters: Array(call.parameters.prefix(1))), &tenant)
    }

    /// 24 letters and digits, the only ones that hold from now on (RECORDED 1: without an enrollment, too).
    static func regenerateRecoveryCode(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        let code = call.ids.upperLetters(24)
        seal(user, ["recovery_code": .string(code)], &tenant)
        return Answer(200, ["recovery_code": .string(code)])
    }

    /// Nothing is remembered of browsers and devices yet, so there is nothing to forget.
    static func forget(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        _ = try user(call, &tenant)
        return Answer(204)
    }

    static func removeMultifactor(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        let type = call.parameters.last == "google-authenticator" ? "totp" : call.parameters.last
        AuthenticationMethodActs.removeAll(of: user.id, type: type, call, &tenant)
        return Answer(204)
    }

    // MARK: - Sessions and refresh tokens

    static func sessions(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try below("sessions", "sessions", call, &tenant)
    }

    static func refreshTokens(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try below("refresh-tokens", "tokens", call, &tenant)
    }

    /// A page by cursor, with the total for those who ask.
    private static func below(
        _ table: String, _ items: String, _ call: ResourceCall, _ tenant: inout Tenant
    ) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        let found = documents(table, of: user.id, call, &tenant)
        let total = call.queryFlag("include_totals") ?? false ? " total" : ""
        return try ListForm(items, cursor: "\(items) next\(total)").answer(found, call, id: \.id, body: \.tree)
    }

    static func documents(
        _ table: String, of user: String, _ call: ResourceCall, _ tenant: inout Tenant
    ) -> [Document] {
        tenant.fillTable(table)
        return call.catalogue.resource(table)?.documents(where: "user_id", is: user, in: tenant) ?? []
    }

    static func removeSessions(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        SessionActs.drop("sessions", documents("sessions", of: user.id, call, &tenant), call, &tenant)
        return Answer(202, .emptyObject)
    }

    static func removeRefreshTokens(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        SessionActs.drop("refresh-tokens", documents("refresh-tokens", of: user.id, call, &tenant), call, &tenant)
        return Answer(202, .emptyObject)
    }

    /// Ends one session or all, with the refresh tokens of each unless they are to be preserved (SPEC).
    static func revokeAccess(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        let wanted = call.body?["session_id"]?.string
        let sessions = documents("sessions", of: user.id, call, &tenant).filter { wanted == nil || $0.id == wanted }
        if !(call.body?["preserve_refresh_tokens"]?.bool ?? false) {
            let tokens = documents("refresh-tokens", of: user.id, call, &tenant)
                .filter { wanted == nil || $0.tree["session_id"]?.string == wanted }
            SessionActs.drop("refresh-tokens", tokens, call, &tenant)
        }
        SessionActs.drop("sessions", sessions, call, &tenant)
        return Answer(202, .emptyObject)
    }

    // MARK: - Blocks

    static func blocks(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        return blocked(call.catalogue.resource("users/blocks")?.documents(below: user.id, in: tenant) ?? [])
    }

    static func removeBlocks(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try user(call, &tenant)
        SessionActs.drop(
            "users/blocks", call.catalogue.resource("users/blocks")?.documents(below: user.id, in: tenant) ?? [], call,
            &tenant)
        return Answer(204)
    }

    static func blocksOfIdentifier(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        blocked(try documentsOfIdentifier(call, &tenant))
    }

    static func removeBlocksOfIdentifier(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        SessionActs.drop("users/blocks", try documentsOfIdentifier(call, &tenant), call, &tenant)
        return Answer(204)
    }

    private static func documentsOfIdentifier(
        _ call: ResourceCall, _ tenant: inout Tenant
    ) throws(Refusal) -> [Document] {
        guard let identifier = call.queryText("identifier") else { throw .missingParameter("identifier") }
        tenant.fillTable("users/blocks")
        return call.catalogue.resource("users/blocks")?
            .documents(where: "identifier", is: identifier, in: tenant) ?? []
    }

    private static func blocked(_ documents: [Document]) -> Answer {
        Answer(200, ["blocked_for": .array(documents.map { $0.tree.only(["identifier", "ip", "connection"]) })])
    }
}
