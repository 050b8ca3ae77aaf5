/// The operations on actions, triggers and bindings, in the order of the actions reference's section 3.
enum ActionOperations {
    static let all: [TypedOperation] = [
        .action("post_action", create),
        .action("get_actions", list),
        .action("get_action", get),
        .action("patch_action", patch),
        .action("delete_action", delete),
        .action("post_deploy_action", deploy),
        .action("get_action_versions", listVersions),
        .action("get_action_version", getVersion),
        .action("post_deploy_draft_version", redeploy),
        .action("post_test_action", test),
        .action("get_execution", execution),
        .action("post_log_session", logSession),
        .action("get_triggers", listTriggers),
        .action("get_bindings", listBindings),
        .action("patch_bindings", replaceBindings),
    ]
}
