import JSON
import Resources
import Tenancy

/// Short forms in which other objects are listed.
enum Brief {
    static let userMembers = ["user_id", "email", "picture", "name"]

    /// A user as members and a role's users are listed.
    static func user(_ id: String, _ tenant: Tenant) -> JSONTree {
        (tenant.table("users").document(id)?.tree ?? ["user_id": .string(id)]).only(userMembers).ordered(userMembers)
    }

    /// A role as those of a user, a member or a group are listed.
    static func role(_ document: Document) -> JSONTree {
        document.tree.only(["id", "name", "description"])
    }

    /// Roles in the order of their names (RECORDED 115).
    static func roles(_ ids: some Sequence<String>, _ tenant: Tenant) -> [JSONTree] {
        let table = tenant.table("roles")
        return ids.compactMap { table.document($0).map(role) }.collated { $0["name"]?.string ?? "" }
    }

    /// Groups in the order in which they came.
    static func groups(_ ids: some Sequence<String>, _ tenant: Tenant) -> [JSONTree] {
        let table = tenant.table("groups")
        return ids.compactMap { table.document($0)?.tree }
    }
}

/// What bodies name must be there.
enum Lookup {
    /// - Throws: the resource's own refusal where there is no such document.
    static func document(
        _ id: String, in resource: String, _ call: ResourceCall, _ tenant: inout Tenant
    ) throws(Refusal) -> Document {
        tenant.fillTable(resource)
        guard let document = tenant.table(resource).document(id) else {
            throw (call.catalogue.resource(resource)?.missing ?? .notFound).naming(id)
        }
        return document
    }

    /// The texts of a list in the body, each once; all of them are documents of a resource.
    static func names(
        _ member: String, in resource: String, _ call: ResourceCall, _ tenant: inout Tenant,
        unknown: ([String]) -> Refusal
    ) throws(Refusal) -> [String] {
        tenant.fillTable(resource)
        let names = texts(member, call)
        let table = tenant.table(resource)
        let absent = names.filter { !table.contains($0) }
        if !absent.isEmpty { throw unknown(absent) }
        return names
    }

    /// The texts of a list in the body, each once.
    static func texts(_ member: String, _ call: ResourceCall) -> [String] {
        var seen: Set<String> = []
        return (call.body?[member]?.strings ?? []).filter { seen.insert($0).inserted }
    }
}

extension Refusal {
    static func unknownRoles(_ ids: [String]) -> Refusal {
        .body("One or more of the specified roles do not exist: \(ids.joined(separator: ", "))", .specified)
    }

    static func unknownUsers(_ ids: [String]) -> Refusal {
        .body("One or more of the specified users do not exist: \(ids.joined(separator: ", "))", .inferred)
    }

    static func unknownGroups(_ ids: [String]) -> Refusal {
        .body("One or more of the specified groups do not exist: \(ids.joined(separator: ", "))", .inferred)
    }

    /// Of lists of which one request takes ten (DOCS).
    static func tooMany(_ count: Int, _ member: String) -> Refusal {
        .body("Payload validation error: 'Array is too long (\(count)), maximum 10' on property \(member).", .inferred)
    }
}

extension ListForm.Wall {
    /// Of organizations and their members (DOCS).
    static let thousand = ListForm.Wall(
        1_000,
        Refusal(
            400, "Requesting page exceeds the allowed maximum of 1000 records.", "invalid_paging", rule: "paging",
            .specified))
}
