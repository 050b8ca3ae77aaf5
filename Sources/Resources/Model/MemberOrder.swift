import JSON

/// The order of a document's members: some first, some last, and the others between them as they came.
package struct MemberOrder: Sendable {
    private let ranks: [String: Int]
    private let headCount: Int

    init(head: [String], tail: [String] = []) {
        headCount = head.count
        ranks = Dictionary(zip(head + tail, 0...), uniquingKeysWith: { first, _ in first })
    }

    func arranged(_ tree: JSONTree) -> JSONTree {
        guard let members = tree.members else { return tree }
        var places = [Int](repeating: -1, count: ranks.count)
        var others: [Int] = []
        for (index, member) in members.enumerated() {
            if let rank = ranks[member.key] { places[rank] = index } else { others.append(index) }
        }
        var arranged: [JSONTree.Member] = []
        arranged.reserveCapacity(members.count)
        for place in places[..<headCount] where place >= 0 { arranged.append(members[place]) }
        for place in others { arranged.append(members[place]) }
        for place in places[headCount...] where place >= 0 { arranged.append(members[place]) }
        return .object(arranged)
    }
}
