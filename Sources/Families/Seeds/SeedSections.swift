import JSON
package import Resources
import Tenancy

extension Families {
    /// What seeds and exports hold of each family, in the order in which objects are made: names point backwards where
    /// they can. Parts are made when all objects are there.
    package static let seedSections: [SeedSection] =
        settings + applications + people + protection + messages + pages + extensibility
        + experiments

    private static let settings = [
        SeedSection(
            "tenant", .single, make: "PATCH /tenants/settings", of: "tenants/settings", shown: settingsInMinutes),
        SeedSection(
            "custom_domains", make: "POST /custom-domains", change: "PATCH /custom-domains/{id}", of: "custom-domains",
            id: "custom_domain_id", names: "domain",
            shown: { domain in
                // What the answer shows is not what a request says.
                var domain = domain
                if domain["verification_method"] == nil { domain["verification_method"] = "txt" }
                return [domain]
            }),
        SeedSection(
            "email_provider", .single, make: "POST /emails/provider", change: "PATCH /emails/provider",
            of: "emails/provider"),
        SeedSection(
            "email_templates", make: "POST /email-templates", change: "PATCH /email-templates/{templateName}",
            of: "email-templates", id: "template", names: "template"),
        SeedSection(
            "log_streams", make: "POST /log-streams", change: "PATCH /log-streams/{id}", of: "log-streams", id: "id",
            names: "name",
            // Of one that was stopped.
            extras: "status",
            shown: { stream in
                // The filter of those with priority is one that no request may name, and comes by itself.
                stream["isPriority"]?.bool == true ? [stream.without(["filters"])] : [stream]
            }),
        SeedSection(
            "network_acls", make: "POST /network-acls", change: "PATCH /network-acls/{id}", of: "network-acls",
            id: "id", names: "description"),
        SeedSection(
            "rate_limit_policies", make: "POST /rate-limit-policies", change: "PATCH /rate-limit-policies/{id}",
            of: "rate-limit-policies", id: "id"),
    ]

    /// Lifetimes are shown in hours, and parts of one can be said in minutes only.
    private static let settingsInMinutes: @Sendable (JSONTree) -> [JSONTree] = { settings in
        var settings = settings
        for kind in ["", "idle_", "ephemeral_", "idle_ephemeral_"] {
            let name = kind + "session_lifetime"
            guard let hours = settings[name]?.double, settings[name]?.int == nil else { continue }
            settings[name] = nil
            settings[name + "_in_minutes"] = .int(Int((hours * 60).rounded()))
        }
        return [settings]
    }

    private static let applications = [
        SeedSection(
            "resource_servers", make: "POST /resource-servers", change: "PATCH /resource-servers/{id}",
            of: "resource-servers", id: "id", names: "identifier name",
            // The Management API of another tenant means this one's.
            alias: { $0.hasPrefix("https://") && $0.hasSuffix("/api/v2/") ? "Auth0 Management API" : nil }),
        SeedSection(
            "user_attribute_profiles", make: "POST /user-attribute-profiles",
            change: "PATCH /user-attribute-profiles/{id}", of: "user-attribute-profiles", id: "id", names: "name"),
        SeedSection(
            "connection_profiles", make: "POST /connection-profiles", change: "PATCH /connection-profiles/{id}",
            of: "connection-profiles", id: "id", names: "name"),
        SeedSection(
            "clients", make: "POST /clients", change: "PATCH /clients/{id}", of: "clients", id: "client_id",
            names: "name", extras: "client_secret",
            references: [
                .init("resource_server_identifier", to: "resource-servers", yields: "identifier"),
                .init("my_organization_configuration.connection_profile_id", to: "connection-profiles"),
                .init("my_organization_configuration.user_attribute_profile_id", to: "user-attribute-profiles"),
                .init("my_organization_configuration.invitation_landing_client_id", to: "clients"),
                .init("default_organization.organization_id", to: "organizations"),
            ],
            // Their certificates are those of the moment they are shown in, as of objects that no request made.
            createdAt: Instant(nanoseconds: 0), unsaid: "client_authentication_methods",
            parts: [
                SeedSection(
                    "credentials", make: "POST /clients/{client_id}/credentials", of: "clients/credentials", id: "id",
                    names: "name")
            ]),
        SeedSection(
            "connections", make: "POST /connections", change: "PATCH /connections/{id}", of: "connections", id: "id",
            names: "name",
            references: [
                .init("enabled_clients", to: "clients"), .init("options.idpinitiated.client_id", to: "clients"),
            ],
            parts: [
                SeedSection(
                    "scim_configuration", .single, make: "POST /connections/{id}/scim-configuration",
                    change: "PATCH /connections/{id}/scim-configuration", of: "connections/scim-configuration"),
                SeedSection(
                    "directory_provisioning", .single, make: "POST /connections/{id}/directory-provisioning",
                    change: "PATCH /connections/{id}/directory-provisioning",
                    of: "connections/directory-provisioning"),
                SeedSection(
                    "synchronized_groups", .batch(in: "groups", max: 10_000),
                    make: "PUT /connections/{id}/directory-provisioning/synchronized-groups",
                    of: "connections/directory-provisioning/synchronized-groups"),
            ]),
        SeedSection(
            "client_grants", make: "POST /client-grants", change: "PATCH /client-grants/{id}", of: "client-grants",
            id: "id", names: "client_id+audience client_id",
            references: [
                .init("client_id", to: "clients"),
                .init("audience", to: "resource-servers", yields: "identifier"),
            ]),
    ]

