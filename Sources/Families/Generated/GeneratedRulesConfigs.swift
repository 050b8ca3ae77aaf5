// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let rulesConfigs = GeneratedFamily(
        name: "rules-configs", firstNumber: 390,
        operations: """
            GET /rules-configs get_rules-configs read:rules_configs - q document Retrieve config variable keys for rules (get_rules-configs)
            PUT /rules-configs/{key} put_rules-configs_by_key update:rules_configs body p document Set rules config for a given key
            DELETE /rules-configs/{key} delete_rules-configs_by_key delete:rules_configs - p document Delete rules config for a given key
            """,
        schemas: ##"""
            {"get_rules-configs.query":{"t":"o","p":{
            "include_totals":{},
            "per_page":{}}},
            "put_rules-configs_by_key.body":{"t":"o","x":0,"r":["value"],"p":{
            "value":{"t":"s","d":"Value for a rules config variable"}}},
            "put_rules-configs_by_key.path":{"t":"o","p":{
            "key":{"t":"s","l":1,"L":127,"d":"Key of the rules config variable to set (max length: 127 characters)"}}},
            "delete_rules-configs_by_key.path":{"t":"o","p":{
            "key":{"t":"s","l":1,"L":127,"d":"Key of the rules config variable to delete"}}}}
            """##)
}
