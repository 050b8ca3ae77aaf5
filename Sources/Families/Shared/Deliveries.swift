import Ground
import JSON
import Resources
package import Tenancy

/// What a tenant's streams tell: an event, or a line of its log, each for one stream. What may be delivered is pending
/// until it was or has failed; the rest is kept for whoever tests to read.
package enum Deliveries {
    static let events = "event-streams/deliveries"
    static let lines = "log-streams/deliveries"
    /// Of either table; the oldest go, those that are pending last.
    package static let countMax = 1_000
    /// Lines that go out together.
    private static let linesMax = 100
    /// Milliseconds from a failure to the next attempt (RECORDED: about these).
    private static let pauses: [Int64] = [1_000, 2_000, 4_000]
    /// Beside what the answers show, a delivery has these members.
    static let (status, due, purpose) = ("status", "next_attempt_at", "purpose")

    /// One request to make.
    package struct Parcel: Sendable {
        package let stream: String
        package let url: String
        package let fields: [Field]
        package let content: [UInt8]
        let secrets: [String]
        let table: String
        let ids: [String]

        package typealias Field = (name: String, value: String)
    }

    /// What became of a request.
    package enum Outcome: Sendable {
        case answered(status: Int, body: [UInt8])
        case failed(String)
    }

    /// - Parameter delivery: all of it but where it goes and what has become of it.
    static func add(
        _ delivery: JSONTree, to stream: Document, in table: String, at now: Instant, by service: any DeliveryService,
        _ tenant: inout Tenant
    ) {
        var tree = delivery
        tree["sink"] = .string(Destination.kind(of: stream.tree))
        tree[status] = "kept"
        tree["attempts"] = .array(table == events ? Delivery.attempts(from: now) : [])
        let isPending = mayGo(to: stream, service)
        if isPending { begin(&tree, [], at: now) }
        store(tree, id: "\(stream.id)/\(tree["id"]?.string ?? "")", in: table, at: now, &tenant)
        if isPending { service.wake(tenant.facts.name) }
    }

    /// Whether somebody would carry it.
    static func mayGo(to stream: Document, _ service: any DeliveryService) -> Bool {
        Destination(stream).map { service.allows($0.url) } ?? false
    }

    /// Whether a stream takes anything; what is pending for one that does not waits.
    private static func isOn(_ stream: JSONTree) -> Bool {
        // Of event streams, and of log streams.
        stream["status"] == "enabled" || stream["status"] == "active"
    }

    /// After a stream was stored: whoever carries may have passed over what waits for it.
    static func resume(_ new: MadeDocument, insteadOf old: Document?, _ write: Write, _ tenant: Tenant) {
        guard let old, isOn(new.tree), !isOn(old.tree) else { return }
        write.call.services.delivery.wake(tenant.facts.name)
    }

    static func begin(_ tree: inout JSONTree, _ attempts: [JSONTree], at now: Instant) {
        tree[status] = "pending"
        tree["attempts"] = .array(attempts)
        tree[due] = .string(now.text(digits: 3))
    }

    /// Keeps a delivery under its id. Where there are too many, the oldest that is not pending makes room, or the
    /// oldest of all.
    static func store(_ tree: JSONTree, id: String, in table: String, at now: Instant, _ tenant: inout Tenant) {
        guard let resource = Families.catalogue.resource(table) else { return }
        let stream = String(id.prefix { $0 != "/" })
        let document = Document(
            id: id, text: tree.bytes, keys: resource.indexKeys(tree, parent: stream), createdAt: now)
        tenant.withTable(table) { table in
            guard table.replace(document) == nil else { return }
            while table.count >= countMax {
                let ended = ["kept", "success", "failed"].compactMap {
                    resource.oldest(where: status, is: $0, in: table)
                }
                guard let oldest = table.inOrder(ended).first ?? table.slice(offset: 0, count: 1).first else { break }
                table.remove(oldest.id)
            }
            table.append(document)
        }
    }
}

