import Resources

extension Families {
    /// Reference tenant-settings.md 4.
    static let prompts = Family(
        .prompts, lacks: "draws no page",
        [
            Resource("prompts/custom-text", path: "prompts/{prompt}/custom-text/{language}", .keyed(unset: "{}")),
            Resource("prompts/partials", path: "prompts/{prompt}/partials", .keyed(unset: "{}"), rules: PartialRules()),
            Resource("prompts/mfa-push", .singleton("{}"), order: .members("google_app_link apple_app_link app_name")),
            RenderingActs.screens,
        ],
        acts: [
            "get_prompts": BrandingActs.readPrompts, "patch_prompts": BrandingActs.patchPrompts,
            "get_all_rendering": RenderingActs.list, "patch_bulk_rendering": RenderingActs.patchAll,
            "get_rendering": RenderingActs.read, "patch_rendering": RenderingActs.patch,
        ])
}
