/// The code of a module or an action, which is kept, compared and handed back, and never looked into here.
///
/// It is handed back far more often than anything else happens to it, hence kept in the form in which it leaves.
package struct SourceCode: Equatable, Sendable {
    /// What stands between the quotes when the code is written as a JSON string by `JSON.stringify` (ECMA-262,
    /// `QuoteJSONString`). Every code has one such spelling, so that codes are the same when their spellings are.
    package let escaped: String

    package static let empty = SourceCode(escaped: "")

    package init(escaped: String) {
        self.escaped = escaped
    }

    package static func == (left: SourceCode, right: SourceCode) -> Bool {
        left.escaped.isExactly(right.escaped)
    }
}
