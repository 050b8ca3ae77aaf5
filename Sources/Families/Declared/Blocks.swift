import JSON
import Resources
import Tenancy

extension Families {
    /// Reference tenant-settings.md 11. Nothing here blocks an address.
    static let anomaly = Family(
        .anomaly, lacks: "no address is ever blocked", [],
        acts: ["get_ips_by_id": BlockActs.read, "delete_ips_by_id": BlockActs.remove])

    /// Reference tenant-settings.md 11.
    static let blacklists = Family(
        .blacklists, lacks: "refuses no token", [BlockActs.tokens],
        acts: ["get_blacklisted_tokens": BlockActs.listTokens, "post_blacklisted_token": BlockActs.addToken])

    /// Reference tenant-settings.md 11.
    static let stats = Family(
        .stats, lacks: "nobody logs in: logins are those that users and logs of a seed's `resources` tell of", [],
        acts: ["get_active-users": StatsActs.activeUsers, "get_daily": StatsActs.daily])
}

/// Blocked addresses and tokens.
enum BlockActs {
    static func read(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        guard tenant.table("anomaly/blocks").contains(call.parameters.last ?? "") else { throw .notFound }
        return Answer(200)
    }

    static func remove(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        tenant.withTable("anomaly/blocks") { _ = $0.remove(call.parameters.last ?? "") }
        return Answer(204)
    }

    static let tokens = Resource(
        "blacklists/tokens", .collection(.uuid, member: ""), order: .members("aud jti"), indexed: ["aud"])

    static func addToken(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let body = (call.body ?? .emptyObject).only(["aud", "jti"])
        guard body["jti"]?.string != nil else {
            throw .body("Payload validation error: 'Missing required property: jti'.", .inferred)
        }
        try tokens.insert(call.with(parameters: [], body: body), .create, &tenant)
        return Answer(204)
    }

    /// A bare array, whatever the query asks for (RECORDED 1).
    static func listTokens(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        tenant.fillTable(tokens.name)
        let found = call.queryText("aud").map { tokens.documents(where: "aud", is: $0, in: tenant) }
        return Answer(200, .array((found ?? tenant.table(tokens.name).all).map(\.tree)))
    }
}
