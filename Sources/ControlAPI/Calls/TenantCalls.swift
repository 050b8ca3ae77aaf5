import Faults
import HTTPCore
import JSON
import Journal
import Tenancy

/// Which tenants there are, and how each behaves.
enum TenantCalls {
    static let all = [
        ControlOperation(.get, "/__admin/tenants", "the tenants and what they hold", perform: list),
        ControlOperation(.get, "/__admin/tenants/{name}", "one of them", perform: get),
        ControlOperation(
            .put, "/__admin/tenants/{name}", "makes one, with settings if the content names any", perform: put),
        ControlOperation(
            .delete, "/__admin/tenants/{name}", "forgets one, its requests and faults included", perform: delete),
        ControlOperation(.get, "/__admin/settings", "a tenant's fidelity switches", perform: settings),
        ControlOperation(
            .patch, "/__admin/settings",
            "changes them: `{\"name_rule\":\"slug\",\"limits\":{\"modules\":null}}`; `null` lifts a limit",
            perform: changeSettings),
    ]

    private static func list(_ call: ControlCall) -> HTTPResponse {
        let tenants = call.directory.list()
        return ControlResponse.json { writer in
            writer.beginObject()
            writer.key("tenants")
            writer.beginArray()
            for tenant in tenants { writer.tenant(tenant) }
            writer.endArray()
            writer.key("total")
            writer.integer(tenants.count)
            writer.endObject()
        }
    }

    private static func get(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        guard let tenant = call.directory.existingTenant(named: call.parameters[0]) else {
            throw ControlError(.notFound, "There is no tenant \(call.parameters[0]).")
        }
        return ControlResponse.json { $0.tenant(tenant) }
    }

    private static func put(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let change = call.request.body.isEmpty ? nil : try SettingsChange(try call.object())
        let isNew = call.directory.existingTenant(named: call.parameters[0]) == nil
        let tenant = try call.responder.tenant(named: call.parameters[0])
        tenant.withTenantAsItIs { change?.apply(to: &$0.settings) }
        return ControlResponse.json(isNew ? .created : .ok) { $0.tenant(tenant) }
    }

    private static func delete(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        guard call.directory.remove(call.parameters[0]) else {
            throw ControlError(.notFound, "There is no tenant \(call.parameters[0]).")
        }
        // As with one that is forgotten for being idle.
        call.responder.journal.reset(call.parameters[0])
        call.responder.faults.reset(call.parameters[0])
        return ControlResponse.empty
    }

    private static func settings(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let settings = try call.oneTenant().settings
        return ControlResponse.json { $0.settings(settings) }
    }

    private static func changeSettings(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let change = try SettingsChange(try call.object())
        if call.isForAll { change.apply(to: &call.directory.startOfTenants.settings) }
        var changed = call.directory.startOfTenants.settings
        for tenant in try call.tenants() {
            changed = tenant.withTenantAsItIs { tenant in
                change.apply(to: &tenant.settings)
                return tenant.settings
            }
        }
        return ControlResponse.json { $0.settings(changed) }
    }
}

extension JSONWriter {
    fileprivate mutating func tenant(_ tenant: TenantHandle) {
        let (modules, actions) = tenant.withTenantAsItIs { ($0.moduleCount, $0.actionCount) }
        beginObject()
        key("name")
        string(tenant.name)
        key("modules")
        integer(modules)
        key("actions")
        integer(actions)
        endObject()
    }
}
