import JSON

/// What a pattern is made of that cannot be one.
package struct PatternError: Error, Equatable, CustomStringConvertible {
    package let description: String
    /// It is a pattern, but to match it would take too long.
    package let isTooMuch: Bool

    package init(_ description: String, isTooMuch: Bool = false) {
        self.description = description
        self.isTooMuch = isTooMuch
    }
}

/// The values that patterns and matchers are made of.
extension JSONMembers.Member {
    func text() throws(PatternError) -> String {
        guard let text = value.string else { throw PatternError("\(key) must be a string") }
        return text
    }

    /// A regular expression.
    func expression(_ work: MatchWork) throws(PatternError) -> Expression {
        try Expression(try text(), work)
    }
}
