import HTTPCore
import JSON
import Tenancy

/// A tenant's clock and ids.
enum ClockCalls {
    static let all = [
        ControlOperation(.get, "/__admin/clock", "a tenant's clock and ids", perform: get),
        ControlOperation(
            .patch, "/__admin/clock",
            "sets them: `{\"time\":\"2026-01-01T00:00:00Z\",\"frozen\":true,\"advance_seconds\":60,\"id_seed\":1}`",
            perform: change),
        ControlOperation(.delete, "/__admin/clock", "the program's clock and ids again", perform: reset),
    ]

    private static func get(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        answer(try call.oneTenant())
    }

    private static func change(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let change = try ClockChange.read(try call.object())
        for tenant in try call.tenants() { tenant.change(change) }
        return try call.tenants().first.map(answer) ?? ControlResponse.empty
    }

    private static func reset(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        for tenant in try call.tenants() { tenant.world.reset() }
        return ControlResponse.empty
    }

    private static func answer(_ tenant: TenantHandle) -> HTTPResponse {
        let setting = tenant.world.setting
        return ControlResponse.json { writer in
            writer.beginObject()
            writer.key("tenant")
            writer.string(tenant.name)
            writer.key("time")
            writer.string(tenant.world.now().description)
            writer.key("frozen")
            writer.bool(setting.frozenAt != nil)
            writer.key("id_seed")
            if let seed = setting.idSeed { writer.integer(Int(clamping: seed)) } else { writer.null() }
            writer.endObject()
        }
    }
}

/// The content of `PATCH /__admin/clock`.
private enum ClockChange {
    static func read(_ object: JSONValue) throws(ControlError) -> TenantWorld.Change {
        var change = TenantWorld.Change()
        guard let members = object.members else { return change }
        for member in members {
            switch member.key {
            case "time":
                guard let time = member.value.string.flatMap({ Instant($0) }), Instant.settable.contains(time)
                else {
                    throw ControlError(
                        .badRequest, "time must be in UTC, such as 2026-01-01T00:00:00Z, from 1970 to 2199.")
                }
                change.time = time
            case "frozen":
                guard let freezes = member.value.bool else {
                    throw ControlError(.badRequest, "frozen must be true or false.")
                }
                change.freezes = freezes
            case "advance_seconds": change.advanceNanoseconds = try nanoseconds(member.value)
            case "id_seed": change.idSeed = .some(try seed(member.value))
            default:
                throw ControlError(
                    .badRequest,
                    "A clock has no \(member.key); there are time, frozen, advance_seconds, id_seed.")
            }
        }
        return change
    }

    /// Up to a century.
    private static func nanoseconds(_ value: JSONValue) throws(ControlError) -> Int64 {
        guard let seconds = value.number.flatMap({ Double($0.text) }), seconds.magnitude <= 3_155_760_000 else {
            throw ControlError(.badRequest, "advance_seconds must be a number from -3155760000 to 3155760000.")
        }
        return Int64(seconds * 1_000_000_000)
    }

    private static func seed(_ value: JSONValue) throws(ControlError) -> UInt64? {
        if value.isNull { return nil }
        guard let seed = value.number?.int, seed >= 0 else {
            throw ControlError(.badRequest, "id_seed must be a whole number from 0, or null.")
        }
        return UInt64(seed)
    }
}
