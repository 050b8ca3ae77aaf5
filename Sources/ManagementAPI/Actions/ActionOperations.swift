import HTTPCore
import JSON
import Tenancy

/// The operations on actions, triggers and bindings, in the order of the actions reference's section 3.
enum ActionOperations {
    private static let root = "/api/v2/actions"

    static let all: [Operation] = [
        Operation(
            id: "post_action", method: .post, path: root + "/actions", scopes: ["create:actions"],
            content: .json(ActionSchemas.create), perform: create),
        Operation(
            id: "get_actions", method: .get, path: root + "/actions", scopes: ["read:actions"],
            query: ActionSchemas.list, perform: list),
        Operation(
            id: "get_action", method: .get, path: root + "/actions/{id}", scopes: ["read:actions"], perform: get),
        Operation(
            id: "patch_action", method: .patch, path: root + "/actions/{id}", scopes: ["update:actions"],
            content: .json(ActionSchemas.patch), perform: patch),
        Operation(
            id: "delete_action", method: .delete, path: root + "/actions/{id}", scopes: ["delete:actions"],
            query: ActionSchemas.delete, perform: delete),
        Operation(
            id: "post_deploy_action", method: .post, path: root + "/actions/{id}/deploy", scopes: ["create:actions"],
            content: .empty, perform: deploy),
        Operation(
            id: "get_action_versions", method: .get, path: root + "/actions/{actionId}/versions",
            scopes: ["read:actions"], query: PageSchema.query, perform: listVersions),
        Operation(
            id: "get_action_version", method: .get, path: root + "/actions/{actionId}/versions/{id}",
            scopes: ["read:actions"], perform: getVersion),
        Operation(
            id: "post_deploy_draft_version", method: .post, path: root + "/actions/{actionId}/versions/{id}/deploy",
            scopes: ["create:actions"], content: .json(ActionSchemas.redeploy), perform: redeploy),
        Operation(
            id: "post_test_action", method: .post, path: root + "/actions/{id}/test", scopes: ["create:actions"],
            content: .json(ActionSchemas.test), perform: test),
        Operation(
            id: "get_execution", method: .get, path: root + "/executions/{id}", scopes: ["read:actions"],
            perform: execution),
        Operation(
            id: "post_log_session", method: .post, path: root + "/log-sessions", scopes: ["read:actions"],
            content: .json(ActionSchemas.logSession), perform: logSession),
        Operation(
            id: "get_triggers", method: .get, path: root + "/triggers", scopes: ["read:actions"],
            perform: listTriggers),
        Operation(
            id: "get_bindings", method: .get, path: root + "/triggers/{triggerId}/bindings",
            scopes: ["read:actions"], query: PageSchema.query, perform: listBindings),
        Operation(
            id: "patch_bindings", method: .patch, path: root + "/triggers/{triggerId}/bindings",
            scopes: ["update:actions"], content: .json(ActionSchemas.replaceBindings), perform: replaceBindings),
    ]
}
