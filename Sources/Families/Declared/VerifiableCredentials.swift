import Resources

extension Families {
    /// SPEC only (reference extensibility-and-conventions.md section 6).
    static let verifiableCredentials = Family(
        .verifiableCredentials, lacks: "verifies nothing",
        [
            Resource(
                "verifiable-credentials/verification/templates", .collection(.letters(prefix: "vct_", 16)),
                order: .members(
                    "id name type dialect presentation custom_certificate_authority well_known_trusted_issuers "
                        + "created_at updated_at"),
                stamps: .init(),
                keys: [.init("name", taken: Refusal(409, "Template (name) already exists.", .specified))],
                list: ListForm("templates", cursor: "next templates"),
                missing: Refusal(404, "The verifiable credential template does not exist.", .specified),
                rules: CredentialTemplateRules())
        ])
}
