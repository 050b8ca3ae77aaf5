import JSON
package import Tenancy

/// Removing a document, and what becomes of those that hang on it.
extension Resource {
    package func remove(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try removal.isIdempotent ? () : checkParent(call, &tenant)
        try checkName(call)
        tenant.fillTable(name)
        let found = tenant.table(name).document(documentID(call, tenant))
        guard let document = found else {
            guard removal.isIdempotent else { throw missing.naming(call.parameters.last ?? "") }
            return answer(to: nil, call)
        }
        try checkRemoval(document, call, &tenant)
        drop(document, call, &tenant)
        return answer(to: document, call)
    }

    private func answer(to document: Document?, _ call: ResourceCall) -> Answer {
        if let body = rules.removalBody(document, call) { return Answer(removal.status, body) }
        return Answer(document == nil && removal.status == 202 ? 204 : removal.status, Array(removal.body.utf8))
    }

    /// - Throws: where rules or references keep the document.
    package func checkRemoval(_ document: Document, _ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) {
        try rules.mayRemove(document, call, tenant)
        for (resource, number) in call.catalogue.referring(to: name) {
            guard case .refuse(let refusal) = resource.references[number].onRemove else { continue }
            tenant.fillTable(resource.name)
            let index = resource.referenceIndex(number)
            if tenant.table(resource.name).count(index, document.id) > 0 { throw refusal.naming(document.id) }
        }
    }

    /// Removes a document with all that lies below it and all that goes with it. Nothing refuses any more.
    package func drop(_ document: Document, _ call: ResourceCall, _ tenant: inout Tenant) {
        willChange(call, &tenant)
        guard tenant.withTable(name, { $0.remove(document.id) }) != nil else { return }
        tell(document, nil, call, &tenant)
        for child in call.catalogue.children(of: name) {
            tenant.fillTable(child.name)
            for below in child.documents(below: document.id, in: tenant) { child.drop(below, call, &tenant) }
        }
        for relation in call.catalogue.relations(of: name) {
            tenant.withLinks(relation.name) { $0.untieAll(document.id) }
        }
        for (resource, number) in call.catalogue.referring(to: name) {
            resource.let(go: document, number, call, &tenant)
        }
        rules.removed(document, call, &tenant)
    }

    /// What a reference says is to be done with the documents that name one which has gone.
    private func `let`(go document: Document, _ number: Int, _ call: ResourceCall, _ tenant: inout Tenant) {
        let reference = references[number]
        tenant.fillTable(name)
        let referring = tenant.table(name).documents(referenceIndex(number), document.id)
        switch reference.onRemove {
        case .nothing, .refuse: break
        case .cascade: for other in referring { drop(other, call, &tenant) }
        case .forget:
            for other in referring {
                amend(other.id, call, &tenant) { tree in
                    let list = tree[path: reference.member]?.items
                    tree[path: reference.member] = list.map { .array($0.filter { $0.string != document.id }) }
                }
            }
        }
    }
}
