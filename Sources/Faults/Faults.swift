package import HTTPCore
import Synchronization
package import Tenancy

/// The faults that are set, by tenant; the first that takes a request decides.
package final class Faults: Sendable {
    package static let rulesMax = 1_000

    private let lists = Mutex<[String: FaultList]>([:])
    /// What requests look at first: whether any is set at all.
    private let isIdle = Atomic<Bool>(true)

    package init() {}

    /// Whether `add` would set one.
    package func hasRoom(_ tenant: String) -> Bool {
        list(tenant).count { $0.remaining != 0 } < Faults.rulesMax
    }

    /// Of a full list the oldest that is used up makes room.
    ///
    /// - Returns: false, and nothing is set, when the tenant has `rulesMax` that may hit yet.
    package func add(_ rule: FaultRule, to tenant: String) -> Bool {
        lists.withLock { lists in
            guard lists[tenant, default: FaultList()].add(rule) else { return false }
            isIdle.store(false, ordering: .relaxed)
            return true
        }
    }

    package func list(_ tenant: String) -> [FaultRule] {
        lists.withLock { $0[tenant]?.rules ?? [] }
    }

    /// False when there is none of that id.
    package func remove(_ id: UniqueID, of tenant: String) -> Bool {
        lists.withLock { lists in
            guard lists[tenant]?.remove(id) ?? false else { return false }
            isIdle.store(lists.values.allSatisfy(\.rules.isEmpty), ordering: .relaxed)
            return true
        }
    }

    package func reset(_ tenant: String) {
        lists.withLock { lists in
            lists[tenant] = nil
            isIdle.store(lists.values.allSatisfy(\.rules.isEmpty), ordering: .relaxed)
        }
    }

    /// What becomes of a request; nil: its answer.
    package func hit(on request: HTTPRequest, of tenant: String) -> FaultRule.Hit? {
        guard !isIdle.load(ordering: .relaxed) else { return nil }
        return lists.withLock { lists in
            guard let place = lists.index(forKey: tenant) else { return nil }
            return lists.values[place].hit(on: request)
        }
    }
}

/// The faults of one tenant, in the order in which they were set.
struct FaultList: Sendable {
    private(set) var rules: [FaultRule] = []

    mutating func add(_ rule: FaultRule) -> Bool {
        if rules.count >= Faults.rulesMax {
            guard let place = rules.firstIndex(where: { $0.remaining == 0 }) else { return false }
            rules.remove(at: place)
        }
        rules.append(rule)
        return true
    }

    mutating func remove(_ id: UniqueID) -> Bool {
        guard let place = rules.firstIndex(where: { $0.id == id }) else { return false }
        rules.remove(at: place)
        return true
    }

    /// Each rule is changed where it stands: there may be a thousand, and this is done for every request.
    mutating func hit(on request: HTTPRequest) -> FaultRule.Hit? {
        for place in rules.indices {
            if let hit = rules[place].take(request) { return hit }
        }
        return nil
    }
}
