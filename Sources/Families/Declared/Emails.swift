import Resources

extension Families {
    /// Reference tenant-settings.md 7.1. There is one or none.
    static let emails = Family(
        .emails, lacks: "sends nothing",
        [
            Resource(
                "emails/provider", .keyed(unset: nil), defaults: [.init(#"{"enabled":true}"#)],
                sealed: EmailProviderRules.hidden.map { "credentials." + $0 },
                list: ListForm("provider"),
                missing: Refusal(
                    404, "There is not a configured email provider", "inexistent_email_provider", .recorded),
                rules: EmailProviderRules())
        ])

    /// Reference tenant-settings.md 7.2. A new tenant has none (RECORDED 580).
    static let emailTemplates = Family(
        .emailTemplates, lacks: "writes no mail",
        [
            Resource(
                "email-templates", .collection(.member("template"), member: "template"),
                order: .members(
                    "template body from resultUrl subject syntax urlLifetimeInSeconds includeEmailInRedirect enabled"),
                keys: [.init("template", taken: Refusal(409, "Template {id} already exists.", .recorded))],
                statuses: .init(create: 200),
                missing: Refusal(404, "The template does not exist.", "inexistent_email_template", .recorded),
                rules: EmailTemplateRules())
        ])
}