/// On their way.
extension Deliveries {
    /// The requests that are to be made now.
    ///
    /// - Parameters:
    ///   - busy: streams that one is being made for; each takes one at a time.
    ///   - countMax: of requests.
    /// - Returns: also whether anything is pending, now or later, for a stream that takes it.
    package static func due(
        at now: Instant, besides busy: Set<String>, countMax: Int, in tenant: Tenant
    ) -> (parcels: [Parcel], isPending: Bool) {
        var parcels: [Parcel] = []
        var isPending = false
        for (table, streams) in [(events, "event-streams"), (lines, "log-streams")] {
            for (id, documents) in pending(in: table, tenant) {
                guard let stream = tenant.table(streams).document(id), isOn(stream.tree),
                    let destination = Destination(stream)
                else { continue }
                isPending = true
                let due = documents.filter { isDue($0, at: now) }.prefix(table == events ? 1 : linesMax)
                guard !due.isEmpty, !busy.contains(id), parcels.count < countMax else { continue }
                parcels.append(
                    Parcel(
                        stream: id, url: destination.url, fields: destination.fields,
                        content: destination.content(of: due.map(\.tree)), secrets: destination.secrets,
                        table: table, ids: due.map(\.id)))
            }
        }
        return (parcels, isPending)
    }

    /// By stream, the oldest first.
    private static func pending(in table: String, _ tenant: Tenant) -> [(id: String, documents: [Document])] {
        let found = Families.catalogue.resource(table)?.documents(where: status, is: "pending", in: tenant) ?? []
        let byStream = Dictionary(grouping: found) { String($0.id.prefix { $0 != "/" }) }
        return byStream.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// By its index, so that what is not due yet is not read. Texts of instants sort as the instants do.
    private static func isDue(_ document: Document, at now: Instant) -> Bool {
        document.keys.last.map { $0.text <= now.text(digits: 3) } ?? true
    }

    /// Notes what became of a request; where it failed, there is another one until there were enough.
    ///
    /// - Parameter microseconds: that it took.
    package static func finish(
        _ parcel: Parcel, _ outcome: Outcome, at now: Instant, microseconds: Int64, _ tenant: inout Tenant
    ) {
        let attempt = attempt(parcel, outcome, at: now, microseconds)
        for id in parcel.ids {
            guard let document = tenant.table(parcel.table).document(id) else { continue }
            var tree = document.tree
            // Somebody has set the tenant back, or asked for another delivery meanwhile.
            guard tree[status] == "pending" else { continue }
            let attempts = (tree["attempts"]?.items ?? []) + [attempt]
            tree["attempts"] = .array(attempts)
            tree[due] = nil
            let failures = attempts.reversed().prefix { $0[status] == "failed" }.count
            if failures == 0 {
                tree[status] = "success"
            } else if failures > (parcel.table == events ? pauses.count : pauses.count - 1) {
                // Four attempts of an event (RECORDED), three of a line (DOCS).
                tree[status] = "failed"
            } else {
                tree[due] = .string((now + pauses[failures - 1]).text(digits: 3))
            }
            store(tree, id: id, in: parcel.table, at: document.createdAt, &tenant)
        }
    }

    private static func attempt(
        _ parcel: Parcel, _ outcome: Outcome, at now: Instant, _ microseconds: Int64
    ) -> JSONTree {
        var tree: JSONTree = ["status": "success"]
        switch outcome {
        case .answered(let status, let body):
            if !(200..<300).contains(status) {
                tree = ["status": "failed", "error_message": .string("\(status) - \(text(body, parcel))")]
            }
            tree["answer"] = .int(status)
        case .failed(let reason): tree = ["status": "failed", "error_message": .string(reason)]
        }
        let fraction = String(1_000 + microseconds % 1_000).dropFirst()
        tree["timestamp"] = .string(now.text(digits: 3))
        tree["duration"] = .number("\(microseconds / 1_000).\(fraction)")
        return tree
    }

    /// The beginning of an answer; nothing of one that repeats a secret that it was sent.
    private static func text(_ body: [UInt8], _ parcel: Parcel) -> String {
        // In all of it: the beginning may end within the secret.
        let whole = String(decoding: body, as: UTF8.self)
        let repeats = parcel.secrets.contains { !$0.isEmpty && ByteNeedle($0).isFound(in: whole) }
        return repeats ? "(it repeats what it was sent)" : String(decoding: body.prefix(1_024), as: UTF8.self)
    }
}
