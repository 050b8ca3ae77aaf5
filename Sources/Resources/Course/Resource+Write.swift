package import JSON
package import Tenancy

/// The course of a write, the same for all: what may refuse first, what changes the tenant last.
extension Resource {
    /// Makes a document of the call's body.
    package func create(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try checkParent(call, &tenant)
        let document = try insert(taken(call), .create, &tenant)
        return Answer(statuses.create, shown(document, .created, call, tenant))
    }

    /// Makes a document and stores it; for creates, and for acts and seeds that make one.
    ///
    /// - Parameter createdAt: in place of now.
    @discardableResult
    package func insert(
        _ call: ResourceCall, _ kind: Write.Kind, createdAt: Instant? = nil, _ tenant: inout Tenant
    ) throws(Refusal) -> MadeDocument {
        tenant.fillTable(name)
        let request = call.body ?? .emptyObject
        let write = Write(kind, call, tenant.facts, request: request)
        var draft = given(request)
        draft.fill(from: defaults(on: call.settings.asOf))
        try rules.prepare(&draft, write, tenant)
        try checkReferences(draft, call, &tenant)
        let parent = parentKey(call, tenant)
        try checkKeys(draft, parent: parent, except: nil, tenant)
        if let limit, tenant.table(name).count >= limit.countMax { throw limit.refusal }
        let own = try newID(&draft, write, &tenant)
        let id = documentID(own, parent: parent)
        let time = createdAt ?? call.seed?.createdAt ?? call.now
        stamp(&draft, time, isNew: true)
        let made = made(draft, id: id, parent: parent, write, createdAt: time)
        let old = tenant.table(name).document(id)
        willChange(call, &tenant)
        tenant.withTable(name) { table in
            if old == nil { table.append(made.document) } else { table.replace(made.document) }
        }
        rules.stored(made, insteadOf: old, write, &tenant)
        tell(old, made.document, call, &tenant)
        return made
    }

    /// Tells those who listen to the tenant of a change.
    package func tell(_ old: Document?, _ new: Document?, _ call: ResourceCall, _ tenant: inout Tenant) {
        guard tenant.hasEventStreams else { return }
        call.catalogue.observer?(Catalogue.Change(self, old: old, new: new), call, &tenant)
    }

    /// Keeps what the table is for searches that see changes late; to be called before each.
    package func willChange(_ call: ResourceCall, _ tenant: inout Tenant) {
        if isSearched { tenant.keepPast(of: name, at: call.now, delay: call.settings.searchDelay) }
    }

    private func taken(_ call: ResourceCall) -> ResourceCall {
        guard !takes.isEmpty else { return call }
        var other = call.with(parameters: call.parameters, body: call.body?.only(takes))
        other.seed = call.seed
        return other
    }

    private func documentID(_ own: String, parent: String) -> String {
        guard case .collection = shape else { return parent }
        return parentCount == 0 ? own : parent + "/" + own
    }

    /// Draws an id until it is new, and puts it into the member that shows it.
    private func newID(_ draft: inout JSONTree, _ write: Write, _ tenant: inout Tenant) throws(Refusal) -> String {
        guard case .collection(let form, let member) = shape else { return "" }
        // Seeds may bring the id they had.
        if write.kind == .seed, let given = draft[member]?.string { return given }
        if let given = write.call.seed?.id {
            if !member.isEmpty { draft[member] = .string(given) }
            return given
        }
        var id = ""
        switch form {
        case .counter(let prefix, let digits):
            // A seed may have brought some of them.
            repeat {
                tenant.counters[name, default: 0] &+= 1
                let number = String(tenant.counters[name] ?? 0)
                id = prefix + String(repeating: "0", count: max(0, digits - number.count)) + number
            } while tenant.table(name).contains(documentID(id, parent: parentKey(write.call, tenant)))
        case .member(let name): id = draft[name]?.string ?? ""
        case .path: id = write.call.parameters.last ?? ""
        case .rules: id = rules.id(draft, write, tenant) ?? ""
        default:
            let parent = parentKey(write.call, tenant)
            repeat {
                id = rules.id(draft, write, tenant) ?? write.call.ids.id(form) ?? ""
            } while tenant.table(name).contains(documentID(id, parent: parent))
        }
        if !member.isEmpty, draft[member] == nil { draft[member] = .string(id) }
        return id
    }

    package func patch(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try checkParent(call, &tenant)
        let call = taken(call)
        // What shows before it is there can be changed before it is there.
        if case .keyed(_?) = shape, (try? self.document(call, &tenant)) == nil {
            let document = try insert(call, .put, &tenant)
            return Answer(statuses.update, shown(document, .changed, call, tenant))
        }
        let document = try update(call, .patch, &tenant)
        return Answer(statuses.update, shown(document, .changed, call, tenant))
    }

    package func put(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try checkParent(call, &tenant)
        let call = taken(call)
        let isThere = (try? document(call, &tenant)) != nil
        if case .keyed = shape, !isThere {
            let document = try insert(call, .put, &tenant)
            return Answer(statuses.update, shown(document, .changed, call, tenant))
        }
        let document = try update(call, .put, &tenant)
        return Answer(statuses.update, shown(document, .changed, call, tenant))
    }

