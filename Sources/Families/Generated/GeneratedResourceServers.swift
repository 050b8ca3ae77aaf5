// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let resourceServers = GeneratedFamily(
        name: "resource-servers", firstNumber: 363,
        operations: """
            GET /resource-servers get_resource-servers read:resource_servers - q document Get resource servers
            POST /resource-servers post_resource-servers create:resource_servers body - document Create a resource server
            GET /resource-servers/{id} get_resource-servers_by_id read:resource_servers - q document Get a resource server
            PATCH /resource-servers/{id} patch_resource-servers_by_id update:resource_servers body - document Update a resource server
            DELETE /resource-servers/{id} delete_resource-servers_by_id delete:resource_servers - - document Delete a resource server
            """,
        schemas: ##"""
            {"get_resource-servers.query":{"t":"o","p":{
            "identifiers":{"t":"a","a":{"t":"s","l":1},"d":"An optional filter on the resource server identifier. Must be URL encoded and may be specified multiple times (max 10).<br /><b>e.g.</b> <i>../resource-servers?identifiers=id1&identifiers=id2</i>"},
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"},
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (true) or excluded (false)"},
            "fields":{}}},
            "post_resource-servers.body":{"t":"o","x":0,"r":["identifier"],"p":{
            "name":{"t":"s","d":"Friendly name for this resource server. Can not contain `<` or `>` characters","L":200,"P":"^[^<>]+$"},
            "identifier":{"t":"s","d":"Unique identifier for the API used as the audience parameter on authorization calls. Can not be changed once set","l":1,"L":600},
            "scopes":{"t":"a","d":"List of permissions (scopes) that this API uses","a":{"$":"ResourceServerScope"}},
            "signing_alg":{"$":"SigningAlgorithmEnum"},
            "signing_secret":{"t":"s","d":"Secret used to sign tokens when using symmetric algorithms (HS256)","l":16},
            "allow_offline_access":{"t":"b","d":"Whether refresh tokens can be issued for this API (true) or not (false)"},
            "allow_online_access":{"t":"b","d":"Whether Online Refresh Tokens can be issued for this API (true) or not (false)"},
            "allow_online_access_with_ephemeral_sessions":{"t":"b","d":"Whether Online Refresh Tokens can be issued even when sessions are configured as ephemeral (true) or not (false)"},
            "token_lifetime":{"t":"i","d":"Expiration value (in seconds) for access tokens issued for this API from the token endpoint","m":0,"M":2592000},
            "token_dialect":{"$":"ResourceServerTokenDialectSchemaEnum"},
            "skip_consent_for_verifiable_first_party_clients":{"t":"b","d":"Whether to skip user consent for applications flagged as first party (true) or not (false)"},
            "enforce_policies":{"t":"b","d":"Whether to enforce authorization policies (true) or to ignore them (false)"},
            "token_encryption":{"$":"ResourceServerTokenEncryption"},
            "consent_policy":{"$":"ResourceServerConsentPolicyEnum"},
            "authorization_details":{"t":"az","a":{}},
            "proof_of_possession":{"$":"ResourceServerProofOfPossession"},
            "subject_type_authorization":{"$":"ResourceServerSubjectTypeAuthorization"},
            "authorization_policy":{"$":"ResourceServerAuthorizationPolicy"},
            "token_lifetime_for_web":{"t":"i"},
            "token_lifetime_for_anonymous_access_tokens":{"t":"i"},
            "access_token":{"t":"o","x":0,"p":{"claims_mapping":{"t":"o","x":0,"p":{"custom_claims":{"t":"a","a":{"t":"o","x":0,"r":["name","expression"],"p":{"name":{"t":"s"},"expression":{"t":"s"}}}}}}}},
            "require_consent_non_repudiation":{"t":"b"}}},
            "get_resource-servers_by_id.query":{"t":"o","p":{
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (true) or excluded (false)"}}},
            "patch_resource-servers_by_id.body":{"t":"o","x":0,"p":{
            "name":{"t":"s","d":"Friendly name for this resource server. Can not contain `<` or `>` characters","L":200,"P":"^[^<>]+$"},
            "scopes":{"t":"a","d":"List of permissions (scopes) that this API uses","a":{"$":"ResourceServerScope"}},
            "signing_alg":{"$":"SigningAlgorithmEnum"},
            "signing_secret":{"t":"s","d":"Secret used to sign tokens when using symmetric algorithms (HS256)","l":16},
            "skip_consent_for_verifiable_first_party_clients":{"t":"b","d":"Whether to skip user consent for applications flagged as first party (true) or not (false)"},
            "allow_offline_access":{"t":"b","d":"Whether refresh tokens can be issued for this API (true) or not (false)"},
            "allow_online_access":{"t":"b","d":"Whether Online Refresh Tokens can be issued for this API (true) or not (false)"},
            "allow_online_access_with_ephemeral_sessions":{"t":"b","d":"Whether Online Refresh Tokens can be issued even when sessions are configured as ephemeral (true) or not (false)"},
            "token_lifetime":{"t":"i","d":"Expiration value (in seconds) for access tokens issued for this API from the token endpoint","m":0,"M":2592000},
            "token_dialect":{"$":"ResourceServerTokenDialectSchemaEnum"},
            "enforce_policies":{"t":"b","d":"Whether authorization policies are enforced (true) or not enforced (false)"},
            "token_encryption":{"$":"ResourceServerTokenEncryption"},
            "consent_policy":{"$":"ResourceServerConsentPolicyEnum"},
            "authorization_details":{"t":"az","a":{}},
            "proof_of_possession":{"$":"ResourceServerProofOfPossession"},
            "subject_type_authorization":{"$":"ResourceServerSubjectTypeAuthorization"},
            "authorization_policy":{"$":"ResourceServerAuthorizationPolicy"},
            "token_lifetime_for_web":{"t":"i"},
            "token_lifetime_for_anonymous_access_tokens":{"t":"i"},
            "access_token":{"t":"o","x":0,"p":{"claims_mapping":{"t":"o","x":0,"p":{"custom_claims":{"t":"a","a":{"t":"o","x":0,"r":["name","expression"],"p":{"name":{"t":"s"},"expression":{"t":"s"}}}}}}}},
            "require_consent_non_repudiation":{"t":"b"}}},
            "ResourceServerAuthorizationPolicy":{"t":"oz","d":"Authorization policy for the resource server","x":0,"r":["policy_id"],"p":{
            "policy_id":{"t":"s","d":"The ID of the authorization policy to apply","l":1,"L":1024}}},
            "ResourceServerConsentPolicyEnum":{"t":"sz","e":["transactional-authorization-with-mfa",null]},
            "ResourceServerProofOfPossession":{"t":"oz","d":"Proof-of-Possession configuration for access tokens","x":0,"r":["mechanism","required"],"p":{
            "mechanism":{"t":"s","d":"Intended mechanism for Proof-of-Possession","e":["mtls","dpop"]},
            "required":{"t":"b","d":"Whether the use of Proof-of-Possession is required for the resource server"},
            "required_for":{"t":"s","d":"Specifies which client types require Proof-of-Possession","e":["public_clients","all_clients"]}}},
            "ResourceServerScope":{"t":"o","x":0,"r":["value"],"p":{
            "value":{"t":"s","d":"Value of this scope","l":1,"L":280},
            "description":{"t":"s","d":"User-friendly description of this scope","L":500}}},
            "ResourceServerSubjectTypeAuthorization":{"t":"o","d":"Defines application access permission for a resource server","x":0,"p":{
            "user":{"t":"o","d":"Access Permissions for user flows","p":{"policy":{"t":"s","d":"Defines the user flows policy for the resource server","e":["allow_all","deny_all","require_client_grant"]}}},
            "client":{"t":"o","d":"Access Permissions for client flows","p":{"policy":{"t":"s","d":"Defines the client flows policy for the resource server","e":["deny_all","require_client_grant"]}}}}},
            "ResourceServerTokenDialectSchemaEnum":{"t":"s","d":"Dialect of issued access token. `access_token` is a JWT containing standard Auth0 claims; `rfc9068_profile` is a JWT conforming to the IETF JWT Access Token Profile. `access_token_authz` and `rfc9068_profile_authz` additionally include RBAC permissions claims","e":["access_token","access_token_authz","rfc9068_profile","rfc9068_profile_authz"]},
            "ResourceServerTokenEncryption":{"t":"oz","x":0,"r":["format","encryption_key"],"p":{
            "format":{"d":"Format of the encrypted JWT payload","e":["compact-nested-jwe"]},
            "encryption_key":{"t":"o","x":0,"r":["alg","pem"],"p":{"name":{"t":"s","d":"Name of the encryption key","l":1,"L":128},"alg":{"t":"s","d":"Algorithm used to encrypt the token","e":["RSA-OAEP-256","RSA-OAEP-384","RSA-OAEP-512"]},"kid":{"t":"s","d":"Key ID","l":1,"L":128},"pem":{"t":"s","d":"PEM-formatted public key. Must be JSON escaped","l":1,"L":4096}}}}},
            "SigningAlgorithmEnum":{"t":"s","d":"Algorithm used to sign JWTs. Can be `HS256` (default) or `RS256`. `PS256` available via addon","e":["HS256","RS256","RS512","PS256"]}}
            """##)
}
