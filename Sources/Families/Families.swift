package import Resources
package import Tenancy

/// Every family of the Management API, by the first segment of its paths.
package enum Families {
    /// All of them; what a family says of itself is looked at when it is first asked for, not at the program's start.
    package static let catalogue = Catalogue(
        GeneratedFamily.all.map { generated in
            declared.first { $0.name == generated.name } ?? Family(generated, [])
        })

    /// Families that behave; the others are known by their operations alone.
    private static let declared: [Family] = [
        anomaly, attackProtection, blacklists, branding, clientGrants, clients, connectionProfiles, connections,
        connectionsDirectoryProvisionings, connectionsScimConfigurations, customDomains, deviceCredentials,
        emailTemplates, emails, grants, groups, guardian, jobs, keys, logStreams, logs, organizations, prompts,
        rateLimitPolicies, refreshTokens, resourceServers, riskAssessments, roles, sessions, stats,
        supplementalSignals, tenants, tickets, userAttributeProfiles, userBlocks, users, usersByEmail,
    ]

    /// What a new tenant has, of all families.
    package static let initialDocuments = InitialDocuments { name, tenant in
        catalogue.resource(name)?.initialDocuments(tenant.facts) ?? []
    }
}
