import HTTPCore
import JSON
import Tenancy

/// Triggers and their bindings (actions reference 3.10 and 3.11).
extension ActionOperations {
    static func listTriggers(_ call: Call) throws(APIError) -> HTTPResponse {
        let day = call.settings.asOf
        return APIResponse.json(.ok, at: call.now, capacity: 4_096) { writer in
            writer.beginObject()
            writer.key("triggers")
            writer.beginArray()
            for trigger in TriggerCatalogue.all { writer.trigger(trigger, asOf: day) }
            writer.endArray()
            writer.endObject()
        }
    }

    static func listBindings(_ call: Call) throws(APIError) -> HTTPResponse {
        let trigger = call.parameters[0]
        let request = call.page(defaultSize: 20)
        let page = try call.inTenant { tenant in tenant.bindings(of: trigger, request) }
        return APIResponse.json(.ok, at: call.now) { writer in
            writer.page("bindings", page, zeroValues: .omitted) { writer, item in
                writer.binding(item.binding, at: trigger, of: item.action)
            }
        }
    }

    static func replaceBindings(_ call: Call) throws(APIError) -> HTTPResponse {
        let trigger = call.parameters[0]
        let new = ActionBody(call).bindings()
        let bindings = try call.inTenant { (tenant) throws(ActionError) in
            try tenant.replaceBindings(
                of: trigger, by: new, newID: { BindingID(call.tenant.world.newID()) }, at: call.now)
        }
        return APIResponse.json(.ok, at: call.now) { writer in
            writer.beginObject()
            writer.key("bindings")
            writer.beginArray()
            for item in bindings { writer.binding(item.binding, at: trigger, of: item.action) }
            writer.endArray()
            writer.endObject()
        }
    }
}
