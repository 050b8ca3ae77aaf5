import JSON

extension TerraformKind {
    private static let permissions = """
        permissions{ name=permission_name resource_server_identifier>resource_server.identifier }
        """

    static let people = [
        TerraformKind(
            "organization", .each("organizations"),
            """
            name display_name metadata is_app_entitlement_active branding{ logo_url colors } \
            token_quota{ client_credentials{ enforce per_day per_hour } }
            """, make: "POST /organizations"),
        TerraformKind(
            "organization_connections", .below("organizations/connections", as: "connections"),
            """
            organization_id=@0>organization enabled_connections=connections{ connection_id>connection \
              assign_membership_on_login is_signup_enabled show_as_button }
            """, labelOf: "organization"),
        TerraformKind(
            "organization_clients", .below("organizations/clients", as: "clients"),
            "organization_id=@0>organization clients{ client_id>client use_for_member_access }",
            labelOf: "organization"),
        TerraformKind(
            "organization_discovery_domains", .below("organizations/discovery-domains", as: "domains"),
            "organization_id=@0>organization discovery_domains=domains{ domain status }",
            labelOf: "organization"),
        TerraformKind(
            "organization_client_grant", .pairs("organizations/client-grants"), id: "@0 @1",
            "organization_id=@0>organization grant_id=@1>client_grant", labelOf: "organization"),
        TerraformKind(
            "role", .each("roles"), "name description type owner_id>organization", make: "POST /roles"),
        TerraformKind(
            "role_permissions", .below("roles/permissions", as: "permissions"), "role_id=@0>role \(permissions)",
            labelOf: "role"),
        TerraformKind(
            "user", .each("users"),
            """
            connection_name email email_verified phone_number phone_verified username name given_name family_name \
            nickname picture blocked user_metadata:json app_metadata:json
            """, make: "POST /users",
            shown: { user in
                // The id is what it is imported by, and a password is a hash.
                var user = user.without(["user_id", "password"])
                user["connection_name"] = user["identities"]?.items?.first?["connection"]
                return user
            }),
        TerraformKind(
            "user_roles", .tied("roles/users", as: "roles", reversed: true), "user_id=@0>user roles>role",
            labelOf: "user"),
        TerraformKind(
            "user_permissions", .below("users/permissions", as: "permissions"), "user_id=@0>user \(permissions)",
            labelOf: "user"),
        TerraformKind(
            "organization_members", .tied("organizations/members", as: "members"),
            "organization_id=@0>organization members>user", labelOf: "organization"),
        TerraformKind(
            "organization_member_roles", .below("organizations/members/roles", as: "roles"), id: "@0 @1",
            "organization_id=@0>organization user_id=@1>user roles>role", labelOf: "organization",
            shown: { member in
                var member = member
                let ids = (member["roles"]?.items ?? []).compactMap { $0["role_id"] ?? $0["id"] }
                member["roles"] = .array(ids)
                return member
            }),
    ]
}
