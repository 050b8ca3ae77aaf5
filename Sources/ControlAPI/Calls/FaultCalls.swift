import Faults
import HTTPCore
import JSON
import Tenancy

/// Requests that are to fail.
enum FaultCalls {
    static let all = [
        ControlOperation(.get, "/__admin/faults", "a tenant's faults, and how often each has hit", perform: list),
        ControlOperation(
            .post, "/__admin/faults",
            "sets one: `{\"method\":\"POST\",\"urlPathTemplate\":\"/api/v2/…/{id}\",\"status\":503,\"times\":2}`",
            perform: add),
        ControlOperation(.delete, "/__admin/faults", "takes all back", perform: reset),
        ControlOperation(.delete, "/__admin/faults/{id}", "takes one back", perform: delete),
    ]

    private static func list(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let rules = call.responder.faults.list(try call.oneTenant().name)
        return ControlResponse.json { writer in
            writer.beginObject()
            writer.key("faults")
            writer.beginArray()
            for rule in rules { writer.fault(rule) }
            writer.endArray()
            writer.endObject()
        }
    }

    /// The same fault for each of the tenants, under one id.
    private static func add(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let object = try ControlCall.json(call.request.body)
        let rule: FaultRule
        do throws(FaultError) {
            rule = try FaultRule(object, id: call.responder.world.newID())
        } catch {
            throw ControlError(.badRequest, "The fault is not understood: \(error).")
        }
        let tenants = try call.tenants()
        for tenant in tenants where !call.responder.faults.hasRoom(tenant.name) {
            throw ControlError(.conflict, "There are \(Faults.rulesMax) faults of \(tenant.name) already.")
        }
        for tenant in tenants { _ = call.responder.faults.add(rule, to: tenant.name) }
        return ControlResponse.json(.created) { $0.fault(rule) }
    }

    private static func delete(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let tenants = try call.tenants()
        guard let id = UniqueID(call.parameters[0]) else { throw missing(call) }
        // With '*' a fault may be gone from some.
        let removed = tenants.filter { call.responder.faults.remove(id, of: $0.name) }
        guard !removed.isEmpty else { throw missing(call) }
        return ControlResponse.empty
    }

    private static func missing(_ call: ControlCall) -> ControlError {
        ControlError(.notFound, "There is no fault \(call.parameters[0]).")
    }

    private static func reset(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        for tenant in try call.tenants() { call.responder.faults.reset(tenant.name) }
        return ControlResponse.empty
    }
}

extension JSONWriter {
    /// What was set, and what became of it.
    fileprivate mutating func fault(_ rule: FaultRule) {
        beginObject()
        key("id")
        string("\(rule.id)")
        for member in rule.definition.members.map(Array.init) ?? [] {
            key(member.key)
            value(member.value)
        }
        key("remaining")
        if let remaining = rule.remaining { integer(remaining) } else { null() }
        key("hits")
        integer(rule.hits)
        endObject()
    }
}
