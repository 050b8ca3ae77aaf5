package import HTTPCore
package import JSON

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

    package var shownBody: String { shown(body, isForm: isForm) }

    package var shownResponseFields: [HTTPField] { responseFields }

    package var shownResponseBody: String { shown(responseBody, isForm: false) }

    var isForm: Bool {
        fields.value(of: "content-type")?.lowercased().hasPrefix("application/x-www-form-urlencoded") ?? false
    }

    /// What can be taken apart is shown without its secrets, whatever its type is said to be; what cannot might be one.
    private func shown(_ body: [UInt8], isForm: Bool) -> String {
        guard !body.isEmpty else { return "" }
        guard let value = try? JSONParser.parse(body), value.kind == .object || value.kind == .array else {
            return isForm ? JournalEntry.shownForm(body) : JournalEntry.placeholder
        }
        return String(decoding: Redaction.text(of: value, secretPaths), as: UTF8.self)
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

    static func isSecret(_ name: String) -> Bool { secretNames.contains(name.lowercased()) }

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

    /// The values of secrets of that name in the request, for a comparison that shows none.
    package func hasSecret(named name: String, equalTo expected: String) -> Bool {
        guard let value = try? JSONParser.parse(body) else {
            let items = isForm ? QueryItems(body)?.items ?? [] : []
            return items.contains {
                JournalEntry.isSecret($0.name) && $0.name == name && JournalEntry.isSame($0.value, expected)
            }
        }
        if let secrets = value["secrets"]?.items,
            secrets.contains(where: {
                $0.string("name") == name && JournalEntry.isSame($0.string("value"), expected)
            })
        {
            return true
        }
        return hasSecret(in: value, [], named: name, equalTo: expected)
    }

    /// Among the members whose values are not shown, by name or by the end of the path: `options.client_secret`.
    private func hasSecret(
        in value: JSONValue, _ path: [String], named name: String, equalTo expected: String
    ) -> Bool {
        if let items = value.items {
            return items.contains { hasSecret(in: $0, path, named: name, equalTo: expected) }
        }
        return value.members?.contains { member in
            let path = path + [member.key]
            let isMeant = ("." + path.joined(separator: ".")).hasSuffix("." + name)
            let isHidden = JournalEntry.isSecret(member.key) || Redaction.isDeclared(path, secretPaths)
            return isMeant && isHidden && JournalEntry.isSame(member.value.string, expected)
                || hasSecret(in: member.value, path, named: name, equalTo: expected)
        } ?? false
    }

    private static func isSame(_ found: String?, _ expected: String) -> Bool {
        found.map { $0.utf8.elementsEqual(expected.utf8) } ?? false
    }
}

/// What the content of an operation has of secrets, by the operation's number: paths such as `options.client_secret`,
/// of which the end must fit (lists and envelopes stand before it); `*` fits any member.
package final class SecretMembers: Sendable {
    let paths: @Sendable (_ operation: Int) -> [[String]]

    package init(_ paths: @escaping @Sendable (_ operation: Int) -> [[String]]) {
        self.paths = paths
    }

    package static let none = SecretMembers { _ in [] }
}

/// The form in which values are shown that may hold secrets.
package enum Redaction {
    /// What stands in the place of a secret.
    package static let placeholder = JournalEntry.placeholder

    /// - Parameter paths: of members that are secrets, as `SecretMembers` has them.
    package static func text(of value: JSONValue, _ paths: [[String]]) -> [UInt8] {
        var writer = JSONWriter(capacity: 1_024)
        var redaction = RedactedWriting(paths: paths)
        redaction.write(value, to: &writer)
        return writer.finish()
    }

    /// Whether a path ends as one of those that are secrets do.
    fileprivate static func isDeclared(_ path: [String], _ secrets: [[String]]) -> Bool {
        secrets.contains { secret in
            path.count >= secret.count && zip(path.suffix(secret.count), secret).allSatisfy { $1 == "*" || $0 == $1 }
        }
    }
}

/// Writes a value again, placeholders in the place of secrets.
private struct RedactedWriting {
    let paths: [[String]]
    /// Names of the members on the way to here.
    private var path: [String] = []
    /// Within the value of a member `secrets`, of which only names and times are shown.
    private var isInSecrets = false

    init(paths: [[String]]) {
        self.paths = paths
    }

    mutating func write(_ value: JSONValue, to writer: inout JSONWriter) {
        if let members = value.members {
            writer.beginObject()
            for member in members {
                writer.key(member.key)
                write(member, to: &writer)
            }
            writer.endObject()
        } else if let items = value.items {
            writer.beginArray()
            for item in items { write(item, to: &writer) }
            writer.endArray()
        } else if isInSecrets {
            writer.string(JournalEntry.placeholder)
        } else {
            writer.value(value)
        }
    }

    private mutating func write(_ member: JSONMembers.Member, to writer: inout JSONWriter) {
        path.append(member.key)
        defer { path.removeLast() }
        if JournalEntry.isSecret(member.key) || isDeclared {
            writer.string(JournalEntry.placeholder)
        } else if isInSecrets, ["name", "updated_at"].contains(member.key), let text = member.value.string {
            writer.string(text)
        } else {
            let wasInSecrets = isInSecrets
            isInSecrets = isInSecrets || member.key == "secrets"
            write(member.value, to: &writer)
            isInSecrets = wasInSecrets
        }
    }

    private var isDeclared: Bool { Redaction.isDeclared(path, paths) }
}
