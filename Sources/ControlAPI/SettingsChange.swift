import HTTPCore
import JSON
import Tenancy

/// The content of `PATCH /__admin/settings`: what it names changes, what it leaves out stays.
struct SettingsChange {
    private var nameRule: TenantSettings.NameRule?
    private var patchEcho: TenantSettings.PatchEcho?
    private var rollbackToCurrent: TenantSettings.RollbackToCurrent?
    /// The outer nil: not named; the inner one: of now.
    private var asOf: Day??
    private var limits: [(name: String, value: Int?)] = []
    private var authentication: Authentication?
    private var ratePlan: RatePlan?
    private var hasModules: Bool?
    private var hasExperimentation: Bool?
    private var isReadOnly: Bool?
    private var logsChanges: Bool?
    private var enforcesNetworkACLs: Bool?
    /// The outer nil: not named; the inner one: none were given.
    private var clientDocuments: [String: [UInt8]]??
    private var searchDelay: Int?
    private var showsEvidence: Bool?
    private var buildReads: Int??
    private var buildMilliseconds: Int??
    private var buildOutcome: BuildSettings.Outcome?
    private var domainVerification: TenantSettings.DomainVerification?

    /// - Throws: 400 that names the property and what it may be; then nothing is changed.
    init(_ object: JSONValue) throws(ControlError) {
        guard let members = object.members else { return }
        for member in members {
            switch member.key {
            case "name_rule": nameRule = try SettingsChange.choice(member)
            case "patch_echo": patchEcho = try SettingsChange.choice(member)
            case "rollback_to_current": rollbackToCurrent = try SettingsChange.choice(member)
            case "as_of": asOf = .some(try SettingsChange.day(member))
            case "limits": limits = try SettingsChange.limits(member)
            case "authentication": authentication = try SettingsChange.choice(member)
            case "rate_plan": ratePlan = try SettingsChange.choice(member)
            case "modules_enabled": hasModules = try SettingsChange.flag(member)
            case "experimentation_enabled": hasExperimentation = try SettingsChange.flag(member)
            case "read_only": isReadOnly = try SettingsChange.flag(member)
            case "tenant_logs": logsChanges = try SettingsChange.flag(member)
            case "network_acls": enforcesNetworkACLs = try SettingsChange.flag(member)
            case "client_documents": clientDocuments = .some(try SettingsChange.documents(member))
            case "search_delay_milliseconds": searchDelay = try SettingsChange.wholeNumber(member) ?? 0
            case "show_evidence": showsEvidence = try SettingsChange.flag(member)
            case "build": try takeBuild(member)
            case "domain_verification": domainVerification = try SettingsChange.choice(member)
            default:
                throw ControlError(
                    .badRequest,
                    "There is no setting \(member.key); "
                        + "there are name_rule, patch_echo, rollback_to_current, as_of, authentication, rate_plan, "
                        + "modules_enabled, experimentation_enabled, read_only, tenant_logs, network_acls, "
                        + "client_documents, search_delay_milliseconds, show_evidence, limits, build, "
                        + "domain_verification."
                )
            }
        }
    }

    func apply(to settings: inout TenantSettings) {
        if let nameRule { settings.nameRule = nameRule }
        if let patchEcho { settings.patchEcho = patchEcho }
        if let rollbackToCurrent { settings.rollbackToCurrent = rollbackToCurrent }
        if let asOf { settings.asOf = asOf }
        for (name, value) in limits { _ = settings.limits.set(name, to: value) }
        if let authentication { settings.authentication = authentication }
        if let ratePlan { settings.ratePlan = ratePlan }
        if let hasModules { settings.hasModules = hasModules }
        if let hasExperimentation { settings.hasExperimentation = hasExperimentation }
        if let isReadOnly { settings.isReadOnly = isReadOnly }
        if let logsChanges { settings.logsChanges = logsChanges }
        if let enforcesNetworkACLs { settings.enforcesNetworkACLs = enforcesNetworkACLs }
        if let clientDocuments { settings.clientDocuments = clientDocuments }
        if let searchDelay { settings.searchDelay = Int64(searchDelay) }
        if let showsEvidence { settings.showsEvidence = showsEvidence }
        if buildReads != nil || buildMilliseconds != nil {
            settings.build.end(
                afterReads: buildReads ?? nil, milliseconds: (buildMilliseconds ?? nil).map { Int64($0) })
        }
        if let domainVerification { settings.domainVerification = domainVerification }
        if let buildOutcome { settings.build.outcome = buildOutcome }
    }

