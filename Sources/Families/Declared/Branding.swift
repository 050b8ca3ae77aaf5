import Resources
import Tenancy

extension Families {
    /// Reference tenant-settings.md 3.
    static let branding = Family(
        .branding, lacks: "draws no page, and sends no text message",
        [
            Resource("branding", .singleton("{}")), PageTemplateActs.template, themes, PhoneActs.providers,
            PhoneActs.templates,
        ],
        acts: [
            "get_branding": BrandingActs.read, "patch_branding": BrandingActs.patch,
            "put_universal-login": PageTemplateActs.put, "delete_universal-login": PageTemplateActs.remove,
            "get_default_branding_theme": ThemeActs.readDefault, "patch_branding_theme": ThemeActs.patch,
            "delete_branding_theme": ThemeActs.remove, "try_phone_provider": PhoneActs.tryProvider,
            "get_phone_templates": PhoneActs.listTemplates, "reset_phone_template": PhoneActs.resetTemplate,
            "try_phone_template": PhoneActs.tryTemplate,
        ])

    private static let themes = Resource(
        "branding/themes", .collection(.letters(prefix: "", 32), member: "themeId"),
        order: .members("displayName borders colors fonts page_background widget identifiers themeId"),
        defaults: [
            .init(
                #"{"identifiers":{"login_display":"unified","otp_autocomplete":true,"#
                    + #""phone_display":{"masking":"mask_digits","formatting":"international"}}}"#,
                since: Day(rawValue: "2026-07-07"))
        ],
        limit: (
            1, Refusal(409, "There was an error updating branding settings: The theme already exists", .specified)
        ),
        statuses: .init(create: 200), missing: ThemeActs.missing("retrieving"), rules: ThemeRules())
}
