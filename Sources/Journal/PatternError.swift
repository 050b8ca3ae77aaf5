import JSON

/// What a pattern is made of that cannot be one.
package struct PatternError: Error, Equatable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}

/// The values that patterns and matchers are made of.
extension JSONMembers.Member {
    func text() throws(PatternError) -> String {
        guard let text = value.string else { throw PatternError("\(key) must be a string") }
        return text
    }

    /// A regular expression that can be used.
    func expression() throws(PatternError) -> String {
        let text = try text()
        guard WholeMatch.isExpression(text) else { throw PatternError("\(text) is no regular expression") }
        return text
    }
}
