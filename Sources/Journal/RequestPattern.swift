import HTTPCore
package import JSON

/// WireMock's pattern of a request: what is named must hold.
package struct RequestPattern: Sendable {
    private enum Part: Sendable {
        case method(String)
        case url(String)
        case urlPattern(String)
        case path(String)
        case pathPattern(String)
        case pathTemplate([Substring])
        case query(String, ValueMatcher)
        case header(String, ValueMatcher)
        case body(ValueMatcher)
        case client(String)
    }

    private var parts: [(name: String, part: Part)] = []

    /// - Throws: for a part that is not understood: a pattern that silently asks for less would verify too much.
    package init(_ pattern: JSONValue) throws(PatternError) {
        guard let members = pattern.members else { throw PatternError("a pattern must be a JSON object") }
        for member in members where !member.value.isNull {
            switch member.key {
            case "method": try add(member, member.text().uppercased()) { .method($0) }
            case "url": try add(member, member.text()) { .url($0) }
            case "urlPattern": try add(member, member.expression()) { .urlPattern($0) }
            case "urlPath": try add(member, member.text()) { .path($0) }
            case "urlPathPattern": try add(member, member.expression()) { .pathPattern($0) }
            case "urlPathTemplate":
                try add(member, member.text()) {
                    .pathTemplate($0.split(separator: "/", omittingEmptySubsequences: false))
                }
            case "client": try add(member, member.text()) { .client($0) }
            case "queryParameters":
                for (name, matcher) in try RequestPattern.matchers(member) {
                    parts.append(("queryParameters.\(name)", .query(name, matcher)))
                }
            case "headers":
                for (name, matcher) in try RequestPattern.matchers(member) {
                    parts.append(("headers.\(name)", .header(name.lowercased(), matcher)))
                }
            case "bodyPatterns":
                guard let items = member.value.items else { throw PatternError("bodyPatterns must be an array") }
                for (index, item) in items.enumerated() {
                    parts.append(("bodyPatterns[\(index)]", .body(try ValueMatcher(item))))
                }
            default: throw PatternError("there is no pattern \(member.key) here")
            }
        }
    }

    private mutating func add(_ member: JSONMembers.Member, _ text: String, _ part: (String) -> Part) {
        parts.append((member.key, part(text)))
    }

    private static func matchers(
        _ member: JSONMembers.Member
    ) throws(PatternError) -> [(name: String, matcher: ValueMatcher)] {
        guard let members = member.value.members else { throw PatternError("\(member.key) must be an object") }
        var matchers: [(String, ValueMatcher)] = []
        for member in members { matchers.append((member.key, try ValueMatcher(member.value))) }
        return matchers
    }

    package func matches(_ entry: JournalEntry) -> Bool {
        differences(from: entry).isEmpty
    }

    /// The parts of the pattern that do not hold for an entry.
    package func differences(from entry: JournalEntry) -> [String] {
        parts.filter { !holds($0.part, for: entry) }.map(\.name)
    }

    private func holds(_ part: Part, for entry: JournalEntry) -> Bool {
        switch part {
        case .method(let method): method == "ANY" || method == entry.method.rawValue
        case .url(let text): entry.url == text
        case .urlPattern(let text): WholeMatch.holds(text, for: entry.url)
        case .path(let text): entry.pathText == text
        case .pathPattern(let text): WholeMatch.holds(text, for: entry.pathText)
        case .pathTemplate(let segments): RequestPattern.fits(entry.pathText, segments)
        case .query(let name, let matcher):
            matcher.holds(for: (QueryItems(entry.query)?.items ?? []).filter { $0.name == name }.map(\.value))
        case .header(let name, let matcher):
            matcher.holds(for: entry.fields.pairs.filter { $0.name.lowercased() == name }.map(\.value))
        case .body(let matcher): matcher.holds(for: [String(decoding: entry.body, as: UTF8.self)])
        case .client(let text): entry.client?.contains(text) ?? false
        }
    }

    private static func fits(_ path: String, _ template: [Substring]) -> Bool {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        return segments.count == template.count
            && zip(segments, template).allSatisfy { segment, part in
                part.hasPrefix("{") && part.hasSuffix("}") ? !segment.isEmpty : segment == part
            }
    }
}
