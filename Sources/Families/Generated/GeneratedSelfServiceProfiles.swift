// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let selfServiceProfiles = GeneratedFamily(
        name: "self-service-profiles", firstNumber: 393,
        operations: """
            GET /self-service-profiles get_self-service-profiles read:self_service_profiles - q document Get self-service profiles
            POST /self-service-profiles post_self-service-profiles create:self_service_profiles body - document Create a self-service profile
            GET /self-service-profiles/{id} get_self-service-profiles_by_id read:self_service_profiles - - document Get a self-service profile by Id
            PATCH /self-service-profiles/{id} patch_self-service-profiles_by_id update:self_service_profiles body - document Update a self-service profile
            DELETE /self-service-profiles/{id} delete_self-service-profiles_by_id delete:self_service_profiles - - document Delete a self-service profile by Id
            GET /self-service-profiles/{id}/custom-text/{language}/{page} get_self_service_profile_custom_text read:self_service_profile_custom_texts - p document Get custom text for a self-service profile
            PUT /self-service-profiles/{id}/custom-text/{language}/{page} put_self_service_profile_custom_text update:self_service_profile_custom_texts body p document Set custom text for a self-service profile
            POST /self-service-profiles/{id}/sso-ticket post_sso-ticket create:sso_access_tickets body - document Create an access ticket to initiate the Self-Service Enterprise Configuration flow
            POST /self-service-profiles/{profileId}/sso-ticket/{id}/revoke post_revoke delete:sso_access_tickets - - document Revoke a Self-Service Enterprise Configuration access ticket
            """,
        schemas: ##"""
            {"get_self-service-profiles.query":{"t":"o","p":{
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"}}},
            "post_self-service-profiles.body":{"t":"o","x":0,"r":["name"],"p":{
            "name":{"t":"s","d":"The name of the self-service Profile","l":1,"L":100},
            "description":{"t":"s","d":"The description of the self-service Profile","l":1,"L":140},
            "branding":{"$":"SelfServiceProfileBrandingProperties"},
            "allowed_strategies":{"t":"a","d":"List of IdP strategies that will be shown to users during the Self-Service Enterprise Configuration flow. Possible values: [`oidc`, `samlp`, `waad`, `google-apps`, `adfs`, `okta`, `auth0-samlp`, `okta-samlp`, `keycloak-samlp`, `pingfederate`]","c":1,"a":{"$":"SelfServiceProfileAllowedStrategyEnum"}},
            "user_attributes":{"t":"a","d":"List of attributes to be mapped that will be shown to the user during the Self-Service Enterprise Configuration flow","a":{"$":"SelfServiceProfileUserAttribute"}},
            "user_attribute_profile_id":{"t":"s","d":"ID of the user-attribute-profile to associate with this self-service profile","f":"user-attribute-profile-id"}}},
            "patch_self-service-profiles_by_id.body":{"t":"o","x":0,"k":0,"p":{
            "name":{"t":"s","d":"The name of the self-service Profile","l":1,"L":100},
            "description":{"t":"sz","d":"The description of the self-service Profile","l":1,"L":140},
            "branding":{"o":[{"$":"SelfServiceProfileBrandingProperties"},{"t":"z"}]},
            "allowed_strategies":{"t":"a","d":"List of IdP strategies that will be shown to users during the Self-Service Enterprise Configuration flow. Possible values: [`oidc`, `samlp`, `waad`, `google-apps`, `adfs`, `okta`, `auth0-samlp`, `okta-samlp`, `keycloak-samlp`, `pingfederate`]","c":1,"a":{"$":"SelfServiceProfileAllowedStrategyEnum"}},
            "user_attributes":{"t":"az","d":"List of attributes to be mapped that will be shown to the user during the Self-Service Enterprise Configuration flow","a":{"$":"SelfServiceProfileUserAttribute"}},
            "user_attribute_profile_id":{"t":"sz","d":"ID of the user-attribute-profile to associate with this self-service profile","f":"user-attribute-profile-id"}}},
            "get_self_service_profile_custom_text.path":{"t":"o","p":{
            "id":{"t":"s","d":"The id of the self-service profile"},
            "language":{"$":"SelfServiceProfileCustomTextLanguageEnum","d":"The language of the custom text"},
            "page":{"$":"SelfServiceProfileCustomTextPageEnum","d":"The page where the custom text is shown"}}},
            "put_self_service_profile_custom_text.body":{"t":"o","d":"The list of text keys and values to customize the Self-Service Enterprise Configuration flow page. Values can be plain text or rich HTML content limited to basic styling tags and hyperlinks","x":{"t":"s","L":2000}},
            "put_self_service_profile_custom_text.path":{"t":"o","p":{
            "id":{"t":"s","d":"The id of the self-service profile"},
            "language":{"$":"SelfServiceProfileCustomTextLanguageEnum","d":"The language of the custom text"},
            "page":{"$":"SelfServiceProfileCustomTextPageEnum","d":"The page where the custom text is shown"}}},
            "post_sso-ticket.body":{"t":"o","x":0,"p":{
            "connection_id":{"t":"s","d":"If provided, this will allow editing of the provided connection during the Self-Service Enterprise Configuration flow","f":"connection-id"},
            "connection_config":{"t":"o","d":"If provided, this will create a new connection for the Self-Service Enterprise Configuration flow with the given configuration","x":0,"r":["name"],"p":{"name":{"t":"s","d":"The name of the connection that will be created as a part of the Self-Service Enterprise Configuration flow","l":1,"L":128,"P":"^[a-zA-Z0-9](-[a-zA-Z0-9]|[a-zA-Z0-9])*$"},"display_name":{"t":"s","d":"Connection name used in the new universal login experience","L":128},"is_domain_connection":{"t":"b","d":"<code>true</code> promotes to a domain-level connection so that third-party applications can use it. <code>false</code> does not promote the connection, so only first-party applications with the connection enabled can use it. (Defaults to <code>false</code>.)"},"show_as_button":{"t":"b","d":"Enables showing a button for the connection in the login page (new experience only). If false, it will be usable only by HRD. (Defaults to <code>false</code>.)"},"metadata":{"t":"o","d":"Metadata associated with the connection in the form of an object with string values (max 255 chars).  Maximum of 10 metadata properties allowed","x":{"t":"sz","L":255},"K":10},"options":{"t":"oz","d":"The connection's options (depend on the connection strategy)","x":0,"p":{"icon_url":{"t":"sz","d":"URL for the icon. Must use HTTPS","f":"strict-https-uri-or-null"},"domain_aliases":{"t":"az","d":"List of domain_aliases that can be authenticated in the Identity Provider","a":{"t":"s","l":1,"L":255}},"idpinitiated":{"t":"oz","d":"Allows IdP-initiated login","x":0,"p":{"enabled":{"t":"b","d":"Enables IdP-initiated login for this connection"},"client_id":{"t":"s","d":"Default application <code>client_id</code> user is redirected to after validated SAML response","f":"client-id"},"client_protocol":{"t":"s","d":"The protocol used to connect to the the default application","e":["samlp","wsfed","oauth2"]},"client_authorizequery":{"t":"s","d":"Query string options to customize the behaviour for OpenID Connect when <code>idpinitiated.client_protocol</code> is <code>oauth2</code>. Allowed parameters: <code>redirect_uri</code>, <code>scope</code>, <code>response_type</code>. For example, <code>redirect_uri=https://jwt.io&scope=openid email&response_type=token</code>","L":256}}}}}}},
            "enabled_clients":{"t":"a","d":"List of client_ids that the connection will be enabled for","c":0,"a":{"t":"s"}},
            "enabled_organizations":{"t":"a","d":"List of organizations that the connection will be enabled for","c":0,"a":{"t":"o","x":0,"r":["organization_id"],"p":{"organization_id":{"t":"s","d":"Organization identifier","L":50,"f":"organization-id"},"assign_membership_on_login":{"t":"b","d":"When true, all users that log in with this connection will be automatically granted membership in the organization. When false, users must be granted membership in the organization before logging in with this connection"},"show_as_button":{"t":"b","d":"Determines whether a connection should be displayed on this organization’s login prompt. Only applicable for enterprise connections. Default: true"}}}},
            "ttl_sec":{"t":"i","d":"Number of seconds for which the ticket is valid before expiration. If unspecified or set to 0, this value defaults to 432000 seconds (5 days)","m":0,"M":432000},
            "domain_aliases_config":{"t":"o","d":"Configuration for the setup of the connection’s domain_aliases in the Self-Service Enterprise Configuration flow","x":0,"r":["domain_verification"],"p":{"domain_verification":{"t":"s","d":"Whether the end user should complete the domain verification step. Possible values are 'none' (the step is not shown to the user), 'optional' (the user may add a domain alias in the domain verification step) or 'required' (the user must add a domain alias in order to enable the connection). Defaults to 'none'","e":["none","optional","required"]},"pending_domains":{"t":"a","d":"List of domains that will be submitted for verification during the Self-Service Enterprise Configuration flow","a":{"t":"s","l":1,"L":255}}}},
            "provisioning_config":{"t":"o","d":"Configuration for the setup of Provisioning in the self-service flow","x":0,"p":{"scopes":{"t":"a","d":"The scopes of the SCIM tokens generated during the self-service flow","c":1,"a":{"t":"s","e":["get:users","post:users","put:users","patch:users","delete:users","get:groups","post:groups","put:groups","patch:groups","delete:groups"]}},"google_workspace":{"t":"o","d":"Configuration for Google Workspace Directory Sync during the self-service flow","x":0,"r":["sync_users"],"p":{"sync_users":{"t":"b","d":"Whether to enable Google Workspace Directory Sync for users during the self-service flow"}}},"token_lifetime":{"d":"Lifetime of the tokens in seconds. Must be greater than 900. If not provided, the tokens don't expire","t":"iz","m":900}}},
            "use_for_organization_discovery":{"t":"b","d":"Indicates whether a verified domain should be used for organization discovery during authentication"},
            "enabled_features":{"t":"o","d":"Specifies which features are enabled for an \"edit connection\" ticket. Only applicable when connection ID is provided","x":0,"p":{"sso":{"t":"b","d":"Whether SSO configuration is enabled in this ticket"},"domain_verification":{"t":"b","d":"Whether domain verification is enabled in this ticket"},"provisioning":{"t":"b","d":"Whether provisioning configuration is enabled in this ticket"}}},
            "third_party_client_access_config":{"t":"o","x":0,"r":["allow_configuration"],"p":{"allow_configuration":{"t":"b"}}}}},
            "SelfServiceProfileAllowedStrategyEnum":{"t":"s","e":["oidc","samlp","waad","google-apps","adfs","okta","auth0-samlp","okta-samlp","keycloak-samlp","pingfederate"]},
            "SelfServiceProfileBrandingProperties":{"t":"o","p":{
            "logo_url":{"t":"s","L":1024,"f":"uri","P":"^https://"},
            "colors":{"t":"o","r":["primary"],"p":{"primary":{"t":"s","P":"^#([\\dA-Fa-f]{6}|[\\dA-Fa-f]{3})$"}}}}},
            "SelfServiceProfileCustomTextLanguageEnum":{"t":"s","e":["en"],"d":"The language of the custom text"},
            "SelfServiceProfileCustomTextPageEnum":{"t":"s","e":["get-started"],"d":"The page where the custom text is shown"},
            "SelfServiceProfileUserAttribute":{"t":"o","x":0,"r":["name","description","is_optional"],"p":{
            "name":{"t":"s","d":"Identifier of this attribute","L":250},
            "description":{"t":"s","d":"Description of this attribute"},
            "is_optional":{"t":"b","d":"Determines if this attribute is required"}}}}
            """##)
}
