// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let connections = GeneratedFamily(
        name: "connections", firstNumber: 91,
        operations: """
            GET /connections get_connections read:connections - q document Get all connections
            POST /connections post_connections create:connections body - document Create a connection
            GET /connections/{id} get_connections_by_id read:connections - q document Get a connection
            PATCH /connections/{id} patch_connections_by_id update:connections body - document Update a connection
            DELETE /connections/{id} delete_connections_by_id delete:connections - - document Delete a connection
            GET /connections/{id}/clients get_connection_clients read:connections - q document Get enabled clients for a connection
            PATCH /connections/{id}/clients patch_clients update:connections body - document Update enabled clients for a connection
            GET /connections/{id}/directory-provisioning get_directory-provisioning read:directory_provisionings - - document Get a directory provisioning configuration
            POST /connections/{id}/directory-provisioning post_directory-provisioning create:directory_provisionings optional - document Create a directory provisioning configuration
            PATCH /connections/{id}/directory-provisioning patch_directory-provisioning update:directory_provisionings body - document Patch a directory provisioning configuration
            DELETE /connections/{id}/directory-provisioning delete_directory-provisioning delete:directory_provisionings - - document Delete a directory provisioning configuration
            GET /connections/{id}/directory-provisioning/default-mapping get_directory_provisioning_default_mapping read:directory_provisionings - - document Get a connection's default directory provisioning attribute mapping
            POST /connections/{id}/directory-provisioning/synchronizations post_synchronizations create:directory_provisionings - - document Request an on-demand synchronization of the directory
            GET /connections/{id}/directory-provisioning/synchronized-groups get_synchronized-groups read:directory_provisionings - q document Get synchronized groups for a directory provisioning configuration
            PUT /connections/{id}/directory-provisioning/synchronized-groups put_synchronized-groups update:directory_provisionings body - document Create or replace synchronized group selections for a directory provisioning configuration
            GET /connections/{id}/keys get_keys read:connections_keys - - document Get connection keys
            POST /connections/{id}/keys post_keys create:connections_keys optional - document Create connection keys
            POST /connections/{id}/keys/rotate post_rotate create:connections_keys,update:connections_keys optional - document Rotate connection keys
            GET /connections/{id}/scim-configuration get_scim-configuration read:scim_config - - document Get a connection's SCIM configuration
            POST /connections/{id}/scim-configuration post_scim-configuration create:scim_config optional - document Create a SCIM configuration
            PATCH /connections/{id}/scim-configuration patch_scim-configuration update:scim_config body - document Patch a connection's SCIM configuration
            DELETE /connections/{id}/scim-configuration delete_scim-configuration delete:scim_config - - document Delete a connection's SCIM configuration
            GET /connections/{id}/scim-configuration/default-mapping get_default-mapping read:scim_config - - document Get a connection's default SCIM mapping
            GET /connections/{id}/scim-configuration/tokens get_scim_tokens read:scim_token - - document Get a connection's SCIM tokens
            POST /connections/{id}/scim-configuration/tokens post_scim_token create:scim_token optional - document Create a SCIM Token
            DELETE /connections/{id}/scim-configuration/tokens/{tokenId} delete_tokens_by_tokenId delete:scim_token - - document Delete a connection's SCIM token
            GET /connections/{id}/status get_status read:connections - - document Check connection status
            DELETE /connections/{id}/users delete_users_by_email delete:users - q document Delete a connection user
            POST /connections/{id}/directory-provisioning/synchronized-groups post_synchronized_groups update:directory_provisionings body - recorded
            DELETE /connections/{id}/directory-provisioning/synchronized-groups delete_synchronized_groups update:directory_provisionings body - recorded
            """,
        schemas: ##"""
            {"get_connections.query":{"t":"o","p":{
            "per_page":{"t":"i","m":1,"M":100,"d":"The amount of entries per page. Defaults to 100 if not provided"},
            "page":{"t":"i","m":0,"d":"The page number. Zero based"},
            "include_totals":{"t":"b","d":"true if a query summary must be included in the result, false otherwise. Not returned when using checkpoint pagination. Default <code>false</code>"},
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "strategy":{"t":"a","a":{"t":"s","e":["ad","adfs","amazon","apple","dropbox","bitbucket","auth0-oidc","auth0","baidu","bitly","box","custom","daccount","dwolla","email","evernote-sandbox","evernote","exact","facebook","fitbit","github","google-apps","google-oauth2","instagram","ip","line","linkedin","oauth1","oauth2","office365","oidc","okta","paypal","paypal-sandbox","pingfederate","planningcenter","salesforce-community","salesforce-sandbox","salesforce","samlp","sharepoint","shopify","shop","sms","soundcloud","thirtysevensignals","twitter","untappd","vkontakte","waad","weibo","windowslive","wordpress","yahoo","yandex","auth0-adldap"]},"d":"Provide strategies to only retrieve connections with such strategies"},
            "name":{"t":"s","d":"Provide the name of the connection to retrieve"},
            "fields":{"t":"s","d":"A comma separated list of fields to include or exclude (depending on include_fields) from the result, empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"<code>true</code> if the fields specified are to be included in the result, <code>false</code> otherwise (defaults to <code>true</code>)"}}},
            "post_connections.body":{"t":"o","x":0,"r":["name","strategy"],"p":{
            "name":{"t":"s","d":"The name of the connection. Must start and end with an alphanumeric character and can only contain alphanumeric characters and '-'. Max length 128","L":128,"P":"^[a-zA-Z0-9](-[a-zA-Z0-9]|[a-zA-Z0-9])*$"},
            "display_name":{"t":"s","d":"Connection name used in the new universal login experience","L":128},
            "strategy":{"t":"s","d":"The identity provider identifier for the connection","e":["ad","adfs","amazon","apple","dropbox","bitbucket","auth0-oidc","auth0","baidu","bitly","box","custom","daccount","dwolla","email","evernote-sandbox","evernote","exact","facebook","fitbit","github","google-apps","google-oauth2","instagram","ip","line","linkedin","oauth1","oauth2","office365","oidc","okta","paypal","paypal-sandbox","pingfederate","planningcenter","salesforce-community","salesforce-sandbox","salesforce","samlp","sharepoint","shopify","shop","sms","soundcloud","thirtysevensignals","twitter","untappd","vkontakte","waad","weibo","windowslive","wordpress","yahoo","yandex"]},
            "options":{"t":"o","d":"The connection's options (depend on the connection strategy)","p":{"validation":{"$":"ConnectionValidationOptions"},"non_persistent_attrs":{"t":"az","d":"An array of user fields that should not be stored in the Auth0 database (https://auth0.com/docs/security/data-security/denylist)","a":{"t":"s"}},"precedence":{"t":"a","d":"Order of precedence for attribute types. If the property is not specified, the default precedence of attributes will be used","c":3,"a":{"$":"ConnectionIdentifierPrecedenceEnum"}},"attributes":{"t":"o","d":"Attribute configuration","x":0,"k":1,"p":{"email":{"$":"EmailAttribute"},"phone_number":{"$":"PhoneAttribute"},"username":{"t":"o","d":"Configuration for the username attribute for users","x":0,"p":{"identifier":{"t":"o","x":0,"p":{"active":{"t":"b","d":"Determines if the attribute is used for identification"},"default_method":{"t":"s"}}},"profile_required":{"t":"b","d":"Determines if property should be required for users"},"signup":{"$":"SignupSchema"},"validation":{"$":"UsernameValidation"}}}}},"enable_script_context":{"t":"b","d":"Set to true to inject context into custom DB scripts (warning: cannot be disabled once enabled)"},"enabledDatabaseCustomization":{"t":"b","d":"Set to true to use a legacy user store"},"import_mode":{"t":"b","d":"Enable this if you have a legacy user store and you want to gradually migrate those users to the Auth0 user store"},"configuration":{"t":"oz","d":"Stores encrypted string only configurations for connections","x":{"t":"sz"}},"customScripts":{"$":"ConnectionCustomScripts"},"authentication_methods":{"$":"ConnectionAuthenticationMethods"},"passkey_options":{"$":"ConnectionPasskeyOptions"},"passwordPolicy":{"$":"ConnectionPasswordPolicyEnum"},"password_complexity_options":{"$":"ConnectionPasswordComplexityOptions"},"password_history":{"$":"ConnectionPasswordHistoryOptions"},"password_no_personal_info":{"$":"ConnectionPasswordNoPersonalInfoOptions"},"password_dictionary":{"$":"ConnectionPasswordDictionaryOptions"},"api_enable_users":{"t":"b"},"api_enable_groups":{"t":"b"},"basic_profile":{"t":"b"},"ext_admin":{"t":"b"},"ext_is_suspended":{"t":"b"},"ext_agreed_terms":{"t":"b"},"ext_groups":{"t":"b"},"ext_assigned_plans":{"t":"b"},"ext_profile":{"t":"b"},"disable_self_service_change_password":{"t":"b"},"upstream_params":{"$":"ConnectionUpstreamParams"},"set_user_root_attributes":{"$":"ConnectionSetUserRootAttributesEnum"},"gateway_authentication":{"$":"ConnectionGatewayAuthentication"},"federated_connections_access_tokens":{"$":"ConnectionFederatedConnectionsAccessTokens"},"password_options":{"$":"ConnectionPasswordOptions"},"assertion_decryption_settings":{"$":"ConnectionAssertionDecryptionSettings"},"id_token_signed_response_algs":{"$":"ConnectionIdTokenSignedResponseAlgs"},"dpop_signing_alg":{"$":"ConnectionDpopSigningAlgEnum"},"token_endpoint_auth_method":{"$":"ConnectionTokenEndpointAuthMethodEnum"},"token_endpoint_auth_signing_alg":{"$":"ConnectionTokenEndpointAuthSigningAlgEnum"},"token_endpoint_jwtca_aud_format":{"$":"ConnectionTokenEndpointJwtcaAudFormatEnumOIDC"},"id_token_session_expiry_supported":{"$":"ConnectionIdTokenSessionExpirySupported"}}},
            "enabled_clients":{"t":"a","d":"Use of this property is NOT RECOMMENDED. Use the PATCH /v2/connections/{id}/clients endpoint to enable the connection for a set of clients","a":{"t":"s","d":"The id of the client for which the connection is to be enabled","f":"client-id"}},
            "is_domain_connection":{"t":"b","d":"<code>true</code> promotes to a domain-level connection so that third-party applications can use it. <code>false</code> does not promote the connection, so only first-party applications with the connection enabled can use it. (Defaults to <code>false</code>.)"},
            "show_as_button":{"t":"b","d":"Enables showing a button for the connection in the login page (new experience only). If false, it will be usable only by HRD. (Defaults to <code>false</code>.)"},
            "realms":{"t":"a","d":"Defines the realms for which the connection will be used (ie: email domains). If the array is empty or the property is not specified, the connection name will be added as realm","a":{"t":"s","d":"The realm where this connection belongs","f":"connection-realm"}},
            "metadata":{"$":"ConnectionsMetadata"},
            "authentication":{"$":"ConnectionAuthenticationPurpose"},
            "connected_accounts":{"$":"ConnectionConnectedAccountsPurpose"},
            "cross_app_access_requesting_app":{"$":"CrossAppAccessRequestingApp"},
            "cross_app_access_resource_app":{"t":"oz"}}},
            "get_connections_by_id.query":{"t":"o","p":{
            "fields":{"t":"s","d":"A comma separated list of fields to include or exclude (depending on include_fields) from the result, empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"<code>true</code> if the fields specified are to be included in the result, <code>false</code> otherwise (defaults to <code>true</code>)"}}},
            "patch_connections_by_id.body":{"t":"o","x":0,"k":1,"p":{
            "display_name":{"t":"s","d":"The connection name used in the new universal login experience. If display_name is not included in the request, the field will be overwritten with the name value","L":128},
            "options":{"t":"oz","d":"The connection's options (depend on the connection strategy). To update these options, the `update:connections_options` scope must be present. To verify your changes, also include the `read:connections_options` scope. If this scope is not specified, you will not be able to review the updated object","p":{"validation":{"$":"ConnectionValidationOptions"},"non_persistent_attrs":{"t":"az","d":"An array of user fields that should not be stored in the Auth0 database (https://auth0.com/docs/security/data-security/denylist)","a":{"t":"s"}},"precedence":{"t":"a","d":"Order of precedence for attribute types. If the property is not specified, the default precedence of attributes will be used","c":3,"a":{"$":"ConnectionIdentifierPrecedenceEnum"}},"attributes":{"t":"o","d":"Attribute configuration","x":0,"k":1,"p":{"email":{"$":"EmailAttribute"},"phone_number":{"$":"PhoneAttribute"},"username":{"t":"o","d":"Configuration for the username attribute for users","x":0,"p":{"identifier":{"t":"o","x":0,"p":{"active":{"t":"b","d":"Determines if the attribute is used for identification"}}},"profile_required":{"t":"b","d":"Determines if property should be required for users"},"signup":{"$":"SignupSchema"},"validation":{"$":"UsernameValidation"}}}}},"enable_script_context":{"t":"b","d":"Set to true to inject context into custom DB scripts (warning: cannot be disabled once enabled)"},"enabledDatabaseCustomization":{"t":"b","d":"Set to true to use a legacy user store"},"import_mode":{"t":"b","d":"Enable this if you have a legacy user store and you want to gradually migrate those users to the Auth0 user store"},"configuration":{"t":"oz","d":"Stores encrypted string only configurations for connections","x":{"t":"sz"}},"customScripts":{"$":"ConnectionCustomScripts"},"authentication_methods":{"$":"ConnectionAuthenticationMethods"},"passkey_options":{"$":"ConnectionPasskeyOptions"},"passwordPolicy":{"$":"ConnectionPasswordPolicyEnum"},"password_complexity_options":{"$":"ConnectionPasswordComplexityOptions"},"password_history":{"$":"ConnectionPasswordHistoryOptions"},"password_no_personal_info":{"$":"ConnectionPasswordNoPersonalInfoOptions"},"password_dictionary":{"$":"ConnectionPasswordDictionaryOptions"},"api_enable_users":{"t":"b"},"api_enable_groups":{"t":"b"},"basic_profile":{"t":"b"},"ext_admin":{"t":"b"},"ext_is_suspended":{"t":"b"},"ext_agreed_terms":{"t":"b"},"ext_groups":{"t":"b"},"ext_assigned_plans":{"t":"b"},"ext_profile":{"t":"b"},"disable_self_service_change_password":{"t":"b"},"upstream_params":{"$":"ConnectionUpstreamParams"},"set_user_root_attributes":{"$":"ConnectionSetUserRootAttributesEnum"},"gateway_authentication":{"$":"ConnectionGatewayAuthentication"},"federated_connections_access_tokens":{"$":"ConnectionFederatedConnectionsAccessTokens"},"password_options":{"$":"ConnectionPasswordOptions"},"assertion_decryption_settings":{"$":"ConnectionAssertionDecryptionSettings"},"id_token_signed_response_algs":{"$":"ConnectionIdTokenSignedResponseAlgs"},"dpop_signing_alg":{"$":"ConnectionDpopSigningAlgEnum"},"token_endpoint_auth_method":{"$":"ConnectionTokenEndpointAuthMethodEnum"},"token_endpoint_auth_signing_alg":{"$":"ConnectionTokenEndpointAuthSigningAlgEnum"},"token_endpoint_jwtca_aud_format":{"$":"ConnectionTokenEndpointJwtcaAudFormatEnumOIDC"},"id_token_session_expiry_supported":{"$":"ConnectionIdTokenSessionExpirySupported"}}},
            "enabled_clients":{"t":"az","d":"DEPRECATED property. Use the PATCH /v2/connections/{id}/clients endpoint to enable or disable the connection for any clients","a":{"t":"s","d":"The client_id of the client to for which the connection is to be enabled","f":"client-id"}},
            "is_domain_connection":{"t":"b","d":"<code>true</code> promotes to a domain-level connection so that third-party applications can use it. <code>false</code> does not promote the connection, so only first-party applications with the connection enabled can use it. (Defaults to <code>false</code>.)"},
            "show_as_button":{"t":"b","d":"Enables showing a button for the connection in the login page (new experience only). If false, it will be usable only by HRD. (Defaults to <code>false</code>.)"},
            "realms":{"t":"a","d":"Defines the realms for which the connection will be used (ie: email domains). If the array is empty or the property is not specified, the connection name will be added as realm","a":{"t":"s","d":"The realm where this connection belongs","f":"connection-realm"}},
            "metadata":{"$":"ConnectionsMetadata"},
            "authentication":{"$":"ConnectionAuthenticationPurpose"},
            "connected_accounts":{"$":"ConnectionConnectedAccountsPurpose"},
            "cross_app_access_requesting_app":{"$":"CrossAppAccessRequestingApp"},
            "cross_app_access_resource_app":{"t":"oz"}}},
            "get_connection_clients.query":{"t":"o","p":{
            "take":{"t":"i","m":1,"M":1000,"d":"Number of results per page. Defaults to 50"},
            "from":{"t":"s","L":1000,"d":"Optional Id from which to start selection"}}},
            "patch_clients.body":{"t":"a","c":1,"a":{"t":"o","x":0,"r":["client_id","status"],"p":{"client_id":{"t":"s","d":"The client_id of the client whose status will be changed. Note that the limit per PATCH request is 50 clients","f":"client-id"},"status":{"t":"b","d":"Whether the connection is enabled or not for this client_id"}}}},
            "post_directory-provisioning.body":{"t":"oz","x":0,"p":{
            "mapping":{"t":"a","d":"The mapping between Auth0 and IDP user attributes","c":1,"a":{"$":"DirectoryProvisioningMappingItem"}},
            "synchronize_automatically":{"t":"b","d":"Whether periodic automatic synchronization is enabled"},
            "synchronize_groups":{"$":"SynchronizeGroupsEnum"}}},
            "patch_directory-provisioning.body":{"t":"oz","x":0,"p":{
            "mapping":{"t":"a","d":"The mapping between Auth0 and IDP user attributes","c":1,"a":{"$":"DirectoryProvisioningMappingItem"}},
            "synchronize_automatically":{"t":"b","d":"Whether periodic automatic synchronization is enabled"},
            "synchronize_groups":{"$":"SynchronizeGroupsEnum"}}},
            "get_synchronized-groups.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "q":{}}},
            "put_synchronized-groups.body":{"t":"o","x":0,"r":["groups"],"p":{
            "groups":{"t":"a","d":"Array of Google Workspace Directory group objects to synchronize","a":{"t":"o","x":0,"r":["id"],"p":{"id":{"t":"s","d":"Google Workspace Directory group ID","l":1,"L":32,"P":"^[A-Za-z0-9]+$"},"name":{"t":"s"},"direct_members_count":{"t":"i"},"email":{"t":"s","f":"email","d":"Google Workspace Directory group email"}}}}}},
            "post_keys.body":{"t":"oz","x":0,"p":{
            "signing_alg":{"t":"s","d":"Selected Signing Algorithm","e":["RS256","RS384","RS512","PS256","PS384","ES256","ES384"]}}},
            "post_rotate.body":{"t":"oz","x":0,"p":{
            "signing_alg":{"t":"s","d":"Selected Signing Algorithm","e":["RS256","RS384","RS512","PS256","PS384","ES256","ES384"]}}},
            "post_scim-configuration.body":{"t":"oz","x":0,"p":{
            "user_id_attribute":{"t":"s","d":"User ID attribute for generating unique user ids"},
            "mapping":{"t":"a","d":"The mapping between auth0 and SCIM","a":{"$":"ScimMappingItem"}}}},
            "patch_scim-configuration.body":{"t":"o","x":0,"r":["user_id_attribute","mapping"],"p":{
            "user_id_attribute":{"t":"s","d":"User ID attribute for generating unique user ids"},
            "mapping":{"t":"a","d":"The mapping between auth0 and SCIM","a":{"$":"ScimMappingItem"}}}},
            "post_scim_token.body":{"t":"o","d":"SCIM Token","x":0,"p":{
            "scopes":{"t":"a","d":"The scopes of the scim token","c":1,"a":{"t":"s","d":"The token's scope"}},
            "token_lifetime":{"t":"iz","d":"Lifetime of the token in seconds. Must be greater than 900"}}},
            "delete_users_by_email.query":{"t":"o","p":{
            "email":{"t":"s","d":"The email of the user to delete"}},"n":["email"]},
            "post_synchronized_groups.body":{"t":"o","p":{
            "groups":{"t":"a","a":{"t":"o","p":{"id":{"t":"s"},"email":{"t":"s","f":"email","d":"Google Workspace Directory group email"}},"r":["id"]}}},"r":["groups"]},
            "delete_synchronized_groups.body":{"t":"o","p":{
            "groups":{"t":"a","a":{"t":"o","p":{"id":{"t":"s"},"email":{"t":"s","f":"email","d":"Google Workspace Directory group email"}},"r":["id"]}}},"r":["groups"]},
            "ConnectionAssertionDecryptionSettings":{"t":"o","d":"Settings for SAML assertion decryption","x":0,"r":["algorithm_profile"],"p":{
            "algorithm_profile":{"t":"s","d":"The algorithm profile to use for decrypting SAML assertions","e":["v2026-1"]},
            "algorithm_exceptions":{"t":"a","d":"A list of insecure algorithms to allow for SAML assertion decryption","a":{"t":"s","l":1,"L":100}}}},
            "ConnectionAuthenticationMethods":{"t":"oz","d":"Options for enabling authentication methods","x":0,"p":{
            "password":{"t":"o","d":"Password authentication enablement","x":0,"p":{"enabled":{"t":"b","d":"Determines whether passwords are enabled"},"api_behavior":{"t":"s","d":"Specifies the API behavior for password authentication","e":["required","optional"]},"signup_behavior":{"t":"s","d":"Specifies the signup behavior for password authentication","e":["allow","block"]}}},
            "passkey":{"t":"o","d":"Passkey authentication enablement","x":0,"p":{"enabled":{"t":"b","d":"Determines whether passkeys are enabled"}}},
            "email_otp":{"t":"o","d":"Email OTP authentication enablement","x":0,"p":{"enabled":{"t":"b","d":"Determines whether email OTP is enabled"}}},
            "phone_otp":{"t":"o","d":"Phone OTP authentication enablement","x":0,"p":{"enabled":{"t":"b","d":"Determines whether phone OTP is enabled"}}}}},
            "ConnectionAuthenticationPurpose":{"t":"o","d":"Configure the purpose of a connection to be used for authentication during login","x":0,"r":["active"],"p":{
            "active":{"t":"b"}}},
            "ConnectionConnectedAccountsPurpose":{"t":"o","d":"Configure the purpose of a connection to be used for connected accounts and Token Vault","x":0,"r":["active"],"p":{
            "active":{"t":"b"},
            "cross_app_access":{"t":"b"}}},
            "ConnectionCustomScripts":{"t":"o","d":"A map of scripts used to integrate with a custom database","p":{
            "login":{"t":"s","l":1},
            "get_user":{"t":"s","l":1},
            "delete":{"t":"s","l":1},
            "change_password":{"t":"s","l":1},
            "verify":{"t":"s","l":1},
            "create":{"t":"s","l":1},
            "change_username":{"t":"s","l":1},
            "change_email":{"t":"s","l":1},
            "change_phone_number":{"t":"s","l":1}}},
            "ConnectionDpopSigningAlgEnum":{"t":"s","d":"Algorithm used for DPoP proof JWT signing","e":["ES256","ES384","ES512","Ed25519"]},
            "ConnectionFederatedConnectionsAccessTokens":{"t":"oz","d":"Federated Connections Access Tokens","x":0,"p":{
            "active":{"t":"b","d":"Enables refresh tokens and access tokens collection for federated connections"}}},
            "ConnectionGatewayAuthentication":{"t":"oz","d":"Token-based authentication settings to be applied when connection is using an sms strategy","r":["method","audience","secret"],"p":{
            "method":{"t":"s","d":"The Authorization header type"},
            "subject":{"t":"s","d":"The subject to be added to the JWT payload"},
            "audience":{"t":"s","d":"The audience to be added to the JWT payload"},
            "secret":{"t":"s","d":"The secret to be used for signing tokens"},
            "secret_base64_encoded":{"t":"b","d":"Set to true if the provided secret is base64 encoded"}}},
            "ConnectionIdTokenSessionExpirySupported":{"t":"b","d":"Indicates whether the identity provider supports session expiry via the id_token. If true, the system will use the session_expiry claim in the id_token to determine session expiry"},
            "ConnectionIdTokenSignedResponseAlgs":{"d":"List of algorithms allowed to verify the ID tokens","t":"az","a":{"d":"Algorithm allowed to verify the ID tokens","t":"s","e":["ES256","ES384","PS256","PS384","RS256","RS384","RS512"]}},
            "ConnectionIdentifierPrecedenceEnum":{"t":"s","d":"Order of precedence for attribute types","e":["email","phone_number","username"]},
            "ConnectionPasskeyOptions":{"t":"oz","d":"Options for the passkey authentication method","x":0,"p":{
            "challenge_ui":{"t":"s","d":"Controls the UI used to challenge the user for their passkey","e":["both","autofill","button"]},
            "progressive_enrollment_enabled":{"t":"b","d":"Enables or disables progressive enrollment of passkeys for the connection"},
            "local_enrollment_enabled":{"t":"b","d":"Enables or disables enrollment prompt for local passkey when user authenticates using a cross-device passkey for the connection"}}},
            "ConnectionPasswordComplexityOptions":{"t":"oz","d":"Password complexity options","x":0,"p":{
            "min_length":{"t":"i","d":"Minimum password length","m":1,"M":128}}},
            "ConnectionPasswordDictionaryOptions":{"t":"oz","d":"Options for password dictionary policy","x":0,"r":["enable"],"p":{
            "enable":{"t":"b"},
            "dictionary":{"t":"a","d":"Custom Password Dictionary. An array of up to 200 entries","a":{"t":"s","d":"Custom Password Dictionary entry. 50 characters max","L":50}}}},
            "ConnectionPasswordHistoryOptions":{"t":"oz","d":"Options for password history policy","x":0,"r":["enable"],"p":{
            "enable":{"t":"b"},
            "size":{"t":"i","m":0,"M":24}}},
            "ConnectionPasswordNoPersonalInfoOptions":{"t":"oz","d":"Options for personal info in passwords policy","x":0,"r":["enable"],"p":{
            "enable":{"t":"b"}}},
            "ConnectionPasswordOptions":{"t":"o","d":"Password policy options for flexible password policy configuration","x":0,"p":{
            "complexity":{"t":"o","d":"Password complexity requirements configuration","x":0,"p":{"min_length":{"t":"i","d":"Minimum password length required (1-72 characters)","m":1,"M":72},"character_types":{"t":"a","d":"Required character types that must be present in passwords. Valid options: uppercase, lowercase, number, special","a":{"t":"s","e":["uppercase","lowercase","number","special"]}},"character_type_rule":{"t":"s","d":"When enabled, passwords must contain at least 3 out of 4 character types. Can only be enabled when all 4 character types are specified","e":["all","three_of_four"]},"identical_characters":{"t":"s","d":"Controls whether identical consecutive characters are allowed in passwords","e":["allow","block"]},"sequential_characters":{"t":"s","d":"Controls whether sequential characters are allowed in passwords","e":["allow","block"]},"max_length_exceeded":{"t":"s","d":"Controls whether passwords that exceed the maximum length are truncated or rejected","e":["truncate","error"]}}},
            "dictionary":{"t":"o","d":"Dictionary-based password restriction policy to prevent common passwords","x":0,"p":{"active":{"t":"b","d":"Enables dictionary checking to prevent use of common passwords and custom blocked words"},"custom":{"t":"a","d":"Array of custom words to block in passwords. Maximum 200 items, each up to 50 characters","a":{"t":"s","L":50}},"default":{"t":"s","d":"Default dictionary to use for password validation. Options: \"en_10k\" (10,000 common words) or \"en_100k\" (100,000 common words)","e":["en_10k","en_100k"]}}},
            "history":{"t":"o","d":"Password history policy configuration to prevent password reuse","x":0,"p":{"active":{"t":"b","d":"Enables password history checking to prevent users from reusing recent passwords"},"size":{"t":"i","d":"Number of previous passwords to remember and prevent reuse (1-24)","m":1,"M":24}}},
            "profile_data":{"t":"o","d":"Personal information restriction policy to prevent use of profile data in passwords","x":0,"p":{"active":{"t":"b","d":"Prevents users from including profile data (like name, email) in their passwords"},"blocked_fields":{"t":"a","d":"Blocked profile fields. An array of up to 12 entries","a":{"t":"s","d":"Blocked profile fields entry. 100 characters max","L":100}}}}}},
            "ConnectionPasswordPolicyEnum":{"t":"sz","d":"Password strength level","e":["none","low","fair","good","excellent",null]},
            "ConnectionSetUserRootAttributesEnum":{"t":"s","d":"When using an external IdP, this flag determines  whether 'name', 'given_name', 'family_name', 'nickname', and 'picture' attributes are updated. In addition, it also determines whether the user is created when user doesnt exist previously. Possible values are 'on_each_login' (default value, it configures the connection to automatically create the user if necessary and update the root attributes from the external IdP with each user login. When this setting is used, root attributes cannot be independently updated), 'on_first_login' (configures the connection to create the user and set the root attributes on first login only, allowing them to be independently updated thereafter), and 'never_on_login' (configures the connection not to create the user and not to set the root attributes from the external IdP, allowing them to be independently updated)","e":["on_each_login","on_first_login","never_on_login"]},
            "ConnectionTokenEndpointAuthMethodEnum":{"t":"sz","d":"Authentication method used at the identity provider's token endpoint. 'client_secret_post' sends credentials in the request body; 'private_key_jwt' uses a signed JWT assertion for enhanced security","e":["client_secret_post","private_key_jwt"]},
            "ConnectionTokenEndpointAuthSigningAlgEnum":{"t":"sz","d":"Algorithm used to sign client_assertions","e":["ES256","ES384","PS256","PS384","RS256","RS384","RS512"]},
            "ConnectionTokenEndpointJwtcaAudFormatEnumOIDC":{"t":"s","d":"Specifies the format of the aud (audience) claim included in the JWT used for client authentication at the token endpoint. Accepted values are: 'issuer' (the aud claim is set to the OIDC issuer URL) or 'token_endpoint' (the aud claim is set to the token endpoint URL)","e":["issuer","token_endpoint"]},
            "ConnectionUpstreamParams":{"t":"oz","d":"Options for adding parameters in the request to the upstream IdP","x":{"t":"o","o":[{"t":"o","x":0,"p":{"alias":{"t":"s","e":["acr_values","audience","client_id","display","id_token_hint","login_hint","max_age","prompt","resource","response_mode","response_type","ui_locales"]}}},{"t":"o","x":0,"p":{"value":{"t":"s"}}}]}},
            "ConnectionValidationOptions":{"t":"oz","d":"Options for validation","x":0,"p":{
            "username":{"t":"oz","x":0,"r":["max","min"],"p":{"min":{"t":"i","m":1},"max":{"t":"i","M":128}}}}},
            "ConnectionsMetadata":{"t":"o","d":"Metadata associated with the connection in the form of an object with string values (max 255 chars).  Maximum of 10 metadata properties allowed","x":{"t":"sz","L":255},"K":10},
            "CrossAppAccessRequestingApp":{"t":"o","d":"Configure the connection to be used as a Requesting Application for Cross App Access","x":0,"r":["active"],"p":{
            "active":{"t":"b","d":"Set to `true` to enable the connection as a Requesting Application for Cross App Access"}}},
            "DirectoryProvisioningMappingItem":{"t":"o","x":0,"r":["auth0","idp"],"p":{
            "auth0":{"t":"s","d":"The field location in the Auth0 schema"},
            "idp":{"t":"s","d":"The field location in the IDP schema"}}},
            "EmailAttribute":{"t":"o","d":"Configuration for the email attribute for users","x":0,"p":{
            "identifier":{"t":"o","x":0,"p":{"active":{"t":"b","d":"Determines if the attribute is used for identification"},"default_method":{"t":"s","d":"Default authentication method for email identifier","e":["password","email_otp"]}}},
            "unique":{"t":"b","d":"Determines if the attribute is unique in a given connection"},
            "profile_required":{"t":"b","d":"Determines if property should be required for users"},
            "verification_method":{"t":"s","e":["link","otp"]},
            "signup":{"$":"SignupVerified"}}},
            "PhoneAttribute":{"t":"o","d":"Configuration for the phone number attribute for users","x":0,"p":{
            "identifier":{"t":"o","x":0,"p":{"active":{"t":"b","d":"Determines if the attribute is used for identification"},"default_method":{"t":"s","d":"Default authentication method for phone_number identifier","e":["password","phone_otp"]}}},
            "profile_required":{"t":"b","d":"Determines if property should be required for users"},
            "signup":{"$":"SignupVerified"}}},
            "ScimMappingItem":{"t":"o","p":{
            "auth0":{"t":"s","d":"The field location in the auth0 schema"},
            "scim":{"t":"s","d":"The field location in the SCIM schema"}}},
            "SignupSchema":{"t":"o","x":0,"p":{
            "status":{"$":"SignupStatusEnum"}}},
            "SignupStatusEnum":{"t":"s","e":["required","optional","inactive"]},
            "SignupVerified":{"t":"o","x":0,"p":{
            "status":{"$":"SignupStatusEnum"},
            "verification":{"t":"o","x":0,"p":{"active":{"t":"b"}}}}},
            "SynchronizeGroupsEnum":{"t":"s","d":"Group synchronization configuration","e":["all","off","selected"]},
            "UsernameValidation":{"t":"o","x":0,"p":{
            "min_length":{"t":"n","d":"Minimum allowed length","m":1,"M":128},
            "max_length":{"t":"n","d":"Maximum allowed length","m":1,"M":128},
            "allowed_types":{"t":"o","x":0,"p":{"email":{"t":"b"},"phone_number":{"t":"b"}}}}}}
            """##)
}
