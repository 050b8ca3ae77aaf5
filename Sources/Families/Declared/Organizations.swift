import Resources
import Tenancy

extension Families {
    /// Reference users-organizations.md sections 7 to 12.
    static let organizations = Family(
        .organizations, lacks: "nobody logs in to one; sends no invitation",
        [
            Resource(
                "organizations", .collection(.letters(prefix: "org_", 16)),
                order: .members(
                    "id name display_name branding metadata token_quota third_party_client_access "
                        + "is_app_entitlement_active"),
                nested: ["token_quota.client_credentials": "per_hour per_day enforce"],
                defaults: [
                    .init(
                        #"{"third_party_client_access":"block","is_app_entitlement_active":false}"#,
                        since: Day.ofOwnedRoles)
                ],
                keys: [
                    .init(
                        "name",
                        taken: Refusal(
                            409, "An organization with this name already exists.", "organization_conflict", .specified))
                ],
                removal: .init(isIdempotent: false),
                list: ListForm(
                    "organizations", offset: "organizations start limit total", cursor: "organizations next",
                    offsetOrder: .collated("name"), cursorForm: .lastItem, wall: .thousand),
                missing: Refusal(404, "No organization found by that id or name", .recorded),
                rules: OrganizationRules()),
            organizationConnections, organizationClients, discoveryDomains, invitations,
            roleAssignments("members", of: "user_id", to: "users", parameter: "{id}"),
            roleAssignments("groups", of: "group_id", to: "groups", parameter: "{organization_id}"),
        ],
        relations: [
            Relation("organizations/members", from: "organizations", to: "users"),
            Relation("organizations/client-grants", from: "organizations", to: "client-grants"),
        ],
        acts: organizationActs)

    /// One set, seen through two routes: `/connections` and the older `/enabled_connections` (section 8).
    private static let organizationConnections = Resource(
        "organizations/connections", path: "organizations/{id}/connections",
        .collection(.member("connection_id"), member: "connection_id"),
        order: .members(
            "connection_id organization_connection_name is_signup_enabled assign_membership_on_login show_as_button "
                + "is_enabled organization_access_level connection"),
        defaults: [.init(OrganizationConnectionRules.defaults)],
        keys: [
            .init("connection_id", taken: Refusal(409, "The organization connection already exists.", .specified))
        ],
        references: [.init("connection_id", to: "connections", onRemove: .cascade)],
        list: ListForm(
            "connections", offset: "connections start limit total", order: .collated("connection_id"),
            filters: [.init("is_enabled")]),
        missing: Refusal(404, "No connection found by that id", .recorded), parent: "organizations",
        rules: OrganizationConnectionRules())

    /// Undocumented (section 12).
    private static let organizationClients = Resource(
        "organizations/clients", path: "organizations/{id}/clients",
        .collection(.member("client_id"), member: "client_id"),
        order: .members("client_id use_for_member_access"), defaults: [.init(#"{"use_for_member_access":false}"#)],
        references: [
            .init(
                "client_id", to: "clients",
                unknown: Refusal(404, "The client does not exist", "inexistent_client", .inferred), onRemove: .cascade)
        ],
        list: ListForm("clients", cursor: "clients next", order: .collated("client_id")),
        missing: Refusal(404, "No client found by that id", .inferred), parent: "organizations",
        rules: OrganizationClientRules())

    private static let discoveryDomains = Resource(
        "organizations/discovery-domains", path: "organizations/{id}/discovery-domains",
        .collection(.timedBase58(prefix: "ord_")),
        order: .members("id domain status verification_host verification_txt use_for_organization_discovery"),
        defaults: [
            .init(#"{"status":"pending"}"#),
            .init(#"{"use_for_organization_discovery":true}"#, since: Day.ofDiscoveryChoice),
        ],
        keys: [
            .init(
                "domain", folded: true,
                taken: Refusal(
                    409,
                    "An organization discovery domain with this domain is already registered to this organization.",
                    .specified))
        ],
        list: ListForm("domains", cursor: "next domains", cursorForm: .nextItem),
        missing: Refusal(404, "No organization domain found by that id", .recorded), parent: "organizations",
        rules: DiscoveryDomainRules())

    private static let invitations = Resource(
        "organizations/invitations", path: "organizations/{id}/invitations",
        .collection(.letters(prefix: "uinv_", 16)),
        order: .members(
            "id client_id inviter invitee invitation_url ticket_id created_at expires_at connection_id app_metadata "
                + "user_metadata roles organization_id"),
        stamps: .init(updated: nil),
        references: [
            .init("client_id", to: "clients", onRemove: .cascade), .init("roles", to: "roles", onRemove: .forget),
        ],
        list: ListForm("invitations", offset: "invitations start limit", order: .newestFirst, limit: .itemCount),
        missing: Refusal(404, "The invitation does not exist.", "inexistent_invitation", .recorded),
        parent: "organizations", secrets: ["ticket_id", "invitation_url"], rules: InvitationRules())

    /// Roles that somebody has within an organization: a document for each, below organization and holder.
    private static func roleAssignments(
        _ plural: String, of holder: String, to target: String, parameter: String
    ) -> Resource {
        Resource(
            "organizations/\(plural)/roles", path: "organizations/\(parameter)/\(plural)/{\(holder)}/roles",
            .collection(.member("role_id"), member: "role_id"),
            references: [
                .init("organization_id", to: "organizations", onRemove: .cascade),
                .init(holder, to: target, onRemove: .cascade), .init("role_id", to: "roles", onRemove: .cascade),
            ],
            parent: "organizations")
    }

    private static let organizationActs: [String: Family.Act] = [
        "get_name_by_name": OrganizationActs.byName,
        "get_enabled_connections": EnabledConnectionActs.list,
        "post_enabled_connections": EnabledConnectionActs.create,
        "get_enabled_connections_by_connectionId": EnabledConnectionActs.read,
        "patch_enabled_connections_by_connectionId": EnabledConnectionActs.patch,
        "delete_enabled_connections_by_connectionId": EnabledConnectionActs.remove,
        "get_organization-client-grants": OrganizationGrantActs.list,
        "create_organization-client-grants": OrganizationGrantActs.add,
        "delete_client-grants_by_grant_id": OrganizationGrantActs.remove,
        "get_name_by_discovery_domain": OrganizationActs.domainByName,
        "get_organization_members": MemberActs.list,
        "post_members": MemberActs.add,
        "delete_members": MemberActs.remove,
        "get_organization_member_roles": MemberActs.roles,
        "post_organization_member_roles": MemberActs.addRoles,
        "delete_organization_member_roles": MemberActs.removeRoles,
        "get_organization_member_effective_roles": MemberActs.effectiveRoles,
        "get_organization_member_role_source_groups": MemberActs.sourceGroups,
        "get_organization_role_members": MemberActs.holders,
        "get_organization_groups": OrganizationGroupActs.list,
        "get_organization_group_roles": OrganizationGroupActs.roles,
        "post_organization_group_roles": OrganizationGroupActs.addRoles,
        "delete_organization_group_roles": OrganizationGroupActs.removeRoles,
        "get_organization_role_groups": OrganizationGroupActs.holders,
        "post_organization_clients": OrganizationActs.addClients,
        "delete_organization_clients": OrganizationActs.removeClients,
    ]
}
