package import JSON
package import Tenancy

/// How documents of a resource are named, found and made.
extension Resource {
    /// The table's id of the document that the path's parameters name.
    package func documentID(_ call: ResourceCall, _ tenant: Tenant) -> String {
        guard case .collection = shape, let last = call.parameters.last else {
            return parentKey(call, tenant)
        }
        let own = rules.resolved(last, call, tenant)
        return parentCount == 0 ? own : parentKey(call, tenant) + "/" + own
    }

    /// The parents' ids.
    package func parentKey(_ call: ResourceCall, _ tenant: Tenant) -> String {
        var names = Array(call.parameters.prefix(parentCount))
        if let parent, let resource = call.catalogue.resource(parent), let first = names.first {
            names[0] = resource.rules.resolved(first, call, tenant)
        }
        return names.joined(separator: "/")
    }

    /// - Throws: the parent's refusal where it is not there.
    package func checkParent(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) {
        guard let parent, let resource = call.catalogue.resource(parent) else { return }
        tenant.fillTable(parent)
        let names = call.parameters.prefix(resource.parentCount + 1)
        let key = resource.documentID(call.with(parameters: Array(names)), tenant)
        guard tenant.table(parent).contains(key) else { throw resource.missing.naming(names.last ?? "") }
    }

    /// - Throws: where the path's last parameter is no name that a document can have.
    func checkName(_ call: ResourceCall) throws(Refusal) {
        guard let names, let name = call.parameters.last, !names.fit(name) else { return }
        throw names.refusal.naming(name)
    }

    /// The document that the path's parameters name.
    package func document(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Document {
        try checkName(call)
        let id = documentID(call, tenant)
        guard let found = tenant.filledTable(name, { $0.document(id) }) else {
            throw missing.naming(call.parameters.last ?? "")
        }
        return found
    }
}

/// Numbers of a table's indexes: the parent's first, then keys, references, and the other members.
extension Resource {
    static let parentIndex = 0
    /// By what a document that an act makes by itself is found below its parent.
    package static func parentKey(_ id: String) -> Document.Key { Document.Key(parentIndex, id) }
    func keyIndex(_ number: Int) -> Int { 1 + number }
    func referenceIndex(_ number: Int) -> Int { 1 + keys.count + number }
    func memberIndex(_ member: String) -> Int? {
        if let number = indexed.firstIndex(of: member) { return 1 + keys.count + references.count + number }
        return references.firstIndex { $0.member == member }.map { referenceIndex($0) }
    }

    /// Documents whose member has that text, in order of creation.
    package func documents(where member: String, is text: String, in tenant: Tenant) -> [Document] {
        if let index = memberIndex(member) { return tenant.table(name).documents(index, text) }
        guard let number = keyNumber(member) else { return [] }
        return tenant.table(name).documents(keyIndex(number), "\u{1F}" + text)
    }

    /// The oldest document of a table of these whose member, one with an index, has that text.
    package func oldest(where member: String, is text: String, in table: DocumentTable) -> Document? {
        memberIndex(member).flatMap { table.documents($0, text, offset: 0, count: 1).first }
    }

    /// The key that is this member alone, of documents without a parent.
    func keyNumber(_ member: String) -> Int? {
        parentCount > 0 ? nil : keys.firstIndex { $0.members == [member] && !$0.isFolded }
    }

    /// Documents below a parent, in order of creation.
    package func documents(below parent: String, in tenant: Tenant) -> [Document] {
        tenant.table(name).documents(Resource.parentIndex, parent)
    }

    /// The text that a key has in a document; nil where it has none of the members.
    func keyText(_ key: Key, _ draft: JSONTree, parent: String) -> String? {
        var joined = parent
        var isThere = false
        for member in key.members {
            joined.append("\u{1F}")
            let value = draft[path: member]
            guard let text = value?.string ?? value?.int.map(String.init) else { continue }
            isThere = true
            joined.append(key.isFolded ? text.lowercased() : text)
        }
        return isThere ? joined : nil
    }

    /// What a document is found by, for acts that put one in its place themselves.
    package func indexKeys(_ draft: JSONTree, parent: String) -> [Document.Key] {
        var made: [Document.Key] = []
        if parentCount > 0 { made.append(Document.Key(Resource.parentIndex, parent)) }
        for (number, key) in keys.enumerated() {
            if let text = keyText(key, draft, parent: parent) { made.append(Document.Key(keyIndex(number), text)) }
        }
        for (number, reference) in references.enumerated() {
            for name in Resource.names(draft[path: reference.member]) {
                made.append(Document.Key(referenceIndex(number), name))
            }
        }
        for member in indexed {
            guard let index = memberIndex(member) else { continue }
            for name in Resource.names(draft[path: member]) { made.append(Document.Key(index, name)) }
        }
        return made
    }

    /// The texts of a member: its own, or those of its list.
    static func names(_ member: JSONTree?) -> [String] {
        guard let member else { return [] }
        if let bool = member.bool { return [String(bool)] }
        return member.string.map { [$0] } ?? member.strings ?? []
    }

    /// A document of the draft: ordered, what is sealed apart from what is shown.
    package func made(
        _ draft: JSONTree, id: String, parent: String, _ write: Write, createdAt: Instant
    ) -> MadeDocument {
        var shown = draft
        var sealedTree = write.old.map { JSONTree(bytes: $0.sealed) } ?? .emptyObject
        if sealedTree.isNull { sealedTree = .emptyObject }
        for path in sealed {
            if let value = shown[path: path] {
                sealedTree[path] = value
                shown[path: path] = nil
            } else if write.request[path: path]?.isNull == true {
                sealedTree[path] = nil
            }
        }
        let keys = indexKeys(Resource.unsealed(shown, sealedTree), parent: parent)
        shown = arranged(shown)
        rules.order(&shown, write)
        let document = Document(
            id: id, text: shown.bytes, sealed: (sealedTree.members?.isEmpty ?? true) ? [] : sealedTree.bytes,
            keys: keys, createdAt: createdAt)
        return MadeDocument(document: document, tree: shown)
    }

    /// What is shown and what is sealed, in one.
    static func unsealed(_ shown: JSONTree, _ sealed: JSONTree) -> JSONTree {
        (sealed.members ?? []).reduce(into: shown) { $0[path: $1.key] = $1.value }
    }

    /// Members that its documents are known to show.
    package var shownNames: [String] {
        guard case .of(let order) = order else { return [] }
        return order.names
    }

    /// The members in their stored order.
    package func arranged(_ draft: JSONTree) -> JSONTree {
        var tree = draft
        for (path, order) in nested {
            if let inner = tree[path: path], inner.isObject { tree[path: path] = order.arranged(inner) }
        }
        switch order {
        case .request: return tree
        case .of(let order): return order.arranged(tree)
        }
    }
}

/// A document that a write just made, beside the tree that its text was written from, which need not be read again.
package struct MadeDocument: Sendable {
    package let document: Document
    package let tree: JSONTree

    package var id: String { document.id }
    package var text: [UInt8] { document.text }
}

extension Document {
    /// The text, read.
    package var tree: JSONTree { JSONTree(stored: text) }

    /// What is never answered, read.
    package var sealedTree: JSONTree { sealed.isEmpty ? .emptyObject : JSONTree(stored: sealed) }

    /// The last part of its id.
    package var ownID: String {
        id.utf8.lastIndex(of: 0x2F).map { String(id[id.index(after: $0)...]) } ?? id
    }
}
