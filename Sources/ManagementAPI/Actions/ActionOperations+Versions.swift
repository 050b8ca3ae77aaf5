import HTTPCore
import JSON
import Tenancy

/// Deployments and versions (actions reference 3.5 to 3.7).
extension ActionOperations {
    /// 200, where SPEC says 202 (RECORDED, 304 of 304).
    static func deploy(_ call: Call) throws(APIError) -> HTTPResponse {
        let id = try actionID(call, "DeployActionRequest.Id")
        let versionID = ActionVersionID(call.tenant.world.newID())
        let action = try call.inTenant { (tenant) throws(ActionError) in
            try tenant.deployAction(id, as: versionID, at: call.now)
        }
        return deployed(action, call)
    }

    static func redeploy(_ call: Call) throws(APIError) -> HTTPResponse {
        let id = try actionID(call, "DeployVersionRequest.ActionId")
        let versionID = ActionVersionID(try call.pathID(1, "DeployVersionRequest.Id"))
        let updatesDraft = ActionBody(call).updatesDraft
        let newID = ActionVersionID(call.tenant.world.newID())
        let action = try call.inTenant { (tenant) throws(ActionError) in
            try tenant.redeployVersion(versionID, of: id, updatesDraft: updatesDraft, as: newID, at: call.now)
        }
        return deployed(action, call)
    }

    private static func deployed(_ action: Action, _ call: Call) -> HTTPResponse {
        APIResponse.json(.ok, at: call.now) { writer in
            if let version = action.versions.last { writer.actionVersion(version, of: action, as: .announced) }
        }
    }

    static func listVersions(_ call: Call) throws(APIError) -> HTTPResponse {
        let request = call.page(defaultSize: 20)
        let id = try actionID(call, "ListVersionsRequest.ActionId")
        let (action, page) = try call.inTenant { (tenant) throws(ActionError) in
            call.isInside
                ? try tenant.unreadVersions(of: id, request) : try tenant.versions(of: id, request, at: call.now)
        }
        return APIResponse.json(.ok, at: call.now) { writer in
            writer.page("versions", page, zeroValues: .omitted) { $0.actionVersion($1, of: action, as: .stored) }
        }
    }

    static func getVersion(_ call: Call) throws(APIError) -> HTTPResponse {
        let id = try actionID(call, "GetVersionRequest.ActionId")
        let versionID = ActionVersionID(try call.pathID(1, "GetVersionRequest.Id"))
        let (action, version) = try call.inTenant { (tenant) throws(ActionError) in
            (try read(id, call, &tenant), try tenant.version(versionID, of: id))
        }
        return APIResponse.json(.ok, at: call.now) { $0.actionVersion(version, of: action, as: .stored) }
    }

    /// A link nobody answers at, in the recorded form: there are no logs to tail.
    static func logSession(_ call: Call) throws(APIError) -> HTTPResponse {
        let token = call.tenant.world.newID()
        return APIResponse.json(.ok, at: call.now) { writer in
            writer.beginObject()
            writer.key("url")
            writer.string("\(call.origin)/api/v2/actions/log-sessions/tail?token=\(token)")
            writer.key("expires")
            writer.preciseInstant(call.now + 300_000)
            writer.endObject()
        }
    }
}
