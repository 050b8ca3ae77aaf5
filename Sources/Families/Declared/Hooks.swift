import Resources

extension Families {
    /// Reference extensibility-and-conventions.md section 6.
    static let hooks = Family(
        .hooks, lacks: "runs nowhere",
        [
            Resource(
                "hooks", .collection(.ulid), order: .members("id name script dependencies triggerId enabled"),
                defaults: [.init(#"{"dependencies":{},"enabled":false}"#)],
                keys: [
                    .init("name", taken: Refusal(409, "A hook with the same name already exists.", .specified))
                ],
                removal: .init(isIdempotent: false),
                list: ListForm(
                    "hooks", offset: "total start limit hooks", filters: [.init("enabled"), .init("triggerId")]),
                missing: Refusal(404, "Error: Hook does not exist", "HookDoesNotExist", .recorded),
                rules: HookRules()),
            // Names as they are shown; the values lie apart.
            Resource(
                "hooks/secrets", path: "hooks/{id}/secrets", .keyed(unset: "{}"), parent: "hooks", secrets: ["*"]),
        ],
        acts: [
            "post_secrets": HookSecrets.add, "patch_secrets": HookSecrets.change, "delete_secrets": HookSecrets.remove,
        ])

    /// Reference extensibility-and-conventions.md section 6.
    static let rules = Family(
        .rules, lacks: "runs nowhere",
        [
            Resource(
                "rules", .collection(.letters(prefix: "rul_", 16)),
                order: .members("id enabled script name order stage"),
                defaults: [.init(#"{"enabled":true,"stage":"login_success"}"#)],
                keys: [
                    .init("name", taken: Refusal(409, "A rule with the same name already exists", .specified))
                ],
                list: ListForm(
                    "rules", offset: "total start limit rules", defaultSize: 100, filters: [.init("enabled")]),
                missing: Refusal(404, "The rule does not exist", "inexistent_rule", .recorded), rules: RuleRules())
        ])

    /// Reference extensibility-and-conventions.md section 6.
    static let rulesConfigs = Family(
        .rulesConfigs, lacks: "no rule reads it",
        [
            Resource(
                "rules-configs", path: "rules-configs/{key}", .keyed(unset: nil), order: .members("key"),
                sealed: ["value"], rules: RulesConfigRules())
        ],
        acts: ["get_rules-configs": RulesConfigRules.list])
}
