/// A place in what is kept of a tenant's requests, to ask later for those that came since.
package struct JournalCursor: Equatable, Sendable, CustomStringConvertible {
    /// Which forgetting it comes after: nothing that was forgotten later is counted.
    let epoch: Int
    /// Requests before it.
    let count: Int

    /// Of a tenant of which nothing is kept.
    static let start = JournalCursor(epoch: 0, count: 0)

    init(epoch: Int, count: Int) {
        self.epoch = epoch
        self.count = count
    }

    /// - Parameter text: the description of another one.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let epoch = parts[0], let count = parts[1] else { return nil }
        self.init(epoch: epoch, count: count)
    }

    package var description: String { "\(epoch)-\(count)" }
}

/// What came since a cursor.
package struct JournalNews: Sendable {
    /// Oldest first.
    package let entries: [JournalEntry]
    /// They are all there are: there was no cursor, or what came before it was forgotten.
    package let isWhole: Bool
    /// Older ones that gave way to newer ones.
    package let dropped: Int
    package let cursor: JournalCursor
}
