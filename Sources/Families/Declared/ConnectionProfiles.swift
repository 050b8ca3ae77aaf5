import Resources

extension Families {
    /// Reference clients-connections.md section 11.
    static let connectionProfiles = Family(
        .connectionProfiles, lacks: "sets nothing up",
        [
            Resource(
                "connection-profiles", .collection(.timedBase58(prefix: "cop_")),
                order: .members(
                    """
                    id name organization connection_name_prefix_template enabled_features connection_config \
                    strategy_overrides
                    """),
                patch: .init(keepsNull: "connection_config strategy_overrides"),
                list: ListForm(
                    "connection_profiles", cursor: "connection_profiles next", defaultSize: 5, fields: .ignored),
                missing: Refusal(404, "Connection profile not found.", .specified),
                rules: ConnectionProfileRules())
        ],
        acts: [
            "get_connection_profile_templates": ConnectionProfileTemplates.list,
            "get_connection_profile_template": ConnectionProfileTemplates.read,
        ])

    /// All connections' (SPEC; nobody recorded one).
    static let connectionsScimConfigurations = Family(
        .connectionsScimConfigurations, lacks: "serves no SCIM endpoint for its tokens", [],
        acts: [
            "get_connections-scim-configurations": ProvisioningActs.all(
                "connections/scim-configuration", as: "scim_configurations")
        ])

    static let connectionsDirectoryProvisionings = Family(
        .connectionsDirectoryProvisionings, lacks: "reads no directory, so it brings no users and groups", [],
        acts: [
            "get_connections-directory-provisionings": ProvisioningActs.all(
                "connections/directory-provisioning", as: "directory_provisionings")
        ])
}