    private static let permissions: [SeedSection.Reference] = [
        .init("resource_server_identifier", to: "resource-servers", yields: "identifier")
    ]

    private static let people = [
        SeedSection(
            "organizations", make: "POST /organizations", change: "PATCH /organizations/{id}", of: "organizations",
            id: "id", names: "name",
            references: [.init("*connection_id", to: "connections")], parts: organizationParts),
        SeedSection(
            "roles", make: "POST /roles", change: "PATCH /roles/{id}", of: "roles", id: "id", names: "name",
            references: [.init("owner_id", to: "organizations")],
            parts: [
                SeedSection(
                    "permissions", .batch(in: "permissions", max: 50), make: "POST /roles/{id}/permissions",
                    of: "roles/permissions", references: permissions)
            ]),
        SeedSection(
            "users", make: "POST /users", change: "PATCH /users/{id}", of: "users", id: "user_id",
            names: "email username phone_number name",
            defaults: ["connection": "Username-Password-Authentication", "verify_email": false],
            references: [.init("connection", to: "connections", yields: "name")], unsaid: "password", shown: user,
            parts: [
                SeedSection(
                    "roles", .batch(in: "roles", max: 50), make: "POST /users/{id}/roles", of: "roles",
                    references: [.init("", to: "roles")], ties: .init("roles/users", reversed: true)),
                SeedSection(
                    "permissions", .batch(in: "permissions", max: 50), make: "POST /users/{id}/permissions",
                    of: "users/permissions", references: permissions),
                SeedSection(
                    "authentication_methods", make: "POST /users/{id}/authentication-methods",
                    of: "users/authentication-methods", id: "id"),
            ]),
    ]

    private static let organizationParts = [
        SeedSection(
            "connections", make: "POST /organizations/{id}/connections",
            change: "PATCH /organizations/{id}/connections/{connection_id}", of: "organizations/connections",
            id: "connection_id", references: [.init("connection_id", to: "connections")]),
        SeedSection(
            "clients", .batch(in: "clients", max: 50), make: "POST /organizations/{id}/clients",
            of: "organizations/clients", references: [.init("client_id", to: "clients")]),
        SeedSection(
            "client_grants", make: "POST /organizations/{id}/client-grants", of: "client-grants",
            references: [
                .init("client_id", to: "clients"), .init("audience", to: "resource-servers", yields: "identifier"),
                .init("grant_id", to: "client-grants"),
            ], joined: ("grant_id", of: ["client_id", "audience"]), ties: .init("organizations/client-grants")),
        SeedSection(
            "members", .batch(in: "members", max: 10), make: "POST /organizations/{id}/members", of: "users",
            id: "user_id", references: [.init("", to: "users")], ties: .init("organizations/members"),
            parts: [
                SeedSection(
                    "roles", .batch(in: "roles", max: 50), make: "POST /organizations/{id}/members/{user_id}/roles",
                    of: "organizations/members/roles", id: "role_id", references: [.init("", to: "roles")])
            ]),
        SeedSection(
            "discovery_domains", make: "POST /organizations/{id}/discovery-domains",
            of: "organizations/discovery-domains", id: "id", names: "domain"),
        SeedSection(
            "invitations", make: "POST /organizations/{id}/invitations", of: "organizations/invitations", id: "id",
            defaults: ["send_invitation_email": false],
            references: [
                .init("client_id", to: "clients"), .init("connection_id", to: "connections"),
                .init("roles", to: "roles"),
            ]),
    ]

    /// A request names the connection, the stored user shows it in its identity.
    private static let user: @Sendable (JSONTree) -> [JSONTree] = { user in
        var user = user
        user["connection"] = user["identities"]?.items?.first?["connection"]
        return [user]
    }
}
