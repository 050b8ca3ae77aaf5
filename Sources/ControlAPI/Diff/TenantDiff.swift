import Resources
import Tenancy

/// What differs between two states of a tenant: family by family by name, the objects of each in the order of their
/// creation, new ones last. Families are named as their paths below `/api/v2/` are; relations, such as `roles/users`,
/// have an object for each object that others are tied to.
struct TenantDiff {
    struct FamilyDiff {
        let name: String
        /// It had no objects.
        let wasEmpty: Bool
        /// It has none.
        let isEmpty: Bool
        let objects: [ObjectDiff]
    }

    struct ObjectDiff {
        let id: String
        /// Nil: it was not there.
        let from: TenantObject?
        /// Nil: it is not there any more.
        let to: TenantObject?
        let members: [MemberChange]
    }

    private(set) var families: [FamilyDiff] = []
    private let new: Tenant
    private let old: Tenant?
    private let catalogue: Catalogue
    /// The only one that is asked for, with what lies below it.
    private let family: String?

    /// - Parameter old: nil for all that there is.
    init(of new: Tenant, since old: Tenant?, _ catalogue: Catalogue, family: String? = nil) {
        self.new = new
        self.old = old
        self.catalogue = catalogue
        self.family = family
        compareActions()
        for resource in catalogue.families.flatMap(\.resources) where !resource.isRecord { compareTables(of: resource) }
        for relation in new.relationNames.union(old?.relationNames ?? []) { compareLinks(relation) }
        families.sort { $0.name < $1.name }
    }

    /// Whether there can be such a family.
    static func has(_ family: String, _ catalogue: Catalogue) -> Bool {
        if catalogue.family(family) != nil || typedNames.contains(family) { return true }
        let names = catalogue.families.flatMap { $0.resources.map(\.name) + $0.relations.map(\.name) }
        return names.contains { isBelow(family, $0) }
    }

    /// What lies in no table.
    private static let typedNames = ["actions/modules", "actions/actions", "actions/triggers"]

    private static func isBelow(_ family: String, _ name: String) -> Bool {
        name == family || name.hasPrefix(family + "/")
    }

    private func isWanted(_ name: String) -> Bool {
        family.map { TenantDiff.isBelow($0, name) } ?? true
    }

    /// What became of an object, before anybody has looked at its members.
    private typealias Told = (id: String, from: TenantObject?, to: TenantObject?)

    private func told<Object>(
        _ changes: [Change<Object>], id: (Object) -> String, _ made: (Object) -> TenantObject
    ) -> [Told] {
        changes.map { (($0.to ?? $0.from).map(id) ?? "", $0.from.map(made), $0.to.map(made)) }
    }

    private mutating func add(
        _ name: String, wasEmpty: Bool, isEmpty: Bool, _ changes: [Told]
    ) {
        let objects = changes.compactMap { id, from, to -> ObjectDiff? in
            let members = MemberChange.all(from: from, to: to)
            // What was only written again is the same.
            if members.isEmpty, from != nil, to != nil { return nil }
            return ObjectDiff(id: id, from: from, to: to, members: members)
        }
        guard !objects.isEmpty else { return }
        families.append(FamilyDiff(name: name, wasEmpty: wasEmpty, isEmpty: isEmpty, objects: objects))
    }

    private mutating func compareActions() {
        if isWanted("actions/modules") {
            add(
                "actions/modules", wasEmpty: old?.moduleCount ?? 0 == 0, isEmpty: new.moduleCount == 0,
                told(new.moduleChanges(since: old), id: { "\($0.id.value)" }, TenantObject.init))
        }
        if isWanted("actions/actions") {
            add(
                "actions/actions", wasEmpty: old?.actionCount ?? 0 == 0, isEmpty: new.actionCount == 0,
                told(new.actionChanges(since: old), id: { "\($0.id.value)" }, TenantObject.init))
        }
        if isWanted("actions/triggers") { compareTriggers() }
    }

    private mutating func compareTriggers() {
        let (before, after) = (old?.boundActions ?? [], new.boundActions)
        let triggers = Set((before + after).map(\.trigger)).sorted()
        add(
            "actions/triggers", wasEmpty: before.isEmpty, isEmpty: after.isEmpty,
            triggers.map { trigger in
                let (from, to) = (before.first { $0.trigger == trigger }, after.first { $0.trigger == trigger })
                return (trigger, from.map { TenantObject($0.bindings) }, to.map { TenantObject($0.bindings) })
            })
    }

    private mutating func compareTables(of resource: Resource) {
        let name = resource.name
        // What neither has touched is the same in both.
        let isTouched = old.map { $0.tableNames.contains(name) || new.tableNames.contains(name) } ?? true
        guard isTouched, isWanted(name) else { return }
        let (before, after) = (old.map { table(of: resource, in: $0) } ?? DocumentTable(), table(of: resource, in: new))
        add(
            name, wasEmpty: before.count == 0, isEmpty: after.count == 0,
            told(after.changes(since: before), id: \.id) { TenantObject($0, secrets: resource.secrets) })
    }

    /// What somebody only looked at is as it was.
    private func table(of resource: Resource, in tenant: Tenant) -> DocumentTable {
        let isOnlyRead = resource.isMadeByReading && tenant.counters[resource.name] ?? 0 == 0
        return isOnlyRead ? DocumentTable() : tenant.table(resource.name)
    }

    private mutating func compareLinks(_ relation: String) {
        guard isWanted(relation) else { return }
        let (before, after) = (old?.links(relation) ?? LinkTable(), new.links(relation))
        add(
            relation, wasEmpty: before.isEmpty, isEmpty: after.isEmpty,
            after.firsts(changedSince: before).map { id in
                let (from, to) = (before.links(from: id), after.links(from: id))
                guard !from.isEmpty, !to.isEmpty else {
                    return (id, from.isEmpty ? nil : TenantObject(from), to.isEmpty ? nil : TenantObject(to))
                }
                // Of a hundred thousand members only those that come or go.
                return (id, TenantObject(from.others(than: to)), TenantObject(to.others(than: from)))
            })
    }
}

extension [LinkTable.Link] {
    /// Those that another list does not have as they are here.
    fileprivate func others(than other: [LinkTable.Link]) -> [LinkTable.Link] {
        let texts = Dictionary(other.map { ([UInt8]($0.id.utf8), $0.text) }, uniquingKeysWith: { $1 })
        return filter { texts[[UInt8]($0.id.utf8)] != $0.text }
    }
}
