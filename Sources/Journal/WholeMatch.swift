/// Regular expressions as WireMock uses them: the whole text must match.
enum WholeMatch {
    static func isExpression(_ text: String) -> Bool {
        (try? Regex(text)) != nil
    }

    static func holds(_ expression: String, for text: String) -> Bool {
        guard let regex = try? Regex(expression) else { return false }
        return (try? regex.wholeMatch(in: text)) ?? nil != nil
    }
}
