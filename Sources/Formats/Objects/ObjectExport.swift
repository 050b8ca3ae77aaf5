import JSON
import Resources
import Tenancy

/// The objects of a tenant as the sections of a seed: what a request may say, names for ids.
///
/// What the tenant has of itself and nobody changed is left out. So is what no request can bring; see `ObjectRest`.
struct ObjectExport {
    private let forms: ObjectForms
    private var compared: ComparedTenant
    private let showsSecrets: Bool
    /// By resource and id: the name that means this object and no other.
    private var names: [String: [String: String]] = [:]

    /// Whether the tenant's own domain stays out of identifiers.
    private let usesAliases: Bool

    init(_ tenant: Tenant, _ forms: ObjectForms, showsSecrets: Bool, usesAliases: Bool = true) {
        self.forms = forms
        self.usesAliases = usesAliases
        self.showsSecrets = showsSecrets
        compared = ComparedTenant(tenant, forms)
    }

    private var tenant: Tenant {
        _read { yield compared.tenant }
        _modify { yield &compared.tenant }
    }

    /// The sections that hold something, in their order.
    mutating func sections() -> [(section: SeedSection, value: JSONTree)] {
        var sections: [(section: SeedSection, value: JSONTree)] = []
        for section in forms.sections where forms.operation(section.make) != nil {
            if case .single = section.form {
                if let value = single(section) { sections.append((section, value)) }
            } else {
                let items = list(section)
                if !items.isEmpty { sections.append((section, .array(items))) }
            }
        }
        return sections
    }

    /// What the tenant has beside them.
    var rest: ObjectRest { ObjectRest(compared, forms) }

    // MARK: - Objects

    /// What there is only one of, unless a new tenant has the same.
    private mutating func single(_ section: SeedSection) -> JSONTree? {
        guard let make = forms.operation(section.make), let (value, new) = only(section, make) else { return nil }
        let sealed = tenant.table(section.resource).document("")?.sealed ?? []
        if value == new, sealed.isEmpty { return nil }
        var whole = value
        // What is put takes the place of all that was there; a change need not say the rest.
        if section.make.method == "PATCH", let new { whole = changes(whole, new, section) }
        return said(section.shown?(whole).first ?? whole, JSONTree(bytes: sealed), section, make)
    }

    /// It as it is stored, since answers leave out what does not matter now, and as a new tenant has it; a part of
    /// something else as the operation that reads it answers.
    private mutating func only(_ section: SeedSection, _ make: FamilyOperation) -> (JSONTree, new: JSONTree?)? {
        if case .verb(_, let resource)? = make.binding, resource.name == section.resource, section.shown == nil {
            tenant.fillTable(resource.name)
            guard let document = tenant.table(resource.name).document("") else { return nil }
            switch resource.shape {
            case .singleton(let text), .keyed(let text?): return (document.tree, JSONTree(text: text))
            case .keyed(nil), .collection: return (document.tree, nil)
            }
        }
        let read = SeedSection.Operation("GET \(section.make.path)")
        guard let read = forms.operation(read), let (now, new) = compared.answers(of: read) else { return nil }
        return (JSONTree(bytes: now), new.map { JSONTree(bytes: $0) })
    }

    /// The members that are others than those of a new tenant; of those that are merged again the inner ones.
    private func changes(_ value: JSONTree, _ new: JSONTree, _ section: SeedSection) -> JSONTree {
        let form = forms.catalogue.resource(section.resource)?.patch
        return .object(
            (value.members ?? []).compactMap { member in
                guard let old = new[member.key] else { return member }
                if old == member.value { return nil }
                let isMerged = [form?.shallow ?? [], form?.deep ?? []].contains {
                    $0.contains(member.key) || $0.contains("*")
                }
                guard isMerged, member.value.isObject, old.isObject else { return member }
                let inner = (member.value.members ?? []).filter { old[$0.key] != $0.value }
                return JSONTree.Member(member.key, .object(inner))
            })
    }

