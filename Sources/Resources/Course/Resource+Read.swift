package import JSON
package import Tenancy

/// Showing documents.
extension Resource {
    package func read(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try checkParent(call, &tenant)
        let document: Document
        if case .keyed(let unset?) = shape, (try? self.document(call, &tenant)) == nil {
            return unset.isEmpty ? Answer(204) : Answer(200, Array(unset.utf8))
        }
        document = try existing(call, &tenant)
        let text = shown(document, .read, call, tenant)
        guard let fields = FieldPick(call, list?.fields) else { return Answer(200, text) }
        return Answer(200, fields.picked(JSONTree(bytes: text)))
    }

    /// What an answer has of a document: its text, or what its rules make of it.
    package func shown(
        _ document: Document, _ kind: ViewKind, _ call: ResourceCall, _ tenant: Tenant
    ) -> [UInt8] {
        shown(document, document.tree, kind, call, tenant)
    }

    package func shown(
        _ made: MadeDocument, _ kind: ViewKind, _ call: ResourceCall, _ tenant: Tenant
    ) -> [UInt8] {
        shown(made.document, made.tree, kind, call, tenant)
    }

    private func shown(
        _ document: Document, _ read: @autoclosure () -> JSONTree, _ kind: ViewKind, _ call: ResourceCall,
        _ tenant: Tenant
    ) -> [UInt8] {
        guard rules.views.contains(kind), rules.isViewed(document, kind, call) else { return document.text }
        var tree = read()
        rules.view(&tree, kind, document, call, tenant)
        return tree.bytes
    }
}

/// `fields` and `include_fields`: which members an answer has.
package struct FieldPick {
    private let names: Set<String>
    private let always: [String]
    private let includes: Bool

    /// - Returns: nil where all members are wanted.
    package init?(_ call: ResourceCall, _ fields: ListForm.Fields?) {
        guard case .picked(let always)? = fields, let names = call.queryTexts("fields"), !names.isEmpty else {
            return nil
        }
        self.names = Set(names)
        self.always = always
        includes = call.queryFlag("include_fields") ?? true
    }

    package func picked(_ tree: JSONTree) -> JSONTree {
        includes ? tree.only(names.union(always)) : tree.without(names.subtracting(always))
    }
}
