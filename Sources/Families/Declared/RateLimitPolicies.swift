import Resources

extension Families {
    /// Reference tenant-settings.md 12. They are kept, and limit nothing.
    static let rateLimitPolicies = Family(
        .rateLimitPolicies, lacks: "limits nothing",
        [
            Resource(
                "rate-limit-policies", .collection(.timedBase58(prefix: "rlp_", digits: 21)),
                order: .members("id resource consumer consumer_selector configuration created_at updated_at"),
                keys: [
                    .init(
                        "resource", "consumer", "consumer_selector",
                        taken: Refusal(
                            409,
                            "A rate limit policy with the same resource, consumer, and consumer_selector already "
                                + "exists.",
                            .specified))
                ],
                list: ListForm(
                    "rate_limit_policies", cursor: "rate_limit_policies next",
                    filters: [.init("resource"), .init("consumer"), .init("consumer_selector")], fields: .ignored),
                missing: Refusal(404, "The rate limit policy does not exist.", .specified),
                rules: RateLimitPolicyRules())
        ])
}