    private mutating func list(_ section: SeedSection) -> [JSONTree] {
        guard let make = forms.operation(section.make) else { return [] }
        var items: [JSONTree] = []
        for (document, new) in compared.documents(section.resource) {
            let parts = parts(of: [document.id], section)
            if parts.isEmpty, ComparedTenant.isSame(document, new) { continue }
            items += self.items(document, new: new, parents: 0, parts, section, make)
        }
        return items
    }

    /// The items that a stored object makes: one, but for lists that are kept in one object.
    private mutating func items(
        _ document: Document, new: Document? = nil, parents: Int, _ parts: [JSONTree.Member], _ section: SeedSection,
        _ make: FamilyOperation
    ) -> [JSONTree] {
        let tree = document.tree
        return (section.shown?(tree) ?? [tree]).map { shown in
            let body = said(shown, document.sealedTree, section, make, insteadOf: new?.tree)
            var members: [JSONTree.Member] = []
            if !section.id.isEmpty, make.body.property(section.id) == nil {
                members.append(.init(section.id, .string(document.ownID)))
            }
            let own = document.id.split(separator: "/").map(String.init).dropFirst(parents)
            for (name, text) in zip(section.make.parameters.dropFirst(parents), own) where body[name] == nil {
                members.append(.init(name, .string(text)))
            }
            if let content = section.content {
                members.append(.init(content, body))
            } else {
                members += (body.members ?? []).filter { member in !members.contains { $0.key == member.key } }
            }
            return .object(members + parts)
        }
    }

    /// What a request may say of an object, with names for ids.
    ///
    /// - Parameter initial: the object as a new tenant has it.
    private mutating func said(
        _ shown: JSONTree, _ sealed: JSONTree, _ section: SeedSection, _ make: FamilyOperation,
        insteadOf initial: JSONTree? = nil
    ) -> JSONTree {
        guard shown.isObject else { return shown }
        var value = shown
        let secrets = forms.catalogue.resource(section.resource)?.secrets ?? []
        if showsSecrets {
            for member in sealed.members ?? [] {
                // What is kept apart stands where requests have it.
                let isOwn = value[member.key] != nil || make.body.property(member.key) != nil
                let path = isOwn ? nil : secrets.first { $0.hasSuffix("." + member.key) }
                value[path: path ?? member.key] = member.value
            }
        } else {
            for path in secrets { value = value.without(path: path.split(separator: ".").map(String.init)) }
        }
        if var allowed = make.bodyMembers, section.content == nil {
            allowed.formUnion(section.extras + section.make.parameters.suffix(1))
            if section.id.isEmpty || make.body.property(section.id) == nil { allowed.remove(section.id) }
            value = value.only(allowed.subtracting(section.unsaid))
        }
        // What a request that leaves it out gets, too, need not be said; it may not even be sayable.
        let defaults = forms.catalogue.resource(section.resource)?.defaults(on: tenant.settings.asOf)
        value = .object(
            (value.members ?? []).filter { member in
                // Some show what nobody has said, or said in another unit.
                if member.value.isNull || member.value.double != nil,
                    make.body.property(member.key)?.schema.fits(member.value.read) == false
                {
                    return false
                }
                guard let usual = defaults?[member.key], usual == member.value else { return true }
                return initial.map { $0[member.key] != usual } ?? false
            })
        for reference in section.references { value = named(value, reference) }
        return value
    }

    // MARK: - What hangs on them

    private mutating func parts(of parents: [String], _ section: SeedSection) -> [JSONTree.Member] {
        var members: [JSONTree.Member] = []
        for part in section.parts {
            guard let make = forms.operation(part.make), let value = self.part(part, of: parents, make) else {
                continue
            }
            members.append(.init(part.key, value))
        }
        return members
    }

