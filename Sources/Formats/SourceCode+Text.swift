import JSON
import Tenancy

extension SourceCode {
    /// The code itself.
    var text: String { escaped.unescapedFromJSON ?? escaped }
}
