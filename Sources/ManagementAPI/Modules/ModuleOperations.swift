/// The ten operations of the Actions Modules family, in the order of the reference's section 3.
enum ModuleOperations {
    static let all: [TypedOperation] = [
        .module("get_action_modules", list),
        .module("post_action_module", create),
        .module("get_action_module", get),
        .module("patch_action_module", patch),
        .module("delete_action_module", delete),
        .module("post_action_module_version", publish),
        .module("get_action_module_versions", listVersions),
        .module("get_action_module_version", getVersion),
        .module("post_action_module_rollback", rollBack),
        .module("get_action_module_actions", listActions),
    ]
}
