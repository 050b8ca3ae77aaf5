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
    private let wait: Wait

    init(_ call: ControlCall) throws(ControlError) {
        journal = call.responder.journal
        tenant = try call.oneTenant().name
        since = try RequestList.time(call[item: "since"])
        limit = try call.wholeNumber("limit", 0...Int.max, "from 0")
        wait = try Wait(call)
        after = try call[item: "after"].map { (text) throws(ControlError) in
            if let cursor = JournalCursor(text) { return cursor }
            throw ControlError(.badRequest, "after must be what meta.cursor of an earlier answer was.")
        }
        guard after != nil || call[item: "wait"] == nil else {
            throw ControlError(.badRequest, "wait needs after: what meta.cursor of an earlier answer was.")
        }
    }

    var response: HTTPResponse {
        wait.response { (answer, journal.end(of: tenant) != after) }
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
}
