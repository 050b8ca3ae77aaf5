/// What a table was a moment ago, for reads that see changes late. Tables are values: a version costs what changed.
package struct PastTables: Sendable {
    /// In order of time: what the table was until then.
    private var versions: [(until: Instant, table: DocumentTable)] = []

    /// - Parameters:
    ///   - before: what the table was up to this change.
    ///   - oldest: earlier than this nobody looks.
    mutating func keep(_ before: DocumentTable, until now: Instant, oldest: Instant) {
        versions.removeAll { $0.until <= oldest }
        versions.append((now, before))
    }

    /// The table as it was then; nil where it has not changed since.
    func table(at time: Instant) -> DocumentTable? {
        versions.first { $0.until > time }?.table
    }
}

extension Tenant {
    /// Keeps what a resource's table was before a change.
    package mutating func keepPast(of name: String, _ before: DocumentTable, until now: Instant, oldest: Instant) {
        past[name, default: PastTables()].keep(before, until: now, oldest: oldest)
    }

    /// The same tenant with the table that a resource had then.
    package func asOf(_ time: Instant, _ name: String) -> Tenant {
        guard let table = past[name]?.table(at: time) else { return self }
        var tenant = self
        tenant.documents[name] = table
        return tenant
    }
}
