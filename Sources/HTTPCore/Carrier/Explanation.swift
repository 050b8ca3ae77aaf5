/// Why a request was refused: for people who ask, never part of the answer's content.
package final class Explanation: Sendable {
    /// How we know that the real service does so, in the reference's words.
    package enum Evidence: String, Sendable {
        /// The real service was recorded to.
        case recorded
        /// The vendor's OpenAPI document says so.
        case specified
        /// The code of an official client relies on it.
        case client
        /// A public issue quotes it.
        case issue
        /// It follows from what is recorded of similar calls.
        case inferred
        /// Nobody knows; it is our choice.
        case assumed
        /// The real service has nothing of the kind.
        case own
    }

    /// The rule that was broken, as a name.
    package let rule: String
    /// The property that broke it: `secrets[0].name`; nil where it is no property.
    package let field: String?
    /// What the property should have been.
    package let constraint: String?
    package let evidence: Evidence

    package init(_ rule: String, field: String? = nil, constraint: String? = nil, _ evidence: Evidence) {
        self.rule = rule
        self.field = field
        self.constraint = constraint
        self.evidence = evidence
    }
}
