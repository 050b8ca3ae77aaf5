import ArgumentParser
import Tenancy

/// Which of the service's ways the server has; by default those that the recordings show.
struct FidelityOptions: ParsableArguments {
    @Option(help: "Module names: any (recorded), or slug (^[a-z0-9][a-z0-9_-]*$).")
    var nameRule = TenantSettings.NameRule.any
    @Option(help: "Times in a PATCH answer: created-at (recorded), or updated-at.")
    var patchEcho = TenantSettings.PatchEcho.createdAt
    @Option(help: "Rollback to what the draft already is: conflict (409), or ok (200).")
    var rollbackToCurrent = TenantSettings.RollbackToCurrent.conflict
    @Option(help: ArgumentHelp("Day whose defaults new objects get, such as 2024-12-31.", valueName: "day"))
    var asOf: Day?
    @Option(help: "Objects that are there from the start: those of a new tenant (new), or none that one could delete.")
    var tenantObjects = TenantSettings.TenantObjects.new
    @Option(help: "The tenant's own log tells of changes and tokens: on, or off.")
    var tenantLogs = Switch.off
    @Option(help: "Network ACLs stop requests: on, or off to have them kept only.")
    var networkAcls = Switch.on
    @Option(help: ArgumentHelp("How long a search of users does not see a change. (default: 0)", valueName: "seconds"))
    var searchDelay: Double?
    @Option(help: "Rate limit: off, free, enterprise-nonprod, or enterprise-prod.")
    var ratePlan = RatePlan.off
    @Option(help: "The service's count limits: on, or off for load tests.")
    var limits = Switch.on
    @Option(
        help: ArgumentHelp(
            "One count limit = a number or off: \(CountLimits.names.joined(separator: ", ")); repeatable.",
            valueName: "name=value"))
    var limit: [String] = []

    @Option(
        help: ArgumentHelp(
            "How long builds of actions take, read or not; alone, only this ends them. (default: 0.3, or a read)",
            valueName: "seconds"))
    var buildTime: Double?
    @Option(
        help: ArgumentHelp("Reads of an action that end its build; alone, only they do.", valueName: "count"))
    var buildReads: Int?
    @Option(help: "How builds of actions end: built, or failed.")
    var buildOutcome = BuildSettings.Outcome.built

    enum CodingKeys: String, CodingKey, CaseIterable {
        case nameRule, patchEcho, rollbackToCurrent, asOf, tenantObjects, tenantLogs, networkAcls, searchDelay,
            ratePlan,
            limits, limit
        case buildTime, buildReads, buildOutcome
    }

    private func setBuild(_ build: inout BuildSettings) throws {
        build.outcome = buildOutcome
        guard buildTime != nil || buildReads != nil else { return }
        build.end(
            afterReads: try buildReads.map { try Bounds.atLeast(0, $0, "--build-reads") },
            milliseconds: try buildTime.map { try milliseconds($0, "--build-time") })
    }

    private func milliseconds(_ seconds: Double, _ option: String) throws -> Int64 {
        guard (0...86_400).contains(seconds) else {
            throw ValidationError("\(option) must be from 0 to 86400 seconds, not \(seconds).")
        }
        return Int64(seconds * 1_000)
    }

    func settings() throws -> TenantSettings {
        var settings = TenantSettings()
        settings.nameRule = nameRule
        settings.patchEcho = patchEcho
        settings.rollbackToCurrent = rollbackToCurrent
        settings.asOf = asOf
        settings.tenantObjects = tenantObjects
        settings.logsChanges = tenantLogs == .on
        settings.enforcesNetworkACLs = networkAcls == .on
        if let searchDelay { settings.searchDelay = try milliseconds(searchDelay, "--search-delay") }
        settings.ratePlan = ratePlan
        try setBuild(&settings.build)
        if limits == .off { settings.limits = .off }
        for text in limit {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            let number = parts.count == 2 ? Int(parts[1]) : nil
            guard parts.count == 2, parts[1] == "off" || number.map({ $0 >= 0 }) ?? false,
                settings.limits.set(parts[0], to: number)
            else {
                let names = CountLimits.names.joined(separator: ", ")
                throw ValidationError("--limit must be one of \(names), '=' and a number or off, not '\(text)'.")
            }
        }
        return settings
    }
}

extension TenantSettings.NameRule: ExpressibleByArgument {}
extension TenantSettings.PatchEcho: ExpressibleByArgument {}
extension TenantSettings.RollbackToCurrent: ExpressibleByArgument {}
extension TenantSettings.TenantObjects: ExpressibleByArgument {}
extension Day: ExpressibleByArgument {}
extension BuildSettings.Outcome: ExpressibleByArgument {}
extension RatePlan: ExpressibleByArgument {}
