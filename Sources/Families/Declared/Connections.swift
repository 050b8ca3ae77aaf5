import Resources
import Tenancy

extension Families {
    /// Reference clients-connections.md sections 7 to 9.
    static let connections = Family(
        .connections, lacks: "nobody logs in through one; asks no identity provider and no directory",
        [connection, scimConfiguration, scimToken, directoryProvisioning, synchronizedGroup, connectionKeys],
        acts: [
            "get_connection_clients": ConnectionActs.clients,
            "patch_clients": ConnectionActs.changeClients,
            "get_status": ConnectionActs.status,
            "delete_users_by_email": ConnectionActs.removeUsers,
            "get_keys": ConnectionKeys.list,
            "post_keys": ConnectionKeys.create,
            "post_rotate": ConnectionKeys.rotate,
            "get_default-mapping": ProvisioningActs.scimMapping,
            "get_directory_provisioning_default_mapping": ProvisioningActs.directoryMapping,
            "post_synchronizations": ProvisioningActs.synchronize,
            "put_synchronized-groups": ProvisioningActs.replaceGroups,
            "post_synchronized_groups": ProvisioningActs.addGroups,
            "delete_synchronized_groups": ProvisioningActs.removeGroups,
        ], makesKeys: ["get_keys": .signing, "post_keys": .signing, "post_rotate": .signing])

    private static let connection = Resource(
        "connections", .collection(.letters(prefix: "con_", 16)),
        order: .members(
            """
            id options strategy name provisioning_ticket_url is_domain_connection show_as_button authentication \
            connected_accounts cross_app_access_requesting_app display_name enabled_clients realms metadata \
            cross_app_access_resource_app
            """),
        defaults: [
            .init(#"{"is_domain_connection":false,"enabled_clients":[]}"#),
            .init(
                #"{"authentication":{"active":true},"connected_accounts":{"active":false}}"#, since: day("2025-11-01")),
        ],
        keys: [Resource.Key("name", taken: ConnectionRules.nameTaken)],
        indexed: ["strategy", "name"],
        references: [Resource.Reference("enabled_clients", to: "clients", onRemove: .forget)],
        removal: Resource.Removal(status: 202),
        list: ListForm(
            "connections", offset: "total start limit connections", cursor: "connections next",
            order: .member("name", folded: true), filters: [.init("name"), .init("strategy")],
            fields: .picked(always: ["id", "is_domain_connection", "authentication", "connected_accounts"]),
            offsetSize: 100, offsetOrder: .member("id", folded: false)),
        missing: ConnectionRules.missing,
        secrets: [
            "options.client_secret", "options.app_secret", "options.consumer_secret", "options.consumerSecret",
            "options.access_token", "options.twilio_token",
            "options.configuration", "options.customHeaders", "options.gateway_authentication.secret",
            "options.decryptionKey", "options.signing_key", "options.api_key", "options.password",
            "options.private_key", "options.upstream_client_secret", "options.admin_access_token",
            "options.admin_refresh_token", "options.bareConfiguration", "provisioning_ticket_url",
        ],
        rules: ConnectionRules())

    private static let scimConfiguration = Resource(
        "connections/scim-configuration", path: "connections/{id}/scim-configuration", .keyed(unset: nil),
        order: .members(
            "tenant_name connection_id connection_name strategy mapping updated_on created_at user_id_attribute"),
        stamps: Resource.Stamps(updated: "updated_on"), parent: "connections", rules: ScimRules())

    private static let scimToken = Resource(
        "connections/scim-configuration/tokens", path: "connections/{id}/scim-configuration/tokens",
        .collection(.member("token_id"), member: "token_id"),
        order: .members("token_id created_at scopes valid_until"), stamps: Resource.Stamps(updated: nil),
        sealed: ["token"], list: ListForm("tokens"), parent: "connections", rules: ScimTokenRules())

    private static let directoryProvisioning = Resource(
        "connections/directory-provisioning", path: "connections/{id}/directory-provisioning", .keyed(unset: nil),
        order: .members(
            """
            connection_id connection_name strategy mapping synchronize_automatically created_at updated_at \
            synchronize_groups
            """),
        defaults: [
            .init(#"{"synchronize_automatically":false}"#),
            .init(#"{"synchronize_groups":"off"}"#, since: day("2026-01-01")),
        ],
        stamps: Resource.Stamps(), parent: "connections", rules: DirectoryRules())

    private static let synchronizedGroup = Resource(
        "connections/directory-provisioning/synchronized-groups",
        path: "connections/{id}/directory-provisioning/synchronized-groups", .collection(.member("id")),
        order: .members("id name email direct_members_count"),
        list: ListForm(
            "groups", cursor: "groups next", order: .member("id", folded: false), fields: .ignored),
        parent: "connections", rules: GroupRules())

    /// All keys of a connection are one document: they change places together.
    private static let connectionKeys = Resource(
        "connections/keys", path: "connections/{id}/keys", .keyed(unset: nil), sealed: ["private"],
        parent: "connections")

    private static func day(_ text: String) -> Day? { Day(rawValue: text) }
}
