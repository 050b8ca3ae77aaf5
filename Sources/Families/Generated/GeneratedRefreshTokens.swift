// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let refreshTokens = GeneratedFamily(
        name: "refresh-tokens", firstNumber: 358,
        operations: """
            GET /refresh-tokens get_refresh_tokens read:refresh_tokens - q document Get refresh tokens
            POST /refresh-tokens/revoke revoke_refresh_tokens delete:refresh_tokens body - document Revoke refresh tokens
            GET /refresh-tokens/{id} get_refresh_token read:refresh_tokens - - document Get a refresh token
            PATCH /refresh-tokens/{id} patch_refresh-tokens_by_id update:refresh_tokens body - document Update a refresh token
            DELETE /refresh-tokens/{id} delete_refresh_token delete:refresh_tokens - - document Delete a refresh token
            """,
        schemas: ##"""
            {"get_refresh_tokens.query":{"t":"o","p":{
            "user_id":{"t":"s","d":"ID of the user whose refresh tokens to retrieve. Required"},
            "client_id":{"t":"s","d":"Filter results by client ID. Only valid when user_id is provided"},
            "from":{"t":"s","d":"An opaque cursor from which to start the selection (exclusive). Expires after 24 hours. Obtained from the next property of a previous response"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "fields":{"t":"s","d":"Comma-separated list of fields to include or exclude (based on value provided for include_fields) in the result. Leave empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (true) or excluded (false)"}},"n":["user_id"]},
            "revoke_refresh_tokens.body":{"t":"o","d":"Exactly one of the following combinations must be provided: `ids` (up to 100 token IDs); `user_id`; `user_id` + `client_id`; or `user_id` + `client_id` + `audience`. `ids` cannot be combined with `user_id`, `client_id`, or `audience`. `audience` requires both `user_id` and `client_id`. `client_id` alone is not allowed — it must be paired with `user_id`","x":0,"p":{
            "ids":{"t":"a","d":"Array of refresh token IDs to revoke. Limited to 100 at a time","c":1,"a":{"t":"s","l":1,"L":30}},
            "user_id":{"t":"s","d":"Revoke all refresh tokens for this user","l":1,"L":300,"f":"user-id"},
            "client_id":{"t":"s","d":"Revoke refresh tokens for this client. Must be paired with `user_id`; optionally narrowed further with `audience`","l":1,"L":64,"f":"client-id"},
            "audience":{"t":"s","d":"Resource server identifier (audience) to scope the revocation. Must be used with both `user_id` and `client_id`","l":1,"L":600}}},
            "patch_refresh-tokens_by_id.body":{"t":"o","x":0,"k":1,"p":{
            "refresh_token_metadata":{"t":"oz","d":"Metadata associated with the refresh token. Pass null or {} to remove all metadata","K":25}}}}
            """##)
}
