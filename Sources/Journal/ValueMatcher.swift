import Ground
import HTTPCore
import JSON

/// WireMock's matcher of one value: of a header, a query parameter or a body.
struct ValueMatcher {
    private enum Check {
        case absent
        case equalTo(String, ignoresCase: Bool)
        case contains(ByteNeedle, isWanted: Bool)
        case matches(Expression, isWanted: Bool)
        case equalToJSON(JSONValue, ignoresExtra: Bool)
        case jsonPath(JSONPath, [ValueMatcher])
        /// Each matcher has a value, and if `isExact` each value has one.
        case all([ValueMatcher], isExact: Bool)
    }

    private let checks: [Check]
    private let work: MatchWork

    init(_ pattern: JSONValue, _ work: MatchWork) throws(PatternError) {
        self.work = work
        guard let members = pattern.members else { throw PatternError("a matcher must be an object") }
        var checks: [Check] = []
        for member in members {
            switch member.key {
            case "absent":
                if member.value.bool == true { checks.append(.absent) }
            case "equalTo":
                let ignoresCase = pattern["caseInsensitive"]?.bool ?? false
                checks.append(.equalTo(try member.text(), ignoresCase: ignoresCase))
            case "contains": checks.append(.contains(ByteNeedle(try member.text()), isWanted: true))
            case "doesNotContain": checks.append(.contains(ByteNeedle(try member.text()), isWanted: false))
            case "matches": checks.append(.matches(try member.expression(work), isWanted: true))
            case "doesNotMatch": checks.append(.matches(try member.expression(work), isWanted: false))
            case "hasExactly": checks.append(.all(try ValueMatcher.list(member, work), isExact: true))
            case "includes": checks.append(.all(try ValueMatcher.list(member, work), isExact: false))
            case "equalToJson":
                let ignoresExtra = pattern["ignoreExtraElements"]?.bool ?? false
                checks.append(.equalToJSON(try ValueMatcher.json(member), ignoresExtra: ignoresExtra))
            case "matchesJsonPath": checks.append(try ValueMatcher.jsonPath(member.value, work))
            case "caseInsensitive", "ignoreExtraElements", "ignoreArrayOrder": break
            default: throw PatternError("there is no matcher \(member.key) here")
            }
        }
        guard !checks.isEmpty else { throw PatternError("a matcher needs one of equalTo, contains, matches, …") }
        self.checks = checks
    }

    /// - Parameter values: all of that name, none for an absent one.
    func holds(for values: [String]) -> Bool {
        checks.allSatisfy { check in
            // Of many matchers of one value each looks at it anew.
            work.spend(values.reduce(1) { $0 + $1.utf8.count })
            guard !work.isExhausted else { return false }
            return switch check {
            case .absent: values.isEmpty
            case .equalTo(let text, true): values.contains { $0.lowercased() == text.lowercased() }
            case .equalTo(let text, false): values.contains { $0.utf8.elementsEqual(text.utf8) }
            case .contains(let needle, let isWanted):
                isWanted == values.contains(where: needle.isFound) && !values.isEmpty
            case .matches(let expression, let isWanted):
                isWanted == values.contains(where: expression.matches) && !values.isEmpty
            case .equalToJSON(let expected, let ignoresExtra):
                values.contains { value in
                    (try? JSONParser.parse(Array(value.utf8))).map { expected.isMatched(by: $0, ignoresExtra) } ?? false
                }
            case .jsonPath(let path, let inner):
                values.contains { value in
                    guard let found = (try? JSONParser.parse(Array(value.utf8))).map(path.values) else { return false }
                    work.spend(found.count)
                    return inner.isEmpty ? !found.isEmpty : inner.allSatisfy { $0.holds(for: found.map(\.plainText)) }
                }
            case .all(let matchers, let isExact):
                matchers.allSatisfy { matcher in values.contains { matcher.holds(for: [$0]) } }
                    && (!isExact || matchers.count == values.count)
            }
        }
    }
}

/// Reading the parts of a matcher.
extension ValueMatcher {
    private static func list(_ member: JSONMembers.Member, _ work: MatchWork) throws(PatternError) -> [ValueMatcher] {
        guard let items = member.value.items else { throw PatternError("\(member.key) must be an array of matchers") }
        var matchers: [ValueMatcher] = []
        for item in items { matchers.append(try ValueMatcher(item, work)) }
        return matchers
    }

    /// As JSON, or as a string that holds JSON.
    private static func json(_ member: JSONMembers.Member) throws(PatternError) -> JSONValue {
        guard let text = member.value.string else { return member.value }
        guard let value = try? JSONParser.parse(Array(text.utf8)) else {
            throw PatternError("\(member.key) holds no JSON")
        }
        return value
    }

    /// A path alone, or an object of an `expression` and matchers for what is found.
    private static func jsonPath(_ value: JSONValue, _ work: MatchWork) throws(PatternError) -> Check {
        if let text = value.string { return .jsonPath(try JSONPath(text), []) }
        guard let text = value.string("expression"), let members = value.members else {
            throw PatternError("matchesJsonPath must be a path, or an object with an expression")
        }
        var writer = JSONWriter()
        writer.beginObject()
        for member in members where member.key != "expression" {
            writer.key(member.key)
            writer.value(member.value)
        }
        writer.endObject()
        let path = try JSONPath(text)
        guard members.count > 1, let rest = try? JSONParser.parse(writer.finish()) else { return .jsonPath(path, []) }
        return .jsonPath(path, [try ValueMatcher(rest, work)])
    }
}
