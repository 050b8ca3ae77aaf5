package import HTTPCore
import Synchronization
package import Tenancy

/// The faults that are set, by tenant; the first that takes a request decides.
package final class Faults: Sendable {
    package static let rulesMax = 1_000

    private let rules = Mutex<[String: [FaultRule]]>([:])
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
        rules.withLock { rules in
            if rules[tenant, default: []].count >= Faults.rulesMax {
                guard let place = rules[tenant]?.firstIndex(where: { $0.remaining == 0 }) else { return false }
                rules[tenant]?.remove(at: place)
            }
            rules[tenant, default: []].append(rule)
            isIdle.store(false, ordering: .relaxed)
            return true
        }
    }

    package func list(_ tenant: String) -> [FaultRule] {
        rules.withLock { $0[tenant] ?? [] }
    }

    /// False when there is none of that id.
    package func remove(_ id: UniqueID, of tenant: String) -> Bool {
        rules.withLock { rules in
            guard let place = rules[tenant]?.firstIndex(where: { $0.id == id }) else { return false }
            rules[tenant]?.remove(at: place)
            isIdle.store(rules.values.allSatisfy(\.isEmpty), ordering: .relaxed)
            return true
        }
    }

    package func reset(_ tenant: String) {
        rules.withLock { rules in
            rules[tenant] = nil
            isIdle.store(rules.values.allSatisfy(\.isEmpty), ordering: .relaxed)
        }
    }

    /// What becomes of a request; nil: its answer.
    package func hit(on request: HTTPRequest, of tenant: String) -> FaultRule.Hit? {
        guard !isIdle.load(ordering: .relaxed) else { return nil }
        return rules.withLock { rules in
            guard let list = rules[tenant] else { return nil }
            for place in list.indices {
                if let hit = rules[tenant]?[place].take(request) { return hit }
            }
            return nil
        }
    }
}
