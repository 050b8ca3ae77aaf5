// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let clients = GeneratedFamily(
        name: "clients", firstNumber: 70,
        operations: """
            GET /clients get_clients read:clients,read:client_keys,read:client_credentials,read:client_summary - q document Get clients
            POST /clients post_clients create:clients body - document Create a client
            POST /clients/cimd/preview post_clients_cimd_preview read:clients body - document Preview and validate Client ID Metadata Document
            POST /clients/cimd/register post_clients_cimd_register create:clients,update:clients body - document Register or update a CIMD client via metadata URI
            GET /clients/{client_id}/credentials get_credentials read:client_credentials - q document Get client credentials
            POST /clients/{client_id}/credentials post_credentials create:client_credentials body - document Create a client credential
            GET /clients/{client_id}/credentials/{credential_id} get_credentials_by_credential_id read:client_credentials - - document Get client credential details
            PATCH /clients/{client_id}/credentials/{credential_id} patch_credentials_by_credential_id update:client_credentials body - document Update a client credential
            DELETE /clients/{client_id}/credentials/{credential_id} delete_credentials_by_credential_id delete:client_credentials - - document Delete a client credential
            GET /clients/{id} get_clients_by_id read:clients,read:client_keys,read:client_credentials,read:client_summary - q document Get client by ID
            PATCH /clients/{id} patch_clients_by_id update:clients,update:client_keys,update:client_credentials,update:client_token_vault_privileged_access body - document Update a client
            DELETE /clients/{id} delete_clients_by_id delete:clients - - document Delete a client
            GET /clients/{id}/connections get_client_connections read:connections,read:clients,read:client_summary - q document Get enabled connections for a client
            POST /clients/{id}/rotate-secret post_rotate-secret update:client_keys - - document Rotate a client secret
            """,
        schemas: ##"""
            {"get_clients.query":{"t":"o","p":{
            "fields":{"t":"s","d":"Comma-separated list of fields to include or exclude (based on value provided for include_fields) in the result. Leave empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (true) or excluded (false)"},
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":0,"M":100,"d":"Number of results per page. Default value is 50, maximum value is 100"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"},
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "is_global":{"t":"b","d":"Optional filter on the global client parameter"},
            "is_first_party":{"t":"b","d":"Optional filter on whether or not a client is a first-party client"},
            "app_type":{"t":"s","d":"Optional filter by a comma-separated list of application types"},
            "external_client_id":{"t":"s","l":1,"L":120,"d":"Optional filter by the <a href=\"https://www.ietf.org/archive/id/draft-ietf-oauth-client-id-metadata-document-04.html\">Client ID Metadata Document</a> URI for CIMD-registered clients"},
            "q":{"t":"s","d":"Advanced Query in <a href=\"https://lucene.apache.org/core/2_9_4/queryparsersyntax.html\">Lucene</a> syntax.<br /><b>Permitted Queries</b>:<br /><ul><li><i>client_grant.organization_id:{organization_id}</i></li><li><i>client_grant.allow_any_organization:true</i></li></ul><b>Additional Restrictions</b>:<br /><ul><li>Cannot be used in combination with other filters</li><li>Requires use of the <i>from</i> and <i>take</i> paging parameters (checkpoint paginatinon)</li><li>Reduced rate limits apply. See <a href=\"https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy/rate-limit-configurations/enterprise-public\">Rate Limit Configurations</a></li></ul><i><b>Note</b>: Recent updates may not be immediately reflected in query results</i>"}}},
            "post_clients.body":{"t":"o","x":0,"r":["name"],"p":{
            "name":{"t":"s","d":"Name of this client (min length: 1 character, does not allow `<` or `>`)","P":"^[^<>]+$"},
            "description":{"t":"s","d":"Free text description of this client (max length: 140 characters)","L":140},
            "logo_uri":{"t":"s","d":"URL of the logo to display for this client. Recommended size is 150x150 pixels","f":"absolute-uri-or-empty"},
            "callbacks":{"t":"a","d":"Comma-separated list of URLs whitelisted for Auth0 to use as a callback to the client after authentication","a":{"t":"s","f":"callback-url"}},
            "oidc_logout":{"$":"ClientOIDCBackchannelLogoutSettings"},
            "oidc_backchannel_logout":{"$":"ClientOIDCBackchannelLogoutSettings","d":"Configuration for OIDC backchannel logout (deprecated, in favor of oidc_logout)"},
            "session_transfer":{"$":"ClientSessionTransferConfiguration"},
            "allowed_origins":{"t":"a","d":"Comma-separated list of URLs allowed to make requests from JavaScript to Auth0 API (typically used with CORS). By default, all your callback URLs will be allowed. This field allows you to enter other origins if necessary. You can also use wildcards at the subdomain level (e.g., https://*.contoso.com). Query strings and hash information are not taken into account when validating these URLs","a":{"t":"s","f":"url-with-placeholders"}},
            "web_origins":{"t":"a","d":"Comma-separated list of allowed origins for use with <a href='https://auth0.com/docs/cross-origin-authentication'>Cross-Origin Authentication</a>, <a href='https://auth0.com/docs/flows/concepts/device-auth'>Device Flow</a>, and <a href='https://auth0.com/docs/protocols/oauth2#how-response-mode-works'>web message response mode</a>","a":{"t":"s","f":"url-with-placeholders"}},
            "client_aliases":{"t":"a","d":"List of audiences/realms for SAML protocol. Used by the wsfed addon","a":{"t":"s","l":1}},
            "allowed_clients":{"t":"a","d":"List of allow clients and API ids that are allowed to make delegation requests. Empty means all all your clients are allowed","a":{"t":"s","l":1}},
            "allowed_logout_urls":{"t":"a","d":"Comma-separated list of URLs that are valid to redirect to after logout from Auth0. Wildcards are allowed for subdomains","a":{"t":"s","f":"url-with-placeholders"}},
            "grant_types":{"t":"a","d":"List of grant types supported for this application. Can include `authorization_code`, `implicit`, `refresh_token`, `client_credentials`, `password`, `http://auth0.com/oauth/grant-type/password-realm`, `http://auth0.com/oauth/grant-type/mfa-oob`, `http://auth0.com/oauth/grant-type/mfa-otp`, `http://auth0.com/oauth/grant-type/mfa-recovery-code`, `urn:openid:params:grant-type:ciba`, `urn:ietf:params:oauth:grant-type:device_code`, and `urn:auth0:params:oauth:grant-type:token-exchange:federated-connection-access-token`","a":{"t":"s","l":1}},
            "token_endpoint_auth_method":{"t":"s","d":"Defines the requested authentication method for the token endpoint. Can be `none` (public client without a client secret), `client_secret_post` (client uses HTTP POST parameters), or `client_secret_basic` (client uses HTTP Basic)","e":["none","client_secret_post","client_secret_basic"]},
            "is_token_endpoint_ip_header_trusted":{"t":"b","d":"If true, trust that the IP specified in the `auth0-forwarded-for` header is the end-user's IP for brute-force-protection on token endpoint"},
            "app_type":{"$":"ClientAppTypeEnum"},
            "is_first_party":{"t":"b","d":"Whether this client a first party client or not"},
            "oidc_conformant":{"t":"b","d":"Whether this client conforms to <a href='https://auth0.com/docs/api-auth/tutorials/adoption'>strict OIDC specifications</a> (true) or uses legacy features (false)"},
            "jwt_configuration":{"$":"ClientJwtConfiguration"},
            "encryption_key":{"$":"ClientEncryptionKey"},
            "sso":{"t":"b","d":"Applies only to SSO clients and determines whether Auth0 will handle Single Sign On (true) or whether the Identity Provider will (false)"},
            "cross_origin_authentication":{"t":"b","d":"Whether this client can be used to make cross-origin authentication requests (true) or it is not allowed to make such requests (false)"},
            "cross_origin_loc":{"t":"s","d":"URL of the location in your site where the cross origin verification takes place for the cross-origin auth flow when performing Auth in your own domain instead of Auth0 hosted login page","f":"url"},
            "sso_disabled":{"t":"b","d":"<code>true</code> to disable Single Sign On, <code>false</code> otherwise (default: <code>false</code>)"},
            "custom_login_page_on":{"t":"b","d":"<code>true</code> if the custom login page is to be used, <code>false</code> otherwise. Defaults to <code>true</code>"},
            "custom_login_page":{"t":"s","d":"The content (HTML, CSS, JS) of the custom login page","l":1},
            "custom_login_page_preview":{"t":"s","d":"The content (HTML, CSS, JS) of the custom login page. (Used on Previews)","l":1},
            "form_template":{"t":"s","d":"HTML form template to be used for WS-Federation","l":1},
            "addons":{"t":"o","d":"Addons enabled for this client and their associated configurations","x":0,"p":{"aws":{"$":"ClientAddonAWS"},"azure_blob":{"$":"ClientAddonAzureBlob"},"azure_sb":{"$":"ClientAddonAzureSB"},"rms":{"$":"ClientAddonRMS"},"mscrm":{"$":"ClientAddonMSCRM"},"slack":{"$":"ClientAddonSlack"},"sentry":{"$":"ClientAddonSentry"},"box":{"$":"ClientAddonBox"},"cloudbees":{"$":"ClientAddonCloudBees"},"concur":{"$":"ClientAddonConcur"},"dropbox":{"$":"ClientAddonDropbox"},"echosign":{"$":"ClientAddonEchoSign"},"egnyte":{"$":"ClientAddonEgnyte"},"firebase":{"$":"ClientAddonFirebase"},"newrelic":{"$":"ClientAddonNewRelic"},"office365":{"$":"ClientAddonOffice365"},"salesforce":{"$":"ClientAddonSalesforce"},"salesforce_api":{"$":"ClientAddonSalesforceAPI"},"salesforce_sandbox_api":{"$":"ClientAddonSalesforceSandboxAPI"},"samlp":{"$":"ClientAddonSAML"},"layer":{"$":"ClientAddonLayer"},"sap_api":{"$":"ClientAddonSAPAPI"},"sharepoint":{"$":"ClientAddonSharePoint"},"springcm":{"$":"ClientAddonSpringCM"},"wams":{"$":"ClientAddonWAMS"},"wsfed":{"$":"ClientAddonWSFed"},"zendesk":{"$":"ClientAddonZendesk"},"zoom":{"$":"ClientAddonZoom"},"sso_integration":{"$":"ClientAddonSSOIntegration"},"oag":{"$":"ClientAddonOAG"}}},
            "client_metadata":{"$":"ClientMetadata"},
            "mobile":{"$":"ClientMobile"},
            "initiate_login_uri":{"t":"s","d":"Initiate login uri, must be https","f":"absolute-https-uri-with-placeholders-or-empty"},
            "native_social_login":{"t":"o","d":"Configure native social settings","x":0,"k":1,"p":{"apple":{"t":"o","d":"Native Social Login support for the Apple connection","x":0,"k":1,"p":{"enabled":{"t":"b","d":"Determine whether or not to allow signing in natively using an Apple authorization code"}}},"facebook":{"t":"o","d":"Native Social Login support for the Facebook connection","x":0,"k":1,"p":{"enabled":{"t":"b","d":"Determine whether or not to allow signing in natively using Facebook"}}},"google":{"t":"o","d":"Native Social Login support for the google-oauth2 connection","x":0,"k":1,"p":{"enabled":{"t":"b","d":"Determine whether or not to allow signing in natively using a Google ID token"}}}}},
            "fedcm_login":{"t":"o","d":"Configure FedCM login settings for New Universal Login","x":0,"k":1,"p":{"google":{"t":"o","d":"Google FedCM configuration for this client","x":0,"k":1,"p":{"is_enabled":{"t":"b","d":"When true, shows the Google FedCM prompt on New Universal Login for this client"}}}}},
            "refresh_token":{"$":"ClientRefreshTokenConfiguration"},
            "default_organization":{"$":"ClientDefaultOrganization"},
            "organization_usage":{"t":"s","d":"Defines how to proceed during an authentication transaction with regards an organization. Can be `deny` (default), `allow` or `require`","e":["deny","allow","require"]},
            "organization_require_behavior":{"t":"s","d":"Defines how to proceed during an authentication transaction when `client.organization_usage: 'require'`. Can be `no_prompt` (default), `pre_login_prompt` or `post_login_prompt`. `post_login_prompt` requires `oidc_conformant: true`","e":["no_prompt","pre_login_prompt","post_login_prompt"]},
            "organization_discovery_methods":{"t":"a","d":"Defines the available methods for organization discovery during the `pre_login_prompt`. Users can discover their organization either by `email`, `organization_name` or both","c":1,"a":{"$":"ClientOrganizationDiscoveryEnum"}},
            "client_authentication_methods":{"t":"o","d":"Defines client authentication methods","x":0,"k":1,"K":1,"p":{"private_key_jwt":{"t":"o","d":"Defines `private_key_jwt` client authentication method. If this property is defined, the client is enabled to use the Private Key JWT authentication method","x":0,"r":["credentials"],"p":{"credentials":{"t":"a","d":"Fully defined credentials that will be enabled on the client for Private Key JWT authentication","c":0,"a":{"$":"PublicKeyCredential"}}}},"tls_client_auth":{"t":"o","d":"Defines `tls_client_auth` client authentication method. If the property is defined, the client is configured to use CA-based mTLS authentication method","x":0,"r":["credentials"],"p":{"credentials":{"t":"a","d":"Fully defined credentials that will be enabled on the client for CA-based mTLS authentication","c":0,"a":{"t":"o","x":0,"r":["credential_type"],"p":{"credential_type":{"t":"s","e":["cert_subject_dn"]},"name":{"t":"s","d":"Friendly name for a credential","L":128},"subject_dn":{"t":"s","d":"Subject Distinguished Name. Mutually exclusive with `pem` property. Applies to `cert_subject_dn` credential type","l":1,"L":256},"pem":{"t":"s","d":"PEM-formatted X509 certificate. Must be JSON escaped. Mutually exclusive with `subject_dn` property","l":1,"L":4096}}}}}},"self_signed_tls_client_auth":{"t":"o","d":"Defines `self_signed_tls_client_auth` client authentication method. If the property is defined, the client is configured to use mTLS authentication method utilizing self-signed certificate","x":0,"r":["credentials"],"p":{"credentials":{"t":"a","d":"Fully defined credentials that will be enabled on the client for mTLS authentication utilizing self-signed certificate","c":0,"a":{"t":"o","x":0,"r":["credential_type","pem"],"p":{"credential_type":{"t":"s","e":["x509_cert"]},"name":{"t":"s","d":"Friendly name for a credential","L":128},"pem":{"t":"s","d":"PEM-formatted X509 certificate. Must be JSON escaped","l":1,"L":4096}}}}}}}},
            "require_pushed_authorization_requests":{"t":"b","d":"Makes the use of Pushed Authorization Requests mandatory for this client"},
            "require_proof_of_possession":{"t":"b","d":"Makes the use of Proof-of-Possession mandatory for this client"},
            "signed_request_object":{"t":"o","d":"JWT-secured Authorization Requests (JAR) settings","x":0,"p":{"required":{"t":"b","d":"Indicates whether the JAR requests are mandatory"},"credentials":{"t":"a","c":0,"a":{"$":"PublicKeyCredential"}}}},
            "token_vault_privileged_access":{"t":"o","d":"Settings for Token Vault Privileged Access","x":0,"r":["credentials"],"p":{"credentials":{"t":"a","c":0,"a":{"$":"PublicKeyCredential"}},"ip_allowlist":{"t":"a","c":0,"a":{"$":"TokenVaultPrivilegedAccessIpAllowlistEntry"}}}},
            "compliance_level":{"$":"ClientComplianceLevelEnum"},
            "skip_non_verifiable_callback_uri_confirmation_prompt":{"t":"b","d":"Controls whether a confirmation prompt is shown during login flows when the redirect URI uses non-verifiable callback URIs (for example, a custom URI schema such as `myapp://`, or `localhost`).\nIf set to true, a confirmation prompt will not be shown. We recommend that this is set to false for improved protection from malicious apps.\nSee https://auth0.com/docs/secure/security-guidance/measures-against-app-impersonation for more information"},
            "token_exchange":{"t":"o","d":"Configuration for token exchange","x":0,"p":{"allow_any_profile_of_type":{"t":"a","d":"List the enabled token exchange types for this client","c":0,"a":{"$":"ClientTokenExchangeTypeEnum"}}}},
            "par_request_expiry":{"t":"iz","d":"Specifies how long, in seconds, a Pushed Authorization Request URI remains valid","m":10,"M":600},
            "token_quota":{"t":"o","x":0,"r":["client_credentials"],"p":{"client_credentials":{"$":"TokenQuotaClientCredentials"}}},
            "resource_server_identifier":{"t":"s","d":"The identifier of the resource server that this client is linked to","l":1,"L":600},
            "third_party_security_mode":{"$":"ClientThirdPartySecurityModeEnum"},
            "redirection_policy":{"$":"ClientRedirectionPolicyEnum"},
            "express_configuration":{"t":"o","d":"Application specific configuration for use with the OIN Express Configuration feature","x":0,"r":["initiate_login_uri_template","user_attribute_profile_id","connection_profile_id","enable_client","enable_organization","okta_oin_client_id","admin_login_domain"],"p":{"initiate_login_uri_template":{"t":"s","d":"The URI users should bookmark to log in to this application. Variable substitution is permitted for the following properties: organization_name, organization_id, and connection_name","f":"ec-initiate-login-uri-template-url"},"user_attribute_profile_id":{"t":"s","d":"The ID of the user attribute profile to use for this application","f":"user-attribute-profile-id"},"connection_profile_id":{"t":"s","d":"The ID of the connection profile to use for this application","f":"connection-profile-id"},"enable_client":{"t":"b","d":"When true, all connections made via express configuration will be enabled for this application"},"enable_organization":{"t":"b","d":"When true, all connections made via express configuration will have the associated organization enabled"},"linked_clients":{"t":"a","d":"List of client IDs that are linked to this express configuration (e.g. web or mobile clients)","a":{"$":"LinkedClientConfiguration"}},"okta_oin_client_id":{"t":"s","d":"This is the unique identifier for the Okta OIN Express Configuration Client, which Okta will use for this application","f":"client-id"},"admin_login_domain":{"t":"s","d":"This is the domain that admins are expected to log in via for authenticating for express configuration. It can be either the canonical domain or a registered custom domain","l":1},"oin_submission_id":{"t":"s","d":"The identifier of the published application in the OKTA OIN","l":1,"L":200}}},
            "my_organization_configuration":{"t":"o","d":"Configuration related to the My Organization Configuration for the client","x":0,"r":["allowed_strategies","connection_deletion_behavior"],"p":{"connection_profile_id":{"t":"s","d":"The connection profile ID that this client should validate against","f":"connection-profile-id"},"user_attribute_profile_id":{"t":"s","d":"The user attribute profile ID that this client should validate against","f":"user-attribute-profile-id"},"allowed_strategies":{"t":"a","d":"The allowed connection strategies for the My Organization Configuration","a":{"$":"ClientMyOrganizationConfigurationAllowedStrategiesEnum"}},"connection_deletion_behavior":{"$":"ClientMyOrganizationDeletionBehaviorEnum"},"invitation_landing_client_id":{"t":"s","d":"The client ID this client uses while creating invitations through My Organization API","f":"client-id"}}},
            "async_approval_notification_channels":{"t":"a","d":"Array of notification channels for contacting the user when their approval is required. Valid values are `guardian-push`, `email`","c":1,"a":{"t":"s","e":["guardian-push","email"]}},
            "identity_assertion_authorization_grant":{"t":"oz"},
            "cross_origin_auth":{"t":"b"},
            "anonymous_sessions":{"t":"o","x":0,"r":["active"],"p":{"active":{"t":"b"}}},
            "enforce_anon_session_transfer_network_binding":{"t":"s","e":["ip","asn","none"]},
            "b2b_integration_configuration":{"t":"o","x":0,"p":{"sso_profiles":{"t":"a","a":{"t":"s"}},"integration_type":{"t":"s","e":["custom_auth_server","third_party","application"]}}},
            "oidc_support":{"t":"o","x":0,"r":["is_allowed"],"p":{"is_allowed":{"t":"b"},"allow_all_scopes":{"t":"b"},"allowed_scopes":{"t":"a","a":{"t":"s","e":["profile","email","address","phone"]}}}}}},
            "post_clients_cimd_preview.body":{"t":"o","x":0,"r":["external_client_id"],"p":{
            "external_client_id":{"t":"s","d":"URL to the Client ID Metadata Document","l":1,"L":120,"f":"absolute-https-uri-or-empty"}}},
            "post_clients_cimd_register.body":{"t":"o","x":0,"r":["external_client_id"],"p":{
            "external_client_id":{"t":"s","d":"URL to the Client ID Metadata Document. Acts as the unique identifier for upsert operations","l":1,"L":120,"f":"absolute-https-uri-or-empty"}}},
            "get_credentials.query":{"t":"o","p":{
            "include_totals":{},
            "per_page":{}}},
            "post_credentials.body":{"t":"o","x":0,"r":["credential_type"],"p":{
            "credential_type":{"t":"s","d":"The type of credential","e":["public_key","cert_subject_dn","x509_cert"]},
            "name":{"t":"s","d":"Friendly name for a credential","L":128},
            "subject_dn":{"t":"s","d":"Subject Distinguished Name. Mutually exclusive with `pem` property. Applies to `cert_subject_dn` credential type","l":1,"L":256},
            "pem":{"t":"s","d":"PEM-formatted public key (SPKI and PKCS1) or X509 certificate. Must be JSON escaped"},
            "alg":{"$":"PublicKeyCredentialAlgorithmEnum"},
            "parse_expiry_from_cert":{"t":"b","d":"Parse expiry from x509 certificate. If true, attempts to parse the expiry date from the provided PEM. Applies to `public_key` credential type"},
            "expires_at":{"t":"s","d":"The ISO 8601 formatted date representing the expiration of the credential. If not specified (not recommended), the credential never expires. Applies to `public_key` credential type","f":"date-time"},
            "kid":{"t":"s","d":"Optional kid (Key ID), used to uniquely identify the credential. If not specified, a kid value will be auto-generated. The kid header parameter in JWTs sent by your client should match this value. Valid format is [0-9a-zA-Z-_]{10,64}","l":10,"L":64,"P":"^([0-9a-zA-Z-_]{10,64})$"}}},
            "patch_credentials_by_credential_id.body":{"t":"o","x":0,"k":1,"p":{
            "expires_at":{"t":"sz","d":"The ISO 8601 formatted date representing the expiration of the credential","f":"date-time"}}},
            "get_clients_by_id.query":{"t":"o","p":{
            "fields":{"t":"s","d":"Comma-separated list of fields to include or exclude (based on value provided for include_fields) in the result. Leave empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (true) or excluded (false)"}}},
            "patch_clients_by_id.body":{"t":"o","x":0,"k":1,"p":{
            "name":{"t":"s","d":"The name of the client. Must contain at least one character. Does not allow '<' or '>'","P":"^[^<>]+$"},
            "description":{"t":"s","d":"Free text description of the purpose of the Client. (Max character length: <code>140</code>)","L":140},
            "client_secret":{"t":"s","d":"The secret used to sign tokens for the client","l":1},
            "logo_uri":{"t":"s","d":"The URL of the client logo (recommended size: 150x150)","f":"absolute-uri-or-empty"},
            "callbacks":{"t":"a","d":"A set of URLs that are valid to call back from Auth0 when authenticating users","a":{"t":"s","f":"callback-url"}},
            "oidc_logout":{"$":"ClientOIDCBackchannelLogoutSettings"},
            "oidc_backchannel_logout":{"t":"oz","d":"Configuration for OIDC backchannel logout (deprecated, in favor of oidc_logout)","p":{"backchannel_logout_urls":{"t":"a","d":"Comma-separated list of URLs that are valid to call back from Auth0 for OIDC backchannel logout. Currently only one URL is allowed","a":{"t":"s","f":"absolute-https-uri-with-placeholders-or-empty"}},"backchannel_logout_initiators":{"$":"ClientOIDCBackchannelLogoutInitiators"},"backchannel_logout_session_metadata":{"$":"ClientOIDCBackchannelLogoutSessionMetadata"}}},
            "session_transfer":{"$":"ClientSessionTransferConfiguration"},
            "allowed_origins":{"t":"a","d":"A set of URLs that represents valid origins for CORS","a":{"t":"s","f":"url-with-placeholders"}},
            "web_origins":{"t":"a","d":"A set of URLs that represents valid web origins for use with web message response mode","a":{"t":"s","f":"url-with-placeholders"}},
            "grant_types":{"t":"a","d":"A set of grant types that the client is authorized to use. Can include `authorization_code`, `implicit`, `refresh_token`, `client_credentials`, `password`, `http://auth0.com/oauth/grant-type/password-realm`, `http://auth0.com/oauth/grant-type/mfa-oob`, `http://auth0.com/oauth/grant-type/mfa-otp`, `http://auth0.com/oauth/grant-type/mfa-recovery-code`, `urn:openid:params:grant-type:ciba`, `urn:ietf:params:oauth:grant-type:device_code`, and `urn:auth0:params:oauth:grant-type:token-exchange:federated-connection-access-token`","a":{"t":"s","l":1}},
            "client_aliases":{"t":"a","d":"List of audiences for SAML protocol","a":{"t":"s","l":1}},
            "allowed_clients":{"t":"a","d":"Ids of clients that will be allowed to perform delegation requests. Clients that will be allowed to make delegation request. By default, all your clients will be allowed. This field allows you to specify specific clients","a":{"t":"s","l":1}},
            "allowed_logout_urls":{"t":"a","d":"URLs that are valid to redirect to after logout from Auth0","a":{"t":"s","f":"url-with-placeholders"}},
            "jwt_configuration":{"$":"ClientJwtConfiguration","d":"An object that holds settings related to how JWTs are created"},
            "encryption_key":{"$":"ClientEncryptionKey","d":"The client's encryption key"},
            "sso":{"t":"b","d":"<code>true</code> to use Auth0 instead of the IdP to do Single Sign On, <code>false</code> otherwise (default: <code>false</code>)"},
            "cross_origin_authentication":{"t":"b","d":"<code>true</code> if this client can be used to make cross-origin authentication requests, <code>false</code> otherwise if cross origin is disabled"},
            "cross_origin_loc":{"t":"sz","d":"URL for the location in your site where the cross origin verification takes place for the cross-origin auth flow when performing Auth in your own domain instead of Auth0 hosted login page","f":"url-or-null"},
            "sso_disabled":{"t":"b","d":"<code>true</code> to disable Single Sign On, <code>false</code> otherwise (default: <code>false</code>)"},
            "custom_login_page_on":{"t":"b","d":"<code>true</code> if the custom login page is to be used, <code>false</code> otherwise"},
            "token_endpoint_auth_method":{"t":"sz","d":"Defines the requested authentication method for the token endpoint. Can be `none` (public client without a client secret), `client_secret_post` (client uses HTTP POST parameters), or `client_secret_basic` (client uses HTTP Basic)","e":["none","client_secret_post","client_secret_basic",null]},
            "is_token_endpoint_ip_header_trusted":{"t":"b","d":"If true, trust that the IP specified in the `auth0-forwarded-for` header is the end-user's IP for brute-force-protection on token endpoint"},
            "app_type":{"$":"ClientAppTypeEnum"},
            "is_first_party":{"t":"b","d":"Whether this client a first party client or not"},
            "oidc_conformant":{"t":"b","d":"Whether this client will conform to strict OIDC specifications"},
            "custom_login_page":{"t":"s","d":"The content (HTML, CSS, JS) of the custom login page"},
            "custom_login_page_preview":{"t":"s"},
            "token_quota":{"t":"oz","x":0,"r":["client_credentials"],"p":{"client_credentials":{"$":"TokenQuotaClientCredentials"}}},
            "form_template":{"t":"s","d":"Form template for WS-Federation protocol"},
            "addons":{"t":"oz","d":"Addons enabled for this client and their associated configurations","x":0,"p":{"aws":{"$":"ClientAddonAWS"},"azure_blob":{"$":"ClientAddonAzureBlob"},"azure_sb":{"$":"ClientAddonAzureSB"},"rms":{"$":"ClientAddonRMS"},"mscrm":{"$":"ClientAddonMSCRM"},"slack":{"$":"ClientAddonSlack"},"sentry":{"$":"ClientAddonSentry"},"box":{"$":"ClientAddonBox"},"cloudbees":{"$":"ClientAddonCloudBees"},"concur":{"$":"ClientAddonConcur"},"dropbox":{"$":"ClientAddonDropbox"},"echosign":{"$":"ClientAddonEchoSign"},"egnyte":{"$":"ClientAddonEgnyte"},"firebase":{"$":"ClientAddonFirebase"},"newrelic":{"$":"ClientAddonNewRelic"},"office365":{"$":"ClientAddonOffice365"},"salesforce":{"$":"ClientAddonSalesforce"},"salesforce_api":{"$":"ClientAddonSalesforceAPI"},"salesforce_sandbox_api":{"$":"ClientAddonSalesforceSandboxAPI"},"samlp":{"$":"ClientAddonSAML"},"layer":{"$":"ClientAddonLayer"},"sap_api":{"$":"ClientAddonSAPAPI"},"sharepoint":{"$":"ClientAddonSharePoint"},"springcm":{"$":"ClientAddonSpringCM"},"wams":{"$":"ClientAddonWAMS"},"wsfed":{"$":"ClientAddonWSFed"},"zendesk":{"$":"ClientAddonZendesk"},"zoom":{"$":"ClientAddonZoom"},"sso_integration":{"$":"ClientAddonSSOIntegration"},"oag":{"$":"ClientAddonOAG"}}},
            "client_metadata":{"$":"ClientMetadata"},
            "mobile":{"$":"ClientMobile","d":"Configuration related to native mobile apps"},
            "initiate_login_uri":{"t":"s","d":"Initiate login uri, must be https","f":"absolute-https-uri-with-placeholders-or-empty"},
            "native_social_login":{"t":"oz","d":"Configure native social settings","x":0,"k":1,"p":{"apple":{"t":"oz","d":"Native Social Login support for the Apple connection","x":0,"k":1,"p":{"enabled":{"t":"b","d":"Determine whether or not to allow signing in natively using an Apple authorization code"}}},"facebook":{"t":"oz","d":"Native Social Login support for the Facebook connection","x":0,"k":1,"p":{"enabled":{"t":"b","d":"Determine whether or not to allow signing in natively using Facebook"}}},"google":{"t":"oz","d":"Native Social Login support for the google-oauth2 connection","x":0,"k":1,"p":{"enabled":{"t":"b","d":"Determine whether or not to allow signing in natively using a Google ID token"}}}}},
            "fedcm_login":{"t":"oz","d":"Configure FedCM login settings for New Universal Login","x":0,"k":1,"p":{"google":{"t":"oz","d":"Google FedCM configuration for this client","x":0,"k":1,"p":{"is_enabled":{"t":"b","d":"When true, shows the Google FedCM prompt on New Universal Login for this client"}}}}},
            "refresh_token":{"$":"ClientRefreshTokenConfiguration"},
            "default_organization":{"$":"ClientDefaultOrganization"},
            "organization_usage":{"t":"sz","d":"Defines how to proceed during an authentication transaction with regards an organization. Can be `deny` (default), `allow` or `require`","e":["deny","allow","require",null]},
            "organization_require_behavior":{"t":"sz","d":"Defines how to proceed during an authentication transaction when `client.organization_usage: 'require'`. Can be `no_prompt` (default), `pre_login_prompt` or `post_login_prompt`. `post_login_prompt` requires `oidc_conformant: true`","e":["no_prompt","pre_login_prompt","post_login_prompt",null]},
            "organization_discovery_methods":{"t":"az","d":"Defines the available methods for organization discovery during the `pre_login_prompt`. Users can discover their organization either by `email`, `organization_name` or both","c":1,"a":{"$":"ClientOrganizationDiscoveryEnum"}},
            "client_authentication_methods":{"t":"oz","d":"Defines client authentication methods","x":0,"k":1,"K":1,"p":{"private_key_jwt":{"t":"o","d":"Defines `private_key_jwt` client authentication method. If this property is defined, the client is enabled to use the Private Key JWT authentication method","x":0,"r":["credentials"],"p":{"credentials":{"t":"a","d":"A list of unique and previously created credential IDs enabled on the client for Private Key JWT authentication","c":0,"a":{"$":"CredentialId"}}}},"tls_client_auth":{"t":"o","d":"Defines `tls_client_auth` client authentication method. If the property is defined, the client is configured to use CA-based mTLS authentication method","x":0,"r":["credentials"],"p":{"credentials":{"t":"a","d":"A list of unique and previously created credential IDs enabled on the client for CA-based mTLS authentication","c":0,"a":{"$":"CredentialId"}}}},"self_signed_tls_client_auth":{"t":"o","d":"Defines `self_signed_tls_client_auth` client authentication method. If the property is defined, the client is configured to use mTLS authentication method utilizing self-signed certificate","x":0,"r":["credentials"],"p":{"credentials":{"t":"a","d":"A list of unique and previously created credential IDs enabled on the client for mTLS authentication utilizing self-signed certificate","c":0,"a":{"$":"CredentialId"}}}}}},
            "require_pushed_authorization_requests":{"t":"b","d":"Makes the use of Pushed Authorization Requests mandatory for this client"},
            "require_proof_of_possession":{"t":"b","d":"Makes the use of Proof-of-Possession mandatory for this client"},
            "signed_request_object":{"t":"oz","d":"JWT-secured Authorization Requests (JAR) settings","x":0,"p":{"required":{"t":"b","d":"Indicates whether the JAR requests are mandatory"},"credentials":{"t":"a","c":0,"a":{"$":"CredentialId"}}}},
            "token_vault_privileged_access":{"t":"oz","d":"Settings for Token Vault Privileged Access","x":0,"r":["credentials"],"p":{"credentials":{"t":"a","c":0,"a":{"$":"CredentialId"}},"ip_allowlist":{"t":"a","c":0,"a":{"$":"TokenVaultPrivilegedAccessIpAllowlistEntry"}},"grants":{"t":"a"}}},
            "compliance_level":{"$":"ClientComplianceLevelEnum"},
            "skip_non_verifiable_callback_uri_confirmation_prompt":{"t":"bz","d":"Controls whether a confirmation prompt is shown during login flows when the redirect URI uses non-verifiable callback URIs (for example, a custom URI schema such as `myapp://`, or `localhost`).\nIf set to true, a confirmation prompt will not be shown. We recommend that this is set to false for improved protection from malicious apps.\nSee https://auth0.com/docs/secure/security-guidance/measures-against-app-impersonation for more information"},
            "token_exchange":{"t":"oz","d":"Configuration for token exchange","x":0,"p":{"allow_any_profile_of_type":{"t":"a","d":"List the enabled token exchange types for this client","c":0,"a":{"$":"ClientTokenExchangeTypeEnum"}}}},
            "par_request_expiry":{"t":"iz","d":"Specifies how long, in seconds, a Pushed Authorization Request URI remains valid","m":10,"M":600},
            "express_configuration":{"t":"oz","d":"Application specific configuration for use with the OIN Express Configuration feature","x":0,"r":["initiate_login_uri_template","user_attribute_profile_id","connection_profile_id","enable_client","enable_organization","okta_oin_client_id","admin_login_domain"],"p":{"initiate_login_uri_template":{"t":"s","d":"The URI users should bookmark to log in to this application. Variable substitution is permitted for the following properties: organization_name, organization_id, and connection_name","f":"ec-initiate-login-uri-template-url"},"user_attribute_profile_id":{"t":"s","d":"The ID of the user attribute profile to use for this application","f":"user-attribute-profile-id"},"connection_profile_id":{"t":"s","d":"The ID of the connection profile to use for this application","f":"connection-profile-id"},"enable_client":{"t":"b","d":"When true, all connections made via express configuration will be enabled for this application"},"enable_organization":{"t":"b","d":"When true, all connections made via express configuration will have the associated organization enabled"},"linked_clients":{"t":"a","d":"List of client IDs that are linked to this express configuration (e.g. web or mobile clients)","a":{"$":"LinkedClientConfiguration"}},"okta_oin_client_id":{"t":"s","d":"This is the unique identifier for the Okta OIN Express Configuration Client, which Okta will use for this application","f":"client-id"},"admin_login_domain":{"t":"s","d":"This is the domain that admins are expected to log in via for authenticating for express configuration. It can be either the canonical domain or a registered custom domain","l":1},"oin_submission_id":{"t":"s","d":"The identifier of the published application in the OKTA OIN","l":1,"L":200}}},
            "my_organization_configuration":{"t":"oz","d":"Configuration related to the My Organization Configuration for the client","x":0,"r":["allowed_strategies","connection_deletion_behavior"],"p":{"connection_profile_id":{"t":"s","d":"The connection profile ID that this client should validate against","f":"connection-profile-id"},"user_attribute_profile_id":{"t":"s","d":"The user attribute profile ID that this client should validate against","f":"user-attribute-profile-id"},"allowed_strategies":{"t":"a","d":"The allowed connection strategies for the My Organization Configuration","a":{"$":"ClientMyOrganizationConfigurationAllowedStrategiesEnum"}},"connection_deletion_behavior":{"$":"ClientMyOrganizationDeletionBehaviorEnum"},"invitation_landing_client_id":{"t":"s","d":"The client ID this client uses while creating invitations through My Organization API","f":"client-id"}}},
            "async_approval_notification_channels":{"t":"az","d":"Array of notification channels for contacting the user when their approval is required. Valid values are `guardian-push`, `email`","c":1,"a":{"t":"s","e":["guardian-push","email"]}},
            "third_party_security_mode":{"$":"ClientThirdPartySecurityModeEnum"},
            "redirection_policy":{"$":"ClientRedirectionPolicyEnum"},
            "identity_assertion_authorization_grant":{"t":"oz"},
            "cross_origin_auth":{"t":"b"},
            "anonymous_sessions":{"t":"o","x":0,"r":["active"],"p":{"active":{"t":"b"}}},
            "enforce_anon_session_transfer_network_binding":{"t":"s","e":["ip","asn","none"]},
            "b2b_integration_configuration":{"t":"o","x":0,"p":{"sso_profiles":{"t":"a","a":{"t":"s"}},"integration_type":{"t":"s","e":["custom_auth_server","third_party","application"]}}},
            "oidc_support":{"t":"o","x":0,"r":["is_allowed"],"p":{"is_allowed":{"t":"b"},"allow_all_scopes":{"t":"b"},"allowed_scopes":{"t":"a","a":{"t":"s","e":["profile","email","address","phone"]}}}}}},
            "get_client_connections.query":{"t":"o","p":{
            "strategy":{"t":"a","a":{"t":"s","e":["ad","adfs","amazon","apple","dropbox","bitbucket","auth0-oidc","auth0","baidu","bitly","box","custom","daccount","dwolla","email","evernote-sandbox","evernote","exact","facebook","fitbit","github","google-apps","google-oauth2","instagram","ip","line","linkedin","oauth1","oauth2","office365","oidc","okta","paypal","paypal-sandbox","pingfederate","planningcenter","salesforce-community","salesforce-sandbox","salesforce","samlp","sharepoint","shopify","shop","sms","soundcloud","thirtysevensignals","twitter","untappd","vkontakte","waad","weibo","windowslive","wordpress","yahoo","yandex","auth0-adldap"]},"d":"Provide strategies to only retrieve connections with such strategies"},
            "from":{"t":"s","L":1000,"d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "fields":{"t":"s","L":1000,"d":"A comma separated list of fields to include or exclude (depending on include_fields) from the result, empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"<code>true</code> if the fields specified are to be included in the result, <code>false</code> otherwise (defaults to <code>true</code>)"}}},
            "ClientAddonAWS":{"t":"o","d":"AWS addon configuration","p":{
            "principal":{"t":"s","d":"AWS principal ARN, e.g. `arn:aws:iam::010616021751:saml-provider/idpname`"},
            "role":{"t":"s","d":"AWS role ARN, e.g. `arn:aws:iam::010616021751:role/foo`"},
            "lifetime_in_seconds":{"t":"i","d":"AWS token lifetime in seconds","m":900,"M":43200}}},
            "ClientAddonAzureBlob":{"t":"o","d":"Azure Blob Storage addon configuration","p":{
            "accountName":{"t":"s","d":"Your Azure storage account name. Usually first segment in your Azure storage URL. e.g. `https://acme-org.blob.core.windows.net` would be the account name `acme-org`","P":"^([a-z0-9]){3,24}$"},
            "storageAccessKey":{"t":"s","d":"Access key associated with this storage account","P":"^([A-Za-z0-9+/]){86}==$"},
            "containerName":{"t":"s","d":"Container to request a token for. e.g. `my-container`","P":"^([a-z0-9]){1}([a-z0-9-]){2,62}$"},
            "blobName":{"t":"s","d":"Entity to request a token for. e.g. `my-blob`. If blank the computed SAS will apply to the entire storage container","P":"^(.){1,1024}$"},
            "expiration":{"t":"i","d":"Expiration in minutes for the generated token (default of 5 minutes)","m":0},
            "signedIdentifier":{"t":"s","d":"Shared access policy identifier defined in your storage account resource"},
            "blob_read":{"t":"b","d":"Indicates if the issued token has permission to read the content, properties, metadata and block list. Use the blob as the source of a copy operation"},
            "blob_write":{"t":"b","d":"Indicates if the issued token has permission to create or write content, properties, metadata, or block list. Snapshot or lease the blob. Resize the blob (page blob only). Use the blob as the destination of a copy operation within the same account"},
            "blob_delete":{"t":"b","d":"Indicates if the issued token has permission to delete the blob"},
            "container_read":{"t":"b","d":"Indicates if the issued token has permission to read the content, properties, metadata or block list of any blob in the container. Use any blob in the container as the source of a copy operation"},
            "container_write":{"t":"b","d":"Indicates that for any blob in the container if the issued token has permission to create or write content, properties, metadata, or block list. Snapshot or lease the blob. Resize the blob (page blob only). Use the blob as the destination of a copy operation within the same account"},
            "container_delete":{"t":"b","d":"Indicates if issued token has permission to delete any blob in the container"},
            "container_list":{"t":"b","d":"Indicates if the issued token has permission to list blobs in the container"}}},
            "ClientAddonAzureSB":{"t":"o","d":"Azure Storage Bus addon configuration","p":{
            "namespace":{"t":"s","d":"Your Azure Service Bus namespace. Usually the first segment of your Service Bus URL (e.g. `https://acme-org.servicebus.windows.net` would be `acme-org`)"},
            "sasKeyName":{"t":"s","d":"Your shared access policy name defined in your Service Bus entity"},
            "sasKey":{"t":"s","d":"Primary Key associated with your shared access policy"},
            "entityPath":{"t":"s","d":"Entity you want to request a token for. e.g. `my-queue`.'"},
            "expiration":{"t":"i","d":"Optional expiration in minutes for the generated token. Defaults to 5 minutes"}}},
            "ClientAddonBox":{"t":"o","d":"Box SSO indicator (no configuration settings needed for Box SSO)"},
            "ClientAddonCloudBees":{"t":"o","d":"CloudBees SSO indicator (no configuration settings needed for CloudBees SSO)"},
            "ClientAddonConcur":{"t":"o","d":"Concur SSO indicator (no configuration settings needed for Concur SSO)"},
            "ClientAddonDropbox":{"t":"o","d":"Dropbox SSO indicator (no configuration settings needed for Dropbox SSO)"},
            "ClientAddonEchoSign":{"t":"o","d":"Adobe EchoSign SSO configuration","p":{
            "domain":{"t":"s","d":"Your custom domain found in your EchoSign URL. e.g. `https://acme-org.echosign.com` would be `acme-org`"}}},
            "ClientAddonEgnyte":{"t":"o","d":"Egnyte SSO configuration","p":{
            "domain":{"t":"s","d":"Your custom domain found in your Egnyte URL. e.g. `https://acme-org.egnyte.com` would be `acme-org`"}}},
            "ClientAddonFirebase":{"t":"o","d":"Google Firebase addon configuration","p":{
            "secret":{"t":"s","d":"Google Firebase Secret. (SDK 2 only)"},
            "private_key_id":{"t":"s","d":"Optional ID of the private key to obtain kid header in the issued token (SDK v3+ tokens only)"},
            "private_key":{"t":"s","d":"Private Key for signing the token (SDK v3+ tokens only)"},
            "client_email":{"t":"s","d":"ID of the Service Account you have created (shown as `client_email` in the generated JSON file, SDK v3+ tokens only)"},
            "lifetime_in_seconds":{"t":"i","d":"Optional expiration in seconds for the generated token. Defaults to 3600 seconds (SDK v3+ tokens only)"}}},
            "ClientAddonLayer":{"t":"o","d":"Layer addon configuration","r":["providerId","keyId","privateKey"],"p":{
            "providerId":{"t":"s","d":"Provider ID of your Layer account"},
            "keyId":{"t":"s","d":"Authentication Key identifier used to sign the Layer token"},
            "privateKey":{"t":"s","d":"Private key for signing the Layer token"},
            "principal":{"t":"s","d":"Name of the property used as the unique user id in Layer. If not specified `user_id` is used"},
            "expiration":{"t":"i","d":"Optional expiration in minutes for the generated token. Defaults to 5 minutes","m":0}}},
            "ClientAddonMSCRM":{"t":"o","d":"Microsoft Dynamics CRM SSO configuration","r":["url"],"p":{
            "url":{"t":"s","d":"Microsoft Dynamics CRM application URL","f":"url"}}},
            "ClientAddonNewRelic":{"t":"o","d":"New Relic SSO configuration","p":{
            "account":{"t":"s","d":"Your New Relic Account ID found in your New Relic URL after the `/accounts/` path. e.g. `https://rpm.newrelic.com/accounts/123456/query` would be `123456`"}}},
            "ClientAddonOAG":{"t":"oz","d":"Okta Access Gateway SSO configuration","x":0,"p":{}},
            "ClientAddonOffice365":{"t":"o","d":"Microsoft Office 365 SSO configuration","p":{
            "domain":{"t":"s","d":"Your Office 365 domain name. e.g. `acme-org.com`"},
            "connection":{"t":"s","d":"Optional Auth0 database connection for testing an already-configured Office 365 tenant"}}},
            "ClientAddonRMS":{"t":"o","d":"Active Directory Rights Management Service SSO configuration","r":["url"],"p":{
            "url":{"t":"s","d":"URL of your Rights Management Server. It can be internal or external, but users will have to be able to reach it","f":"url"}}},
            "ClientAddonSAML":{"t":"o","d":"SAML2 addon indicator (no configuration settings needed for SAML2 addon)","p":{
            "mappings":{"t":"o"},
            "audience":{"t":"s"},
            "recipient":{"t":"s"},
            "createUpnClaim":{"t":"b"},
            "mapUnknownClaimsAsIs":{"t":"b"},
            "passthroughClaimsWithNoMapping":{"t":"b"},
            "mapIdentities":{"t":"b"},
            "signatureAlgorithm":{"t":"s"},
            "digestAlgorithm":{"t":"s"},
            "issuer":{"t":"s"},
            "destination":{"t":"s"},
            "lifetimeInSeconds":{"t":"i"},
            "signResponse":{"t":"b"},
            "nameIdentifierFormat":{"t":"s"},
            "nameIdentifierProbes":{"t":"a","a":{"t":"s","l":1}},
            "authnContextClassRef":{"t":"s"}}},
            "ClientAddonSAPAPI":{"t":"o","d":"SAP API addon configuration","p":{
            "clientid":{"t":"s","d":"If activated in the OAuth 2.0 client configuration (transaction SOAUTH2) the SAML attribute client_id must be set and equal the client_id form parameter of the access token request"},
            "usernameAttribute":{"t":"s","d":"Name of the property in the user object that maps to a SAP username. e.g. `email`"},
            "tokenEndpointUrl":{"t":"s","d":"Your SAP OData server OAuth2 token endpoint URL","f":"url"},
            "scope":{"t":"s","d":"Requested scope for SAP APIs"},
            "servicePassword":{"t":"s","d":"Service account password to use to authenticate API calls to the token endpoint"},
            "nameIdentifierFormat":{"t":"s","d":"NameID element of the Subject which can be used to express the user's identity. Defaults to `urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified`"}}},
            "ClientAddonSSOIntegration":{"t":"o","p":{
            "name":{"t":"s","d":"SSO integration name"},
            "version":{"t":"s","d":"SSO integration version installed"}}},
            "ClientAddonSalesforce":{"t":"o","d":"Salesforce SSO configuration","p":{
            "entity_id":{"t":"s","d":"Arbitrary logical URL that identifies the Saleforce resource. e.g. `https://acme-org.com`","f":"url"}}},
            "ClientAddonSalesforceAPI":{"t":"o","d":"Salesforce API addon configuration","p":{
            "clientid":{"t":"s","d":"Consumer Key assigned by Salesforce to the Connected App"},
            "principal":{"t":"s","d":"Name of the property in the user object that maps to a Salesforce username. e.g. `email`"},
            "communityName":{"t":"s","d":"Community name"},
            "community_url_section":{"t":"s","d":"Community url section"}}},
            "ClientAddonSalesforceSandboxAPI":{"t":"o","d":"Salesforce Sandbox addon configuration","p":{
            "clientid":{"t":"s","d":"Consumer Key assigned by Salesforce to the Connected App"},
            "principal":{"t":"s","d":"Name of the property in the user object that maps to a Salesforce username. e.g. `email`"},
            "communityName":{"t":"s","d":"Community name"},
            "community_url_section":{"t":"s","d":"Community url section"}}},
            "ClientAddonSentry":{"t":"o","d":"Sentry SSO configuration","p":{
            "org_slug":{"t":"s","d":"Generated slug for your Sentry organization. Found in your Sentry URL. e.g. `https://sentry.acme.com/acme-org/` would be `acme-org`"},
            "base_url":{"t":"s","d":"URL prefix only if running Sentry Community Edition, otherwise leave should be blank"}}},
            "ClientAddonSharePoint":{"t":"o","d":"SharePoint SSO configuration","p":{
            "url":{"t":"s","d":"Internal SharePoint application URL"},
            "external_url":{"d":"External SharePoint application URLs if exposed to the Internet","o":[{"t":"a","a":{"t":"s"}},{"t":"s"}]}}},
            "ClientAddonSlack":{"t":"o","d":"Slack team or workspace name usually first segment in your Slack URL. e.g. `https://acme-org.slack.com` would be `acme-org`","r":["team"],"p":{
            "team":{"t":"s","d":"Slack team name"}}},
            "ClientAddonSpringCM":{"t":"o","d":"SpringCM SSO configuration","p":{
            "acsurl":{"t":"s","d":"SpringCM ACS URL, e.g. `https://na11.springcm.com/atlas/sso/SSOEndpoint.ashx`"}}},
            "ClientAddonWAMS":{"t":"o","d":"Windows Azure Mobile Services addon configuration","p":{
            "masterkey":{"t":"s","d":"Your master key for Windows Azure Mobile Services"}}},
            "ClientAddonWSFed":{"t":"o","d":"WS-Fed (WIF) addon indicator. Actual configuration is stored in `callback` and `client_aliases` properties on the client"},
            "ClientAddonZendesk":{"t":"o","d":"Zendesk SSO configuration","p":{
            "accountName":{"t":"s","d":"Zendesk account name usually first segment in your Zendesk URL. e.g. `https://acme-org.zendesk.com` would be `acme-org`"}}},
            "ClientAddonZoom":{"t":"o","d":"Zoom SSO configuration","p":{
            "account":{"t":"s","d":"Zoom account name usually first segment of your Zoom URL, e.g. `https://acme-org.zoom.us` would be `acme-org`"}}},
            "ClientAppTypeEnum":{"t":"s","d":"The type of application this client represents","e":["native","spa","regular_web","non_interactive","resource_server","express_configuration","rms","box","cloudbees","concur","dropbox","mscrm","echosign","egnyte","newrelic","office365","salesforce","sentry","sharepoint","slack","springcm","zendesk","zoom","sso_integration","oag"]},
            "ClientComplianceLevelEnum":{"t":"sz","d":"Defines the compliance level for this client, which may restrict it's capabilities","e":["none","fapi1_adv_pkj_par","fapi1_adv_mtls_par","fapi2_sp_pkj_mtls","fapi2_sp_mtls_mtls",null]},
            "ClientDefaultOrganization":{"t":"oz","d":"Defines the default Organization ID and flows","x":0,"r":["organization_id","flows"],"p":{
            "organization_id":{"t":"s","d":"The default Organization ID to be used","f":"organization-id"},
            "flows":{"t":"a","d":"The default Organization usage","a":{"t":"s","e":["client_credentials"]}}}},
            "ClientEncryptionKey":{"t":"oz","d":"Encryption used for WsFed responses with this client","p":{
            "pub":{"t":"s","d":"Encryption Public RSA Key"},
            "cert":{"t":"s","d":"Encryption certificate for public key in X.509 (.CER) format"},
            "subject":{"t":"s","d":"Encryption certificate name for this certificate in the format `/CN={domain}`"}}},
            "ClientJwtConfiguration":{"t":"o","d":"Configuration related to JWTs for the client","p":{
            "lifetime_in_seconds":{"t":"i","d":"Number of seconds the JWT will be valid for (affects `exp` claim)"},
            "secret_encoded":{"t":"b","d":"Whether the client secret is base64 encoded (true) or unencoded (false)"},
            "scopes":{"t":"o","d":"Configuration related to id token claims for the client"},
            "alg":{"t":"s","d":"Algorithm used to sign JWTs. Can be `HS256` (default) or `RS256`. `PS256` available via addon","e":["HS256","RS256","RS512","PS256"]}}},
            "ClientMetadata":{"t":"o","d":"Metadata associated with the client, in the form of an object with string values (max 255 chars).  Maximum of 10 metadata properties allowed.  Field names (max 255 chars) are alphanumeric and may only include the following special characters:  :,-+=_*?\"/\\()<>@\t[Tab] [Space]","K":10},
            "ClientMobile":{"t":"o","d":"Additional configuration for native mobile apps","p":{
            "android":{"t":"o","d":"Android native app configuration","p":{"app_package_name":{"t":"s","d":"App package name found in AndroidManifest.xml"},"sha256_cert_fingerprints":{"t":"a","d":"SHA256 fingerprints of the app's signing certificate. Multiple fingerprints can be used to support different versions of your app, such as debug and production builds","c":1,"a":{"t":"s","l":1}}}},
            "ios":{"t":"o","d":"iOS native app configuration","p":{"team_id":{"t":"s","d":"Identifier assigned to the Apple account that signs and uploads the app to the store"},"app_bundle_identifier":{"t":"s","d":"Assigned by developer to the app as its unique identifier inside the store. Usually this is a reverse domain plus the app name, e.g. `com.you.MyApp`"}}}}},
            "ClientMyOrganizationConfigurationAllowedStrategiesEnum":{"t":"s","d":"The allowed connection strategy values for the My Organization Configuration","e":["pingfederate","adfs","waad","google-apps","okta","oidc","samlp"]},
            "ClientMyOrganizationDeletionBehaviorEnum":{"t":"s","d":"The deletion behavior for this client","e":["allow","allow_if_empty"]},
            "ClientOIDCBackchannelLogoutInitiators":{"t":"o","d":"Configuration for OIDC backchannel logout initiators","p":{
            "mode":{"t":"s","d":"The `mode` property determines the configuration method for enabling initiators. `custom` enables only the initiators listed in the selected_initiators array, `all` enables all current and future initiators","e":["custom","all"]},
            "selected_initiators":{"t":"a","a":{"t":"s","d":"The `selected_initiators` property contains the list of initiators to be enabled for the given application","e":["rp-logout","idp-logout","password-changed","session-expired","session-revoked","account-deleted","email-identifier-changed","mfa-phone-unenrolled","account-deactivated"]}}}},
            "ClientOIDCBackchannelLogoutSessionMetadata":{"t":"oz","d":"Controls whether session metadata is included in the logout token. Default value is null","p":{
            "include":{"t":"b","d":"The `include` property determines whether session metadata is included in the logout token"}}},
            "ClientOIDCBackchannelLogoutSettings":{"t":"o","d":"Configuration for OIDC backchannel logout","p":{
            "backchannel_logout_urls":{"t":"a","d":"Comma-separated list of URLs that are valid to call back from Auth0 for OIDC backchannel logout. Currently only one URL is allowed","a":{"t":"s","f":"absolute-https-uri-with-placeholders-or-empty"}},
            "backchannel_logout_initiators":{"$":"ClientOIDCBackchannelLogoutInitiators"},
            "backchannel_logout_session_metadata":{"$":"ClientOIDCBackchannelLogoutSessionMetadata"}}},
            "ClientOrganizationDiscoveryEnum":{"t":"s","d":"Method for discovering organizations during the `pre_login_prompt`. `email` allows users to find their organization by entering their email address and performing domain matching, while `organization_name` requires users to enter the organization name directly. These methods can be combined","e":["email","organization_name"]},
            "ClientRedirectionPolicyEnum":{"t":"s","d":"Controls whether Auth0 redirects users to the application's callback URL on authentication errors or in email verification flows. `open_redirect_protection` shows an error page instead of redirecting, and hides the callback domain from email templates. `allow_always` enables standard redirect behavior. Defaults to `open_redirect_protection` for third-party clients. Only applies when `is_first_party` is `false` and `third_party_security_mode` is `strict`. To learn more, read <a href=\"https://auth0.com/docs/get-started/applications/third-party-applications/security-controls#redirect-protection\">Redirect protection</a>","e":["allow_always","open_redirect_protection"]},
            "ClientRefreshTokenConfiguration":{"t":"oz","d":"Refresh token configuration","x":0,"r":["rotation_type","expiration_type"],"p":{
            "rotation_type":{"t":"s","d":"Refresh token rotation types, one of: rotating, non-rotating","e":["rotating","non-rotating"]},
            "expiration_type":{"t":"s","d":"Refresh token expiration types, one of: expiring, non-expiring","e":["expiring","non-expiring"]},
            "leeway":{"t":"i","d":"Period in seconds where the previous refresh token can be exchanged without triggering breach detection","m":0},
            "token_lifetime":{"t":"i","d":"Period (in seconds) for which refresh tokens will remain valid","m":1,"M":157788000},
            "infinite_token_lifetime":{"t":"b","d":"Prevents tokens from having a set lifetime when `true` (takes precedence over `token_lifetime` values)"},
            "idle_token_lifetime":{"t":"i","d":"Period (in seconds) for which refresh tokens will remain valid without use","m":1},
            "infinite_idle_token_lifetime":{"t":"b","d":"Prevents tokens from expiring without use when `true` (takes precedence over `idle_token_lifetime` values)"},
            "policies":{"t":"az","d":"A collection of policies governing multi-resource refresh token exchange (MRRT), defining how refresh tokens can be used across different resource servers","c":1,"a":{"t":"o","x":0,"r":["audience","scope"],"p":{"audience":{"t":"s","d":"The identifier of the resource server to which the Multi Resource Refresh Token Policy applies","l":1,"L":600},"scope":{"t":"a","d":"The resource server permissions granted under the Multi Resource Refresh Token Policy, defining the context in which an access token can be used","a":{"t":"s","d":"A resource server permission granted under the Multi Resource Refresh Token Policy","l":1,"L":280}}}}}}},
            "ClientSessionTransferConfiguration":{"t":"oz","d":"Native to Web SSO Configuration","x":0,"p":{
            "can_create_session_transfer_token":{"t":"b","d":"Indicates whether an app can issue a Session Transfer Token through Token Exchange. If set to 'false', the app will not be able to issue a Session Transfer Token. Usually configured in the native application. Default value is `false`"},
            "enforce_cascade_revocation":{"t":"b","d":"Indicates whether revoking the parent Refresh Token that initiated a Native to Web flow and was used to issue a Session Transfer Token should trigger a cascade revocation affecting its dependent child entities. Usually configured in the native application. Default value is `true`, applicable only in Native to Web SSO context"},
            "allowed_authentication_methods":{"t":"az","d":"Indicates whether an app can create a session from a Session Transfer Token received via indicated methods. Can include `cookie` and/or `query`. Usually configured in the web application. Default value is an empty array []","a":{"t":"s","e":["cookie","query"]}},
            "enforce_device_binding":{"t":"s","d":"Indicates whether device binding security should be enforced for the app. If set to 'ip', the app will enforce device binding by IP, meaning that consumption of Session Transfer Token must be done from the same IP of the issuer. Likewise, if set to 'asn', device binding is enforced by ASN, meaning consumption of Session Transfer Token must be done from the same ASN as the issuer. If set to 'none', device binding is not enforced. Usually configured in the web application. Default value is `ip`","e":["ip","asn","none"]},
            "allow_refresh_token":{"t":"b","d":"Indicates whether Refresh Tokens are allowed to be issued when authenticating with a Session Transfer Token. Usually configured in the web application. Default value is `false`"},
            "enforce_online_refresh_tokens":{"t":"b","d":"Indicates whether Refresh Tokens created during a Native to Web session are tied to that session's lifetime. This determines if such refresh tokens should be automatically revoked when their corresponding sessions are. Usually configured in the web application. Default value is `true`, applicable only in Native to Web SSO context"},
            "delegation":{"t":"oz","d":"Configuration for delegation (impersonation) access using Session Transfer Tokens","x":0,"p":{"allow_delegated_access":{"t":"b","d":"Indicates whether delegation (impersonation) access is allowed using Session Transfer Tokens. Default value is `false`"},"enforce_device_binding":{"t":"s","d":"Indicates the device binding enforcement for delegation (impersonation) access. If set to 'ip', device binding is enforced by IP. If set to 'asn', device binding is enforced by ASN. Default value is `ip`","e":["ip","asn"]}}}}},
            "ClientThirdPartySecurityModeEnum":{"t":"s","d":"Security mode for third-party clients. `strict` enforces <a href=\"https://auth0.com/docs/get-started/applications/third-party-applications/security-controls\">enhanced security controls</a>: OAuth 2.1 alignment, explicit API authorization, and a curated set of supported features. `permissive` preserves <a href=\"https://auth0.com/docs/get-started/applications/third-party-applications/permissive-mode\">pre-existing behavior</a> and is only available to tenants with prior third-party client usage. Set on creation and cannot be modified","e":["strict","permissive"]},
            "ClientTokenExchangeTypeEnum":{"t":"s","d":"Token exchange type. `on_behalf_of_token_exchange`: enables On-Behalf-Of token exchange (Generally Available). `custom_authentication`: enables custom token exchange profiles (Early Access, requires entitlement)","l":1,"e":["custom_authentication","on_behalf_of_token_exchange"]},
            "CredentialId":{"t":"o","x":0,"r":["id"],"p":{
            "id":{"t":"s","d":"Credential ID","f":"credential-id"}}},
            "LinkedClientConfiguration":{"t":"o","d":"Configuration for linked clients in the OIN Express Configuration feature","x":0,"r":["client_id"],"p":{
            "client_id":{"t":"s","d":"The ID of the linked client","f":"client-id"}}},
            "PublicKeyCredential":{"t":"o","x":0,"r":["credential_type","pem"],"p":{
            "credential_type":{"t":"s","d":"Credential type. Supported types: public_key","e":["public_key"]},
            "name":{"t":"s","d":"Friendly name for a credential","L":128},
            "pem":{"t":"s","d":"PEM-formatted public key (SPKI and PKCS1) or X509 certificate. Must be JSON escaped"},
            "alg":{"$":"PublicKeyCredentialAlgorithmEnum"},
            "parse_expiry_from_cert":{"t":"b","d":"Parse expiry from x509 certificate. If true, attempts to parse the expiry date from the provided PEM. Applies to `public_key` credential type"},
            "expires_at":{"t":"s","d":"The ISO 8601 formatted date representing the expiration of the credential. If not specified (not recommended), the credential never expires. Applies to `public_key` credential type","f":"date-time"},
            "kid":{"t":"s","d":"Optional kid (Key ID), used to uniquely identify the credential. If not specified, a kid value will be auto-generated. The kid header parameter in JWTs sent by your client should match this value. Valid format is [0-9a-zA-Z-_]{10,64}","l":10,"L":64,"P":"^([0-9a-zA-Z-_]{10,64})$"}}},
            "PublicKeyCredentialAlgorithmEnum":{"t":"s","d":"Algorithm which will be used with the credential. Can be one of RS256, RS384, PS256. If not specified, RS256 will be used. Applies to `public_key` credential type","e":["RS256","RS384","PS256"]},
            "TokenQuotaClientCredentials":{"t":"o","d":"The token quota configuration","x":0,"k":1,"p":{
            "enforce":{"t":"b","d":"If enabled, the quota will be enforced and requests in excess of the quota will fail. If disabled, the quota will not be enforced, but notifications for requests exceeding the quota will be available in logs"},
            "per_day":{"t":"i","d":"Maximum number of issued tokens per day","m":1,"M":2147483647},
            "per_hour":{"t":"i","d":"Maximum number of issued tokens per hour","m":1,"M":2147483647}}},
            "TokenVaultPrivilegedAccessIpAllowlistEntry":{"t":"s","o":[{"t":"s","f":"ipv4"},{"t":"s","f":"ipv6"},{"t":"s","f":"cidr"},{"t":"s","f":"ipv6_cidr"}]}}
            """##)
}