    /// How builds of actions go from now on: by reads, by time, and to which end.
    private mutating func takeBuild(_ member: JSONMembers.Member) throws(ControlError) {
        guard let members = member.value.members else {
            throw ControlError(.badRequest, "build must be an object.")
        }
        for setting in members {
            switch setting.key {
            case "reads": buildReads = .some(try SettingsChange.wholeNumber(setting))
            case "milliseconds": buildMilliseconds = .some(try SettingsChange.wholeNumber(setting))
            case "outcome": buildOutcome = try SettingsChange.choice(setting)
            default:
                throw ControlError(
                    .badRequest, "build has no \(setting.key); it has reads, milliseconds, outcome.")
            }
        }
    }

    /// - Returns: nil for null.
    private static func wholeNumber(_ member: JSONMembers.Member) throws(ControlError) -> Int? {
        if member.value.isNull { return nil }
        guard let value = member.value.number?.int, (0...86_400_000).contains(value) else {
            throw ControlError(.badRequest, "\(member.key) must be a whole number from 0 to 86400000, or null.")
        }
        return value
    }

    private static func choice<Choice: RawRepresentable & CaseIterable>(
        _ member: JSONMembers.Member
    ) throws(ControlError) -> Choice where Choice.RawValue == String {
        if let choice = member.value.string.flatMap(Choice.init(rawValue:)) { return choice }
        let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw ControlError(.badRequest, "\(member.key) must be one of: \(choices).")
    }

    private static func flag(_ member: JSONMembers.Member) throws(ControlError) -> Bool {
        guard let flag = member.value.bool else {
            throw ControlError(.badRequest, "\(member.key) must be true or false.")
        }
        return flag
    }

    private static func documents(_ member: JSONMembers.Member) throws(ControlError) -> [String: [UInt8]]? {
        if member.value.isNull { return nil }
        guard let members = member.value.members, members.allSatisfy({ $0.value.members != nil }) else {
            throw ControlError(
                .badRequest, "\(member.key) must be an object of addresses and what stands there, or null.")
        }
        return Dictionary(members.map { ($0.key, JSONTree.source($0.value).bytes) }) { $1 }
    }

    private static func day(_ member: JSONMembers.Member) throws(ControlError) -> Day? {
        if member.value.isNull { return nil }
        guard let day = member.value.string.flatMap(Day.init(rawValue:)) else {
            throw ControlError(.badRequest, "\(member.key) must be a day such as 2024-12-31, or null.")
        }
        return day
    }

    private static func limits(_ member: JSONMembers.Member) throws(ControlError) -> [(name: String, value: Int?)] {
        guard let members = member.value.members else {
            throw ControlError(.badRequest, "limits must be an object.")
        }
        var limits: [(name: String, value: Int?)] = []
        for limit in members {
            guard CountLimits.names.contains(limit.key) else {
                let names = CountLimits.names.joined(separator: ", ")
                throw ControlError(.badRequest, "There is no limit \(limit.key); there are \(names).")
            }
            let value = limit.value.number?.int
            guard limit.value.isNull || (value ?? -1) >= 0 else {
                throw ControlError(.badRequest, "limits.\(limit.key) must be a whole number from 0, or null.")
            }
            limits.append((limit.key, value))
        }
        return limits
    }
}
