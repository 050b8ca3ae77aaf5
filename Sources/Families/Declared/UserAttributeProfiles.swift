import Resources

extension Families {
    /// Reference users-organizations.md section 13.
    static let userAttributeProfiles = Family(
        .userAttributeProfiles, lacks: "maps nothing",
        [
            Resource(
                "user-attribute-profiles", .collection(.timedBase58(prefix: "uap_")),
                order: .members("id name user_id user_attributes"),
                keys: [.init("name", taken: Refusal(409, "User attribute profile conflict.", .specified))],
                list: ListForm(
                    "user_attribute_profiles", cursor: "user_attribute_profiles next", cursorForm: .nextItem),
                missing: Refusal(404, "User attribute profile not found.", .recorded),
                rules: UserAttributeProfileRules())
        ],
        acts: [
            "get_user_attribute_profile_templates": UserAttributeProfileActs.templates,
            "get_user_attribute_profile_template": UserAttributeProfileActs.template,
        ])
}
