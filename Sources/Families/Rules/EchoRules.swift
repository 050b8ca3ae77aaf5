import JSON
import Resources
import Tenancy

/// A PUT or PATCH answers what it was sent, and only a GET shows the document (RECORDED of guardian and prompts).
struct EchoRules: ResourceRules {
    /// Members of the request that do not come back.
    let dropped: [String]

    init(without dropped: String...) {
        self.dropped = dropped
    }

    var views: ViewKinds { [.created, .changed] }

    func view(_ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant) {
        tree = (call.body ?? .emptyObject).without(dropped)
    }
}
