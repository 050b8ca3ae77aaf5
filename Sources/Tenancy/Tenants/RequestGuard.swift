/// What a tenant refuses, lest a test does what it must not.
package struct RequestGuard: Equatable, Sendable {
    package enum Refused: String, CaseIterable, Sendable {
        /// All but looking.
        case write
        case delete
    }

    package var refused: Refused
    /// It is for these families only; nil: for all. A family, or a part of one, is named as its paths below `/api/v2/`
    /// begin, parameters left out: `clients`, `clients/credentials`.
    package var only: [String]?
    /// It is for none of these.
    package var except: [String]
    /// It is for paths of this form only, with `{name}` for any one segment; nil: for all.
    package var pathTemplate: String?
    /// In the words of whoever set it.
    package var reason: String?

    package init(
        _ refused: Refused, only: [String]? = nil, except: [String] = [], pathTemplate: String? = nil,
        reason: String? = nil
    ) {
        self.refused = refused
        self.only = only
        self.except = except
        self.pathTemplate = pathTemplate
        self.reason = reason
    }

    /// The whole tenant is only looked at.
    package static let readOnly = RequestGuard(.write)

    /// Whether it is for an operation, whatever the path's form.
    package func concerns(method: String, path: String) -> Bool {
        (refused == .write ? method != "GET" : method == "DELETE") && isAbout(path)
    }

    /// Whether an operation is of its families.
    ///
    /// - Parameter path: below `/api/v2`, as the operation has it: `/actions/modules/{id}`.
    package func isAbout(_ path: String) -> Bool {
        guard only != nil || !except.isEmpty else { return true }
        let words = path.split(separator: "/").filter { $0.first != "{" }.joined(separator: "/")
        func isBelow(_ family: String) -> Bool { words == family || words.hasPrefix(family + "/") }
        return (only?.contains(where: isBelow) ?? true) && !except.contains(where: isBelow)
    }

    /// What it forbids, in a few words.
    package var rule: String {
        var text = "no \(refused.rawValue)"
        if let only { text += " of " + only.joined(separator: ", ") }
        if !except.isEmpty { text += " but of " + except.joined(separator: ", ") }
        if let pathTemplate { text += " at " + pathTemplate }
        return text
    }
}
