// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let clientGrants = GeneratedFamily(
        name: "client-grants", firstNumber: 64,
        operations: """
            GET /client-grants get_client-grants read:client_grants - q document Get client grants
            POST /client-grants post_client-grants create:client_grants body - document Create client grant
            GET /client-grants/{id} get_client-grant read:client_grants - - document Get client grant
            PATCH /client-grants/{id} patch_client-grants_by_id update:client_grants body - document Update client grant
            DELETE /client-grants/{id} delete_client-grants_by_id delete:client_grants - - document Delete client grant
            GET /client-grants/{id}/organizations get_client-grant-organizations read:organization_client_grants - q document Get the organizations associated to a client grant
            """,
        schemas: ##"""
            {"get_client-grants.query":{"t":"o","p":{
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page"},
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"},
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "audience":{"t":"s","d":"Optional filter on audience"},
            "client_id":{"t":"s","d":"Optional filter on client_id"},
            "allow_any_organization":{"t":"b","e":[true],"d":"Optional filter on allow_any_organization"},
            "subject_type":{"$":"ClientGrantSubjectTypeEnum","d":"The type of application access the client grant allows"},
            "default_for":{"$":"ClientGrantDefaultForEnum","d":"Applies this client grant as the default for all clients in the specified group. The only accepted value is <a href=\"https://auth0.com/docs/get-started/applications/application-access-to-apis-client-grants#default-permissions-for-third-party-applications\">`third_party_clients`</a>, which applies the grant to all third-party clients. Per-client grants for the same audience take precedence. Mutually exclusive with `client_id`"}}},
            "post_client-grants.body":{"t":"o","x":0,"r":["audience"],"p":{
            "client_id":{"t":"s","d":"ID of the client"},
            "audience":{"t":"s","d":"The audience (API identifier) of this client grant","l":1},
            "default_for":{"$":"ClientGrantDefaultForEnum"},
            "organization_usage":{"t":"s","d":"Defines whether organizations can be used with client credentials exchanges for this grant","e":["deny","allow","require"]},
            "allow_any_organization":{"t":"b","d":"If enabled, any organization can be used with this grant. If disabled (default), the grant must be explicitly assigned to the desired organizations"},
            "scope":{"t":"a","d":"Scopes allowed for this client grant","a":{"t":"s","l":1,"L":280}},
            "subject_type":{"$":"ClientGrantSubjectTypeEnum"},
            "authorization_details_types":{"t":"a","d":"Types of authorization_details allowed for this client grant","a":{"t":"s","l":1,"L":255}},
            "allow_all_scopes":{"t":"b","d":"If enabled, all scopes configured on the resource server are allowed for this grant"}}},
            "patch_client-grants_by_id.body":{"t":"o","x":0,"k":1,"p":{
            "scope":{"t":"az","d":"Scopes allowed for this client grant","a":{"t":"s","l":1,"L":280}},
            "organization_usage":{"t":"sz","d":"Controls how organizations may be used with this grant","e":["deny","allow","require",null]},
            "allow_any_organization":{"t":"bz","d":"Controls allowing any organization to be used with this grant"},
            "authorization_details_types":{"t":"a","d":"Types of authorization_details allowed for this client grant","a":{"t":"s","l":1,"L":255}},
            "allow_all_scopes":{"t":"bz","d":"If enabled, all scopes configured on the resource server are allowed for this grant"}}},
            "get_client-grant-organizations.query":{"t":"o","p":{
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"},
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"}}},
            "ClientGrantDefaultForEnum":{"t":"s","e":["third_party_clients"],"d":"Applies this client grant as the default for all clients in the specified group. The only accepted value is <a href=\"https://auth0.com/docs/get-started/applications/application-access-to-apis-client-grants#default-permissions-for-third-party-applications\">`third_party_clients`</a>, which applies the grant to all third-party clients. Per-client grants for the same audience take precedence. Mutually exclusive with `client_id`"},
            "ClientGrantSubjectTypeEnum":{"t":"s","e":["client","user"],"d":"The type of application access the client grant allows"}}
            """##)
}
