package import HTTPCore
import JSON

/// An entry without its secrets: the only form in which one leaves the journal.
extension JournalEntry {
    package static let placeholder = "(redacted)"

    /// Names of members whose values are secrets wherever they stand.
    private static let secretNames: Set = [
        "client_secret", "client_assertion", "access_token", "refresh_token", "id_token", "password",
    ]

    /// Fields of the request: of credentials only the scheme is shown.
    package var shownFields: [(name: String, value: String)] {
        fields.pairs.map { name, value in
            switch name.lowercased() {
            case "authorization", "proxy-authorization":
                let scheme = value.prefix { $0 != " " }
                let isScheme = ["bearer", "basic"].contains(scheme.lowercased())
                return (name, isScheme ? "\(scheme) \(JournalEntry.placeholder)" : JournalEntry.placeholder)
            case "cookie": return (name, JournalEntry.placeholder)
            default: return (name, value)
            }
        }
    }

    package var shownBody: String { JournalEntry.shown(body, isForm: isForm) }

    package var shownResponseFields: [HTTPField] { responseFields }

    package var shownResponseBody: String { JournalEntry.shown(responseBody, isForm: false) }

    private var isForm: Bool {
        fields.value(of: "content-type")?.lowercased().hasPrefix("application/x-www-form-urlencoded") ?? false
    }

    /// What can be taken apart is shown without its secrets, whatever its type is said to be; what cannot might be one.
    private static func shown(_ body: [UInt8], isForm: Bool) -> String {
        guard !body.isEmpty else { return "" }
        guard let value = try? JSONParser.parse(body), value.kind == .object || value.kind == .array else {
            return isForm ? shownForm(body) : placeholder
        }
        var writer = JSONWriter(capacity: body.count + 64)
        write(value, isInSecrets: false, to: &writer)
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    private static func shownForm(_ body: [UInt8]) -> String {
        guard let items = QueryItems(body)?.items, items.allSatisfy({ isWord($0.name) }) else { return placeholder }
        return shownItems(items).map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    }

    private static func shownItems(_ items: [(name: String, value: String)]) -> [(name: String, value: String)] {
        items.map { ($0.name, isSecret($0.name) ? placeholder : $0.value) }
    }

    /// The names of forms; anything else may be another kind of text.
    private static func isWord(_ name: String) -> Bool {
        name.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == 0x5F || byte == 0x2D || byte == 0x2E
        }
    }

    private static func isSecret(_ name: String) -> Bool { secretNames.contains(name.lowercased()) }

    /// The query's items.
    package var shownQuery: [(name: String, value: String)] {
        JournalEntry.shownItems(QueryItems(query)?.items ?? [])
    }

    /// Path and query, as WireMock's `url` has it.
    package var shownURL: String {
        guard let items = QueryItems(query)?.items else { return pathText + "?" + JournalEntry.placeholder }
        guard items.contains(where: { JournalEntry.isSecret($0.name) }) else { return url }
        return pathText + "?" + shownQuery.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    }

    /// - Parameter isInSecrets: within the value of a member `secrets`, of which only names and times are shown.
    private static func write(_ value: JSONValue, isInSecrets: Bool, to writer: inout JSONWriter) {
        if let members = value.members {
            writer.beginObject()
            for member in members {
                writer.key(member.key)
                write(member, isInSecrets: isInSecrets, to: &writer)
            }
            writer.endObject()
        } else if let items = value.items {
            writer.beginArray()
            for item in items { write(item, isInSecrets: isInSecrets, to: &writer) }
            writer.endArray()
        } else if isInSecrets {
            writer.string(placeholder)
        } else {
            writer.value(value)
        }
    }

    private static func write(_ member: JSONMembers.Member, isInSecrets: Bool, to writer: inout JSONWriter) {
        if isSecret(member.key) {
            writer.string(placeholder)
        } else if isInSecrets, ["name", "updated_at"].contains(member.key), let text = member.value.string {
            writer.string(text)
        } else {
            write(member.value, isInSecrets: isInSecrets || member.key == "secrets", to: &writer)
        }
    }

    /// The values of secrets of that name in the request, for a comparison that shows none.
    package func hasSecret(named name: String, equalTo expected: String) -> Bool {
        guard let value = try? JSONParser.parse(body) else { return false }
        return JournalEntry.has(value, name, expected)
    }

    private static func has(_ value: JSONValue, _ name: String, _ expected: String) -> Bool {
        if let secrets = value["secrets"]?.items,
            secrets.contains(where: { $0.string("name") == name && isSame($0.string("value"), expected) })
        {
            return true
        }
        return secretNames.contains(name) && isSame(value.string(JSONKey(name)), expected)
    }

    private static func isSame(_ found: String?, _ expected: String) -> Bool {
        found.map { $0.utf8.elementsEqual(expected.utf8) } ?? false
    }
}
