import HTTPCore
import JSON
import Resources
import Tenancy

/// What a test has changed.
enum DiffCalls {
    static let all = [
        ControlOperation(
            .get, "/__admin/diff",
            "what differs from a snapshot, object by object and member by member: `?from=NAME` (without, from the "
                + "start), `&to=NAME` for another snapshot in the place of now, `&family=clients` for one family; with "
                + "`&format=json-patch` as JSON Patch of `export?format=state`",
            perform: diff)
    ]

    private static func diff(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let handle = try call.oneTenant()
        let catalogue = call.responder.catalogue()
        let family = call[item: "family"]
        if let family, !TenantDiff.has(family, catalogue) {
            let names = catalogue.families.map(\.name).joined(separator: ", ")
            throw ControlError(.badRequest, "There is no family \(family); there are \(names).")
        }
        let (from, to) = (call[item: "from"], call[item: "to"])
        let new = try call.state(to, of: handle)
        var old = try from.map { (name) throws(ControlError) in try call.state(name, of: handle) } ?? handle.start
        old.takePlace(of: new)
        let families = TenantDiff(of: new, since: old, catalogue, family: family).families
        switch call[item: "format"] {
        case nil, "list": return list(families, from, to)
        case "json-patch":
            var response = ControlResponse.json { $0.patch(families) }
            response.fields[0] = HTTPField("content-type", "application/json-patch+json")
            return response
        case let format?:
            throw ControlError(.badRequest, "There is no format \(format); there are list, json-patch.")
        }
    }

    private static func list(_ families: [TenantDiff.FamilyDiff], _ from: String?, _ to: String?) -> HTTPResponse {
        ControlResponse.json { writer in
            writer.beginObject()
            writer.key("from")
            if let from { writer.string(from) } else { writer.null() }
            writer.key("to")
            if let to { writer.string(to) } else { writer.null() }
            writer.key("changes")
            writer.changes(families)
            writer.key("total")
            writer.integer(families.reduce(0) { $0 + $1.objects.count })
            writer.endObject()
        }
    }
}

extension ControlCall {
    /// The tenant as a snapshot of it is.
    ///
    /// - Parameter name: nil for as it is now.
    func state(_ name: String?, of handle: TenantHandle) throws(ControlError) -> Tenant {
        let now = handle.withTenant { $0 }
        guard let name else { return now }
        guard var snapshot = handle.snapshot(name) else { throw SnapshotCalls.missing(name, handle) }
        snapshot.takePlace(of: now)
        return snapshot
    }
}

extension Tenant {
    /// What a tenant has from the start names the address by which it was first asked; one that was asked nothing yet
    /// gets that of another, lest the two differ by it.
    fileprivate mutating func takePlace(of other: Tenant) {
        if facts.origin.isEmpty { facts.origin = other.facts.origin }
    }
}
