import JSON
import Resources
import Tenancy

/// Ending sessions, and taking refresh tokens back.
enum SessionActs {
    static func drop(_ table: String, _ documents: [Document], _ call: ResourceCall, _ tenant: inout Tenant) {
        guard let resource = call.catalogue.resource(table) else { return }
        for document in documents { resource.drop(document, call, &tenant) }
    }

    /// With its refresh tokens (SPEC).
    static func revoke(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        guard let sessions = call.catalogue.resource("sessions") else { throw .notFound }
        let session = try sessions.document(call, &tenant)
        tenant.fillTable("refresh-tokens")
        let tokens = call.catalogue.resource("refresh-tokens")?
            .documents(where: "session_id", is: session.id, in: tenant)
        drop("refresh-tokens", tokens ?? [], call, &tenant)
        sessions.drop(session, call, &tenant)
        return Answer(202, .emptyObject)
    }

    static func tokens(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        guard let user = call.queryText("user_id") else {
            throw Refusal(400, "Missing required 'user_id' parameter.", "invalid_query_string", .specified)
        }
        tenant.fillTable("users")
        guard tenant.table("users").contains(user) else { throw .unknownUser }
        let client = call.queryText("client_id")
        let found = UserActs.documents("refresh-tokens", of: user, call, &tenant)
            .filter { client == nil || $0.tree["client_id"]?.string == client }
        let pick = Picked(call)
        return try ListForm("refresh_tokens", cursor: "refresh_tokens next").answer(found, call, id: \.id) {
            pick.picked($0.tree)
        }
    }

    /// By their ids, or by user, client and API, in the combinations that the document lists.
    static func revokeTokens(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let body = call.body ?? .emptyObject
        let (user, client, audience) = (body["user_id"]?.string, body["client_id"]?.string, body["audience"]?.string)
        let ids = body["ids"]?.strings
        let isByUser = user != nil && (audience == nil || client != nil)
        guard ids != nil ? user == nil && client == nil && audience == nil : isByUser else {
            throw .body(
                "Exactly one of ids, user_id, user_id and client_id, or user_id, client_id and audience must be given.",
                .inferred)
        }
        tenant.fillTable("refresh-tokens")
        let table = tenant.table("refresh-tokens")
        var found = ids?.compactMap { table.document($0) } ?? []
        if let user {
            found = UserActs.documents("refresh-tokens", of: user, call, &tenant).filter { token in
                let tree = token.tree
                let audiences = tree["resource_servers"]?.items?.compactMap { $0["audience"]?.string } ?? []
                return (client == nil || tree["client_id"]?.string == client)
                    && (audience.map { audiences.contains($0) } ?? true)
            }
        }
        drop("refresh-tokens", found, call, &tenant)
        return Answer(202, .emptyObject)
    }
}

/// Metadata of sessions and tokens: what is sent takes the place of all; none is printed as null.
struct AccessMetadataRules: ResourceRules {
    let member: String
    /// What a DELETE answers; nil: nothing.
    var removal: JSONTree?

    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        guard write.request.contains(member) else { return }
        let members = write.request[member]?.members ?? []
        draft[member] = members.isEmpty ? .null : write.request[member]
    }

    func removalBody(_ document: Document?, _ call: ResourceCall) -> JSONTree? { removal }
}
