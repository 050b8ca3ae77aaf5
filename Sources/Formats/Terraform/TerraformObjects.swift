import JSON
import Resources
import Tenancy

/// One object that becomes a resource.
struct TerraformObject {
    let kind: TerraformKind
    /// Of the document, or what stands for it.
    let id: String
    var value: JSONTree
    /// What people call it.
    let name: String
}

/// The objects of a tenant that the provider has resources for, and those that it has none for.
///
/// What the tenant has of itself and nobody changed is left out. Secrets are stood in for by numbers that are none,
/// which the one who writes them replaces.
struct TerraformObjects {
    /// In the order of the kinds.
    private(set) var objects: [TerraformObject] = []
    /// Resources that no kind has a place for, and how many documents of each.
    private(set) var left: [(resource: String, count: Int)] = []
    private let forms: ObjectForms
    private var compared: ComparedTenant
    private let showsSecrets: Bool

    init(_ tenant: Tenant, _ forms: ObjectForms, showsSecrets: Bool) {
        self.forms = forms
        self.showsSecrets = showsSecrets
        compared = ComparedTenant(tenant, forms)
        guard !forms.isNone else { return }
        for kind in TerraformKind.all { add(kind) }
        left = compared.left(besides: Set(TerraformKind.all.flatMap(\.resources)))
    }

    private var tenant: Tenant {
        _read { yield compared.tenant }
        _modify { yield &compared.tenant }
    }

    private mutating func add(_ kind: TerraformKind) {
        switch kind.source {
        case .each(let resource):
            for document in compared.changed(resource) { add(kind, document.id, opened(document, resource)) }
        case .below(let resource, let member):
            var groups: [(parent: String, items: [JSONTree])] = []
            var places: [String: Int] = [:]
            for document in compared.changed(resource) {
                let parent = String(document.id.dropLast(document.ownID.count + 1))
                let place = places[parent] ?? groups.count
                if place == groups.count { groups.append((parent, [])) }
                places[parent] = place
                groups[place].items.append(opened(document, resource))
            }
            for group in groups { add(kind, group.parent, .object([.init(member, .array(group.items))])) }
        case .tied(let relation, let member, let isReversed):
            guard let ends = forms.catalogue.relation(relation) else { return }
            let links = tenant.links(relation)
            let resource = isReversed ? ends.to : ends.from
            tenant.fillTable(resource)
            for document in tenant.table(resource).all {
                let tied = isReversed ? links.links(to: document.id) : links.links(from: document.id)
                if tied.isEmpty { continue }
                add(kind, document.id, .object([.init(member, .array(tied.map { .string($0.id) }))]))
            }
        case .pairs(let relation):
            guard let ends = forms.catalogue.relation(relation) else { return }
            tenant.fillTable(ends.from)
            for document in tenant.table(ends.from).all {
                for link in tenant.links(relation).links(from: document.id) {
                    add(kind, "\(document.id)/\(link.id)", .emptyObject)
                }
            }
        case .one(let parts): addOne(kind, parts)
        }
    }

    private mutating func add(_ kind: TerraformKind, _ id: String, _ value: JSONTree) {
        var value = value
        for (place, part) in id.split(separator: "/").enumerated() { value["@\(place)"] = .string(String(part)) }
        if let (member, resource) = kind.with { value[member.filter { $0 != "*" }] = joined(id, member, resource) }
        if let shown = kind.shown {
            guard let said = shown(value) else { return }
            value = said
        }
        let names = ["name", "displayName", "template", "identifier", "email", "domain", "description", "key", "type"]
        let name = names.lazy.compactMap { value[$0]?.string }.first { !$0.isEmpty } ?? id
        objects.append(TerraformObject(kind: kind, id: id, value: value, name: name))
    }

