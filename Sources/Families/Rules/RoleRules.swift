import JSON
import Resources
import Tenancy

/// Reference users-organizations.md sections 1.2 and 6.
struct RoleRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        if draft["description"] == nil { draft["description"] = "" }
        guard write.kind == .create else { return }
        let type = draft["type"]?.string ?? "tenant"
        guard type == "tenant" || type == "organization" else {
            throw .body("Payload validation error: 'No enum match for: \(type)' on property type.", .inferred)
        }
        if type == "organization", draft["owner_id"]?.string == nil { throw .unknownOwner }
        if type != "organization", draft["owner_id"] != nil {
            throw .body("Only roles of type organization have an owner_id.", .inferred)
        }
    }

    var views: ViewKinds { [.created, .read] }

    func isViewed(_ document: Document, _ kind: ViewKind, _ call: ResourceCall) -> Bool {
        if case .read = kind { return !call.isSince(Day.ofEmptyDescriptions) }
        return call.body?["description"]?.string == nil
    }

    /// A description that nobody gave is `""` from the first GET on, but not in the answer to the POST (RECORDED).
    /// Until 2023 it was null in every GET (RECORDED 67).
    func view(_ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant) {
        if case .read = kind {
            if tree["description"]?.string == "" { tree["description"] = .null }
        } else {
            tree["description"] = call.isSince(Day.ofOwnedRoles) ? nil : .null
        }
    }

    func selects(_ call: ResourceCall) -> Bool { call.queryText("type") != nil }

    /// Roles from before there were types are those of the tenant.
    func lists(_ document: Document, _ call: ResourceCall, _ tenant: Tenant) -> Bool {
        guard let type = call.queryText("type") else { return true }
        return (document.tree["type"]?.string ?? "tenant") == type
    }
}

/// A permission is the scope of an API: API and name are its identity.
struct RolePermissionRules: ResourceRules {
    func id(_ draft: JSONTree, _ write: Write, _ tenant: Tenant) -> String? { Permissions.id(draft) }
}

/// Groups are found by a part of their name, too (SPEC).
struct DirectoryGroupRules: ResourceRules {
    func selects(_ call: ResourceCall) -> Bool { call.queryText("search") != nil }

    func lists(_ document: Document, _ call: ResourceCall, _ tenant: Tenant) -> Bool {
        guard let wanted = call.queryText("search")?.lowercased() else { return true }
        let tree = document.tree
        return ["name", "external_id"].contains { tree[$0]?.string?.lowercased().contains(wanted) ?? false }
    }
}

extension Refusal {
    static let unknownOwner = Refusal.body(
        "The owner_id of a role of type organization must be the id of an organization.", .inferred)
}

extension Day {
    /// From here on organizations have roles of their own, and show more (reference section 1.2, RECORDED).
    static let ofOwnedRoles = Day(rawValue: "2026-08-01")
    /// From here on, or some time before, a role without a description has an empty one.
    static let ofEmptyDescriptions = Day(rawValue: "2025-01-01")
    /// From here on a discovery domain says what it is used for (reference section 18, RECORDED).
    static let ofDiscoveryChoice = Day(rawValue: "2025-11-01")
}

extension ResourceCall {
    /// Whether the tenant behaves as the service does since a day; without a day of its own it does.
    func isSince(_ day: Day?) -> Bool {
        guard let day, let asOf = settings.asOf else { return true }
        return asOf >= day
    }
}
