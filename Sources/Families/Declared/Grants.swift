import JSON
import Resources
import Tenancy

extension Families {
    /// What users have consented to (reference clients-connections.md 11). Consent comes with a login.
    static let grants = Family(
        .grants, lacks: "nobody consents: they come with a seed",
        [
            Resource(
                "grants", .collection(.objectID), order: .members("user_id audience scope clientID id"),
                references: [
                    .init("user_id", to: "users", onRemove: .cascade),
                    .init("clientID", to: "clients", onRemove: .cascade),
                ],
                list: ListForm(
                    "grants", offset: "total start limit grants",
                    filters: [.init("user_id"), .init("client_id", member: "clientID"), .init("audience")],
                    fields: .ignored))
        ],
        acts: ["delete_grants_by_user_id": removeGrants])

    /// All those of one user.
    @Sendable
    private static func removeGrants(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        guard let grants = call.catalogue.resource("grants"), let user = call.queryText("user_id") else {
            throw Refusal(
                400, "Query validation error: 'Missing required property: user_id'.", "invalid_query_string",
                rule: "query", .inferred)
        }
        tenant.fillTable("grants")
        for grant in grants.documents(where: "user_id", is: user, in: tenant) { grants.drop(grant, call, &tenant) }
        return Answer(204)
    }
}
