/// What a table was a moment ago, for reads that see changes late. Tables are values: a version costs what changed.
package struct PastTables: Sendable {
    /// In order of time: what the table was until then.
    private var versions: [(until: Instant, table: DocumentTable)] = []

    /// - Parameters:
    ///   - before: what the table was up to this change.
    ///   - oldest: earlier than this nobody looks.
    mutating func keep(_ before: DocumentTable, until now: Instant, oldest: Instant) {
        // A clock may have been set back: what was to come has not been.
        versions.removeAll { $0.until <= oldest || $0.until > now }
        // Of many changes at one instant, such as an import's, the first says what was before.
        if versions.last?.until != now { versions.append((now, before)) }
    }

    /// The table as it was then; nil where it has not changed since.
    func table(at time: Instant, now: Instant) -> DocumentTable? {
        versions.first { $0.until > time && $0.until <= now }?.table
    }
}

extension Tenant {
    /// Keeps what a resource's table was before a change.
    ///
    /// - Parameter delay: milliseconds for which reads see what was before; 0 forgets what was kept.
    package mutating func keepPast(of name: String, at now: Instant, delay: Int64) {
        guard delay > 0 else { return past[name] = nil }
        past[name, default: PastTables()].keep(table(name), until: now, oldest: now + -delay)
    }

    /// The same tenant with the table that a resource had so many milliseconds ago.
    package func before(_ delay: Int64, _ name: String, now: Instant) -> Tenant {
        guard delay > 0, let table = past[name]?.table(at: now + -delay, now: now) else { return self }
        var tenant = self
        tenant.documents[name] = table
        return tenant
    }
}
