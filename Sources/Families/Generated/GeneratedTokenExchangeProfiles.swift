// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let tokenExchangeProfiles = GeneratedFamily(
        name: "token-exchange-profiles", firstNumber: 414,
        operations: """
            GET /token-exchange-profiles get_token-exchange-profiles read:token_exchange_profiles - q document Get token exchange profiles
            POST /token-exchange-profiles post_token-exchange-profiles create:token_exchange_profiles body - document Create a token exchange profile
            GET /token-exchange-profiles/{id} get_token-exchange-profiles_by_id read:token_exchange_profiles - - document Get a token exchange profile
            PATCH /token-exchange-profiles/{id} patch_token-exchange-profiles_by_id update:token_exchange_profiles body - document Update an existing token exchange profile
            DELETE /token-exchange-profiles/{id} delete_token-exchange-profiles_by_id delete:token_exchange_profiles - - document Delete a token exchange profile
            """,
        schemas: ##"""
            {"get_token-exchange-profiles.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"}}},
            "post_token-exchange-profiles.body":{"t":"o","x":0,"r":["name","subject_token_type","action_id","type"],"p":{
            "name":{"t":"s","d":"Friendly name of this profile","l":3,"L":50},
            "subject_token_type":{"t":"s","d":"Subject token type for this profile. When receiving a token exchange request on the Authentication API, the corresponding token exchange profile with a matching subject_token_type will be executed. This must be a URI","l":8,"L":100,"f":"url"},
            "action_id":{"t":"s","d":"The ID of the Custom Token Exchange action to execute for this profile, in order to validate the subject_token. The action must use the custom-token-exchange trigger","l":1,"L":36},
            "type":{"t":"s","d":"The type of the profile, which controls how the profile will be executed when receiving a token exchange request","l":1,"L":21,"e":["custom_authentication"]}}},
            "patch_token-exchange-profiles_by_id.body":{"t":"o","x":0,"k":1,"p":{
            "name":{"t":"s","d":"Friendly name of this profile","l":3,"L":50},
            "subject_token_type":{"t":"s","d":"Subject token type for this profile. When receiving a token exchange request on the Authentication API, the corresponding token exchange profile with a matching subject_token_type will be executed. This must be a URI","l":8,"L":100,"f":"url"}}}}
            """##)
}
