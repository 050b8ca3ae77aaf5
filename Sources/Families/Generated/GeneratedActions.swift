// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let actions = GeneratedFamily(
        name: "actions", firstNumber: 0,
        operations: """
            GET /actions/actions get_actions read:actions - q document Get actions
            POST /actions/actions post_action create:actions body - document Create an action
            GET /actions/actions/{actionId}/versions get_action_versions read:actions - q document Get an action's versions
            GET /actions/actions/{actionId}/versions/{id} get_action_version read:actions - - document Get a specific version of an action
            POST /actions/actions/{actionId}/versions/{id}/deploy post_deploy_draft_version create:actions optional - document Roll back to a previous action version
            GET /actions/actions/{id} get_action read:actions - - document Get an action
            PATCH /actions/actions/{id} patch_action update:actions body - document Update an action
            DELETE /actions/actions/{id} delete_action delete:actions - q document Delete an action
            POST /actions/actions/{id}/deploy post_deploy_action create:actions optional - document Deploy an action
            POST /actions/actions/{id}/test post_test_action create:actions body - document Test an Action
            GET /actions/executions/{id} get_execution read:actions - - document Get an execution
            GET /actions/modules get_action_modules read:actions - q document List Actions Modules
            POST /actions/modules post_action_module create:actions body - document Create a new Actions Module
            GET /actions/modules/{id} get_action_module read:actions - - document Get a specific Actions Module by ID
            PATCH /actions/modules/{id} patch_action_module update:actions body - document Update a specific Actions Module
            DELETE /actions/modules/{id} delete_action_module delete:actions - - document Delete a specific Actions Module by ID
            GET /actions/modules/{id}/actions get_action_module_actions read:actions - q document List all actions using an Actions Module
            POST /actions/modules/{id}/rollback post_action_module_rollback update:actions body - document Rollback an Actions Module to a previous version
            GET /actions/modules/{id}/versions get_action_module_versions read:actions - q document List all versions of an Actions Module
            POST /actions/modules/{id}/versions post_action_module_version update:actions optional - document Create a new version of an Actions Module
            GET /actions/modules/{id}/versions/{versionId} get_action_module_version read:actions - - document Get a specific version of an Actions Module
            GET /actions/triggers get_triggers read:actions - - document Get triggers
            GET /actions/triggers/{triggerId}/bindings get_bindings read:actions - qp document Get trigger bindings
            PATCH /actions/triggers/{triggerId}/bindings patch_bindings update:actions body p document Update trigger bindings
            POST /actions/log-sessions post_log_session create:actions_log_sessions optional - recorded
            """,
        schemas: ##"""
            {"get_actions.query":{"t":"o","x":0,"p":{
            "triggerId":{"$":"ActionTriggerTypeEnum","d":"An actions extensibility point"},
            "actionName":{"t":"s","d":"The name of the action to retrieve"},
            "deployed":{"t":"b","d":"Optional filter to only retrieve actions that are deployed"},
            "page":{"t":"i","m":0,"d":"Use this field to request a specific page of the list results"},
            "per_page":{"t":"i","m":1,"M":100,"d":"The maximum number of results to be returned by the server in single response. 20 by default"},
            "installed":{"t":"b","d":"Optional. When true, return only installed actions. When false, return only custom actions. Returns all actions by default"}}},
            "post_action.body":{"t":"o","x":0,"r":["name","supported_triggers"],"p":{
            "name":{"t":"s","d":"The name of an action","P":"^[^\u0000]*$"},
            "supported_triggers":{"t":"a","d":"The list of triggers that this action supports. At this time, an action can only target a single trigger at a time","c":1,"a":{"$":"ActionTrigger"},"C":1},
            "code":{"t":"s","d":"The source code of the action","L":102400,"P":"^[^\u0000]*$"},
            "dependencies":{"t":"a","d":"The list of third party npm modules, and their versions, that this action depends on","a":{"$":"ActionVersionDependency"}},
            "runtime":{"t":"s","d":"The Node runtime. For example: `node22`, defaults to `node22`"},
            "secrets":{"t":"a","d":"The list of secrets that are included in an action or a version of an action","a":{"$":"ActionSecretRequest"}},
            "modules":{"t":"a","d":"The list of action modules and their versions used by this action","a":{"$":"ActionModuleReference"}},
            "deploy":{"t":"b","d":"True if the action should be deployed after creation"}}},
            "get_action_versions.query":{"t":"o","x":0,"p":{
            "page":{"t":"i","m":0,"d":"Use this field to request a specific page of the list results"},
            "per_page":{"t":"i","m":1,"M":100,"d":"This field specify the maximum number of results to be returned by the server. 20 by default"}}},
            "post_deploy_draft_version.body":{"t":"oz","x":0,"p":{
            "update_draft":{"t":"b","d":"True if the draft of the action should be updated with the reverted version"}}},
            "patch_action.body":{"t":"o","x":0,"p":{
            "name":{"t":"s","d":"The name of an action","P":"^[^\u0000]*$"},
            "supported_triggers":{"t":"a","d":"The list of triggers that this action supports. At this time, an action can only target a single trigger at a time","c":1,"a":{"$":"ActionTrigger"},"C":1},
            "code":{"t":"s","d":"The source code of the action","L":102400,"P":"^[^\u0000]*$"},
            "dependencies":{"t":"a","d":"The list of third party npm modules, and their versions, that this action depends on","a":{"$":"ActionVersionDependency"}},
            "runtime":{"t":"s","d":"The Node runtime. For example: `node22`, defaults to `node22`"},
            "secrets":{"t":"a","d":"The list of secrets that are included in an action or a version of an action","a":{"$":"ActionSecretRequest"}},
            "modules":{"t":"a","d":"The list of action modules and their versions used by this action","a":{"$":"ActionModuleReference"}}}},
            "delete_action.query":{"t":"o","x":0,"p":{
            "force":{"t":"b","d":"Force action deletion detaching bindings"}}},
            "post_deploy_action.body":{"t":"oz","x":0,"p":{}},
            "post_test_action.body":{"t":"o","x":0,"r":["payload"],"p":{
            "payload":{"t":"o","d":"The payload for the action"}}},
            "get_action_modules.query":{"t":"o","x":0,"p":{
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page. Paging is disabled if parameter not sent"}}},
            "post_action_module.body":{"t":"o","x":0,"r":["name","code"],"p":{
            "name":{"t":"s","d":"The name of the action module","L":255,"P":"^[^\u0000]*$","l":1},
            "code":{"t":"s","d":"The source code of the action module","L":65536,"P":"^[^\u0000]*$"},
            "secrets":{"t":"a","d":"The secrets to associate with the action module","a":{"$":"ActionModuleSecretRequest"}},
            "dependencies":{"t":"a","d":"The npm dependencies of the action module","a":{"$":"ActionModuleDependencyRequest"}},
            "api_version":{"t":"s","d":"The API version of the module","L":20,"P":"^[^\u0000]*$"},
            "publish":{"t":"b","d":"Whether to publish the module immediately after creation"}}},
            "patch_action_module.body":{"t":"o","x":0,"p":{
            "code":{"t":"s","d":"The source code of the action module","L":65536,"P":"^[^\u0000]*$"},
            "secrets":{"t":"a","d":"The secrets to associate with the action module","a":{"$":"ActionModuleSecretRequest"}},
            "dependencies":{"t":"a","d":"The npm dependencies of the action module","a":{"$":"ActionModuleDependencyRequest"}}}},
            "get_action_module_actions.query":{"t":"o","x":0,"p":{
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page"}}},
            "post_action_module_rollback.body":{"t":"o","x":0,"r":["module_version_id"],"p":{
            "module_version_id":{"t":"s","d":"The unique ID of the module version to roll back to"}}},
            "get_action_module_versions.query":{"t":"o","x":0,"p":{
            "page":{"t":"i","m":0,"d":"Use this field to request a specific page of the list results"},
            "per_page":{"t":"i","m":1,"M":100,"d":"The maximum number of results to be returned by the server in a single response. 20 by default"}}},
            "post_action_module_version.body":{"t":"oz","x":0,"p":{}},
            "get_bindings.query":{"t":"o","x":0,"p":{
            "page":{"t":"i","m":0,"d":"Use this field to request a specific page of the list results"},
            "per_page":{"t":"i","m":1,"M":100,"d":"The maximum number of results to be returned in a single request. 20 by default"}}},
            "get_bindings.path":{"t":"o","p":{
            "triggerId":{"$":"ActionTriggerTypeEnum","d":"An actions extensibility point"}}},
            "patch_bindings.body":{"t":"o","x":0,"p":{
            "bindings":{"t":"a","d":"The actions that will be bound to this trigger. The order in which they are included will be the order in which they are executed","a":{"o":[{"t":"o","x":0,"r":["ref"],"p":{"ref":{"t":"o","d":"A reference to an action. An action can be referred to by ID or by Name","p":{"type":{"t":"s","d":"How the action is being referred to: `action_id` or `action_name`","e":["binding_id","action_id","action_name"]},"value":{"t":"s","d":"The id or name of an action that is being bound to a trigger"}}},"display_name":{"t":"s","d":"The name of the binding","P":"^[^\u0000]*$"},"secrets":{"t":"a","d":"The list of secrets that are included in an action or a version of an action","a":{"$":"ActionSecretRequest"}}}}]}}}},
            "patch_bindings.path":{"t":"o","p":{
            "triggerId":{"$":"ActionTriggerTypeEnum","d":"An actions extensibility point"}}},
            "post_log_session.body":{"t":"oz"},
            "ActionModuleDependencyRequest":{"t":"o","x":0,"r":["name","version"],"p":{
            "name":{"t":"s","d":"The name of the npm dependency","L":255,"P":"^[^\u0000]*$","l":1},
            "version":{"t":"s","d":"The version of the npm dependency","L":50,"P":"^[^\u0000]*$"}}},
            "ActionModuleReference":{"t":"o","d":"Reference to a module and its version used by an action","x":0,"p":{
            "module_id":{"t":"s","d":"The unique ID of the module"},
            "module_name":{"t":"s","d":"The name of the module"},
            "module_version_id":{"t":"s","d":"The ID of the specific module version"},
            "module_version_number":{"t":"i","d":"The version number of the module"}}},
            "ActionModuleSecretRequest":{"t":"o","x":0,"r":["name","value"],"p":{
            "name":{"t":"s","d":"The name of the secret","L":255,"P":"^[^\u0000]*$","l":1},
            "value":{"t":"s","d":"The value of the secret","L":4096,"P":"^[^\u0000]*$","w":true}}},
            "ActionSecretRequest":{"t":"o","p":{
            "name":{"t":"s","d":"The name of the particular secret, e.g. API_KEY","P":"^[^\u0000]*$"},
            "value":{"t":"s","d":"The value of the particular secret, e.g. secret123. A secret's value can only be set upon creation. A secret's value will never be returned by the API","L":4096,"P":"^[^\u0000]*$","w":true}}},
            "ActionTrigger":{"t":"o","x":0,"r":["id"],"p":{
            "id":{"$":"ActionTriggerTypeEnum"},
            "version":{"t":"s","d":"The version of a trigger. v1, v2, etc"},
            "status":{"t":"s","d":"status points to the trigger status"},
            "runtimes":{"t":"a","d":"runtimes supported by this trigger","a":{"t":"s"}},
            "default_runtime":{"t":"s","d":"Runtime that will be used when none is specified when creating an action"},
            "compatible_triggers":{"t":"a","d":"compatible_triggers informs which other trigger supports the same event and api","a":{"t":"o","r":["id","version"],"p":{"id":{"$":"ActionTriggerTypeEnum"},"version":{"t":"s","d":"The version of a trigger. v1, v2, etc"}}}},
            "binding_policy":{"t":"s","d":"In order to execute an Action, it must be bound to a trigger using a binding. `trigger-bound` means that bindings are managed by the tenant. `entity-bound` means that the bindings are automatically managed by Auth0 and other internal resouces will control those bindings. Tenants cannot manage `entity-bound` bindings","e":["trigger-bound","entity-bound"]}}},
            "ActionTriggerTypeEnum":{"t":"s","d":"An actions extensibility point","e":["post-login","credentials-exchange","pre-user-registration","post-user-registration","post-change-password","send-phone-message","custom-phone-provider","custom-email-provider","password-reset-post-challenge","custom-token-exchange","event-stream","password-hash-migration","login-post-identifier","signup-post-identifier","mcp-tool","custom-token-exchange-beta"]},
            "ActionVersionDependency":{"t":"o","d":"Dependency is an npm module. These values are used to produce an immutable artifact, which manifests as a layer_id","x":0,"p":{
            "name":{"t":"s","d":"name is the name of the npm module, e.g. lodash","l":1,"P":"^[^\u0000]*$"},
            "version":{"t":"s","d":"description is the version of the npm module, e.g. 4.17.1","P":"^[^\u0000]*$"},
            "registry_url":{"t":"s","d":"registry_url is an optional value used primarily for private npm registries","P":"^[^\u0000]*$"}},"r":["name"]}}
            """##)
}
