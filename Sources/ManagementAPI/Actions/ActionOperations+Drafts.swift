import HTTPCore
import JSON
import Tenancy

/// Actions and their drafts (actions reference 3.1 to 3.4, 3.8).
extension ActionOperations {
    static func create(_ call: Call) throws(APIError) -> HTTPResponse {
        let body = ActionBody(call)
        let patch = try body.patch("CreateActionRequest")
        let id = ActionID(call.tenant.world.newID())
        let versionID = body.deploys ? ActionVersionID(call.tenant.world.newID()) : nil
        let action = try call.inTenant { (tenant) throws(ActionError) in
            try tenant.createAction(patch, deployingAs: versionID, id: id, at: call.now)
        }
        return APIResponse.json(.created, at: call.now) { $0.action(action) }
    }

    /// 100 a page unless asked (RECORDED, though SPEC says 20).
    static func list(_ call: Call) throws(APIError) -> HTTPResponse {
        var filter = ActionFilter()
        filter.triggerID = call.query?.string("triggerId")
        filter.name = call.query?.string("actionName")
        filter.isDeployed = call.query?["deployed"]?.bool
        filter.isInstalled = call.query?["installed"]?.bool
        let request = call.page(defaultSize: 100)
        let page = try call.inTenant { tenant in
            call.isInside
                ? tenant.unreadActions(filter, request, at: call.now) : tenant.actions(filter, request, at: call.now)
        }
        return APIResponse.json(.ok, at: call.now) { writer in
            writer.page("actions", page, zeroValues: .omitted) { $0.action($1) }
        }
    }

    static func get(_ call: Call) throws(APIError) -> HTTPResponse {
        let id = try actionID(call, "GetActionRequest.Id")
        let action = try call.inTenant { (tenant) throws(ActionError) in try read(id, call, &tenant) }
        return APIResponse.json(.ok, at: call.now) { $0.action(action) }
    }

    static func patch(_ call: Call) throws(APIError) -> HTTPResponse {
        let patch = try ActionBody(call).patch("UpdateActionRequest")
        let id = try actionID(call, "UpdateActionRequest.Id")
        let action = try call.inTenant { (tenant) throws(ActionError) in
            try tenant.patchAction(id, patch, at: call.now)
        }
        return APIResponse.json(.ok, at: call.now) { $0.action(action) }
    }

    static func delete(_ call: Call) throws(APIError) -> HTTPResponse {
        let id = try actionID(call, "DeleteActionRequest.Id")
        try call.inTenant { (tenant) throws(ActionError) in
            try tenant.deleteAction(id, force: call.query?["force"]?.bool ?? false)
        }
        return APIResponse.success(.noContent, at: call.now)
    }

    /// Reads an action, which drives its build on; a look does not.
    static func read(_ id: ActionID, _ call: Call, _ tenant: inout Tenant) throws(ActionError) -> Action {
        call.isInside ? try tenant.unreadAction(id) : try tenant.action(id, at: call.now)
    }

    static func actionID(_ call: Call, _ field: String) throws(APIError) -> ActionID {
        ActionID(try call.pathID(0, field))
    }
}
