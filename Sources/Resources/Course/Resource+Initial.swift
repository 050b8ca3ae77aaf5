import JSON
package import Tenancy

extension Resource {
    /// What a new tenant has: nobody wrote it, so it is the same each time it is asked for.
    package func initialDocuments(_ facts: TenantFacts) -> [Document] {
        guard case .collection(_, let member) = shape else { return [] }
        let trees = initial.map { JSONTree(text: $0) } + rules.initial(facts)
        return trees.map { tree in
            var (shown, sealedTree) = (tree, JSONTree.emptyObject)
            for path in sealed {
                guard let value = shown[path: path] else { continue }
                sealedTree[path] = value
                shown[path: path] = nil
            }
            return Document(
                id: tree[member]?.string ?? "", text: shown.bytes,
                sealed: (sealedTree.members?.isEmpty ?? true) ? [] : sealedTree.bytes,
                keys: indexKeys(tree, parent: ""), createdAt: Instant(nanoseconds: 0))
        }
    }
}
