// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let organizations = GeneratedFamily(
        name: "organizations", firstNumber: 293,
        operations: """
            GET /organizations get_organizations read:organizations,read:organizations_summary - q document Get organizations
            POST /organizations post_organizations create:organizations,create:organization_connections body - document Create an Organization
            GET /organizations/name/{name} get_name_by_name read:organizations - p document Get organization by name
            GET /organizations/{id} get_organizations_by_id read:organizations,read:organizations_summary - - document Get organization
            PATCH /organizations/{id} patch_organizations_by_id update:organizations body - document Modify an Organization
            DELETE /organizations/{id} delete_organizations_by_id delete:organizations - - document Delete organization
            GET /organizations/{id}/client-grants get_organization-client-grants read:organization_client_grants - q document Get client grants associated to an organization
            POST /organizations/{id}/client-grants create_organization-client-grants create:organization_client_grants body - document Associate a client grant with an organization
            DELETE /organizations/{id}/client-grants/{grant_id} delete_client-grants_by_grant_id delete:organization_client_grants - - document Remove a client grant from an organization
            GET /organizations/{id}/connections get_organization_connections read:organization_connections - q document Get connections associated with an organization
            POST /organizations/{id}/connections post_organization_connection create:organization_connections body - document Adds a connection to an organization
            GET /organizations/{id}/connections/{connection_id} get_organization_connection read:organization_connections - p document Get a specific connection associated with an organization
            PATCH /organizations/{id}/connections/{connection_id} patch_organization_connection update:organization_connections body p document Update a connection for an organization
            DELETE /organizations/{id}/connections/{connection_id} delete_organization_connection delete:organization_connections - p document Delete a connection from an organization
            GET /organizations/{id}/discovery-domains get_discovery-domains read:organization_discovery_domains - q document Retrieve all organization discovery domains
            POST /organizations/{id}/discovery-domains post_discovery-domains create:organization_discovery_domains body - document Create an organization discovery domain
            GET /organizations/{id}/discovery-domains/name/{discovery_domain} get_name_by_discovery_domain read:organization_discovery_domains - p document Retrieve an organization discovery domain by domain name
            GET /organizations/{id}/discovery-domains/{discovery_domain_id} get_discovery-domains_by_discovery_domain_id read:organization_discovery_domains - - document Retrieve an organization discovery domain by ID
            PATCH /organizations/{id}/discovery-domains/{discovery_domain_id} patch_discovery-domains_by_discovery_domain_id update:organization_discovery_domains body - document Update an organization discovery domain
            DELETE /organizations/{id}/discovery-domains/{discovery_domain_id} delete_discovery-domains_by_discovery_domain_id delete:organization_discovery_domains - - document Delete an organization discovery domain
            GET /organizations/{id}/enabled_connections get_enabled_connections read:organization_connections - q document Get connections enabled for an organization
            POST /organizations/{id}/enabled_connections post_enabled_connections create:organization_connections body - document Add connections to an organization
            GET /organizations/{id}/enabled_connections/{connectionId} get_enabled_connections_by_connectionId read:organization_connections - p document Get an enabled connection for an organization
            PATCH /organizations/{id}/enabled_connections/{connectionId} patch_enabled_connections_by_connectionId update:organization_connections body p document Update the Connection of an Organization
            DELETE /organizations/{id}/enabled_connections/{connectionId} delete_enabled_connections_by_connectionId delete:organization_connections - p document Delete connections from an organization
            GET /organizations/{id}/invitations get_invitations read:organization_invitations - q document Get invitations to an organization
            POST /organizations/{id}/invitations post_invitations create:organization_invitations body - document Create invitations to an organization
            GET /organizations/{id}/invitations/{invitation_id} get_invitations_by_invitation_id read:organization_invitations - q document Get a specific invitation to an Organization
            DELETE /organizations/{id}/invitations/{invitation_id} delete_invitations_by_invitation_id delete:organization_invitations - - document Delete an invitation to an Organization
            GET /organizations/{id}/members get_organization_members read:organization_members - q document Get members who belong to an organization
            POST /organizations/{id}/members post_members create:organization_members body - document Add members to an organization
            DELETE /organizations/{id}/members delete_members delete:organization_members body - document Delete members from an organization
            GET /organizations/{id}/members/{user_id}/effective-roles get_organization_member_effective_roles read:organization_member_effective_roles - q document List organization member effective roles.
            GET /organizations/{id}/members/{user_id}/effective-roles/sources/groups get_organization_member_role_source_groups read:organization_member_role_source_groups - q document List organization member role group sources.
            GET /organizations/{id}/members/{user_id}/roles get_organization_member_roles read:organization_member_roles - q document Get user roles assigned to an Organization member
            POST /organizations/{id}/members/{user_id}/roles post_organization_member_roles create:organization_member_roles body - document Assign user roles to an Organization member
            DELETE /organizations/{id}/members/{user_id}/roles delete_organization_member_roles delete:organization_member_roles body - document Delete user roles from an Organization member
            GET /organizations/{organization_id}/groups get_organization_groups read:organization_groups - q document Lists the groups that are assigned to the organization.
            GET /organizations/{organization_id}/groups/{group_id}/roles get_organization_group_roles read:organization_group_roles - q document Lists the roles assigned to a group in the context of an organization.
            POST /organizations/{organization_id}/groups/{group_id}/roles post_organization_group_roles create:organization_group_roles body - document Assigns roles to a group in an organization context.
            DELETE /organizations/{organization_id}/groups/{group_id}/roles delete_organization_group_roles delete:organization_group_roles body - document Removes roles assigned to a group in an organization context.
            GET /organizations/{id}/clients get_organization_clients read:organization_clients - q recorded
            POST /organizations/{id}/clients post_organization_clients create:organization_clients body - recorded
            DELETE /organizations/{id}/clients delete_organization_clients delete:organization_clients body - recorded
            GET /organizations/{id}/clients/{client_id} get_organization_client read:organization_clients - - recorded
            PATCH /organizations/{id}/clients/{client_id} patch_organization_client update:organization_clients body - recorded
            GET /organizations/{id}/roles/{role_id}/groups get_organization_role_groups read:organization_member_roles - q recorded
            GET /organizations/{id}/roles/{role_id}/members get_organization_role_members read:organization_member_roles - q recorded
            """,
        schemas: ##"""
            {"get_organizations.query":{"t":"o","p":{
            "page":{"t":"i","m":0,"M":1000,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"},
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "sort":{"t":"s","L":15,"d":"Field to sort by. Use <code>field:order</code> where order is <code>1</code> for ascending and <code>-1</code> for descending. e.g. <code>created_at:1</code>. We currently support sorting by the following fields: <code>name</code>, <code>display_name</code> and <code>created_at</code>"},
            "include_client_association_for":{}}},
            "post_organizations.body":{"t":"o","x":0,"r":["name"],"p":{
            "name":{"t":"s","d":"The name of this organization","l":1,"L":50,"f":"organization-name"},
            "display_name":{"t":"s","d":"Friendly name of this organization","l":1,"L":255},
            "branding":{"$":"OrganizationBranding"},
            "metadata":{"$":"OrganizationMetadata"},
            "enabled_connections":{"t":"a","d":"Connections that will be enabled for this organization. See POST enabled_connections endpoint for the object format. (Max of 10 connections allowed)","a":{"t":"o","d":"Connection to be added to the organization","x":0,"r":["connection_id"],"p":{"connection_id":{"t":"s","d":"ID of the connection"},"assign_membership_on_login":{"t":"b","d":"When true, all users that log in with this connection will be automatically granted membership in the organization. When false, users must be granted membership in the organization before logging in with this connection"},"show_as_button":{"t":"b","d":"Determines whether a connection should be displayed on this organization’s login prompt. Only applicable for enterprise connections. Default: true"},"is_signup_enabled":{"t":"b","d":"Determines whether organization signup should be enabled for this organization connection. Only applicable for database connections. Default: false"}}}},
            "token_quota":{"t":"o","x":0,"r":["client_credentials"],"p":{"client_credentials":{"$":"TokenQuotaClientCredentials"}}},
            "is_app_entitlement_active":{"t":"b"},
            "third_party_client_access":{}}},
            "get_name_by_name.path":{"t":"o","p":{
            "name":{"t":"s","l":1,"L":50,"d":"name of the organization to retrieve"}}},
            "patch_organizations_by_id.body":{"t":"o","x":0,"p":{
            "display_name":{"t":"s","d":"Friendly name of this organization","l":1,"L":255},
            "name":{"t":"s","d":"The name of this organization","l":1,"L":50,"f":"organization-name"},
            "branding":{"$":"OrganizationBranding"},
            "metadata":{"$":"OrganizationMetadata"},
            "token_quota":{"t":"oz","x":0,"r":["client_credentials"],"p":{"client_credentials":{"$":"TokenQuotaClientCredentials"}}},
            "is_app_entitlement_active":{"t":"b"},
            "third_party_client_access":{}}},
            "get_organization-client-grants.query":{"t":"o","p":{
            "audience":{"t":"s","L":600,"d":"Optional filter on audience of the client grant"},
            "client_id":{"t":"s","d":"Optional filter on client_id of the client grant"},
            "grant_ids":{"t":"a","a":{"t":"s","f":"client-grant-id"},"d":"Optional filter on the ID of the client grant. Must be URL encoded and may be specified multiple times (max 10).<br /><b>e.g.</b> <i>../client-grants?grant_ids=id1&grant_ids=id2</i>"},
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"}}},
            "create_organization-client-grants.body":{"t":"o","x":0,"r":["grant_id"],"p":{
            "grant_id":{"t":"s","d":"A Client Grant ID to add to the organization","f":"client-grant-id"}}},
            "get_organization_connections.query":{"t":"o","p":{
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"},
            "is_enabled":{"t":"b","d":"Filter connections by enabled status"}}},
            "post_organization_connection.body":{"t":"o","x":0,"r":["connection_id"],"p":{
            "organization_connection_name":{"t":"s","d":"Name of the connection in the scope of this organization","l":1,"L":50,"P":"^[^\u0000]*$"},
            "assign_membership_on_login":{"t":"b","d":"When true, all users that log in with this connection will be automatically granted membership in the organization. When false, users must be granted membership in the organization before logging in with this connection"},
            "show_as_button":{"t":"b","d":"Determines whether a connection should be displayed on this organization’s login prompt. Only applicable for enterprise connections. Default: true"},
            "is_signup_enabled":{"t":"b","d":"Determines whether organization signup should be enabled for this organization connection. Only applicable for database connections. Default: false"},
            "organization_access_level":{"t":"s","d":"Access level for the organization (e.g., \"none\", \"full\")","e":["none","readonly","limited","full"]},
            "is_enabled":{"t":"b","d":"Whether the connection is enabled for the organization"},
            "connection_id":{"t":"s","d":"Connection identifier","l":1,"L":50,"f":"connection-id"},
            "organization_member_access_level":{"t":"s","e":["none","readonly","limited","full"]}}},
            "get_organization_connection.path":{"t":"o","p":{
            "id":{"t":"s","L":50,"d":"Organization identifier"},
            "connection_id":{"t":"s","l":1,"L":50,"d":"Connection identifier"}}},
            "patch_organization_connection.body":{"t":"o","x":0,"p":{
            "organization_connection_name":{"t":"sz","d":"Name of the connection in the scope of this organization","l":1,"L":50,"P":"^[^\u0000]*$"},
            "assign_membership_on_login":{"t":"b","d":"When true, all users that log in with this connection will be automatically granted membership in the organization. When false, users must be granted membership in the organization before logging in with this connection"},
            "show_as_button":{"t":"b","d":"Determines whether a connection should be displayed on this organization’s login prompt. Only applicable for enterprise connections. Default: true"},
            "is_signup_enabled":{"t":"b","d":"Determines whether organization signup should be enabled for this organization connection. Only applicable for database connections. Default: false"},
            "organization_access_level":{"t":"sz","d":"Access level for the organization (e.g., \"none\", \"full\")","e":["none","readonly","limited","full",null]},
            "is_enabled":{"t":"bz","d":"Whether the connection is enabled for the organization"},
            "organization_member_access_level":{"t":"s","e":["none","readonly","limited","full"]}}},
            "patch_organization_connection.path":{"t":"o","p":{
            "id":{"t":"s","L":50,"d":"Organization identifier"},
            "connection_id":{"t":"s","l":1,"L":50,"d":"Connection identifier"}}},
            "delete_organization_connection.path":{"t":"o","p":{
            "id":{"t":"s","L":50,"d":"Organization identifier"},
            "connection_id":{"t":"s","l":1,"L":50,"d":"Connection identifier"}}},
            "get_discovery-domains.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"}}},
            "post_discovery-domains.body":{"t":"o","x":0,"r":["domain"],"p":{
            "domain":{"t":"s","d":"The domain name to associate with the organization e.g. acme.com","l":3,"L":255},
            "status":{"$":"OrganizationDiscoveryDomainStatus"},
            "use_for_organization_discovery":{"t":"b","d":"Indicates whether this domain should be used for organization discovery"}}},
            "get_name_by_discovery_domain.path":{"t":"o","p":{
            "id":{"t":"s","d":"ID of the organization"},
            "discovery_domain":{"t":"s","l":3,"L":255,"d":"Domain name of the discovery domain"}}},
            "patch_discovery-domains_by_discovery_domain_id.body":{"t":"o","x":0,"p":{
            "status":{"$":"OrganizationDiscoveryDomainStatus"},
            "use_for_organization_discovery":{"t":"b","d":"Indicates whether this domain should be used for organization discovery"}}},
            "get_enabled_connections.query":{"t":"o","p":{
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"}}},
            "post_enabled_connections.body":{"t":"o","x":0,"r":["connection_id"],"p":{
            "connection_id":{"t":"s","d":"Single connection ID to add to the organization","f":"connection-id"},
            "assign_membership_on_login":{"t":"b","d":"When true, all users that log in with this connection will be automatically granted membership in the organization. When false, users must be granted membership in the organization before logging in with this connection"},
            "is_signup_enabled":{"t":"b","d":"Determines whether organization signup should be enabled for this organization connection. Only applicable for database connections. Default: false"},
            "show_as_button":{"t":"b","d":"Determines whether a connection should be displayed on this organization’s login prompt. Only applicable for enterprise connections. Default: true"}}},
            "get_enabled_connections_by_connectionId.path":{"t":"o","p":{
            "id":{"t":"s","L":50,"d":"Organization identifier"},
            "connectionId":{"t":"s","l":1,"L":50,"d":"Connection identifier"}}},
            "patch_enabled_connections_by_connectionId.body":{"t":"o","x":0,"p":{
            "assign_membership_on_login":{"t":"b","d":"When true, all users that log in with this connection will be automatically granted membership in the organization. When false, users must be granted membership in the organization before logging in with this connection"},
            "is_signup_enabled":{"t":"b","d":"Determines whether organization signup should be enabled for this organization connection. Only applicable for database connections. Default: false"},
            "show_as_button":{"t":"b","d":"Determines whether a connection should be displayed on this organization’s login prompt. Only applicable for enterprise connections. Default: true"}}},
            "patch_enabled_connections_by_connectionId.path":{"t":"o","p":{
            "id":{"t":"s","L":50,"d":"Organization identifier"},
            "connectionId":{"t":"s","l":1,"L":50,"d":"Connection identifier"}}},
            "delete_enabled_connections_by_connectionId.path":{"t":"o","p":{
            "id":{"t":"s","L":50,"d":"Organization identifier"},
            "connectionId":{"t":"s","l":1,"L":50,"d":"Connection identifier"}}},
            "get_invitations.query":{"t":"o","p":{
            "page":{"t":"i","m":0,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "include_totals":{"t":"b","d":"When true, return results inside an object that also contains the start and limit.  When false (default), a direct array of results is returned.  We do not yet support returning the total invitations count"},
            "fields":{"t":"s","d":"Comma-separated list of fields to include or exclude (based on value provided for include_fields) in the result. Leave empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (true) or excluded (false). Defaults to true"},
            "sort":{"t":"s","d":"Field to sort by. Use field:order where order is 1 for ascending and -1 for descending Defaults to created_at:-1"}}},
            "post_invitations.body":{"t":"o","x":0,"r":["inviter","invitee","client_id"],"p":{
            "inviter":{"t":"o","x":0,"r":["name"],"p":{"name":{"t":"s","d":"The inviter's name","l":1,"L":300}}},
            "invitee":{"t":"o","x":0,"r":["email"],"p":{"email":{"t":"s","d":"The invitee's email","f":"email"}}},
            "client_id":{"t":"s","d":"Auth0 client ID. Used to resolve the application's login initiation endpoint","f":"client-id"},
            "connection_id":{"t":"s","d":"The id of the connection to force invitee to authenticate with","f":"connection-id"},
            "app_metadata":{"t":"o","d":"Data related to the user that does affect the application's core functionality","p":{}},
            "user_metadata":{"t":"o","d":"Data related to the user that does not affect the application's core functionality"},
            "ttl_sec":{"t":"i","d":"Number of seconds for which the invitation is valid before expiration. If unspecified or set to 0, this value defaults to 604800 seconds (7 days). Max value: 2592000 seconds (30 days)","m":0,"M":2592000},
            "roles":{"t":"a","d":"List of roles IDs to associated with the user","c":1,"a":{"t":"s","f":"role-id"}},
            "send_invitation_email":{"t":"b","d":"Whether the user will receive an invitation email (true) or no email (false), true by default"}}},
            "get_invitations_by_invitation_id.query":{"t":"o","p":{
            "fields":{"t":"s","d":"Comma-separated list of fields to include or exclude (based on value provided for include_fields) in the result. Leave empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (true) or excluded (false). Defaults to true"}}},
            "get_organization_members.query":{"t":"o","p":{
            "page":{"t":"i","m":0,"M":1000,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"},
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "fields":{"t":"s","d":"Comma-separated list of fields to include or exclude (based on value provided for include_fields) in the result. Leave empty to retrieve all fields"},
            "include_fields":{"t":"b","d":"Whether specified fields are to be included (true) or excluded (false)"}}},
            "post_members.body":{"t":"o","r":["members"],"p":{
            "members":{"t":"a","d":"List of user IDs to add to the organization as members","c":1,"a":{"t":"s","f":"user-id-with-max-length"}}}},
            "delete_members.body":{"t":"o","r":["members"],"p":{
            "members":{"t":"a","d":"List of user IDs to remove from the organization","c":1,"a":{"t":"s","f":"user-id-with-max-length"}}}},
            "get_organization_member_effective_roles.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"d":"Number of results per page. Defaults to 50"}}},
            "get_organization_member_role_source_groups.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"d":"Number of results per page. Defaults to 50"},
            "role_id":{"t":"s","d":"The role ID to get group sources for"}},"n":["role_id"]},
            "get_organization_member_roles.query":{"t":"o","p":{
            "page":{"t":"i","m":0,"M":1000,"d":"Page index of the results to return. First page is 0"},
            "per_page":{"t":"i","m":1,"M":100,"d":"Number of results per page. Defaults to 50"},
            "include_totals":{"t":"b","d":"Return results inside an object that contains the total result count (true) or as a direct array of results (false, default)"}}},
            "post_organization_member_roles.body":{"t":"o","x":0,"r":["roles"],"p":{
            "roles":{"t":"a","d":"List of roles IDs to associated with the user","c":1,"a":{"t":"s","f":"role-id"}}}},
            "delete_organization_member_roles.body":{"t":"o","x":0,"r":["roles"],"p":{
            "roles":{"t":"a","d":"List of roles IDs associated with the organization member to remove","c":1,"a":{"t":"s","f":"role-id"}}}},
            "get_organization_groups.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"d":"Number of results per page. Defaults to 50"}}},
            "get_organization_group_roles.query":{"t":"o","p":{
            "from":{"t":"s","d":"Optional Id from which to start selection"},
            "take":{"t":"i","m":1,"d":"Number of results per page. Defaults to 50"}}},
            "post_organization_group_roles.body":{"t":"o","x":0,"r":["roles"],"p":{
            "roles":{"t":"a","d":"Array of role IDs to assign to organization group","c":1,"a":{"t":"s","d":"Unique identifier for the role (service-generated)","f":"role-id"}}}},
            "delete_organization_group_roles.body":{"t":"o","x":0,"r":["roles"],"p":{
            "roles":{"t":"a","d":"Array of role IDs to delete from organization group","c":1,"a":{"t":"s","d":"Unique identifier for the role (service-generated)","f":"role-id"}}}},
            "get_organization_clients.query":{"t":"o","p":{
            "from":{"t":"s"},
            "take":{"t":"i","m":1,"M":100}}},
            "post_organization_clients.body":{"t":"o","x":0,"r":["clients"],"p":{
            "clients":{"t":"a","c":1,"C":10,"a":{"t":"o","x":0,"r":["client_id"],"p":{"client_id":{"t":"s","f":"client-id"},"use_for_member_access":{"t":"b"}}}}}},
            "delete_organization_clients.body":{"t":"o","x":0,"r":["clients"],"p":{
            "clients":{"t":"a","c":1,"C":10,"a":{"t":"s","f":"client-id"}}}},
            "patch_organization_client.body":{"t":"o","x":0,"p":{
            "use_for_member_access":{"t":"b"}}},
            "get_organization_role_groups.query":{"t":"o","p":{
            "from":{"t":"s"},
            "take":{"t":"i","m":1,"M":100}}},
            "get_organization_role_members.query":{"t":"o","p":{
            "fields":{"t":"s"},
            "include_fields":{"t":"b"},
            "from":{"t":"s"},
            "take":{"t":"i","m":1,"M":100}}},
            "OrganizationBranding":{"t":"o","d":"Theme defines how to style the login pages","x":0,"p":{
            "logo_url":{"t":"s","d":"URL of logo to display on login page","f":"strict-https-uri-or-null"},
            "colors":{"t":"o","d":"Color scheme used to customize the login pages","x":0,"r":["primary","page_background"],"p":{"primary":{"t":"s","d":"HEX Color for primary elements","f":"html-color"},"page_background":{"t":"s","d":"HEX Color for background","f":"html-color"}}}}},
            "OrganizationDiscoveryDomainStatus":{"t":"s","d":"The verification status of the discovery domain","e":["pending","verified"]},
            "OrganizationMetadata":{"t":"o","d":"Metadata associated with the organization, in the form of an object with string values (max 255 chars). Maximum of 25 metadata properties allowed","x":{"t":"sz","L":255},"K":25},
            "TokenQuotaClientCredentials":{"t":"o","d":"The token quota configuration","x":0,"k":1,"p":{
            "enforce":{"t":"b","d":"If enabled, the quota will be enforced and requests in excess of the quota will fail. If disabled, the quota will not be enforced, but notifications for requests exceeding the quota will be available in logs"},
            "per_day":{"t":"i","d":"Maximum number of issued tokens per day","m":1,"M":2147483647},
            "per_hour":{"t":"i","d":"Maximum number of issued tokens per hour","m":1,"M":2147483647}}}}
            """##)
}
