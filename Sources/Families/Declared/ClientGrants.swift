import Resources
import Tenancy

extension Families {
    /// Reference clients-connections.md section 5.
    static let clientGrants = Family(
        .clientGrants,
        [
            Resource(
                "client-grants", .collection(.letters(prefix: "cgr_", 16)),
                order: .members(
                    """
                    id client_id audience scope organization_usage allow_any_organization is_system subject_type \
                    default_for authorization_details_types allow_all_scopes
                    """),
                defaults: [.init(#"{"subject_type":"client"}"#)],
                indexed: ["audience"],
                references: [.init("client_id", to: "clients", unknown: ClientRules.missing, onRemove: .cascade)],
                list: ListForm(
                    "client_grants", offset: "total start limit client_grants", cursor: "client_grants next",
                    order: .member("id", folded: false),
                    filters: [
                        .init("client_id"), .init("audience"), .init("allow_any_organization"), .init("subject_type"),
                        .init("default_for"),
                    ], fields: .ignored),
                missing: ClientGrantRules.missing, rules: ClientGrantRules())
        ],
        acts: ["get_client-grant-organizations": ClientGrantActs.organizations])
}
