import JSON
import Resources
import Tenancy

/// Sets of the protections come back in an order of their own (RECORDED of seven cassettes; reference
/// tenant-settings.md 5.2): what was there keeps its place, and what is new comes before or behind it.
struct ShieldRules: ResourceRules {
    /// The order of those that come at once.
    let order: [String]
    let putsNewFirst: Bool

    init(_ order: String..., putsNewFirst: Bool) {
        self.order = order
        self.putsNewFirst = putsNewFirst
    }

    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        guard let sent = write.request["shields"]?.strings else { return }
        let old = write.oldTree?["shields"]?.strings ?? []
        let kept = old.filter { sent.contains($0) }
        let new = order.filter { sent.contains($0) && !old.contains($0) }
        draft["shields"] = .array((putsNewFirst ? new + kept : kept + new).map { .string($0) })
    }

    var views: ViewKinds { [.changed] }

    /// The answer to a PATCH has them as they were sent.
    func view(_ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant) {
        if let sent = call.body?["shields"] { tree["shields"] = sent }
    }
}

/// Of breached passwords: a frequency shows only where somebody would be told.
struct BreachRules: ResourceRules {
    var views: ViewKinds { [.read, .changed] }

    func view(_ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant) {
        let stages = tree["stage"]?.members?.map { $0.value["shields"]?.strings ?? [] } ?? []
        let shields = tree["shields"]?.strings ?? []
        if !([shields] + stages).contains(where: { $0.contains("admin_notification") }) {
            tree["admin_notification_frequency"] = []
        }
        let isSent = call.body.map { $0.contains("shields") || $0.contains("stage") } ?? false
        guard kind == .changed, isSent else { return }
        tree["shields"] = tree["shields"].map(BreachRules.toldLast)
        var stage = tree["stage"] ?? .emptyObject
        for member in stage.members ?? [] {
            stage[path: member.key + ".shields"] = member.value["shields"].map(BreachRules.toldLast)
        }
        tree["stage"] = stage
    }

    /// Administrators come last in the answer to a change (RECORDED 5).
    private static func toldLast(_ shields: JSONTree) -> JSONTree {
        let all = shields.items ?? []
        return .array(
            all.filter { $0.string != "admin_notification" } + all.filter { $0.string == "admin_notification" })
    }
}