    private mutating func part(_ part: SeedSection, of parents: [String], _ make: FamilyOperation) -> JSONTree? {
        let key = parents.joined(separator: "/")
        tenant.fillTable(part.resource)
        if case .single = part.form {
            guard let document = tenant.table(part.resource).document(key) else { return nil }
            // Names that users choose are shown where their values are.
            let isHidden = forms.catalogue.resource(part.resource)?.secrets.contains("*") ?? false
            if isHidden { return showsSecrets ? document.sealedTree : nil }
            return said(document.tree, document.sealedTree, part, make)
        }
        var items: [JSONTree] = []
        if let ties = part.ties {
            let links = tenant.links(ties.relation)
            let ids = (ties.isReversed ? links.links(to: key) : links.links(from: key)).map(\.id)
            for id in ids { items.append(tied(id, part, parents)) }
        } else {
            for document in below(key, part.resource) {
                if case .batch(let member, _) = part.form {
                    items.append(batched(document, part, make.body.property(member)?.schema.itemSchema))
                } else {
                    let inner = self.parts(of: parents + [document.ownID], part)
                    items += self.items(document, parents: parents.count, inner, part, make)
                }
            }
        }
        return items.isEmpty ? nil : .array(items)
    }

    /// What has its own name behind that of the object above, or several.
    private func below(_ key: String, _ name: String) -> [Document] {
        guard let resource = forms.catalogue.resource(name) else { return [] }
        guard case .keyed = resource.shape else { return resource.documents(below: key, in: tenant) }
        return tenant.table(name).all.filter { $0.id.hasPrefix(key + "/") }
    }

    /// The other end of a pair: its name, or an object where something hangs on the pair.
    private mutating func tied(_ id: String, _ part: SeedSection, _ parents: [String]) -> JSONTree {
        if let joined = part.joined {
            var value = tenant.table(part.resource).document(id)?.tree.only(joined.of) ?? .emptyObject
            for reference in part.references { value = named(value, reference) }
            return value
        }
        var name = JSONTree.string(id)
        for reference in part.references where reference.member.isEmpty { name = named(name, reference) }
        let inner = parts(of: parents + [id], part)
        return inner.isEmpty ? name : .object([.init(part.id, name)] + inner)
    }

    /// An item of a list that a call brings as a whole.
    private mutating func batched(_ document: Document, _ part: SeedSection, _ schema: Schema?) -> JSONTree {
        var value = document.tree
        let names = schema?.propertyNames ?? []
        if !part.id.isEmpty { value = value[part.id] ?? .null } else if !names.isEmpty { value = value.only(names) }
        for reference in part.references { value = named(value, reference) }
        return value
    }

    // MARK: - Names

    /// The value with names in place of ids.
    private mutating func named(_ value: JSONTree, _ reference: SeedSection.Reference) -> JSONTree {
        guard !reference.texts(of: value).isEmpty else { return value }
        if reference.yields != nil {
            guard usesAliases, let alias = forms.section(of: reference.target)?.alias else { return value }
            return reference.replaced(in: value) { alias($0) ?? $0 }
        }
        let known = names(of: reference.target)
        return reference.replaced(in: value) { known[$0] ?? $0 }
    }

    /// Of each object of a resource a name that no other has, and that is no other's id.
    private mutating func names(of resource: String) -> [String: String] {
        if let known = names[resource] { return known }
        var found: [String: String] = [:]
        if resource == "actions" {
            let actions = tenant.content.actions
            let counts = Dictionary(actions.map { ($0.name, 1) }, uniquingKeysWith: +)
            for action in actions where counts[action.name] == 1 { found["\(action.id.value)"] = action.name }
        } else if let section = forms.section(of: resource) {
            tenant.fillTable(resource)
            let table = tenant.table(resource)
            var owners: [String: String] = [:]
            let all = table.all.map { (id: $0.id, names: ObjectNames.names($0.tree, section)) }
            for object in all { for name in object.names where owners[name] == nil { owners[name] = object.id } }
            for object in all {
                found[object.id] = object.names.first { owners[$0] == object.id && !table.contains($0) }
            }
        }
        names[resource] = found
        return found
    }
}

extension JSONTree {
    fileprivate var read: JSONValue { (try? JSONParser.parse(bytes)) ?? .null }
}