    /// Changes the document that the call names and stores it.
    @discardableResult
    package func update(
        _ call: ResourceCall, _ kind: Write.Kind, _ tenant: inout Tenant
    ) throws(Refusal) -> MadeDocument {
        let old = try existing(call, &tenant)
        let oldTree = old.tree
        let request = call.body ?? .emptyObject
        let write = Write(kind, call, tenant.facts, request: request, old: old, oldTree: oldTree)
        var draft = kind == .put ? replaced(oldTree, by: request, call) : merged(oldTree, request)
        try rules.prepare(&draft, write, tenant)
        try checkReferences(draft, call, &tenant)
        let parent = parentKey(call, tenant)
        try checkKeys(draft, parent: parent, except: old.id, tenant)
        stamp(&draft, call.now, isNew: false)
        let made = made(draft, id: old.id, parent: parent, write, createdAt: old.createdAt)
        willChange(call, &tenant)
        tenant.withTable(name) { table in
            if table.replace(made.document) == nil { table.append(made.document) }
        }
        rules.stored(made, insteadOf: old, write, &tenant)
        tell(old, made.document, call, &tenant)
        return made
    }

    /// The document that the call names; a singleton that nobody wrote is what a new tenant has.
    package func existing(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Document {
        if case .singleton(let text) = shape {
            tenant.fillTable(name)
            let id = documentID(call, tenant)
            if let found = tenant.table(name).document(id) { return found }
            let write = Write(.seed, call, tenant.facts, request: .emptyObject)
            return made(JSONTree(text: text), id: id, parent: parentKey(call, tenant), write, createdAt: call.now)
                .document
        }
        return try document(call, &tenant)
    }

    private func merged(_ old: JSONTree, _ request: JSONTree) -> JSONTree {
        var draft = old
        for change in request.members ?? [] {
            let name = change.key
            if change.value.isNull {
                draft[name] = patch.keepsNull.contains(name) ? .null : nil
            } else if var own = draft[name], own.isObject, change.value.isObject, let depth = depth(of: name) {
                own.merge(change.value, depth)
                draft[name] = own
            } else {
                draft[name] = change.value
            }
        }
        return draft
    }

    private func depth(of member: String) -> JSONTree.Depth? {
        if patch.deep.contains(member) || patch.deep.contains("*") { return .deep }
        if patch.shallow.contains(member) || patch.shallow.contains("*") { return .shallow }
        return nil
    }

    /// What a request gives: null is what nobody gave, but where it is kept. Policies are a bare array.
    private func given(_ request: JSONTree) -> JSONTree {
        guard let members = request.members else { return request }
        return .object(members.filter { !$0.value.isNull || patch.keepsNull.contains($0.key) })
    }

    private func replaced(_ old: JSONTree, by request: JSONTree, _ call: ResourceCall) -> JSONTree {
        var draft = given(request)
        draft.fill(from: defaults(on: call.settings.asOf))
        var kept = [stamps?.created ?? ""]
        if case .collection(_, let member) = shape { kept.append(member) }
        draft.fill(from: old.only(kept))
        return draft
    }

    private func stamp(_ draft: inout JSONTree, _ now: Instant, isNew: Bool) {
        guard let stamps else { return }
        let text = JSONTree.string(now.text(digits: stamps.digits))
        if isNew, let created = stamps.created, draft[created] == nil { draft[created] = text }
        if let updated = stamps.updated, !isNew || draft[updated] == nil { draft[updated] = text }
    }

    /// The defaults of a day; without one the newest.
    package func defaults(on day: Day?) -> JSONTree {
        if defaultTrees.count == 1, defaultTrees[0].since == nil { return defaultTrees[0].tree }
        var tree = JSONTree.emptyObject
        for (since, defaults) in defaultTrees {
            if let since, let day, day < since { continue }
            for member in defaults.members ?? [] { tree[member.key] = member.value }
        }
        return tree
    }

    private func checkKeys(
        _ draft: JSONTree, parent: String, except id: String?, _ tenant: Tenant
    ) throws(Refusal) {
        guard !keys.isEmpty else { return }
        let table = tenant.table(name)
        for (number, key) in keys.enumerated() {
            guard let text = keyText(key, draft, parent: parent) else { continue }
            if table.documents(keyIndex(number), text).contains(where: { $0.id != id }) {
                throw key.taken.naming(draft[path: key.members.last ?? ""]?.string ?? "")
            }
        }
    }

    private func checkReferences(_ draft: JSONTree, _ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) {
        for reference in references {
            guard let unknown = reference.unknown else { continue }
            for name in Resource.names(draft[path: reference.member]) {
                tenant.fillTable(reference.target)
                let resource = call.catalogue.resource(reference.target)
                let id = resource?.rules.resolved(name, call, tenant) ?? name
                guard tenant.table(reference.target).contains(id) else { throw unknown.naming(name) }
            }
        }
    }
}
