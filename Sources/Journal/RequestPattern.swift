import Routing
import Ground
import HTTPCore
package import JSON

/// WireMock's pattern of a request: what is named must hold.
///
/// Made for one call, which may cause only so much work in all.
package struct RequestPattern {
    private enum Part {
        case method(String)
        case url(String)
        case urlPattern(Expression)
        case path(String)
        case pathPattern(Expression)
        case pathTemplate(PathTemplate)
        case pathParameter(String, ValueMatcher, PathTemplate)
        case query(String, ValueMatcher)
        case form(String, ValueMatcher)
        case header(String, ValueMatcher)
        case body(ValueMatcher)
        case client(ByteNeedle)
    }

    private var parts: [(name: String, part: Part)] = []
    private let work: MatchWork

    /// - Parameter workMax: nil: as much as is usual.
    /// - Throws: for a part that is not understood: a pattern that silently asks for less would verify too much.
    package init(_ pattern: JSONValue, workMax: Int? = nil) throws(PatternError) {
        work = MatchWork(workMax ?? MatchWork.usual)
        guard let members = pattern.members else { throw PatternError("a pattern must be a JSON object") }
        for member in members where !member.value.isNull {
            switch member.key {
            case "method": try add(member, member.text().uppercased()) { .method($0) }
            case "url": try add(member, member.text()) { .url($0) }
            case "urlPattern": try add(member, member.expression(work)) { .urlPattern($0) }
            case "urlPath": try add(member, member.text()) { .path($0) }
            case "urlPathPattern": try add(member, member.expression(work)) { .pathPattern($0) }
            case "urlPathTemplate":
                try add(member, PathTemplate(member.text())) { .pathTemplate($0) }
            case "pathParameters":
                guard let template = pattern["urlPathTemplate"]?.string.map(PathTemplate.init) else {
                    throw PatternError("pathParameters needs a urlPathTemplate")
                }
                for (name, matcher) in try RequestPattern.matchers(member, work) {
                    parts.append(("pathParameters.\(name)", .pathParameter(name, matcher, template)))
                }
            case "formParameters":
                for (name, matcher) in try RequestPattern.matchers(member, work) {
                    parts.append(("formParameters.\(name)", .form(name, matcher)))
                }
            case "client": try add(member, member.text()) { .client(ByteNeedle($0)) }
            case "queryParameters":
                for (name, matcher) in try RequestPattern.matchers(member, work) {
                    parts.append(("queryParameters.\(name)", .query(name, matcher)))
                }
            case "headers":
                for (name, matcher) in try RequestPattern.matchers(member, work) {
                    parts.append(("headers.\(name)", .header(name.lowercased(), matcher)))
                }
            case "bodyPatterns":
                guard let items = member.value.items else { throw PatternError("bodyPatterns must be an array") }
                for (index, item) in items.enumerated() {
                    parts.append(("bodyPatterns[\(index)]", .body(try ValueMatcher(item, work))))
                }
            default: throw PatternError("there is no pattern \(member.key) here")
            }
        }
    }

    private mutating func add<Value>(_ member: JSONMembers.Member, _ value: Value, _ part: (Value) -> Part) {
        parts.append((member.key, part(value)))
    }

    private static func matchers(
        _ member: JSONMembers.Member, _ work: MatchWork
    ) throws(PatternError) -> [(name: String, matcher: ValueMatcher)] {
        guard let members = member.value.members else { throw PatternError("\(member.key) must be an object") }
        var matchers: [(String, ValueMatcher)] = []
        for member in members { matchers.append((member.key, try ValueMatcher(member.value, work))) }
        return matchers
    }

    /// Those of the entries that match.
    package func matching(_ entries: [JournalEntry]) throws(PatternError) -> [JournalEntry] {
        var found: [JournalEntry] = []
        for entry in entries where try differences(from: entry).isEmpty { found.append(entry) }
        return found
    }

    /// The parts of the pattern that do not hold for an entry.
    package func differences(from entry: JournalEntry) throws(PatternError) -> [String] {
        var names: [String] = []
        for (name, part) in parts {
            // A part costs something even where there is nothing to look at.
            work.spend(RequestPattern.unitsOfPart)
            if !holds(part, for: entry) { names.append(name) }
            guard !work.isExhausted else {
                throw PatternError(
                    "against the requests that are kept it takes too long; ask for less, or in simpler words",
                    isTooMuch: true)
            }
        }
        return names
    }

    private static let unitsOfPart = 64

    /// Takes a text out of an entry, which is work as well.
    private func looked(at text: String) -> String {
        work.spend(text.utf8.count)
        return text
    }

    private func holds(_ part: Part, for entry: JournalEntry) -> Bool {
        switch part {
        case .method(let method): method == "ANY" || method == entry.method.rawValue
        case .url(let text): looked(at: entry.url) == text
        case .urlPattern(let expression): expression.matches(entry.url)
        case .path(let text): looked(at: entry.pathText) == text
        case .pathPattern(let expression): expression.matches(entry.pathText)
        case .pathTemplate(let template): template.fits(Array(looked(at: entry.pathText).utf8))
        case .pathParameter(let name, let matcher, let template):
            matcher.holds(for: template.value(of: name, in: Array(looked(at: entry.pathText).utf8)).map { [$0] } ?? [])
        case .form(let name, let matcher):
            matcher.holds(for: entry.isForm ? values(ofItem: name, in: entry.body) : [])
        case .query(let name, let matcher): matcher.holds(for: values(ofItem: name, in: entry.query))
        case .header(let name, let matcher): matcher.holds(for: values(ofField: name, in: entry))
        case .body(let matcher): matcher.holds(for: [String(decoding: entry.body, as: UTF8.self)])
        case .client(let needle): entry.client.map { needle.isFound(in: looked(at: $0)) } ?? false
        }
    }

    private func values(ofItem name: String, in text: [UInt8]) -> [String] {
        work.spend(text.count)
        return (QueryItems(text)?.items ?? []).filter { $0.name == name }.map(\.value)
    }

    private func values(ofField name: String, in entry: JournalEntry) -> [String] {
        work.spend(entry.fields.byteCount)
        return entry.fields.pairs.filter { $0.name.lowercased() == name }.map(\.value)
    }
}
