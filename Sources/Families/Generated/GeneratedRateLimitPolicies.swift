// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let rateLimitPolicies = GeneratedFamily(
        name: "rate-limit-policies", firstNumber: 353,
        operations: """
            GET /rate-limit-policies get_rate-limit-policies read:rate_limit_policies - q document Get rate limit policies
            POST /rate-limit-policies post_rate-limit-policies create:rate_limit_policies body - document Create a rate limit policy
            GET /rate-limit-policies/{id} get_rate-limit-policies_by_id read:rate_limit_policies - - document Get a rate limit policy
            PATCH /rate-limit-policies/{id} patch_rate-limit-policies_by_id update:rate_limit_policies body - document Update a rate limit policy
            DELETE /rate-limit-policies/{id} delete_rate-limit-policies_by_id delete:rate_limit_policies - - document Delete a rate limit policy
            """,
        schemas: ##"""
            {"get_rate-limit-policies.query":{"t":"o","p":{
            "resource":{"$":"RateLimitPolicyResourceEnum","d":"The API protected by the Rate Limit Policy"},
            "consumer":{"$":"RateLimitPolicyConsumerEnum","d":"The consumer to which the rate limit policy applies"},
            "consumer_selector":{"t":"s","L":255,"d":"Identifier or category within the consumer to which the policy applies. Supported values: `client_id:<client_id>` to target a specific client by ID, `client_id:<cimd_uri>` to target a CIMD client by URI, `cimd_clients` to target all CIMD clients, `third_party_clients` to target all third-party clients, or `default` to apply the policy to any consumer identifier not otherwise explicitly targeted"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "from":{"t":"s","L":1000,"d":"Cursor for pagination"}}},
            "post_rate-limit-policies.body":{"t":"o","x":0,"r":["resource","consumer","consumer_selector","configuration"],"p":{
            "resource":{"$":"RateLimitPolicyResourceEnum"},
            "consumer":{"$":"RateLimitPolicyConsumerEnum"},
            "consumer_selector":{"t":"s","d":"Identifier or category within the consumer to which the policy applies. Supported values: `client_id:<client_id>` to target a specific client by ID, `client_id:<cimd_uri>` to target a CIMD client by URI, `cimd_clients` to target all CIMD clients, `third_party_clients` to target all third-party clients, or `default` to apply the policy to any consumer identifier not otherwise explicitly targeted","L":255},
            "configuration":{"t":"o","d":"The configuration of the rate limit policy","o":[{"t":"o","x":0,"r":["action"],"p":{"action":{"t":"s","d":"Determines the action to take when the rate limit is exceeded","e":["allow"]}}},{"t":"o","x":0,"r":["action","limit"],"p":{"action":{"t":"s","d":"Determines the action to take when the rate limit is exceeded","e":["block","log"]},"limit":{"t":"i","d":"The maximum number of requests allowed per second","m":0,"M":10000}}},{"t":"o","x":0,"r":["action","limit","redirect_uri"],"p":{"action":{"t":"s","d":"Determines the action to take when the rate limit is exceeded","e":["redirect"]},"limit":{"t":"i","d":"The maximum number of requests allowed per second","m":0,"M":10000},"redirect_uri":{"t":"s","d":"The HTTPS URI to redirect to when the rate limit is exceeded","f":"strict-https-uri"}}}]}}},
            "patch_rate-limit-policies_by_id.body":{"t":"o","x":0,"r":["configuration"],"p":{
            "configuration":{"t":"o","o":[{"t":"o","x":0,"r":["action"],"p":{"action":{"t":"s","d":"Determines the action to take when the rate limit is exceeded","e":["allow"]}}},{"t":"o","x":0,"r":["action","limit"],"p":{"action":{"t":"s","d":"Determines the action to take when the rate limit is exceeded","e":["block","log"]},"limit":{"t":"i","d":"The maximum number of requests allowed per second","m":0,"M":10000}}},{"t":"o","x":0,"r":["action","limit","redirect_uri"],"p":{"action":{"t":"s","d":"Determines the action to take when the rate limit is exceeded","e":["redirect"]},"limit":{"t":"i","d":"The maximum number of requests allowed per second","m":0,"M":10000},"redirect_uri":{"t":"s","d":"The HTTPS URI to redirect to when the rate limit is exceeded","f":"strict-https-uri"}}}]}}},
            "RateLimitPolicyConsumerEnum":{"t":"s","e":["client"],"d":"The consumer to which the rate limit policy applies"},
            "RateLimitPolicyResourceEnum":{"t":"s","e":["oauth_authentication_api"],"d":"The API protected by the Rate Limit Policy"}}
            """##)
}
