import HTTPCore
import Tenancy

/// Versions, rollback and use (reference 3.6 to 3.10).
extension ModuleOperations {
    /// 200, not 201 (RECORDED).
    static func publish(_ call: Call) throws(APIError) -> HTTPResponse {
        let id = ModuleID(try call.pathID(0, "CreateActionModuleVersionRequest.Id"))
        let versionID = ModuleVersionID(call.tenant.world.newID())
        let version = try call.inTenant { (tenant) throws(ModuleError) in
            try tenant.publishModule(id, as: versionID, at: call.now)
        }
        return APIResponse.json(.ok, at: call.now) { $0.moduleVersion(version) }
    }

    static func listVersions(_ call: Call) throws(APIError) -> HTTPResponse {
        let request = call.page(defaultSize: 20)
        let id = ModuleID(try call.pathID(0, "ListActionModuleVersionsRequest.Id"))
        let page = try call.inTenant { (tenant) throws(ModuleError) in try tenant.versions(of: id, request) }
        return APIResponse.json(.ok, at: call.now) { writer in
            writer.page("versions", page, zeroValues: .printed) { $0.moduleVersion($1) }
        }
    }

    static func getVersion(_ call: Call) throws(APIError) -> HTTPResponse {
        let id = ModuleID(try call.pathID(0, "GetActionModuleVersionRequest.Id"))
        let versionID = ModuleVersionID(try call.pathID(1, "GetActionModuleVersionRequest.VersionId"))
        let version = try call.inTenant { (tenant) throws(ModuleError) in try tenant.version(versionID, of: id) }
        return APIResponse.json(.ok, at: call.now) { $0.moduleVersion(version) }
    }

    static func rollBack(_ call: Call) throws(APIError) -> HTTPResponse {
        let id = ModuleID(try call.pathID(0, "RollbackActionModuleRequest.Id"))
        let versionID = try ModuleBody(call).versionID()
        let module = try call.inTenant { (tenant) throws(ModuleError) in
            try tenant.rollBackModule(id, to: versionID, at: call.now)
        }
        return APIResponse.json(.ok, at: call.now) { $0.module(module) }
    }

    static func listActions(_ call: Call) throws(APIError) -> HTTPResponse {
        let request = call.page(defaultSize: 50)
        let id = ModuleID(try call.pathID(0, "ListActionModuleActionsRequest.Id"))
        let page = try call.inTenant { (tenant) throws(ModuleError) in try tenant.uses(of: id, request) }
        return APIResponse.json(.ok, at: call.now) { writer in
            writer.page("actions", page, zeroValues: .omitted) { $0.moduleUse($1) }
        }
    }
}
