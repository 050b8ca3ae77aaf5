import HTTPCore
import JSON
import Tenancy

/// The ten operations of the Actions Modules family, in the order of the reference's section 3.
enum ModuleOperations {
    private static let modules = "/api/v2/actions/modules"

    static let all: [Operation] = [
        Operation(
            id: "get_action_modules", method: .get, path: modules, scopes: ["read:actions"],
            query: PageSchema.query, perform: list),
        Operation(
            id: "post_action_module", method: .post, path: modules, scopes: ["create:actions"],
            content: .json(ModuleSchemas.create), perform: create),
        Operation(
            id: "get_action_module", method: .get, path: modules + "/{id}", scopes: ["read:actions"], perform: get),
        Operation(
            id: "patch_action_module", method: .patch, path: modules + "/{id}", scopes: ["update:actions"],
            content: .json(ModuleSchemas.patch), perform: patch),
        Operation(
            id: "delete_action_module", method: .delete, path: modules + "/{id}", scopes: ["delete:actions"],
            perform: delete),
        Operation(
            id: "post_action_module_version", method: .post, path: modules + "/{id}/versions",
            scopes: ["update:actions"], content: .empty, perform: publish),
        Operation(
            id: "get_action_module_versions", method: .get, path: modules + "/{id}/versions",
            scopes: ["read:actions"], query: PageSchema.query, perform: listVersions),
        Operation(
            id: "get_action_module_version", method: .get, path: modules + "/{id}/versions/{versionId}",
            scopes: ["read:actions"], perform: getVersion),
        Operation(
            id: "post_action_module_rollback", method: .post, path: modules + "/{id}/rollback",
            scopes: ["update:actions"], content: .json(ModuleSchemas.rollback), perform: rollBack),
        Operation(
            id: "get_action_module_actions", method: .get, path: modules + "/{id}/actions",
            scopes: ["read:actions"], query: PageSchema.query, perform: listActions),
    ]
}
