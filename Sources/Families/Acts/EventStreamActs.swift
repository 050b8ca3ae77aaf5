import JSON
import Resources
import Tenancy

/// Tests, deliveries and statistics of event streams (reference extensibility-and-conventions.md section 4). Where
/// nobody may be called, a delivery fails after its attempts.
enum EventStreamActs {
    private static let table = Deliveries.events

    static func test(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        _ = try resource(call, &tenant)
        let type = call.body?["event_type"]?.string ?? ""
        let stream = try Lookup.document(call.parameters[0], in: "event-streams", call, &tenant)
        let event = StreamEvent(type, call.body?["data"] ?? SampleEvent.data(of: type), call)
        return Answer(202, event.add(to: stream, isTest: true, call, &tenant))
    }

    static func deliveries(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let found = try all(call, &tenant).filter { delivery in
            holds(delivery, statuses: call.queryTexts("statuses"), types: call.queryTexts("event_types"))
                && isWithin(delivery, call.queryText("date_from"), call.queryText("date_to"))
        }
        let request = ListRequest(call, ListForm("deliveries", cursor: "deliveries"))
        let id = { (place: Int) in found[place].tree["id"]?.string ?? "" }
        let (range, _) = try request.range(of: found.count) { CursorMark(id($0)) }
        var answer: JSONTree = ["deliveries": .array(found[range].map(\.tree))]
        // There is one behind the only page, too (RECORDED 2); it leads to an empty page, which has none.
        if !range.isEmpty {
            answer["nextPageToken"] = .string(ListRequest.cursor(range.upperBound, id(range.upperBound - 1)))
        }
        return Answer(200, answer)
    }

    static func redeliver(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let body = call.body ?? .emptyObject
        let stream = call.parameters[0]
        for delivery in try all(call, &tenant) where delivery.status == "failed" {
            guard holds(delivery, statuses: body["statuses"]?.strings, types: body["event_types"]?.strings),
                isWithin(delivery, body["date_from"]?.string, body["date_to"]?.string)
            else { continue }
            retry("\(stream)/\(delivery.tree["id"]?.string ?? "")", call, &tenant)
        }
        return Answer(202, body)
    }

    static func redeliverOne(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        let resource = try resource(call, &tenant)
        let document = try resource.document(call, &tenant)
        guard Delivery(document, at: call.now).status == "failed" else {
            throw Refusal(409, "The event is not in a state that allows redelivery.", .specified)
        }
        retry(document.id, call, &tenant)
        return Answer(202, .emptyObject)
    }

    /// A line that says so, and four attempts more (RECORDED).
    private static func retry(_ id: String, _ call: ResourceCall, _ tenant: inout Tenant) {
        guard let old = tenant.table(table).document(id),
            let stream = tenant.table("event-streams").document(call.parameters[0])
        else { return }
        var tree = old.tree
        let line: JSONTree = ["status": "retrying", "timestamp": .string(call.now.text(digits: 3))]
        let attempts = (tree["attempts"]?.items ?? []) + [line]
        let isPending = Deliveries.mayGo(to: stream, call.services.delivery)
        if isPending {
            Deliveries.begin(&tree, attempts, at: call.now)
        } else {
            tree["status"] = "kept"
            tree["attempts"] = .array(attempts + Delivery.attempts(from: call.now + 1_000))
        }
        Deliveries.store(tree, id: id, in: table, at: old.createdAt, &tenant)
        if isPending { call.services.delivery.wake(tenant.facts.name) }
    }

    /// - Throws: where the stream is not there.
    private static func resource(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Resource {
        guard let resource = call.catalogue.resource(table) else { throw .notFound }
        try resource.checkParent(call, &tenant)
        tenant.fillTable(table)
        return resource
    }

    private static func all(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> [Delivery] {
        let resource = try resource(call, &tenant)
        return resource.documents(below: call.parameters[0], in: tenant).map { Delivery($0, at: call.now) }
    }

    private static func holds(_ delivery: Delivery, statuses: [String]?, types: [String]?) -> Bool {
        statuses?.contains(delivery.status) ?? true && types?.contains(delivery.type) ?? true
    }

    /// SPEC: the first inclusive, the second exclusive; what is no time holds nothing back.
    private static func isWithin(_ delivery: Delivery, _ from: String?, _ end: String?) -> Bool {
        guard let time = delivery.happenedAt else { return true }
        return from.flatMap { Instant(dateTime: $0) }.map { $0 <= time } ?? true
            && end.flatMap { Instant(dateTime: $0) }.map { time < $0 } ?? true
    }
}

/// Statistics, and the events themselves.
extension EventStreamActs {
    private static let hour: Int64 = 3_600_000_000_000
    private static let day: Int64 = 24 * hour

    /// Fourteen days back from the hour, in buckets of calendar days (RECORDED 2).
    static func statistics(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        guard let streams = call.catalogue.resource("event-streams") else { throw .notFound }
        let stream = try streams.document(call, &tenant)
        let deliveries = try all(call, &tenant)
        let now = call.now.nanoseconds
        let start = max(0, (now / hour) * hour - 14 * day)
        let first = (start / day) * day
        var counts = ["success": Array(repeating: 0, count: 15), "failed": Array(repeating: 0, count: 15)]
        for delivery in deliveries {
            guard let time = delivery.attemptedAt, time.nanoseconds >= start else { continue }
            let bucket = Int((time.nanoseconds - first) / day)
            if bucket < 15 { counts[delivery.status]?[bucket] += 1 }
        }
        let time = { (nanoseconds: Int64) in JSONTree.string(Instant(nanoseconds: nanoseconds).text(digits: 3)) }
        let metric = { (name: String, counts: [Int]) -> JSONTree in
            [
                "name": .string("auth0.event_streams.\(name)_deliveries"), "window_total": .int(counts.reduce(0, +)),
                "type": "sum", "data": .array(counts.map { .int($0) }),
            ]
        }
        return Answer(
            200,
            [
                "id": .string(stream.id), "name": stream.tree["name"] ?? .null,
                "window": [
                    "date_from": time(start), "date_to": time(((now + hour - 1) / hour) * hour),
                    "bucket_interval": ["scale_factor": 86_400],
                ],
                "buckets": .array((0..<15).map { time(first + Int64($0) * day) }),
                "metrics": [
                    metric("successful", counts["success"] ?? []), metric("failed", counts["failed"] ?? []),
                ],
            ])
    }

    /// The events there are after a place or a time, as server-sent events; the stream ends with them. Without either
    /// it begins with what comes next, so it is empty (SPEC).
    static func subscribe(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        tenant.fillTable(table)
        let documents = tenant.table(table).all
        let types = call.queryTexts("event_type")
        let after = call.queryText("from").map { name in
            documents.firstIndex { $0.ownID == name }.map { $0 + 1 } ?? documents.count
        }
        let since = call.queryText("from_timestamp").flatMap { Instant(dateTime: $0) }
        var text = ":\n\n"
        var told: Set<String> = []
        for document in documents.dropFirst(after ?? (since == nil ? documents.count : 0)) {
            let delivery = Delivery(document, at: call.now)
            guard types?.contains(delivery.type) ?? true, let event = document.tree["event"],
                since.map({ $0 <= delivery.happenedAt ?? $0 }) ?? true, told.insert(document.ownID).inserted
            else { continue }
            let data: JSONTree = ["offset": .string(document.ownID), "event": event]
            text += "event: \(delivery.type)\nid: \(document.ownID)\n"
            text += "data: \(String(decoding: data.bytes, as: UTF8.self))\n\n"
        }
        return Answer(200, Array(text.utf8), contentType: "text/event-stream")
    }
}
