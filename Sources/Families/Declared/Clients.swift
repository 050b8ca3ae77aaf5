import Resources

extension Families {
    /// Reference clients-connections.md sections 3 and 4.
    static let clients = Family(
        .clients, lacks: "of grants only client credentials; fetches no metadata document: `client_documents` has them",
        [
            Resource(
                "clients", .collection(.letters(prefix: "", 32), member: "client_id"),
                order: .around(head: ClientRules.head, tail: ClientRules.tail),
                nested: ["jwt_configuration": "alg lifetime_in_seconds secret_encoded"],
                sealed: [ClientRules.hiddenSecret],
                indexed: [
                    "app_type", "is_first_party", "client_aliases", "resource_server_identifier", "external_client_id",
                ],
                patch: .init(shallow: "*"),
                list: ListForm(
                    "clients", offset: "total start limit clients", cursor: "clients next",
                    filters: [.init("app_type"), .init("is_first_party"), .init("external_client_id")],
                    fields: .picked(always: ["tenant"]), lastFilter: "is_global"),
                missing: ClientRules.missing,
                secrets: [
                    "client_secret", "signing_keys.key", "encryption_key", "addons.firebase.secret",
                    "addons.firebase.private_key", "addons.firebase.private_key_id", "addons.azure_sb.sasKey",
                    "addons.azure_blob.storageAccessKey", "addons.sap_api.servicePassword", "addons.layer.privateKey",
                    "addons.wams.masterkey",
                ],
                rules: ClientRules()),
            Resource(
                "clients/credentials", path: "clients/{client_id}/credentials",
                .collection(.base58(prefix: "cred_")),
                order: .members(
                    "id credential_type kid alg name subject_dn thumbprint_sha256 created_at updated_at expires_at"),
                stamps: .init(), sealed: ["pem"],
                list: ListForm("credentials", order: .member("kid", folded: false), fields: .ignored),
                missing: CredentialRules.missing, parent: "clients", rules: CredentialRules()),
        ],
        acts: [
            "get_clients": ClientActs.list,
            "post_rotate-secret": ClientActs.rotateSecret,
            "get_client_connections": ClientActs.connections,
            "post_clients_cimd_preview": ClientMetadataActs.preview,
            "post_clients_cimd_register": ClientMetadataActs.register,
        ], showsSigningKey: true)
}
