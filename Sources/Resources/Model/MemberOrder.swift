import JSON

/// The order of a document's members: some first, some last, and the others between them as they came.
package struct MemberOrder: Sendable {
    /// Those whose place is said.
    let names: [String]
    private let ranks: [String: Int]
    private let headCount: Int

    init(head: [String], tail: [String] = []) {
        headCount = head.count
        names = head + tail
        ranks = Dictionary(zip(names, 0...), uniquingKeysWith: { first, _ in first })
    }

    func arranged(_ tree: JSONTree) -> JSONTree {
        guard let members = tree.members else { return tree }
        var places = [Int](repeating: -1, count: names.count)
        var others: [Int] = []
        var next = 0
        for (index, member) in members.enumerated() {
            // Mostly they are in order already.
            let isNext = next < names.count && names[next] == member.key
            guard let rank = isNext ? next : ranks[member.key] else {
                others.append(index)
                continue
            }
            places[rank] = index
            next = rank + 1
        }
        var arranged: [JSONTree.Member] = []
        arranged.reserveCapacity(members.count)
        for place in places[..<headCount] where place >= 0 { arranged.append(members[place]) }
        for place in others { arranged.append(members[place]) }
        for place in places[headCount...] where place >= 0 { arranged.append(members[place]) }
        return .object(arranged)
    }
}
