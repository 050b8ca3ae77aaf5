import HTTPCore
import JSON
import Tenancy

/// Modules and their drafts (reference 3.1 to 3.5).
extension ModuleOperations {
    /// Without `per_page` a page holds 100, which the limit of modules makes all (assumed, design section 6).
    static func list(_ call: Call) throws(APIError) -> HTTPResponse {
        let request = call.page(defaultSize: 100)
        let page = try call.inTenant { tenant in tenant.modules(request) }
        return APIResponse.json(.ok, at: call.now, capacity: 256 + page.items.count * 768) { writer in
            writer.page("modules", page, zeroValues: .printed) { $0.moduleListItem($1) }
        }
    }

    static func create(_ call: Call) throws(APIError) -> HTTPResponse {
        let body = ModuleBody(call)
        let name = try body.name()
        let draft = ModuleDraft(
            code: body.code ?? .empty, dependencies: try body.dependencies() ?? [], secrets: try body.secrets() ?? [])
        let id = ModuleID(call.tenant.world.newID())
        let versionID = body.publishes ? ModuleVersionID(call.tenant.world.newID()) : nil
        let module = try call.inTenant { (tenant) throws(ModuleError) in
            try tenant.createModule(name: name, draft: draft, publishingAs: versionID, id: id, at: call.now)
        }
        return APIResponse.json(.created, at: call.now) { $0.module(module) }
    }

    static func get(_ call: Call) throws(APIError) -> HTTPResponse {
        let id = ModuleID(try call.pathID(0, "GetActionModuleRequest.Id"))
        let module = try call.inTenant { (tenant) throws(ModuleError) in try tenant.module(id) }
        return APIResponse.json(.ok, at: call.now) { $0.module(module) }
    }

    static func patch(_ call: Call) throws(APIError) -> HTTPResponse {
        let body = ModuleBody(call)
        let patch = ModulePatch(
            code: body.code, dependencies: try body.dependencies(), secrets: try body.secrets())
        let id = ModuleID(try call.pathID(0, "UpdateActionModuleRequest.Id"))
        let module = try call.inTenant { (tenant) throws(ModuleError) in
            try tenant.patchModule(id, patch, at: call.now)
        }
        let echoedTime = call.settings.patchEcho == .createdAt ? module.createdAt : nil
        return APIResponse.json(.ok, at: call.now) { $0.module(module, echoedTime: echoedTime) }
    }

    static func delete(_ call: Call) throws(APIError) -> HTTPResponse {
        let id = ModuleID(try call.pathID(0, "DeleteActionModuleRequest.Id"))
        try call.inTenant { (tenant) throws(ModuleError) in try tenant.deleteModule(id) }
        return APIResponse.success(.noContent, at: call.now)
    }
}
