// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let groups = GeneratedFamily(
        name: "groups", firstNumber: 199,
        operations: """
            GET /groups get_groups read:groups - q document Get all Groups
            GET /groups/{id} get_group read:groups - p document Get a Group
            DELETE /groups/{id} delete_group delete:groups - p document Delete a Group
            GET /groups/{id}/members get_group_members read:group_members - qp document Get Group Members
            GET /groups/{id}/roles get_group_roles read:group_roles - qp document Get a group's roles
            POST /groups/{id}/roles post_group_roles create:group_roles body p document Assign roles to a group
            DELETE /groups/{id}/roles delete_group_roles delete:group_roles body p document Remove roles from a group
            """,
        schemas: ##"""
            {"get_groups.query":{"t":"o","p":{
            "connection_id":{"t":"s","d":"Filter groups by connection ID"},
            "name":{"t":"s","l":1,"L":128,"d":"Filter groups by name"},
            "external_id":{"t":"s","L":256,"d":"Filter groups by external ID"},
            "search":{"t":"s","l":1,"L":256,"d":"Search for groups by name or external ID"},
            "fields":{"t":"s","L":256,"d":"A comma separated list of fields to include or exclude (depending on include_fields) from the result, empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (true) or excluded (false)"},
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"},
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"}}},
            "get_group.path":{"t":"o","p":{
            "id":{"t":"s","l":18,"L":26,"d":"Unique identifier for the group (service-generated)"}}},
            "delete_group.path":{"t":"o","p":{
            "id":{"t":"s","l":18,"L":26,"d":"Unique identifier for the group (service-generated)"}}},
            "get_group_members.query":{"t":"o","p":{
            "fields":{"t":"s","L":256,"d":"A comma separated list of fields to include or exclude (depending on include_fields) from the result, empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (true) or excluded (false)"},
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"}}},
            "get_group_members.path":{"t":"o","p":{
            "id":{"t":"s","l":18,"L":26,"d":"Unique identifier for the group (service-generated)"}}},
            "get_group_roles.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"d":"Number of results per page. Defaults to 50"}}},
            "get_group_roles.path":{"t":"o","p":{
            "id":{"t":"s","l":18,"L":26,"d":"Unique identifier for the group (service-generated)"}}},
            "post_group_roles.body":{"t":"o","x":0,"r":["roles"],"p":{
            "roles":{"t":"a","d":"Array of role IDs to assign to the group","c":1,"a":{"t":"s","d":"Unique identifier for the role (service-generated)","f":"role-id"}}}},
            "post_group_roles.path":{"t":"o","p":{
            "id":{"t":"s","l":18,"L":26,"d":"Unique identifier for the group (service-generated)"}}},
            "delete_group_roles.body":{"t":"o","x":0,"r":["roles"],"p":{
            "roles":{"t":"a","d":"Array of role IDs to remove from the group","c":1,"a":{"t":"s","d":"Unique identifier for the role (service-generated)","f":"role-id"}}}},
            "delete_group_roles.path":{"t":"o","p":{
            "id":{"t":"s","l":18,"L":26,"d":"Unique identifier for the group (service-generated)"}}}}
            """##)
}
