import JSON

/// The scopes of the Management API's own API, in the service's order (RECORDED, reference clients-connections.md 11).
enum ManagementScopes {
    /// As an API shows them.
    static var tree: JSONTree {
        let text = lines.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        return .array(text.split(separator: "\n").map { scope(of: $0) })
    }

    private static func scope(of line: Substring) -> JSONTree {
        let parts = line.split(separator: " ", maxSplits: 1)
        let value = String(parts[0])
        let description = parts.count > 1 ? String(parts[1]) : words(of: value)
        // The newest show their members the other way round.
        if newest.contains(value) { return ["value": .string(value), "description": .string(description)] }
        return ["description": .string(description), "value": .string(value)]
    }

    /// `read:client_grants`: Read Client Grants.
    private static func words(of value: String) -> String {
        value.split { $0 == ":" || $0 == "_" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }

    private static let newest: Set = [
        "read:security_metrics", "read:connections_keys", "update:connections_keys", "create:connections_keys",
    ]

    /// A scope a line, with its description where that is not made of its own words.
    private static let lines: StaticString = """
        read:client_grants
        create:client_grants
        delete:client_grants
        update:client_grants
        read:users
        update:users
        delete:users
        create:users
        read:users_app_metadata
        update:users_app_metadata
        delete:users_app_metadata
        create:users_app_metadata
        read:user_custom_blocks Read Custom User Blocks
        create:user_custom_blocks Create Custom User Blocks
        delete:user_custom_blocks Delete Custom User Blocks
        create:user_tickets
        read:clients
        update:clients
        delete:clients
        create:clients
        read:client_keys
        update:client_keys
        delete:client_keys
        create:client_keys
        read:client_credentials
        update:client_credentials
        delete:client_credentials
        create:client_credentials
        read:connections
        update:connections
        delete:connections
        create:connections
        read:resource_servers
        update:resource_servers
        delete:resource_servers
        create:resource_servers
        read:device_credentials
        update:device_credentials
        delete:device_credentials
        create:device_credentials
        read:rules
        update:rules
        delete:rules
        create:rules
        read:rules_configs
        update:rules_configs
        delete:rules_configs
        read:hooks
        update:hooks
        delete:hooks
        create:hooks
        read:actions
        update:actions
        delete:actions
        create:actions
        read:email_provider
        update:email_provider
        delete:email_provider
        create:email_provider
        blacklist:tokens
        read:stats
        read:insights
        read:tenant_settings
        update:tenant_settings
        read:logs
        read:logs_users Read logs relating to users
        read:shields
        create:shields
        update:shields
        delete:shields
        read:anomaly_blocks Read Anomaly Detection Blocks
        delete:anomaly_blocks Delete Anomaly Detection Blocks
        update:triggers
        read:triggers
        read:grants Read User Grants
        delete:grants Delete User Grants
        read:guardian_factors Read Guardian factors configuration
        update:guardian_factors Update Guardian factors
        read:guardian_enrollments Read Guardian enrollments
        delete:guardian_enrollments Delete Guardian enrollments
        create:guardian_enrollment_tickets Create enrollment tickets for Guardian
        read:user_idp_tokens Read Users IDP tokens
        create:passwords_checking_job Create password checking jobs
        delete:passwords_checking_job Deletes password checking job and all its resources
        read:custom_domains Read custom domains configurations
        delete:custom_domains Delete custom domains configurations
        create:custom_domains Configure new custom domains
        update:custom_domains Update custom domain configurations
        read:email_templates Read email templates
        create:email_templates Create email templates
        update:email_templates Update email templates
        read:mfa_policies Read Multifactor Authentication policies
        update:mfa_policies Update Multifactor Authentication policies
        read:roles Read roles
        create:roles Create roles
        delete:roles Delete roles
        update:roles Update roles
        read:prompts Read prompts settings
        update:prompts Update prompts settings
        read:branding Read branding settings
        update:branding Update branding settings
        delete:branding Delete branding settings
        read:log_streams Read log_streams
        create:log_streams Create log_streams
        delete:log_streams Delete log_streams
        update:log_streams Update log_streams
        create:signing_keys Create signing keys
        read:signing_keys Read signing keys
        update:signing_keys Update signing keys
        read:limits Read entity limits
        update:limits Update entity limits
        create:role_members Create role members
        read:role_members Read role members
        delete:role_members Update role members
        read:entitlements Read entitlements
        read:attack_protection Read attack protection
        update:attack_protection Update attack protection
        read:organizations_summary Read organization summary
        create:authentication_methods
        read:authentication_methods
        update:authentication_methods
        delete:authentication_methods
        read:organizations
        update:organizations
        create:organizations
        delete:organizations
        read:organization_discovery_domains
        update:organization_discovery_domains
        create:organization_discovery_domains
        delete:organization_discovery_domains
        create:organization_members Create organization members
        read:organization_members Read organization members
        delete:organization_members Delete organization members
        create:organization_connections Create organization connections
        read:organization_connections Read organization connections
        update:organization_connections Update organization connections
        delete:organization_connections Delete organization connections
        create:organization_member_roles Create organization member roles
        read:organization_member_roles Read organization member roles
        delete:organization_member_roles Delete organization member roles
        create:organization_invitations Create organization invitations
        read:organization_invitations Read organization invitations
        delete:organization_invitations Delete organization invitations
        read:scim_config Read SCIM configuration
        create:scim_config Create SCIM configuration
        update:scim_config Update SCIM configuration
        delete:scim_config Delete SCIM configuration
        create:scim_token Create SCIM token
        read:scim_token Read SCIM token
        delete:scim_token Delete SCIM token
        read:directory_provisionings Read directory provisioning configurations
        create:directory_provisionings Create directory provisioning configurations
        update:directory_provisionings Update directory provisioning configurations
        delete:directory_provisionings Delete directory provisioning configurations
        delete:phone_providers Delete a Phone Notification Provider
        create:phone_providers Create a Phone Notification Provider
        read:phone_providers Read a Phone Notification Provider
        update:phone_providers Update a Phone Notification Provider
        delete:phone_templates Delete a Phone Notification Template
        create:phone_templates Create a Phone Notification Template
        read:phone_templates Read a Phone Notification Template
        update:phone_templates Update a Phone Notification Template
        create:encryption_keys Create encryption keys
        read:encryption_keys Read encryption keys
        update:encryption_keys Update encryption keys
        delete:encryption_keys Delete encryption keys
        read:sessions
        update:sessions
        delete:sessions
        read:refresh_tokens
        update:refresh_tokens
        delete:refresh_tokens
        create:self_service_profiles
        read:self_service_profiles
        update:self_service_profiles
        delete:self_service_profiles
        create:sso_access_tickets Create SSO Access Tickets
        delete:sso_access_tickets Delete SSO Access Tickets
        read:forms
        update:forms
        delete:forms
        create:forms
        read:flows
        update:flows
        delete:flows
        create:flows
        read:flows_vault Read Flows Vault items
        read:flows_vault_connections Read Flows Vault connections
        update:flows_vault_connections Update Flows Vault connections
        delete:flows_vault_connections Delete Flows Vault connections
        create:flows_vault_connections Create Flows Vault connections
        read:flows_executions
        delete:flows_executions
        read:connections_options
        update:connections_options
        read:self_service_profile_custom_texts
        update:self_service_profile_custom_texts
        create:network_acls Create Network ACLs
        update:network_acls Update Network ACLs
        read:network_acls Read Network ACLs
        delete:network_acls Delete Network ACLs
        delete:vdcs_templates Delete Verifiable Digital Credential Templates
        read:vdcs_templates Read Verifiable Digital Credential Templates
        create:vdcs_templates Create Verifiable Digital Credential Templates
        update:vdcs_templates Update Verifiable Digital Credential Templates
        create:custom_signing_keys Create Customer Provided Public Signing Keys
        read:custom_signing_keys Read Customer Provided Public Signing Keys
        update:custom_signing_keys Update Customer Provided Public Signing Keys
        delete:custom_signing_keys Delete Customer Provided Public Signing Keys
        read:federated_connections_tokens List Federated Connections Tokensets belonging to a user
        delete:federated_connections_tokens Delete Federated Connections Tokensets belonging to a user
        create:user_attribute_profiles
        read:user_attribute_profiles
        update:user_attribute_profiles
        delete:user_attribute_profiles
        read:event_streams Read event streams
        create:event_streams Create event streams
        delete:event_streams Delete event streams
        update:event_streams Update event streams
        read:event_deliveries Read event stream deliveries
        update:event_deliveries Redeliver event(s) to an event stream
        create:connection_profiles
        read:connection_profiles
        update:connection_profiles
        delete:connection_profiles
        create:group_roles
        delete:group_roles
        read:user_effective_permissions
        read:user_effective_roles
        read:organization_member_effective_roles
        read:user_role_source_groups
        read:organization_member_role_source_groups
        read:user_permission_source_roles
        read:group_roles
        read:organization_groups
        create:organization_groups
        delete:organization_groups
        read:organization_group_roles
        create:organization_group_roles
        delete:organization_group_roles
        create:token_exchange_profiles Create Token Exchange Profile
        read:token_exchange_profiles
        update:token_exchange_profiles Update Token Exchange Profile
        delete:token_exchange_profiles Delete Token Exchange Profile
        read:organization_client_grants
        create:organization_client_grants
        delete:organization_client_grants
        read:security_metrics
        read:connections_keys Read connection keys
        update:connections_keys Update connection keys
        create:connections_keys Create connection keys
        """
}
