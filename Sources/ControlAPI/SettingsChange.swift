import HTTPCore
import JSON
import Tenancy

/// The content of `PATCH /__admin/settings`: what it names changes, what it leaves out stays.
struct SettingsChange {
    private var nameRule: TenantSettings.NameRule?
    private var patchEcho: TenantSettings.PatchEcho?
    private var rollbackToCurrent: TenantSettings.RollbackToCurrent?
    private var limits: [(name: String, value: Int?)] = []

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
            default:
                throw ControlError(
                    .badRequest,
                    "There is no setting \(member.key.text); "
                        + "there are name_rule, patch_echo, rollback_to_current, limits.")
            }
        }
    }

    func apply(to settings: inout TenantSettings) {
        if let nameRule { settings.nameRule = nameRule }
        if let patchEcho { settings.patchEcho = patchEcho }
        if let rollbackToCurrent { settings.rollbackToCurrent = rollbackToCurrent }
        for (name, value) in limits { _ = settings.limits.set(name, to: value) }
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
