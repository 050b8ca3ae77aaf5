// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4, overlay 79046c31589460ee.

package import Resources

extension GeneratedFamily {
    /// Every family of the document, by name.
    package static let all: [GeneratedFamily] = [
        .actions, .anomaly, .attackProtection, .blacklists, .branding, .clientGrants, .clients, .connectionProfiles,
        .connections, .connectionsDirectoryProvisionings, .connectionsScimConfigurations, .customDomains,
        .deviceCredentials, .emailTemplates, .emails, .eventStreams, .events, .experimentation, .flows, .forms, .grants,
        .groups, .guardian, .hooks, .jobs, .keys, .logStreams, .logs, .networkAcls, .organizations, .prompts,
        .rateLimitPolicies, .refreshTokens, .resourceServers, .riskAssessments, .roles, .rules, .rulesConfigs,
        .selfServiceProfiles, .sessions, .stats, .supplementalSignals, .tenants, .tickets, .tokenExchangeProfiles,
        .userAttributeProfiles, .userBlocks, .users, .usersByEmail, .verifiableCredentials,
    ]

    /// Operations of all families.
    package static let operationCount = 477
}
