// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let roles = GeneratedFamily(
        name: "roles", firstNumber: 372,
        operations: """
            GET /roles get_roles read:roles - q document Get roles
            POST /roles post_roles create:roles body - document Create a role
            GET /roles/{id} get_roles_by_id read:roles - - document Get a role
            PATCH /roles/{id} patch_roles_by_id update:roles body - document Update a role
            DELETE /roles/{id} delete_roles_by_id delete:roles - - document Delete a role
            GET /roles/{id}/groups get_role_groups read:group_roles - q document Get a role's groups
            POST /roles/{id}/groups post_role_groups create:group_roles body - document Assign groups to a role
            DELETE /roles/{id}/groups delete_role_groups delete:group_roles body - document Remove groups from a role
            GET /roles/{id}/permissions get_role_permission read:roles - q document Get permissions granted by role
            POST /roles/{id}/permissions post_role_permission_assignment update:roles body - document Associate permissions with a role
            DELETE /roles/{id}/permissions delete_role_permission_assignment update:roles body - document Remove permissions from a role
            GET /roles/{id}/users get_role_user read:users,read:roles,read:role_members - q document Get a role's users
            POST /roles/{id}/users post_role_users update:roles,create:role_members body - document Assign users to a role
            """,
        schemas: ##"""
            {"get_roles.query":{"t":"o","p":{
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"},
            "name_filter":{"t":"s","d":"Optional filter on name (case-insensitive)"},
            "type":{},
            "owner_id":{}}},
            "post_roles.body":{"t":"o","x":0,"r":["name"],"p":{
            "name":{"t":"s","d":"Name of the role"},
            "description":{"t":"s","d":"Description of the role"},
            "type":{"t":"s"},
            "owner_id":{"t":"s"}}},
            "patch_roles_by_id.body":{"t":"o","x":0,"p":{
            "name":{"t":"s","d":"Name of this role"},
            "description":{"t":"s","d":"Description of this role"}}},
            "get_role_groups.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"d":"Number of results per page. Defaults to 50"}}},
            "post_role_groups.body":{"t":"o","x":0,"r":["groups"],"p":{
            "groups":{"t":"a","d":"Array of group IDs to assign to the role","c":1,"a":{"t":"s","d":"Unique identifier for the group (service-generated)","l":18,"L":26,"P":"^grp_[1-9a-km-zA-HJ-NP-Z]{14,22}$"}}}},
            "delete_role_groups.body":{"t":"o","x":0,"r":["groups"],"p":{
            "groups":{"t":"a","d":"Array of group IDs to remove from the role","c":1,"a":{"t":"s","d":"Unique identifier for the group (service-generated)","l":18,"L":26,"P":"^grp_[1-9a-km-zA-HJ-NP-Z]{14,22}$"}}}},
            "get_role_permission.query":{"t":"o","p":{
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"}}},
            "post_role_permission_assignment.body":{"t":"o","x":0,"r":["permissions"],"p":{
            "permissions":{"t":"a","d":"array of resource_server_identifier, permission_name pairs","c":1,"a":{"$":"PermissionRequestPayload"}}}},
            "delete_role_permission_assignment.body":{"t":"o","x":0,"r":["permissions"],"p":{
            "permissions":{"t":"a","d":"array of resource_server_identifier, permission_name pairs","c":1,"a":{"$":"PermissionRequestPayload"}}}},
            "get_role_user.query":{"t":"o","p":{
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"},
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"}}},
            "post_role_users.body":{"t":"o","x":0,"r":["users"],"p":{
            "users":{"t":"a","d":"user_id's of the users to assign the role to","a":{"t":"s","f":"user-id-with-max-length"}}}},
            "PermissionRequestPayload":{"t":"o","x":0,"r":["resource_server_identifier","permission_name"],"p":{
            "resource_server_identifier":{"t":"s","d":"Resource server (API) identifier that this permission is for"},
            "permission_name":{"t":"s","d":"Name of this permission"}}}}
            """##)
}
