import Resources
import Tenancy

extension Families {
    /// Reference clients-connections.md section 6.
    static let resourceServers = Family(
        .resourceServers,
        [
            Resource(
                "resource-servers", .collection(.objectID),
                order: .members(
                    """
                    id name identifier allow_offline_access skip_consent_for_verifiable_first_party_clients \
                    allow_online_access allow_online_access_with_ephemeral_sessions subject_type_authorization \
                    token_lifetime token_lifetime_for_web signing_alg signing_secret scopes client_id is_system \
                    enforce_policies token_dialect token_encryption consent_policy authorization_details \
                    proof_of_possession authorization_policy
                    """),
                nested: [
                    "token_encryption": "encryption_key format",
                    "token_encryption.encryption_key": "name alg kid thumbprint_sha256",
                ],
                defaults: [
                    .init(
                        """
                        {"allow_offline_access":false,"skip_consent_for_verifiable_first_party_clients":false,\
                        "token_lifetime":86400,"token_lifetime_for_web":7200,"signing_alg":"RS256"}
                        """),
                    .init(
                        """
                        {"subject_type_authorization":{"client":{"policy":"require_client_grant"},\
                        "user":{"policy":"allow_all"}}}
                        """, since: Day(rawValue: "2025-09-06")),
                ],
                sealed: ["token_encryption.encryption_key.pem"],
                keys: [.init("identifier", taken: ResourceServerRules.taken)],
                patch: .init(deep: "subject_type_authorization"),
                list: ListForm(
                    "resource_servers", offset: "total start limit resource_servers",
                    filters: [.init("identifiers", member: "identifier")]),
                missing: ResourceServerRules.missing, secrets: ["signing_secret"], rules: ResourceServerRules())
        ])
}
