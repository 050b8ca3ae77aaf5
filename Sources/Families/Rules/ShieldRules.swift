import JSON
import Resources
import Tenancy

/// Sets of the protections come back in an order of their own (RECORDED, reference tenant-settings.md 5.2).
struct ShieldRules: ResourceRules {
    /// The order once shields were sent.
    let order: [String]

    init(_ order: String...) {
        self.order = order
    }

    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        guard let sent = write.request["shields"]?.strings else { return }
        draft["shields"] = .array(order.filter { sent.contains($0) }.map { .string($0) })
    }

    var views: Set<ViewKind> { [.changed] }

    /// The answer to a PATCH has them as they were sent.
    func view(_ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant) {
        if let sent = call.body?["shields"] { tree["shields"] = sent }
    }
}

/// Of breached passwords: a frequency shows only where somebody would be told.
struct BreachRules: ResourceRules {
    var views: Set<ViewKind> { [.read, .changed] }

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
