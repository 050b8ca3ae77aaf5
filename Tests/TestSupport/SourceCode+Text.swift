import JSON
package import Tenancy

/// Tests write code as it is.
extension SourceCode: ExpressibleByStringLiteral {
    package init(_ text: String) {
        self.init(escaped: text.escapedForJSON)
    }

    package init(stringLiteral text: String) {
        self.init(text)
    }

    /// The code itself.
    package var text: String { escaped.unescapedFromJSON ?? "" }
}
