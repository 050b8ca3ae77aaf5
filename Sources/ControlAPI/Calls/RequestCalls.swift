import HTTPCore
import JSON
import Journal
import Tenancy

/// What was sent: WireMock's request journal (its `/__admin/requests…`), with its words, so that its clients work.
enum RequestCalls {
    static let all = [
        ControlOperation(
            .get, "/__admin/requests",
            "a tenant's requests, newest first; `?limit=`, `?since=` (a time); `?after=` (an answer's `meta.cursor`): "
                + "those that came later, with `&wait=30` (seconds) as soon as there are some",
            perform: list),
        ControlOperation(
            .post, "/__admin/requests/find", "those that a pattern matches: `{\"method\":\"POST\",\"urlPath\":\"…\"}`",
            perform: find),
        ControlOperation(
            .post, "/__admin/requests/count", "how many a pattern matches; for none, the nearest and how it differs",
            perform: count),
        ControlOperation(.post, "/__admin/requests/reset", "forgets all", perform: reset),
        ControlOperation(
            .post, "/__admin/requests/remove", "forgets those that a pattern matches", perform: remove),
        ControlOperation(.get, "/__admin/requests/{id}", "one of them, with its answer", perform: get),
        ControlOperation(.delete, "/__admin/requests/{id}", "forgets one", perform: delete),
        ControlOperation(.delete, "/__admin/requests", "forgets all", perform: reset),
        ControlOperation(
            .get, "/__admin/scopes",
            "the least scopes that each client has needed, by the requests that are kept; `?client=ID` for one; with "
                + "`&format=json` as client grants to post, with `terraform` as resources",
            perform: ScopeReport.answer),
        ControlOperation(
            .post, "/__admin/secrets/verify",
            "whether a request had that secret: `{\"id\":\"…\",\"name\":\"API_KEY\",\"value\":\"…\"}`",
            perform: verify),
    ]

    private static func list(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        try RequestList(call).response
    }

    private static func get(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let entry = try call.entry(call.parameters[0])
        return ControlResponse.json { $0.served(entry) }
    }

    private static func find(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let pattern = try call.pattern()
        let found = try call.entries()
        let matching = try answered { () throws(PatternError) in try pattern.matching(found.entries) }
        return ControlResponse.json { writer in
            writer.beginObject()
            writer.key("requests")
            writer.beginArray()
            for entry in matching { writer.request(entry) }
            writer.endArray()
            writer.journalState(call.responder.journal, dropped: found.dropped)
            writer.endObject()
        }
    }

    private static func count(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let pattern = try call.pattern()
        let found = try call.entries()
        let differences = try answered { () throws(PatternError) in
            var differences: [[String]] = []
            for entry in found.entries { differences.append(try pattern.differences(from: entry)) }
            return differences
        }
        let count = differences.count(where: \.isEmpty)
        return ControlResponse.json { writer in
            writer.beginObject()
            writer.key("count")
            writer.integer(count)
            writer.journalState(call.responder.journal, dropped: found.dropped)
            // Of those that differ least the last.
            if count == 0, let least = differences.map(\.count).min(),
                let place = differences.lastIndex(where: { $0.count == least })
            {
                writer.key("nearest")
                writer.beginObject()
                writer.key("differences")
                writer.strings(differences[place])
                writer.key("request")
                writer.request(found.entries[place])
                writer.endObject()
            }
            writer.endObject()
        }
    }

    private static func reset(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        for tenant in try call.tenants() { call.responder.journal.reset(tenant.name) }
        return ControlResponse.json { writer in
            writer.beginObject()
            writer.endObject()
        }
    }

    private static func remove(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let pattern = try call.pattern()
        let tenant = try call.oneTenant().name
        // Looked for first: of a pattern that takes too long nothing is forgotten.
        let entries = try call.entries().entries
        let meant = Set(try answered { () throws(PatternError) in try pattern.matching(entries) }.map(\.id))
        let removed = call.responder.journal.remove(of: tenant) { meant.contains($0.id) }
        return ControlResponse.json { writer in
            writer.beginObject()
            writer.key("requests")
            writer.beginArray()
            for entry in removed { writer.request(entry) }
            writer.endArray()
            writer.endObject()
        }
    }

    private static func delete(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let id = try call.entry(call.parameters[0]).id
        _ = call.responder.journal.remove(of: try call.oneTenant().name) { $0.id == id }
        return ControlResponse.empty
    }

    private static func verify(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let object = try call.object()
        guard let id = object.string("id"), let name = object.string("name"), let value = object.string("value")
        else {
            throw ControlError(.badRequest, "The content must have id, name and value, each a string.")
        }
        let matches = try call.entry(id).hasSecret(named: name, equalTo: value)
        return ControlResponse.json { writer in
            writer.beginObject()
            writer.key("matches")
            writer.bool(matches)
            writer.endObject()
        }
    }
}

extension ControlCall {
    /// The tenant's requests, oldest first.
    func entries() throws(ControlError) -> (entries: [JournalEntry], dropped: Int) {
        responder.journal.entries(of: try oneTenant().name)
    }

    fileprivate func entry(_ text: String) throws(ControlError) -> JournalEntry {
        let id = UniqueID(text)
        guard let entry = try entries().entries.first(where: { $0.id == id }) else {
            throw ControlError(
                .notFound, "There is no request \(text) of this tenant; it may be of another, or dropped.")
        }
        return entry
    }

    fileprivate func pattern() throws(ControlError) -> RequestPattern {
        let object = try object()
        return try answered("The pattern is not understood: ") { () throws(PatternError) in try RequestPattern(object) }
    }
}

/// Says what is wrong with a pattern.
private func answered<Result>(
    _ words: String = "The pattern was not answered: ", _ body: () throws(PatternError) -> Result
) throws(ControlError) -> Result {
    do throws(PatternError) {
        return try body()
    } catch {
        throw ControlError(error.isTooMuch ? .unprocessableContent : .badRequest, "\(words)\(error).")
    }
}
