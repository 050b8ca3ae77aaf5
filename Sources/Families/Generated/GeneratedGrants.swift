// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let grants = GeneratedFamily(
        name: "grants", firstNumber: 196,
        operations: """
            GET /grants get_grants read:grants - q document Get grants
            DELETE /grants delete_grants_by_user_id delete:grants - q document Delete a grant by user_id
            DELETE /grants/{id} delete_grants_by_id delete:grants - - document Delete a grant by id
            """,
        schemas: ##"""
            {"get_grants.query":{"t":"o","p":{
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page"},
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"},
            "user_id":{"t":"s","d":"user_id of the grants to retrieve"},
            "client_id":{"t":"s","d":"client_id of the grants to retrieve"},
            "audience":{"t":"s","d":"audience of the grants to retrieve"}}},
            "delete_grants_by_user_id.query":{"t":"o","p":{
            "user_id":{"t":"s","d":"user_id of the grant to delete"}},"n":["user_id"]}}
            """##)
}
