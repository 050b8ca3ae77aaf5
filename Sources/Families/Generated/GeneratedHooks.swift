// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let hooks = GeneratedFamily(
        name: "hooks", firstNumber: 252,
        operations: """
            GET /hooks get_hooks read:hooks - q document Get hooks
            POST /hooks post_hooks create:hooks body - document Create a hook
            GET /hooks/{id} get_hooks_by_id read:hooks - q document Get a hook
            PATCH /hooks/{id} patch_hooks_by_id update:hooks body - document Update a hook
            DELETE /hooks/{id} delete_hooks_by_id delete:hooks - - document Delete a hook
            GET /hooks/{id}/secrets get_secrets read:hooks - - document Get hook secrets
            POST /hooks/{id}/secrets post_secrets update:hooks body - document Add hook secrets
            PATCH /hooks/{id}/secrets patch_secrets update:hooks body - document Update hook secrets
            DELETE /hooks/{id}/secrets delete_secrets delete:hooks body - document Delete hook secrets
            """,
        schemas: ##"""
            {"get_hooks.query":{"t":"o","p":{
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":0,"M":100,"d":"Number of results per page"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"},
            "enabled":{"t":"b","d":"Optional filter on whether a hook is enabled (true) or disabled (false)"},
            "fields":{"t":"s","d":"Comma-separated list of fields to include in the result. Leave empty to retrieve all fields"},
            "triggerId":{"$":"HookTriggerIdEnum","d":"Retrieves hooks that match the trigger"},
            "include_fields":{}}},
            "post_hooks.body":{"t":"o","x":0,"r":["name","script","triggerId"],"p":{
            "name":{"t":"s","d":"Name of this hook","P":"^[a-zA-Z0-9]([ \\-a-zA-Z0-9]*[a-zA-Z0-9])?$"},
            "script":{"t":"s","d":"Code to be executed when this hook runs","l":1},
            "enabled":{"t":"b","d":"Whether this hook will be executed (true) or ignored (false)"},
            "dependencies":{"$":"HookDependencies"},
            "triggerId":{"$":"HookTriggerIdEnum","d":"Execution stage of this rule. Can be `credentials-exchange`, `pre-user-registration`, `post-user-registration`, `post-change-password`, or `send-phone-message`"}}},
            "get_hooks_by_id.query":{"t":"o","p":{
            "fields":{"t":"s","d":"Comma-separated list of fields to include in the result. Leave empty to retrieve all fields"}}},
            "patch_hooks_by_id.body":{"t":"o","x":0,"k":1,"p":{
            "name":{"t":"s","d":"Name of this hook","P":"^[a-zA-Z0-9]([ \\-a-zA-Z0-9]*[a-zA-Z0-9])?$"},
            "script":{"t":"s","d":"Code to be executed when this hook runs","l":1},
            "enabled":{"t":"b","d":"Whether this hook will be executed (true) or ignored (false)"},
            "dependencies":{"$":"HookDependencies"}}},
            "post_secrets.body":{"t":"o","d":"Hashmap of key-value pairs where the value must be a string","x":{"t":"s"},"k":1,"K":20},
            "patch_secrets.body":{"t":"o","d":"Hashmap of key-value pairs where the value must be a string","x":{"t":"s"},"k":1,"K":20},
            "delete_secrets.body":{"t":"a","d":"Array of secret names to delete","c":1,"a":{"t":"s"}},
            "HookDependencies":{"t":"o","d":"Dependencies of this hook used by webtask server","x":{"t":"s"}},
            "HookTriggerIdEnum":{"t":"s","e":["credentials-exchange","pre-user-registration","post-user-registration","post-change-password","send-phone-message"],"d":"Retrieves hooks that match the trigger"}}
            """##)
}
