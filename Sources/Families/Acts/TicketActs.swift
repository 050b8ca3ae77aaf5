import JSON
import Resources
import Tenancy

/// Addresses that do one thing for one user (reference users-organizations.md section 15).
enum TicketActs {
    static func verifyEmail(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let user = try UserActs.user(call.with(parameters: [call.body?["user_id"]?.string ?? ""]), &tenant)
        return try made("email-verification", for: user, call, &tenant)
    }

    static func changePassword(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let body = call.body ?? .emptyObject
        if let id = body["user_id"]?.string {
            guard !body.contains("connection_id"), !body.contains("email") else {
                throw .body("user_id cannot be sent together with connection_id and email.", .inferred)
            }
            return try made("reset-password", for: UserActs.user(call.with(parameters: [id]), &tenant), call, &tenant)
        }
        guard let email = body["email"]?.string else { throw .missing("user_id") }
        guard let id = body["connection_id"]?.string else { throw .missing("connection_id") }
        tenant.fillTable("connections")
        guard let connection = UserConnection.identified(id, call, tenant) else { throw .unknownConnection }
        guard let users = call.catalogue.resource("users"),
            let user = UserRules.taken("email", email.lowercased(), connection.name, users, tenant)
        else { throw .unknownUser }
        return try made("reset-password", for: user, call, &tenant)
    }

    private static func made(
        _ page: String, for user: Document, _ call: ResourceCall, _ tenant: inout Tenant
    ) throws(Refusal) -> Answer {
        let body = call.body ?? .emptyObject
        if body.contains("result_url"), body.contains("client_id") || body.contains("organization_id"),
            page == "email-verification" || body.contains("organization_id")
        {
            throw .body("result_url cannot be sent together with client_id or organization_id.", .inferred)
        }
        let given = body["ttl_sec"]?.int ?? 0
        let details = body.without(["user_id", "ttl_sec", "connection_id", "email"])
        let url = UserMail.ticket(
            page, for: user.id, details, seconds: given == 0 ? UserMail.ticketSeconds : given, call, &tenant)
        return Answer(201, ["ticket": .string(url)])
    }
}
