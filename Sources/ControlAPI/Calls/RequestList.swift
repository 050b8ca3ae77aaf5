import HTTPCore
import JSON
import Journal
import Tenancy

/// What `GET /__admin/requests` asks for, and its answer, at once or when there is news.
struct RequestList: Sendable {
    private let journal: Journal
    private let tenant: String
    private let since: Instant?
    private let limit: Int?
    private let after: JournalCursor?
    /// Milliseconds for which it is still worth waiting.
    private var patience: Int64

    /// A wait holds no thread: it is an answer that is late, and asked again whether it has come.
    private static let interval: Int64 = 100
    private static let secondsMax = 30

    init(_ call: ControlCall) throws(ControlError) {
        journal = call.responder.journal
        tenant = try call.oneTenant().name
        since = try RequestList.time(call[item: "since"])
        limit = try RequestList.wholeNumber(call, "limit", 0...Int.max, "from 0")
        let seconds = try RequestList.wholeNumber(
            call, "wait", 0...RequestList.secondsMax, "of seconds from 0 to \(RequestList.secondsMax)")
        patience = Int64(seconds ?? 0) * 1_000
        after = try call[item: "after"].map { (text) throws(ControlError) in
            if let cursor = JournalCursor(text) { return cursor }
            throw ControlError(.badRequest, "after must be what meta.cursor of an earlier answer was.")
        }
        guard after != nil || seconds == nil else {
            throw ControlError(.badRequest, "wait needs after: what meta.cursor of an earlier answer was.")
        }
    }

    var response: HTTPResponse {
        guard patience > 0, journal.end(of: tenant) == after else { return answer }
        var response = answer
        response.deliveryFault = DeliveryFault(
            delay: min(patience, RequestList.interval),
            renew: { [self] in
                var next = self
                next.patience -= RequestList.interval
                return next.response
            })
        return response
    }

    private var answer: HTTPResponse {
        let news = journal.news(of: tenant, since: after)
        let found = news.entries.reversed().filter { entry in since.map { entry.time >= $0 } ?? true }
        return ControlResponse.json { writer in
            writer.beginObject()
            writer.key("requests")
            writer.beginArray()
            for entry in found.prefix(limit ?? found.count) { writer.served(entry) }
            writer.endArray()
            writer.key("meta")
            writer.beginObject()
            writer.key("total")
            writer.integer(found.count)
            writer.key("cursor")
            writer.string("\(news.cursor)")
            // False: what was there before is still there.
            writer.key("whole")
            writer.bool(news.isWhole)
            writer.endObject()
            writer.journalState(journal, dropped: news.dropped)
            writer.endObject()
        }
    }

    private static func time(_ text: String?) throws(ControlError) -> Instant? {
        guard let text else { return nil }
        guard let time = Instant(text) else {
            throw ControlError(.badRequest, "since must be a time in UTC, such as 2026-01-01T00:00:00Z.")
        }
        return time
    }

    private static func wholeNumber(
        _ call: ControlCall, _ name: String, _ range: ClosedRange<Int>, _ words: String
    ) throws(ControlError) -> Int? {
        guard let text = call[item: name] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw ControlError(.badRequest, "\(name) must be a whole number \(words).")
        }
        return number
    }
}
