package import JSON
package import Tenancy

extension Resource {
    /// Changes what a document shows on behalf of another operation: no rule is asked, and nothing refuses.
    ///
    /// - Parameter id: of the document; empty of a singleton, which need not be written yet.
    package func amend(
        _ id: String, _ call: ResourceCall, _ tenant: inout Tenant, _ change: (inout JSONTree) -> Void
    ) {
        tenant.fillTable(name)
        guard let old = tenant.table(name).document(id) ?? unwritten(id, call, tenant) else { return }
        var tree = old.tree
        change(&tree)
        tree = arranged(tree)
        let whole = Resource.unsealed(tree, old.sealedTree)
        let document = Document(
            id: id, text: tree.bytes, sealed: old.sealed, keys: indexKeys(whole, parent: parent(of: id)),
            createdAt: old.createdAt)
        willChange(call, &tenant)
        tenant.withTable(name) { table in
            if table.replace(document) == nil { table.append(document) }
        }
    }

    /// Changes what a singleton shows.
    package func amend(_ call: ResourceCall, _ tenant: inout Tenant, _ change: (inout JSONTree) -> Void) {
        amend("", call, &tenant, change)
    }

    /// What a singleton shows; nil for other resources.
    package func singleton(_ call: ResourceCall, _ tenant: Tenant) -> JSONTree? {
        (tenant.table(name).document("") ?? unwritten("", call, tenant))?.tree
    }

    private func unwritten(_ id: String, _ call: ResourceCall, _ tenant: Tenant) -> Document? {
        guard case .singleton(let text) = shape else { return nil }
        let write = Write(.seed, call, tenant.facts, request: .emptyObject)
        return made(JSONTree(text: text), id: id, parent: id, write, createdAt: call.now).document
    }

    private func parent(of id: String) -> String {
        guard case .collection = shape else { return id }
        return id.utf8.lastIndex(of: 0x2F).map { String(id[..<$0]) } ?? ""
    }
}
