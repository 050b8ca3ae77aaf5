import Resources

extension Families {
    /// Reference extensibility-and-conventions.md section 2.
    static let selfServiceProfiles = Family(
        .selfServiceProfiles, lacks: "no page behind its tickets",
        [
            Resource(
                "self-service-profiles", .collection(.base58(prefix: "ssp_")),
                order: .members(
                    "id name description user_attributes allowed_strategies created_at updated_at branding "
                        + "user_attribute_profile_id"),
                nested: ["branding": "logo_url colors"],
                defaults: [.init(#"{"user_attributes":[],"allowed_strategies":[]}"#)], stamps: .init(),
                list: ListForm("self_service_profiles", offset: "self_service_profiles start limit total"),
                missing: Refusal(404, "Profile with ID: {id} not found", .recorded),
                rules: SelfServiceProfileRules()),
            Resource(
                "self-service-profiles/custom-text",
                path: "self-service-profiles/{id}/custom-text/{language}/{page}", .keyed(unset: "{}"),
                parent: "self-service-profiles"),
            // What the links of tickets name; the operations on them are acts.
            Resource(
                "self-service-profiles/sso-tickets", path: "self-service-profiles/{id}/sso-ticket",
                .collection(.letters(prefix: "", 32), member: "ticket"), parent: "self-service-profiles",
                secrets: ["ticket"]),
        ],
        acts: ["post_sso-ticket": SelfServiceTickets.create, "post_revoke": SelfServiceTickets.revoke])
}
