import JSON
package import Tenancy

extension Resource {
    /// What is there before anybody wrote anything, so it is the same each time it is asked for.
    package func initialDocuments(_ facts: TenantFacts, _ objects: TenantSettings.TenantObjects) -> [Document] {
        guard case .collection(_, let member) = shape else { return [] }
        let free = objects == .new ? initial.map { JSONTree(text: $0) } + rules.initial(facts) : []
        let trees = rules.owned(facts) + free
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
