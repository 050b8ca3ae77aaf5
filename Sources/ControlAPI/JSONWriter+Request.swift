import HTTPCore
import JSON
import Journal
import Tenancy

/// Journal entries as WireMock shows them; secrets are redacted where they leave the journal.
extension JSONWriter {
    /// A request with its answer.
    mutating func served(_ entry: JournalEntry) {
        beginObject()
        key("id")
        string("\(entry.id)")
        key("tenant")
        string(entry.tenant)
        key("client")
        if let client = entry.client { string(client) } else { null() }
        key("request")
        request(entry)
        key("response")
        beginObject()
        key("status")
        integer(entry.status)
        key("headers")
        beginObject()
        for field in entry.shownResponseFields {
            key(field.name)
            string(field.value)
        }
        endObject()
        key("body")
        string(entry.shownResponseBody)
        endObject()
        if let explanation = entry.explanation {
            key("explanation")
            self.explanation(explanation)
        }
        key("wasMatched")
        bool(true)
        endObject()
    }

    private mutating func explanation(_ explanation: Explanation) {
        beginObject()
        key("rule")
        string(explanation.rule)
        if let field = explanation.field {
            key("field")
            string(field)
        }
        if let constraint = explanation.constraint {
            key("constraint")
            string(constraint)
        }
        key("evidence")
        string(explanation.evidence.rawValue)
        endObject()
    }

    mutating func request(_ entry: JournalEntry) {
        beginObject()
        key("id")
        string("\(entry.id)")
        key("url")
        string(entry.shownURL)
        key("absoluteUrl")
        string(entry.scheme.origin(of: entry.authority) + entry.shownURL)
        key("method")
        string(entry.method.rawValue)
        key("scheme")
        string(entry.scheme.rawValue)
        key("host")
        string(Authority.host(of: entry.authority))
        key("clientIp")
        string("\(entry.peer)")
        key("headers")
        multipleValues(entry.shownFields)
        key("queryParams")
        queryParameters(entry)
        key("cookies")
        beginObject()
        endObject()
        key("browserProxyRequest")
        bool(false)
        key("loggedDate")
        integer(Int(entry.time.microseconds / 1_000))
        key("loggedDateString")
        string(entry.time.description)
        key("body")
        string(entry.shownBody)
        endObject()
    }

    mutating func journalState(_ journal: Journal, dropped: Int) {
        key("requestJournalDisabled")
        bool(journal.isDisabled)
        key("droppedEntries")
        integer(dropped)
    }

    /// A name that comes once has a string, one that comes more often an array.
    private mutating func multipleValues(_ pairs: [(name: String, value: String)]) {
        beginObject()
        for (name, values) in grouped(pairs) {
            key(name)
            if values.count == 1 {
                string(values[0])
            } else {
                strings(values)
            }
        }
        endObject()
    }

    private mutating func queryParameters(_ entry: JournalEntry) {
        beginObject()
        for (name, values) in grouped(entry.shownQuery) {
            key(name)
            beginObject()
            key("key")
            string(name)
            key("values")
            strings(values)
            endObject()
        }
        endObject()
    }
}

/// The values of each name, names in order of their first appearance.
private func grouped(_ pairs: [(name: String, value: String)]) -> [(name: String, values: [String])] {
    var places: [String: Int] = [:]
    var groups: [(name: String, values: [String])] = []
    for (name, value) in pairs {
        if let place = places[name.lowercased()] {
            groups[place].values.append(value)
        } else {
            places[name.lowercased()] = groups.count
            groups.append((name, [value]))
        }
    }
    return groups
}
