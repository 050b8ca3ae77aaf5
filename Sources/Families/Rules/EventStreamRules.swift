import JSON
import Resources
import Tenancy

/// Reference extensibility-and-conventions.md section 4.
struct EventStreamRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        guard write.request["destination"] != nil, let type = draft[path: "destination.type"]?.string else { return }
        if let old = write.oldTree?[path: "destination.type"]?.string, old != type {
            throw .body("The type of an event stream's destination cannot be changed", .inferred)
        }
        switch type {
        case "eventbridge" where write.kind == .create:
            // Made once, and kept (RECORDED).
            let id = write.call.ids.id(.uuid) ?? ""
            draft[path: "destination.configuration.aws_partner_event_source"] = .string(
                "aws.partner/auth0.com/\(write.facts.name)-\(id)/auth0.events")
        case "action" where write.kind != .seed:
            let name = draft[path: "destination.configuration.action_id"]?.string ?? ""
            guard Families.action(name, tenant, at: write.call.now) != nil else {
                throw .body("The action \(name) does not exist.", .inferred)
            }
        default: break
        }
    }

    func stored(_ new: MadeDocument, insteadOf old: Document?, _ write: Write, _ tenant: inout Tenant) {
        tenant.noteStreams()
        Deliveries.resume(new, insteadOf: old, write, tenant)
    }

    /// The action of a stream goes with it (RECORDED: its DELETE right after is a 404).
    func removed(_ document: Document, _ call: ResourceCall, _ tenant: inout Tenant) {
        tenant.noteStreams()
        guard let name = document.tree[path: "destination.configuration.action_id"]?.string,
            let id = UniqueID(name)
        else { return }
        try? tenant.deleteAction(ActionID(id), force: true)
    }
}

/// What is shown of a delivery depends on the clock: where nobody is called, it has all its attempts from the start.
struct DeliveryRules: ResourceRules {
    var views: ViewKinds { [.read, .item] }

    func view(
        _ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant
    ) {
        tree = Delivery(document, at: call.now).tree
    }
}

/// A delivery at a time.
struct Delivery {
    let tree: JSONTree
    let status: String
    /// Of its last attempt so far.
    let attemptedAt: Instant?
    let happenedAt: Instant?

    init(_ document: Document, at now: Instant) {
        var tree = document.tree.only(Delivery.members)
        let attempts = tree["attempts"]?.items ?? []
        let past = attempts.filter { (Delivery.time($0["timestamp"]) ?? now) <= now }
        let outcome = tree["status"] == "kept" ? "failed" : tree["status"]?.string ?? ""
        status = past.count == attempts.count ? outcome : "pending"
        attemptedAt = past.last.flatMap { Delivery.time($0["timestamp"]) }
        happenedAt = Delivery.time(tree[path: "event.time"])
        tree["status"] = .string(status)
        tree["attempts"] = .array(past.map { $0.without(["answer"]) })
        // SPEC: of one that was taken, only that it was.
        if status == "success" { tree["event"] = nil }
        if var event = tree["event"], let data = event["data"] {
            event["data"] = SampleEvent.delivered(data)
            tree["event"] = event
        }
        self.tree = tree
    }

    private static let members: Set<String> = [
        "id", "event_stream_id", "event_type", "status", "attempts", "event",
    ]

    var type: String { tree["event_type"]?.string ?? "" }

    private static func time(_ tree: JSONTree?) -> Instant? { tree?.string.flatMap { Instant($0) } }

    /// Of one that nobody takes: four, about 1, 2 and 4 seconds apart (RECORDED).
    static func attempts(from start: Instant) -> [JSONTree] {
        [0, 1_000, 3_000, 7_000].map { milliseconds in
            [
                "status": "failed", "error_message": "Not delivered: nobody is called from here",
                "timestamp": .string((start + milliseconds).text(digits: 3)), "duration": 0,
            ]
        }
    }
}
