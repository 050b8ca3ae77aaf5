// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let rules = GeneratedFamily(
        name: "rules", firstNumber: 385,
        operations: """
            GET /rules get_rules read:rules - q document Get rules
            POST /rules post_rules create:rules body - document Create a rule
            GET /rules/{id} get_rules_by_id read:rules - q document Get a rule
            PATCH /rules/{id} patch_rules_by_id update:rules body - document Update a rule
            DELETE /rules/{id} delete_rules_by_id delete:rules - - document Delete a rule
            """,
        schemas: ##"""
            {"get_rules.query":{"t":"o","p":{
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":0,"M":100,"d":"Number of results per page"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"},
            "enabled":{"t":"b","d":"Optional filter on whether a rule is enabled (true) or disabled (false)"},
            "fields":{"t":"s","d":"Comma-separated list of fields to include or exclude (based on value provided for include_fields) in the result. Leave empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (true) or excluded (false)"}}},
            "post_rules.body":{"t":"o","x":0,"r":["name","script"],"p":{
            "name":{"t":"s","d":"Name of this rule","P":"^[a-zA-Z0-9]([ \\-a-zA-Z0-9]*[a-zA-Z0-9])?$"},
            "script":{"t":"s","d":"Code to be executed when this rule runs","l":1},
            "order":{"t":"n","d":"Order that this rule should execute in relative to other rules. Lower-valued rules execute first","m":0},
            "enabled":{"t":"b","d":"Whether the rule is enabled (true), or disabled (false)"},
            "stage":{"t":"s"}}},
            "get_rules_by_id.query":{"t":"o","p":{
            "fields":{"t":"s","d":"Comma-separated list of fields to include or exclude (based on value provided for include_fields) in the result. Leave empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (true) or excluded (false)"}}},
            "patch_rules_by_id.body":{"t":"o","x":0,"k":1,"p":{
            "script":{"t":"s","d":"Code to be executed when this rule runs","l":1},
            "name":{"t":"s","d":"Name of this rule","P":"^[a-zA-Z0-9]([ \\-a-zA-Z0-9]*[a-zA-Z0-9])?$"},
            "order":{"t":"n","d":"Order that this rule should execute in relative to other rules. Lower-valued rules execute first","m":0},
            "enabled":{"t":"b","d":"Whether the rule is enabled (true), or disabled (false)"}}}}
            """##)
}
