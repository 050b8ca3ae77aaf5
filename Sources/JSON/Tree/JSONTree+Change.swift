/// Merging and ordering.
extension JSONTree {
    /// What to do with an object that meets an object.
    package enum Depth: Sendable {
        /// Its members take the place of those of the same names.
        case shallow
        /// So do their members in turn.
        case deep
    }

    /// Lays the members of another object over this one's; `null` removes a member.
    package mutating func merge(_ other: JSONTree, _ depth: Depth) {
        guard isObject, let changes = other.members else { return self = other }
        for change in changes {
            if change.value.isNull {
                self[change.key] = nil
            } else if depth == .deep, change.value.isObject, var own = self[change.key], own.isObject {
                own.merge(change.value, .deep)
                self[change.key] = own
            } else {
                self[change.key] = change.value
            }
        }
    }

    /// Gives an object the members of another that it does not have, behind its own.
    package mutating func fill(from defaults: JSONTree) {
        for member in defaults.members ?? [] where self[member.key] == nil { self[member.key] = member.value }
    }

    /// The members named come first, in that order; all others keep theirs behind them.
    package func ordered(_ names: [String]) -> JSONTree {
        guard let members else { return self }
        var placed: [Member] = []
        placed.reserveCapacity(members.count)
        for name in names {
            if let member = members.first(where: { $0.key == name }) { placed.append(member) }
        }
        for member in members where !names.contains(member.key) { placed.append(member) }
        return .object(placed)
    }

    /// Only the members of these names, in the order they have here.
    package func only(_ names: [String]) -> JSONTree {
        members.map { .object($0.filter { names.contains($0.key) }) } ?? self
    }

    package func only(_ names: Set<String>) -> JSONTree {
        members.map { .object($0.filter { names.contains($0.key) }) } ?? self
    }

    /// All but the members of these names.
    package func without(_ names: [String]) -> JSONTree {
        members.map { .object($0.filter { !names.contains($0.key) }) } ?? self
    }

    package func without(_ names: Set<String>) -> JSONTree {
        members.map { .object($0.filter { !names.contains($0.key) }) } ?? self
    }

    /// Without what stands at a path of members, in each item of the lists on the way.
    package func without(path: some Collection<String>) -> JSONTree {
        if let items { return .array(items.map { $0.without(path: path) }) }
        guard let name = path.first, let inner = self[name] else { return self }
        var tree = self
        tree[name] = path.count == 1 ? nil : inner.without(path: Array(path.dropFirst()))
        return tree
    }

    /// As PostgreSQL's jsonb keeps it, in which some of the service's families store: keys by length, then by bytes, at
    /// every depth (RECORDED, reference clients-connections.md 7.1).
    package var jsonbOrdered: JSONTree {
        if let members {
            let sorted = members.sorted { left, right in
                let (left, right) = (left.key.utf8, right.key.utf8)
                return left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
            }
            return .object(sorted.map { Member($0.key, $0.value.jsonbOrdered) })
        }
        if let items { return .array(items.map(\.jsonbOrdered)) }
        return self
    }

    /// Without the members that are null, at the top level.
    package var withoutNulls: JSONTree {
        guard let members else { return self }
        return .object(members.filter { !$0.value.isNull })
    }
}
