// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let users = GeneratedFamily(
        name: "users", firstNumber: 430,
        operations: """
            GET /users get_users read:users,read:user_idp_tokens - q document List or Search Users
            POST /users post_users create:users body - document Create a User
            GET /users/{id} get_users_by_id read:users,read:current_user,read:user_idp_tokens - q document Get a User
            PATCH /users/{id} patch_users_by_id update:users,update:users_app_metadata,update:current_user_metadata body - document Update a User
            DELETE /users/{id} delete_users_by_id delete:users,delete:current_user - - document Delete a User
            GET /users/{id}/authentication-methods get_authentication-methods read:authentication_methods - q document Get a list of authentication methods
            POST /users/{id}/authentication-methods post_authentication-methods create:authentication_methods body - document Creates an authentication method for a given user
            PUT /users/{id}/authentication-methods put_authentication-methods update:authentication_methods body - document Update all authentication methods by replacing them with the given ones
            DELETE /users/{id}/authentication-methods delete_authentication-methods delete:authentication_methods - - document Delete all authentication methods for the given user
            GET /users/{id}/authentication-methods/{authentication_method_id} get_authentication-methods_by_authentication_method_id read:authentication_methods - - document Get an authentication method by ID
            PATCH /users/{id}/authentication-methods/{authentication_method_id} patch_authentication-methods_by_authentication_method_id update:authentication_methods body - document Update an authentication method
            DELETE /users/{id}/authentication-methods/{authentication_method_id} delete_authentication-methods_by_authentication_method_id delete:authentication_methods - - document Delete an authentication method by ID
            DELETE /users/{id}/authenticators delete_authenticators delete:guardian_enrollments - - document Delete All Authenticators
            GET /users/{id}/connected-accounts get_connected-accounts read:users - q document Get a User's Connected Accounts
            GET /users/{id}/effective-permissions get_user_effective_permissions read:user_effective_permissions - q document Lists the permissions assigned to a user directly or through roles or groups.
            GET /users/{id}/effective-permissions/sources/effective-roles get_user_effective_permission_role_sources read:user_permission_source_roles - q document Lists the roles which grant the user a given permission (whether directly or through groups).
            GET /users/{id}/effective-roles get_user_effective_roles read:user_effective_roles - q document Lists the roles for a user with sources: directly assigned or through group membership.
            GET /users/{id}/effective-roles/sources/groups get_user_role_source_groups read:user_role_source_groups - q document Get a user's role source groups
            GET /users/{id}/enrollments get_enrollments read:users,read:current_user - - document Get the First Confirmed Multi-factor Authentication (MFA) Enrollment
            GET /users/{id}/federated-connections-tokensets get_federated-connections-tokensets read:federated_connections_tokens - - document Get tokensets for a user
            DELETE /users/{id}/federated-connections-tokensets/{tokenset_id} delete_federated-connections-tokensets_by_tokenset_id delete:federated_connections_tokens - - document Deletes a tokenset for federated connections by id.
            GET /users/{id}/groups get_user_groups read:groups - q document Get user's groups
            POST /users/{id}/identities post_identities update:users,update:current_user_identities body - document Link a User Account
            DELETE /users/{id}/identities/{provider}/{user_id} delete_user_identity_by_user_id update:users,update:current_user_identities - p document Unlink a User Identity
            GET /users/{id}/logs get_logs_by_user read:logs,read:logs_users - q document Get user's log events
            POST /users/{id}/multifactor/actions/invalidate-remember-browser post_invalidate-remember-browser update:users - - document Invalidate All Remembered Browsers for Multi-factor Authentication (MFA)
            DELETE /users/{id}/multifactor/{provider} delete_multifactor_by_provider update:users - p document Delete a User's Multi-factor Provider
            GET /users/{id}/organizations get_user_organizations read:organizations - q document List user's organizations
            GET /users/{id}/permissions get_permissions read:users - q document Get a User's Permissions
            POST /users/{id}/permissions post_permissions update:users body - document Assign Permissions to a User
            DELETE /users/{id}/permissions delete_permissions update:users body - document Remove Permissions from a User
            POST /users/{id}/recovery-code-regeneration post_recovery-code-regeneration update:users - - document Generate New Multi-factor Authentication (MFA) Recovery Code
            POST /users/{id}/revoke-access user_revoke_access delete:sessions,delete:refresh_tokens body - document Revokes selected resources from a user
            POST /users/{id}/risk-assessments/clear post_clear_assessors update:users body - document Clear risk assessment assessors for a specific user
            GET /users/{id}/roles get_user_roles read:users,read:roles,read:role_members - q document Get a user's roles
            POST /users/{id}/roles post_user_roles update:users,create:role_members body - document Assign roles to a user
            DELETE /users/{id}/roles delete_user_roles update:users,delete:role_members body - document Removes roles from a user
            GET /users/{user_id}/refresh-tokens get_refresh_tokens_for_user read:refresh_tokens - q document Get refresh tokens for a user
            DELETE /users/{user_id}/refresh-tokens delete_refresh_tokens_for_user delete:refresh_tokens - - document Delete refresh tokens for a user
            GET /users/{user_id}/sessions get_sessions_for_user read:sessions - q document Get sessions for user
            DELETE /users/{user_id}/sessions delete_sessions_for_user delete:sessions - - document Delete sessions for user
            """,
        schemas: ##"""
            {"get_users.query":{"t":"o","p":{
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":0,"M":100,"d":"Number of results per page"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"},
            "sort":{"t":"s","d":"Field to sort by. Use <code>field:order</code> where order is <code>1</code> for ascending and <code>-1</code> for descending. e.g. <code>created_at:1</code>"},
            "connection":{"t":"s","d":"Connection filter. Only applies when using <code>search_engine=v1</code>. To filter by connection with <code>search_engine=v2|v3</code>, use <code>q=identities.connection:\"connection_name\"</code>"},
            "fields":{"t":"s","d":"Comma-separated list of fields to include or exclude (based on value provided for include_fields) in the result. Leave empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (true) or excluded (false)"},
            "q":{"t":"s","d":"Query in <a target='_new' href ='https://lucene.apache.org/core/2_9_4/queryparsersyntax.html'>Lucene query string syntax</a>. Some query types cannot be used on metadata fields, for details see <a href='https://auth0.com/docs/users/search/v3/query-syntax#searchable-fields'>Searchable Fields</a>"},
            "search_engine":{"t":"s","e":["v1","v2","v3"],"d":"The version of the search engine"},
            "primary_order":{"t":"b","d":"If true (default), results are returned in a deterministic order. If false, results may be returned in a non-deterministic order, which can enhance performance for complex queries targeting a small number of users. Set to false only when consistent ordering and pagination is not required"}}},
            "post_users.body":{"t":"o","x":0,"r":["connection"],"p":{
            "email":{"t":"s","d":"The user's email","f":"email"},
            "phone_number":{"t":"s","d":"The user's phone number (following the E.164 recommendation)","P":"^\\+[0-9]{1,15}$"},
            "user_metadata":{"$":"UserMetadata"},
            "blocked":{"t":"b","d":"Whether this user was blocked by an administrator (true) or not (false)"},
            "email_verified":{"t":"b","d":"Whether this email address is verified (true) or unverified (false). User will receive a verification email after creation if `email_verified` is false or not specified"},
            "phone_verified":{"t":"b","d":"Whether this phone number has been verified (true) or not (false)"},
            "app_metadata":{"$":"AppMetadata"},
            "given_name":{"t":"s","d":"The user's given name(s)","l":1,"L":150},
            "family_name":{"t":"s","d":"The user's family name(s)","l":1,"L":150},
            "name":{"t":"s","d":"The user's full name","l":1,"L":300},
            "nickname":{"t":"s","d":"The user's nickname","l":1,"L":300},
            "picture":{"t":"s","d":"A URI pointing to the user's picture","f":"strict-uri"},
            "user_id":{"t":"s","d":"The external user's id provided by the identity provider","l":0,"L":255,"P":"^\\S*$"},
            "connection":{"t":"s","d":"Name of the connection this user should be created in","l":1},
            "password":{"t":"s","d":"Initial password for this user. Only valid for auth0 connection strategy","l":1},
            "verify_email":{"t":"b","d":"Whether the user will receive a verification email after creation (true) or no email (false). Overrides behavior of `email_verified` parameter"},
            "username":{"t":"s","d":"The user's username. Only valid if the connection requires a username","l":1,"L":128}}},
            "get_users_by_id.query":{"t":"o","p":{
            "fields":{"t":"s","d":"Comma-separated list of fields to include or exclude (based on value provided for include_fields) in the result. Leave empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (true) or excluded (false)"}}},
            "patch_users_by_id.body":{"t":"o","p":{
            "blocked":{"t":"b","d":"Whether this user was blocked by an administrator (true) or not (false)"},
            "email_verified":{"t":"b","d":"Whether this email address is verified (true) or unverified (false). If set to false the user will not receive a verification email unless `verify_email` is set to true"},
            "email":{"t":"sz","d":"Email address of this user","f":"email"},
            "phone_number":{"t":"sz","d":"The user's phone number (following the E.164 recommendation)","P":"^\\+[0-9]{1,15}$"},
            "phone_verified":{"t":"b","d":"Whether this phone number has been verified (true) or not (false)"},
            "user_metadata":{"$":"UserMetadata","d":"User metadata to which this user has read/write access"},
            "app_metadata":{"$":"AppMetadata","d":"User metadata to which this user has read-only access"},
            "given_name":{"t":"sz","d":"Given name/first name/forename of this user","l":1,"L":150},
            "family_name":{"t":"sz","d":"Family name/last name/surname of this user","l":1,"L":150},
            "name":{"t":"sz","d":"Name of this user","l":1,"L":300},
            "nickname":{"t":"sz","d":"Preferred nickname or alias of this user","l":1,"L":300},
            "picture":{"t":"sz","d":"URL to picture, photo, or avatar of this user","f":"strict-uri"},
            "verify_email":{"t":"b","d":"Whether this user will receive a verification email after creation (true) or no email (false). Overrides behavior of `email_verified` parameter"},
            "verify_phone_number":{"t":"b","d":"Whether this user will receive a text after changing the phone number (true) or no text (false). Only valid when changing phone number for SMS connections"},
            "password":{"t":"sz","d":"New password for this user. Only valid for database connections","l":1},
            "connection":{"t":"s","d":"Name of the connection to target for this user update","l":1},
            "client_id":{"t":"s","d":"Auth0 client ID. Only valid when updating email address","l":1},
            "username":{"t":"sz","d":"The user's username. Only valid if the connection requires a username","l":1,"L":128}}},
            "get_authentication-methods.query":{"t":"o","p":{
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0. Default is 0"},
            "per_page":{"t":"i","m":0,"M":100,"d":"Number of results per page. Default is 50"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"}}},
            "post_authentication-methods.body":{"t":"o","x":0,"r":["type"],"p":{
            "type":{"t":"s","e":["phone","email","totp","webauthn-roaming","passkey"]},
            "name":{"t":"s","d":"A human-readable label to identify the authentication method"},
            "totp_secret":{"t":"s","d":"Base32 encoded secret for TOTP generation"},
            "phone_number":{"t":"s","d":"Applies to phone authentication methods only. The destination phone number used to send verification codes via text and voice","l":2,"L":30},
            "email":{"t":"s","d":"Applies to email authentication methods only. The email address used to send verification messages"},
            "preferred_authentication_method":{"$":"PreferredAuthenticationMethodEnum"},
            "key_id":{"t":"s","d":"Applies to webauthn/passkey authentication methods only. The id of the credential"},
            "public_key":{"t":"s","d":"Applies to webauthn/passkey authentication methods only. The public key, which is encoded as base64"},
            "aaguid":{"t":"s","d":"Applies to passkeys only. Authenticator Attestation Globally Unique Identifier","f":"uuid"},
            "relying_party_identifier":{"t":"s","d":"Applies to webauthn authentication methods only. The relying party identifier","f":"hostname"},
            "credential_device_type":{"t":"s","d":"Applies to passkeys only. The kind of device the credential is stored on as defined by backup eligibility. \"single_device\" credentials cannot be backed up and synced to another device, \"multi_device\" credentials can be backed up if enabled by the end-user","e":["single_device","multi_device"]},
            "credential_backed_up":{"t":"b","d":"Applies to passkeys only. Whether the credential was backed up"},
            "identity_user_id":{"t":"s","d":"Applies to passkeys only. The ID of the user identity linked with the authentication method"},
            "user_agent":{"t":"s","d":"Applies to passkeys only. The user-agent of the browser used to create the passkey"},
            "user_handle":{"t":"s","d":"Applies to passkeys only. The user handle of the user identity"},
            "transports":{"t":"a","d":"Applies to passkeys only. The transports used by clients to communicate with the authenticator","a":{"t":"s"}}}},
            "put_authentication-methods.body":{"t":"a","a":{"t":"o","x":0,"r":["type"],"p":{"type":{"t":"s","e":["phone","email","totp"]},"preferred_authentication_method":{"$":"PreferredAuthenticationMethodEnum"},"name":{"t":"s","d":"AA human-readable label to identify the authentication method","l":1,"L":20},"phone_number":{"t":"s","d":"Applies to phone authentication methods only. The destination phone number used to send verification codes via text and voice","l":2,"L":30},"email":{"t":"s","d":"Applies to email authentication methods only. The email address used to send verification messages","l":1},"totp_secret":{"t":"s","d":"Applies to totp authentication methods only. The base32 encoded secret for TOTP generation","l":1}}}},
            "patch_authentication-methods_by_authentication_method_id.body":{"t":"o","x":0,"p":{
            "name":{"t":"s","d":"A human-readable label to identify the authentication method"},
            "preferred_authentication_method":{"$":"PreferredAuthenticationMethodEnum","d":"Preferred phone authentication method"}}},
            "get_connected-accounts.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results to return.  Defaults to 10 with a maximum of 20"}}},
            "get_user_effective_permissions.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"d":"Number of results per page. Defaults to 50"},
            "resource_server_identifier":{"t":"s","l":1,"L":600,"d":"The identifier of the resource server for which to calculate user permissions"}},"n":["resource_server_identifier"]},
            "get_user_effective_permission_role_sources.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"d":"Number of results per page. Defaults to 50"},
            "resource_server_identifier":{"t":"s","l":1,"L":600,"d":"The identifier of the resource server for which to calculate user permissions"},
            "permission_name":{"t":"s","l":1,"L":280,"d":"Name of this permission"}},"n":["resource_server_identifier","permission_name"]},
            "get_user_effective_roles.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"d":"Number of results per page. Defaults to 50"}}},
            "get_user_role_source_groups.query":{"t":"o","p":{
            "role_id":{"t":"s","d":"ID of the role to get source groups for"},
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"d":"Number of results per page. Defaults to 50"}},"n":["role_id"]},
            "get_user_groups.query":{"t":"o","p":{
            "fields":{"t":"s","L":256,"d":"A comma separated list of fields to include or exclude (depending on include_fields) from the result, empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (true) or excluded (false)"},
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"},
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"}}},
            "post_identities.body":{"t":"o","x":0,"k":1,"p":{
            "provider":{"$":"UserIdentityProviderEnum","d":"Identity provider of the secondary user account being linked"},
            "connection_id":{"t":"s","d":"connection_id of the secondary user account being linked when more than one `auth0` database provider exists","P":"^con_[A-Za-z0-9]{16}$"},
            "user_id":{"d":"user_id of the secondary user account being linked","o":[{"t":"s","l":1},{"t":"i"}]},
            "link_with":{"t":"s","d":"JWT for the secondary account being linked. If sending this parameter, `provider`, `user_id`, and `connection_id` must not be sent"}}},
            "delete_user_identity_by_user_id.path":{"t":"o","p":{
            "id":{"t":"s","d":"ID of the primary user account"},
            "provider":{"$":"UserIdentityProviderEnum","d":"Identity provider name of the secondary linked account (e.g. `google-oauth2`)"},
            "user_id":{"t":"s","d":"ID of the secondary linked account (e.g. `123456789081523216417` part after the `|` in `google-oauth2|123456789081523216417`)"}}},
            "get_logs_by_user.query":{"t":"o","p":{
            "page":{"t":"i","d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page. Paging is disabled if parameter not sent"},
            "sort":{"t":"s","d":"Field to sort by. Use `fieldname:1` for ascending order and `fieldname:-1` for descending"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"}}},
            "delete_multifactor_by_provider.path":{"t":"o","p":{
            "id":{"t":"s","d":"ID of the user to remove a multifactor configuration from"},
            "provider":{"t":"s","e":["duo","google-authenticator"],"d":"The multi-factor provider. Supported values 'duo' or 'google-authenticator'"}}},
            "get_user_organizations.query":{"t":"o","p":{
            "page":{"t":"i","m":0,"M":1000,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"}}},
            "get_permissions.query":{"t":"o","p":{
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page"},
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"}}},
            "post_permissions.body":{"t":"o","x":0,"r":["permissions"],"p":{
            "permissions":{"t":"a","d":"List of permissions to add to this user","c":1,"a":{"$":"PermissionRequestPayload"}}}},
            "delete_permissions.body":{"t":"o","x":0,"r":["permissions"],"p":{
            "permissions":{"t":"a","d":"List of permissions to remove from this user","c":1,"a":{"$":"PermissionRequestPayload"}}}},
            "user_revoke_access.body":{"t":"o","x":0,"p":{
            "session_id":{"t":"s","d":"ID of the session to revoke","L":50,"f":"session-id"},
            "preserve_refresh_tokens":{"t":"b","d":"Whether to preserve the refresh tokens associated with the session"}}},
            "post_clear_assessors.body":{"t":"o","x":0,"r":["connection","assessors"],"p":{
            "connection":{"t":"s","d":"The name of the connection containing the user whose assessors should be cleared","l":1,"L":128,"P":"^[a-zA-Z0-9](-[a-zA-Z0-9]|[a-zA-Z0-9])*$"},
            "assessors":{"t":"a","d":"List of assessors to clear","c":1,"a":{"t":"s","d":"Assessors to clear","e":["new-device"]}}}},
            "get_user_roles.query":{"t":"o","p":{
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page"},
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"}}},
            "post_user_roles.body":{"t":"o","x":0,"r":["roles"],"p":{
            "roles":{"t":"a","d":"List of roles IDs to associated with the user","c":1,"a":{"t":"s","l":1}}}},
            "delete_user_roles.body":{"t":"o","x":0,"r":["roles"],"p":{
            "roles":{"t":"a","d":"List of roles IDs to remove from the user","c":1,"a":{"t":"s","l":1}}}},
            "get_refresh_tokens_for_user.query":{"t":"o","p":{
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"},
            "from":{"t":"s","d":"An optional cursor from which to start the selection (exclusive)"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "per_page":{}}},
            "get_sessions_for_user.query":{"t":"o","p":{
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"},
            "from":{"t":"s","d":"An optional cursor from which to start the selection (exclusive)"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"}}},
            "AppMetadata":{"t":"o","d":"Data related to the user that does affect the application's core functionality","p":{}},
            "PermissionRequestPayload":{"t":"o","x":0,"r":["resource_server_identifier","permission_name"],"p":{
            "resource_server_identifier":{"t":"s","d":"Resource server (API) identifier that this permission is for"},
            "permission_name":{"t":"s","d":"Name of this permission"}}},
            "PreferredAuthenticationMethodEnum":{"t":"s","d":"Applies to phone authentication methods only. The preferred communication method","e":["voice","sms"]},
            "UserIdentityProviderEnum":{"t":"s","d":"The type of identity provider","e":["ad","adfs","amazon","apple","dropbox","bitbucket","auth0-oidc","auth0","baidu","bitly","box","custom","daccount","dwolla","email","evernote-sandbox","evernote","exact","facebook","fitbit","github","google-apps","google-oauth2","instagram","ip","line","linkedin","oauth1","oauth2","office365","oidc","okta","paypal","paypal-sandbox","pingfederate","planningcenter","salesforce-community","salesforce-sandbox","salesforce","samlp","sharepoint","shopify","shop","sms","soundcloud","thirtysevensignals","twitter","untappd","vkontakte","waad","weibo","windowslive","wordpress","yahoo","yandex"]},
            "UserMetadata":{"t":"o","d":"Data related to the user that does not affect the application's core functionality"}}
            """##)
}
