import Resources

extension Families {
    /// Reference extensibility-and-conventions.md section 3.
    static let tokenExchangeProfiles = Family(
        .tokenExchangeProfiles, lacks: "exchanges no token",
        [
            Resource(
                "token-exchange-profiles", .collection(.letters(prefix: "tep_", 16)),
                order: .members("id name type subject_token_type action_id created_at updated_at"), stamps: .init(),
                keys: [
                    .init(
                        "subject_token_type",
                        taken: Refusal(
                            409, "Token exchange profile with the same subject_token_type already exists", .specified))
                ],
                list: ListForm("token_exchange_profiles", cursor: "token_exchange_profiles next"),
                missing: Refusal(404, "Token exchange profile not found.", .recorded),
                rules: TokenExchangeProfileRules())
        ],
        relations: [
            Relation("actions/token-exchange-profiles", from: "actions", to: "token-exchange-profiles")
        ])
}
