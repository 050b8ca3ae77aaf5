/// What differs between two states of a tenant. Both share what neither has changed, which is passed over.
extension Tenant {
    package func moduleChanges(since old: Tenant?) -> [Change<Module>] {
        modules.changes(since: old?.modules ?? EntityTable()) { $0 === $1 }
    }

    /// Actions that are where one has changed; whoever shows them sees which.
    package func actionChanges(since old: Tenant?) -> [Change<Action>] {
        actions.changes(since: old?.actions ?? EntityTable()) { _, _ in false }
    }

    /// Triggers by id, and what is bound to each.
    package var boundActions: [(trigger: String, bindings: [Binding])] {
        bindings.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Names of the tables that were touched.
    package var tableNames: Set<String> { Set(documents.keys) }

    /// Names of the relations that have tied pairs, or had.
    package var relationNames: Set<String> { Set(links.keys) }
}
