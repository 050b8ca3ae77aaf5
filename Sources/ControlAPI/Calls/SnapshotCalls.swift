import HTTPCore
import JSON
import Tenancy

/// States of a tenant to come back to.
enum SnapshotCalls {
    static let all = [
        ControlOperation(.get, "/__admin/snapshots", "a tenant's snapshots", perform: list),
        ControlOperation(
            .put, "/__admin/snapshots/{name}", "keeps the tenant's content and settings under a name", perform: save),
        ControlOperation(
            .post, "/__admin/snapshots/{name}/restore", "makes the tenant what it was", perform: restore),
        ControlOperation(.delete, "/__admin/snapshots/{name}", "forgets a snapshot", perform: delete),
    ]

    private static func list(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let snapshots = try call.oneTenant().snapshots
        return ControlResponse.json { writer in
            writer.beginObject()
            writer.key("snapshots")
            writer.beginArray()
            for (name, tenant) in snapshots {
                writer.beginObject()
                writer.key("name")
                writer.string(name)
                writer.key("modules")
                writer.integer(tenant.moduleCount)
                writer.key("actions")
                writer.integer(tenant.actionCount)
                writer.endObject()
            }
            writer.endArray()
            writer.endObject()
        }
    }

    private static func save(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let name = call.parameters[0]
        guard (1...255).contains(name.utf8.count) else {
            throw ControlError(.badRequest, "A snapshot's name has 1 to 255 bytes.")
        }
        let tenants = try call.tenants()
        for tenant in tenants where !tenant.hasRoom(forSnapshot: name) { throw full(tenant) }
        for tenant in tenants where !tenant.saveSnapshot(name) { throw full(tenant) }
        return ControlResponse.empty
    }

    private static func restore(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let name = call.parameters[0]
        let tenants = try call.tenants()
        for tenant in tenants where tenant.snapshot(name) == nil { throw missing(name, tenant) }
        for tenant in tenants {
            guard tenant.restoreSnapshot(name) else { throw missing(name, tenant) }
            call.responder.wake(tenant.name)
        }
        return ControlResponse.empty
    }

    private static func delete(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let name = call.parameters[0]
        let tenants = try call.tenants()
        for tenant in tenants where tenant.snapshot(name) == nil { throw missing(name, tenant) }
        for tenant in tenants where !tenant.removeSnapshot(name) { throw missing(name, tenant) }
        return ControlResponse.empty
    }

    private static func full(_ tenant: TenantHandle) -> ControlError {
        ControlError(
            .conflict, "There are \(TenantHandle.snapshotsMax) snapshots of \(tenant.name) already; delete some.")
    }

    static func missing(_ name: String, _ tenant: TenantHandle) -> ControlError {
        ControlError(.notFound, "The tenant \(tenant.name) has no snapshot \(name).")
    }
}
