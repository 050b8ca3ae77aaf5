import Resources

extension Families {
    static let customDomains = Family(
        .customDomains, lacks: "looks up no name and fetches no certificate: `domain_verification` decides",
        [DomainActs.domains],
        acts: [
            "get_default": DomainActs.readDefault, "patch_default": DomainActs.patchDefault,
            "post_verify": DomainActs.verify, "post_test_domain": DomainActs.test,
        ])
}
