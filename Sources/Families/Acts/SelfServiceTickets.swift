import JSON
import Resources
import Tenancy

/// Tickets for the self-service flow: links that nobody answers at, kept until they are revoked.
enum SelfServiceTickets {
    /// What SPEC gives one that names no lifetime.
    private static let defaultSeconds = 432_000

    static func create(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        guard let tickets = call.catalogue.resource("self-service-profiles/sso-tickets") else { throw .notFound }
        try tickets.checkParent(call, &tenant)
        tenant.fillTable("connections")
        if let id = call.body?["connection_id"]?.string, !tenant.table("connections").contains(id) {
            throw Refusal(404, "The connection does not exist", "inexistent_connection", .inferred)
        }
        if let name = call.body?[path: "connection_config.name"]?.string,
            let connections = call.catalogue.resource("connections"),
            !connections.documents(where: "name", is: name, in: tenant).isEmpty
        {
            throw Refusal(409, "A connection with this name already exists.", .specified)
        }
        let seconds = call.body?["ttl_sec"]?.int ?? 0
        let end = call.now.adding(seconds: seconds > 0 ? seconds : defaultSeconds)
        let kept: JSONTree = [
            "expires_at": .string(end.text(digits: 3)), "request": call.body ?? .emptyObject,
        ]
        let made = try tickets.insert(call.with(parameters: call.parameters, body: kept), .create, &tenant)
        return Answer(
            201, ["ticket": .string("\(call.origin)/self-service/connections-flow?ticket=\(made.document.ownID)")])
    }

    /// Succeeds whatever is revoked (SPEC).
    static func revoke(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        tenant.withTable("self-service-profiles/sso-tickets") { table in
            _ = table.remove(call.parameters.joined(separator: "/"))
        }
        return Answer(202)
    }
}
