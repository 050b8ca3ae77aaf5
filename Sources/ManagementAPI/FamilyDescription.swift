import Families
import JSON
import Resources
package import Tenancy

/// What the families say of themselves, as JSON, for programs that go through a tenant without knowing its parts.
package enum FamilyDescription {
    /// All families in the groups of the dashboard, their paths, what can be done there, and how many objects a tenant
    /// has.
    package static func all(_ handle: TenantHandle) -> [UInt8] {
        let families = Families.catalogue.families
        let places = families.map(FamilyPlace.all)
        let counts = handle.withTenant { tenant in
            places.joined().reduce(into: [String: Int]()) { counts, place in
                // The typed modules and actions lie in no table, and children are many parents'.
                guard place.role == .list, let resource = place.resource, resource.parent == nil else { return }
                counts[place.path] = tenant.table(resource.name).count
            }
        }
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("groups")
        writer.beginArray()
        for group in FamilyGroup.allCases {
            let members = zip(families, places).filter { FamilyGroup(of: $0.0.name) == group }
                .sorted { FamilyGroup.place(of: $0.0.name) < FamilyGroup.place(of: $1.0.name) }
            guard !members.isEmpty else { continue }
            writer.beginObject()
            writer.key("name")
            writer.string(group.rawValue)
            writer.key("families")
            writer.beginArray()
            for (family, places) in members { writer.family(family, places, counts) }
            writer.endArray()
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        return writer.finish()
    }

    /// One of them, with what its operations take.
    ///
    /// - Returns: nil when there is no family of that name.
    package static func one(_ name: String) -> [UInt8]? {
        guard let family = Families.catalogue.family(name) else { return nil }
        var writer = JSONWriter()
        writer.family(family, FamilyPlace.all(of: family), nil)
        return writer.finish()
    }
}

/// One path of a family with its operations, and the resource that is behind it.
private struct FamilyPlace {
    enum Role: String {
        /// The collection, or a document of it.
        case list, item
        case singleton, keyed
        /// No resource is behind it.
        case other
    }

    /// Below `/api/v2/`.
    let path: String
    let form: String
    var operations: [FamilyOperation] = []
    private(set) var role = Role.other
    private(set) var resource: Resource?
    /// The resource whose documents a list of another one has.
    private(set) var shows: String?

    private init(_ operation: FamilyOperation, of family: Family) {
        path = String(operation.path.dropFirst())
        form = Family.form(path[...])
        for resource in family.resources {
            let own = Family.form(resource.path[...])
            switch resource.shape {
            case .collection where form == own: (self.resource, role) = (resource, .list)
            case .collection where form == own + "/{}": (self.resource, role) = (resource, .item)
            case .singleton where form == own: (self.resource, role) = (resource, .singleton)
            case .keyed where form == own: (self.resource, role) = (resource, .keyed)
            default: continue
            }
            break
        }
        if resource == nil { shows = FamilyPlace.shown(at: form, family) }
    }

    /// A relation's other side, or the collection that the last segment is called like.
    private static func shown(at form: String, _ family: Family) -> String? {
        let segments = form.split(separator: "/").map(String.init)
        let name = segments.filter { $0 != "{}" }.joined(separator: "/")
        if let relation = family.relations.first(where: { $0.name == name }) { return relation.to }
        guard segments.contains("{}"), let last = segments.last,
            case .collection? = Families.catalogue.resource(last)?.shape
        else { return nil }
        return last
    }

    /// In the order of the document, those that are emulated.
    static func all(of family: Family) -> [FamilyPlace] {
        var places: [FamilyPlace] = []
        for operation in family.operations where operation.binding != nil || TypedOperation.all[operation.id] != nil {
            let form = Family.form(operation.path.dropFirst())
            if let known = places.firstIndex(where: { $0.form == form }) {
                places[known].operations.append(operation)
            } else {
                var place = FamilyPlace(operation, of: family)
                place.operations.append(operation)
                places.append(place)
            }
        }
        return places
    }
}

extension JSONWriter {
    /// - Parameter counts: of the objects at a path; nil: what operations take is told instead.
    fileprivate mutating func family(_ family: Family, _ places: [FamilyPlace], _ counts: [String: Int]?) {
        beginObject()
        key("name")
        string(family.name)
        key("paths")
        beginArray()
        for place in places {
            beginObject()
            key("path")
            string(place.path)
            key("role")
            string(place.role.rawValue)
            if let resource = place.resource { self.resource(resource) }
            if let shows = place.shows {
                key("shows")
                string(shows)
            }
            if let count = counts?[place.path] {
                key("count")
                integer(count)
            }
            key("operations")
            beginArray()
            for operation in place.operations { self.operation(operation, isWhole: counts == nil) }
            endArray()
            endObject()
        }
        endArray()
        endObject()
    }

    private mutating func resource(_ resource: Resource) {
        key("resource")
        string(resource.name)
        if case .collection(_, let member) = resource.shape, !member.isEmpty {
            key("id")
            string(member)
        }
        if resource.isSearched {
            key("searched")
            bool(true)
        }
        guard !resource.references.isEmpty else { return }
        key("references")
        beginObject()
        for reference in resource.references {
            key(reference.member)
            string(reference.target)
        }
        endObject()
    }

    private mutating func operation(_ operation: FamilyOperation, isWhole: Bool) {
        beginObject()
        key("id")
        string(operation.id)
        key("method")
        string(operation.method)
        key("summary")
        string(operation.summary)
        key("content")
        string(operation.content == .none ? "none" : operation.content.rawValue)
        if isWhole {
            if let query = operation.query { takes("query", query, needed: operation.neededQuery) }
            if operation.content != .none { takes("body", operation.body, files: operation.files) }
        }
        endObject()
    }

    /// What a schema takes: its type, and the members of an object.
    private mutating func takes(_ name: String, _ schema: Schema, needed: [String] = [], files: [String] = []) {
        key(name)
        beginObject()
        key("type")
        string(schema.types.name)
        if let object = schema.objectSchema {
            let required = Set(object.required.map(\.text) + needed)
            key("members")
            beginArray()
            for property in object.properties {
                beginObject()
                key("name")
                string(property.name)
                key("type")
                string(property.schema.types.name)
                key("required")
                bool(required.contains(property.name))
                if files.contains(property.name) {
                    key("file")
                    bool(true)
                }
                endObject()
            }
            endArray()
        }
        endObject()
    }
}

extension JSONTypes {
    /// The first that is no `null`; `any` where all are.
    fileprivate var name: String {
        if self == .all { return "any" }
        let names: [(JSONTypes, String)] = [
            (.object, "object"), (.string, "string"), (.array, "array"), (.boolean, "boolean"), (.number, "number"),
            (.integer, "integer"),
        ]
        return names.first { contains($0.0) }?.1 ?? "null"
    }
}
