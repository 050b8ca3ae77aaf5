import Resources

extension Families {
    private static let conditions =
        "asns auth0_managed ipv4_cidrs ipv6_cidrs user_agents ja3_fingerprints ja4_fingerprints geo_country_codes "
        + "geo_subdivision_codes hostnames connecting_ipv4_cidrs connecting_ipv6_cidrs"

    /// Reference extensibility-and-conventions.md section 1.
    static let networkACLs = Family(
        .networkAcls, lacks: "knows no places, networks, TLS fingerprints and curated lists: rules on them never apply",
        [
            Resource(
                "network-acls", .collection(.base58(prefix: "acl_")),
                order: .members("description active priority rule created_at updated_at id"),
                nested: [
                    "rule": "match scope action not_match", "rule.match": conditions, "rule.not_match": conditions,
                    "rule.action": "block allow log redirect redirect_uri",
                ],
                defaults: [.init(#"{"priority":50}"#)], stamps: .init(),
                keys: [
                    .init(
                        "priority",
                        taken: Refusal(
                            409, "A Network ACL with this priority number has already been created.", .specified))
                ],
                removal: .init(status: 200, body: #"{"code":204,"object":""}"#, isIdempotent: false),
                list: ListForm("network_acls", offset: "total start limit network_acls"),
                missing: Refusal(404, "NetworkACL with this ID was not found", .recorded),
                names: (NetworkACLRules.isName, NetworkACLRules.malformed), rules: NetworkACLRules())
        ])
}
