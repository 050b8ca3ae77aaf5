import HTTPCore
import JSON
import Tenancy

/// The content of `PATCH /__admin/settings`: what it names changes, what it leaves out stays.
struct SettingsChange {
    private var nameRule: TenantSettings.NameRule?
    private var patchEcho: TenantSettings.PatchEcho?
    private var rollbackToCurrent: TenantSettings.RollbackToCurrent?
    private var limits: [(name: String, value: Int?)] = []
    private var buildReads: Int?
    private var buildMilliseconds: Int?
    private var buildOutcome: BuildSettings.Outcome?

    /// - Throws: 400 that names the property and what it may be; then nothing is changed.
    init(_ body: [UInt8]) throws(ControlError) {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONParser.parse(body)
        } catch {
            throw ControlError(.badRequest, "The content is not JSON: \(error).")
        }
        guard case .object(let object) = value else {
            throw ControlError(.badRequest, "The content must be a JSON object.")
        }
        for member in object.members {
            switch member.key.text {
            case "name_rule": nameRule = try SettingsChange.choice(member)
            case "patch_echo": patchEcho = try SettingsChange.choice(member)
            case "rollback_to_current": rollbackToCurrent = try SettingsChange.choice(member)
            case "limits": limits = try SettingsChange.limits(member)
            case "build": try takeBuild(member)
            default:
                throw ControlError(
                    .badRequest,
                    "There is no setting \(member.key.text); "
                        + "there are name_rule, patch_echo, rollback_to_current, limits, build.")
            }
        }
    }

    func apply(to settings: inout TenantSettings) {
        if let nameRule { settings.nameRule = nameRule }
        if let patchEcho { settings.patchEcho = patchEcho }
        if let rollbackToCurrent { settings.rollbackToCurrent = rollbackToCurrent }
        for (name, value) in limits { _ = settings.limits.set(name, to: value) }
        if let buildReads { settings.build.reads = buildReads }
        if let buildMilliseconds { settings.build.milliseconds = Int64(buildMilliseconds) }
        if let buildOutcome { settings.build.outcome = buildOutcome }
    }

    /// How builds of actions go from now on: by reads, by time, and to which end.
    private mutating func takeBuild(_ member: JSONObject.Member) throws(ControlError) {
        guard case .object(let object) = member.value else {
            throw ControlError(.badRequest, "build must be an object.")
        }
        for setting in object.members {
            switch setting.key.text {
            case "reads": buildReads = try SettingsChange.wholeNumber(setting)
            case "milliseconds": buildMilliseconds = try SettingsChange.wholeNumber(setting)
            case "outcome": buildOutcome = try SettingsChange.choice(setting)
            default:
                throw ControlError(
                    .badRequest, "build has no \(setting.key.text); it has reads, milliseconds, outcome.")
            }
        }
    }

    private static func wholeNumber(_ member: JSONObject.Member) throws(ControlError) -> Int {
        guard case .number(let number) = member.value, let value = number.int, (0...86_400_000).contains(value) else {
            throw ControlError(.badRequest, "\(member.key.text) must be a whole number from 0 to 86400000.")
        }
        return value
    }

    private static func choice<Choice: RawRepresentable & CaseIterable>(
        _ member: JSONObject.Member
    ) throws(ControlError) -> Choice where Choice.RawValue == String {
        if case .string(let text) = member.value, let choice = Choice(rawValue: text) { return choice }
        let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw ControlError(.badRequest, "\(member.key.text) must be one of: \(choices).")
    }

    private static func limits(_ member: JSONObject.Member) throws(ControlError) -> [(name: String, value: Int?)] {
        guard case .object(let object) = member.value else {
            throw ControlError(.badRequest, "limits must be an object.")
        }
        var limits: [(name: String, value: Int?)] = []
        for limit in object.members {
            guard CountLimits.names.contains(limit.key.text) else {
                let names = CountLimits.names.joined(separator: ", ")
                throw ControlError(.badRequest, "There is no limit \(limit.key.text); there are \(names).")
            }
            switch limit.value {
            case .null:
                limits.append((limit.key.text, nil))
            case .number(let number):
                guard let value = number.int, value >= 0 else { fallthrough }
                limits.append((limit.key.text, value))
            default:
                throw ControlError(.badRequest, "limits.\(limit.key.text) must be a whole number from 0, or null.")
            }
        }
        return limits
    }
}
