/// Pairs of one relation, such as roles and their users, in the order in which they were tied.
package struct LinkTable: Sendable {
    /// One end of a pair, as the other sees it.
    package struct Link: Equatable, Sendable {
        /// The id at the other end.
        package let id: String
        package let tiedAt: Instant
        /// What the pair itself says, as JSON; empty where it says nothing.
        package let text: [UInt8]
    }

    private var forward = PartedIndex<[Link]>()
    private var backward = PartedIndex<[Link]>()

    package init() {}

    /// All pairs, of each first one in the order in which they were tied.
    var pairs: [ResourceContent.Pair] {
        forward.sorted.flatMap { first, links in
            links.map { ResourceContent.Pair(from: first, to: $0.id, at: $0.tiedAt, text: $0.text) }
        }.sorted { $0.at < $1.at }
    }

    /// The firsts of pairs whose links differ from those of another state, by id.
    package func firsts(changedSince old: LinkTable) -> [String] { forward.keys(changedSince: old.forward) }

    package var isEmpty: Bool { forward.isEmpty }

    /// What is tied to the first of the pair.
    package func links(from id: String) -> [Link] { forward[id] ?? [] }

    /// What is tied to the second.
    package func links(to id: String) -> [Link] { backward[id] ?? [] }

    package func contains(from first: String, to second: String) -> Bool {
        let (there, back) = (links(from: first), links(to: second))
        return there.count <= back.count
            ? there.contains { $0.id.isExactly(second) } : back.contains { $0.id.isExactly(first) }
    }

    /// Ties a pair; one that is tied already stays as it is.
    ///
    /// - Returns: whether it is new.
    @discardableResult
    package mutating func tie(_ first: String, _ second: String, at time: Instant, text: [UInt8] = []) -> Bool {
        guard !contains(from: first, to: second) else { return false }
        forward.change(first, default: []) { $0.append(Link(id: second, tiedAt: time, text: text)) }
        backward.change(second, default: []) { $0.append(Link(id: first, tiedAt: time, text: text)) }
        return true
    }

    /// - Returns: whether the pair was tied.
    @discardableResult
    package mutating func untie(_ first: String, _ second: String) -> Bool {
        guard contains(from: first, to: second) else { return false }
        Self.remove(second, from: first, in: &forward)
        Self.remove(first, from: second, in: &backward)
        return true
    }

    /// Unties all pairs that an id is the first or the second of.
    package mutating func untieAll(_ id: String) {
        // The id's own lists go as a whole: an organization has 100,000 members.
        for link in links(from: id) { Self.remove(id, from: link.id, in: &backward) }
        forward[id] = nil
        for link in links(to: id) { Self.remove(id, from: link.id, in: &forward) }
        backward[id] = nil
    }

    private static func remove(_ id: String, from key: String, in index: inout PartedIndex<[Link]>) {
        let isEmpty = index.change(key, default: []) { links in
            links.removeAll { $0.id.isExactly(id) }
            return links.isEmpty
        }
        if isEmpty { index[key] = nil }
    }
}