    private mutating func joined(_ id: String, _ member: String, _ resource: String) -> JSONTree? {
        tenant.fillTable(resource)
        if member.hasSuffix("*") {
            let below = forms.catalogue.resource(resource)?.documents(below: id, in: tenant) ?? []
            return .array(below.map { opened($0, resource) })
        }
        return tenant.table(resource).document(id).map { opened($0, resource) }
    }

    private mutating func addOne(_ kind: TerraformKind, _ parts: [(member: String, path: String)]) {
        var value = JSONTree.emptyObject
        for (member, path) in parts {
            guard let part = path.first == "/" ? answered(path, whole: !member.isEmpty) : global(path) else { continue }
            if member.isEmpty { value.merge(part, .shallow) } else { value[member] = part }
        }
        guard value.members?.isEmpty == false else { return }
        if let shown = kind.shown {
            guard let said = shown(value) else { return }
            value = said
        }
        objects.append(TerraformObject(kind: kind, id: kind.type, value: value, name: kind.type))
    }

    /// What a GET answers, unless a new tenant's is the same; else of the whole the members that are others.
    private mutating func answered(_ path: String, whole: Bool) -> JSONTree? {
        let resource = TerraformKind.resource(of: path)
        guard let read = forms.operation(SeedSection.Operation("GET \(path)")),
            let (now, new) = compared.answers(of: read)
        else { return nil }
        let sealed = tenant.table(resource).document("").map(\.sealedTree)
        if now == new, sealed?.members?.isEmpty ?? true { return nil }
        let value = hidden(JSONTree(bytes: now), sealed ?? .emptyObject, resource)
        guard !whole, let old = new.map({ JSONTree(bytes: $0) }) else { return value }
        return .object((value.members ?? []).filter { old[$0.key] != $0.value })
    }

    /// The client that stands for all: it has the login page.
    private mutating func global(_ resource: String) -> JSONTree? {
        compared.changed(resource).first { $0.tree["global"]?.bool == true }?.tree
    }

    // MARK: - Secrets

    private func opened(_ document: Document, _ resource: String) -> JSONTree {
        hidden(document.tree, document.sealedTree, resource)
    }

    /// The value with what is sealed in it; unless secrets are shown, with marks in their place.
    private func hidden(_ value: JSONTree, _ sealed: JSONTree, _ resource: String) -> JSONTree {
        let paths = forms.catalogue.resource(resource)?.secrets ?? []
        var value = value
        for member in sealed.members ?? [] { value[path: member.key] = member.value }
        guard !showsSecrets else { return value }
        if paths.contains("*") { return TerraformSecret.marked(value, "") }
        for path in paths + (sealed.members ?? []).map(\.key) {
            guard let secret = value[path: path], !secret.isNull else { continue }
            value[path: path] = TerraformSecret.marked(secret, path)
        }
        return value
    }
}

/// A secret's place in a value: a number that is none, as no text that came from outside can be.
enum TerraformSecret {
    private static let mark = "secret "
    private static let listMark = "secrets "

    /// The value with each text in it replaced by a mark that says where it is, and each list by one of its own.
    static func marked(_ value: JSONTree, _ path: String) -> JSONTree {
        guard let members = value.members else { return .number((value.items == nil ? mark : listMark) + path) }
        return .object(
            members.map { .init($0.key, marked($0.value, path.isEmpty ? $0.key : "\(path).\($0.key)")) })
    }

    /// Where the secret is that the value stands for.
    static func path(_ value: JSONTree) -> String? {
        guard case .number(let text) = value else { return nil }
        return [mark, listMark].first(where: text.hasPrefix).map { String(text.dropFirst($0.count)) }
    }

    /// The type of a variable for the value, as Terraform writes it.
    static func type(of value: JSONTree) -> String {
        if value.isObject { return "map(string)" }
        guard case .number(let text) = value, text.hasPrefix(listMark) else { return "string" }
        return "list(map(string))"
    }

    static func isIn(_ value: JSONTree) -> Bool {
        path(value) != nil || value.items?.contains(where: isIn) ?? false
            || value.members?.contains { isIn($0.value) } ?? false
    }
}
