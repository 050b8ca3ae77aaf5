package import Resources
package import Tenancy

/// Every family of the Management API, by the first segment of its paths.
package enum Families {
    /// All of them; what a family says of itself is looked at when it is first asked for, not at the program's start.
    package static let catalogue = Catalogue(
        GeneratedFamily.all.map { generated in
            declared.first { $0.name == generated.name } ?? Family(generated, [])
        }, observer: StreamEvents.note)

    /// Families that something is said of; others would be known by their operations alone.
    private static let declared: [Family] = [
        actions,
        anomaly,
        attackProtection,
        blacklists,
        branding,
        clientGrants,
        clients,
        connectionProfiles,
        connections,
        connectionsDirectoryProvisionings,
        connectionsScimConfigurations,
        customDomains,
        deviceCredentials,
        emailTemplates,
        emails,
        eventStreams,
        events,
        experimentation,
        flows,
        forms,
        grants,
        groups,
        guardian,
        hooks,
        jobs,
        keys,
        logStreams,
        logs,
        networkACLs,
        organizations,
        prompts,
        rateLimitPolicies,
        refreshTokens,
        resourceServers,
        riskAssessments,
        roles,
        rules,
        rulesConfigs,
        selfServiceProfiles,
        sessions,
        stats,
        supplementalSignals,
        tenants,
        tickets,
        tokenExchangeProfiles,
        userAttributeProfiles,
        userBlocks,
        users,
        usersByEmail,
        verifiableCredentials,
    ]

    /// What a tenant has before its first request, of all families.
    package static let initialDocuments = InitialDocuments { name, tenant in
        catalogue.resource(name)?.initialDocuments(tenant.facts, tenant.settings.tenantObjects) ?? []
    }
}
