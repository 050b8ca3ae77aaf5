package import JSON
package import Tenancy

/// Rules of one resource that no declaration says. Each has an empty default, and its place in the course of a write:
/// what may refuse can only read the tenant, what changes it cannot refuse any more.
package protocol ResourceRules: Sendable {
    /// Before anything is looked up: computes, completes, refuses.
    ///
    /// - Parameter draft: the document to be: the request over the defaults or over what is there, in the request's
    ///   order; its id and stamps come later.
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal)

    /// What a name in a path stands for, where documents have more names than their id.
    func resolved(_ id: String, _ call: ResourceCall, _ tenant: Tenant) -> String

    /// Of a resource whose id `IDForm.rules` leaves to them.
    func id(_ draft: JSONTree, _ write: Write, _ tenant: Tenant) -> String?

    /// The stored order, where the declared one is not all.
    func order(_ draft: inout JSONTree, _ write: Write)

    /// After it was stored.
    func stored(_ new: MadeDocument, insteadOf old: Document?, _ write: Write, _ tenant: inout Tenant)

    /// Before it is removed.
    func mayRemove(_ document: Document, _ call: ResourceCall, _ tenant: Tenant) throws(Refusal)

    /// After it was removed, with what refers to it.
    func removed(_ document: Document, _ call: ResourceCall, _ tenant: inout Tenant)

    /// Which answers are not the stored text.
    var views: ViewKinds { get }

    /// Whether an answer of those views is made for this document and this call; the others are the stored text.
    func isViewed(_ document: Document, _ kind: ViewKind, _ call: ResourceCall) -> Bool

    /// Makes of the stored members those of an answer; called for `views`.
    func view(_ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant)

    /// What the service has in every tenant, before all others; the same each time.
    func owned(_ facts: TenantFacts) -> [JSONTree]

    /// What a new tenant has to begin with, beside the declared texts; the same each time.
    func initial(_ facts: TenantFacts) -> [JSONTree]

    /// Whether a list that is asked for so has them choose; all documents otherwise.
    func selects(_ call: ResourceCall) -> Bool

    /// Whether a list that is asked for so holds a document; beside the declared filters.
    func lists(_ document: Document, _ call: ResourceCall, _ tenant: Tenant) -> Bool

    /// Whether the oldest document of all stands last in lists in order of creation.
    func standsLast(_ document: Document) -> Bool

    /// The answer's body to a DELETE, where it is none of the declared ones.
    func removalBody(_ document: Document?, _ call: ResourceCall) -> JSONTree?
}

/// The answers that a document is part of.
package enum ViewKind: UInt8, Sendable {
    case created, read, changed, item
}

/// Some of them; asked for each answer, so it is no set on the heap.
package struct ViewKinds: Sendable, ExpressibleByArrayLiteral {
    private let bits: UInt8

    package init(arrayLiteral kinds: ViewKind...) {
        bits = kinds.reduce(0) { $0 | 1 << $1.rawValue }
    }

    func contains(_ kind: ViewKind) -> Bool { bits & 1 << kind.rawValue != 0 }
}

extension ResourceRules {
    package func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {}
    package func resolved(_ id: String, _ call: ResourceCall, _ tenant: Tenant) -> String { id }
    package func id(_ draft: JSONTree, _ write: Write, _ tenant: Tenant) -> String? { nil }
    package func order(_ draft: inout JSONTree, _ write: Write) {}
    package func stored(_ new: MadeDocument, insteadOf old: Document?, _ write: Write, _ tenant: inout Tenant) {}
    package func mayRemove(_ document: Document, _ call: ResourceCall, _ tenant: Tenant) throws(Refusal) {}
    package func removed(_ document: Document, _ call: ResourceCall, _ tenant: inout Tenant) {}
    package var views: ViewKinds { [] }
    package func isViewed(_ document: Document, _ kind: ViewKind, _ call: ResourceCall) -> Bool { true }
    package func standsLast(_ document: Document) -> Bool { false }
    package func view(
        _ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant
    ) {}
    package func owned(_ facts: TenantFacts) -> [JSONTree] { [] }
    package func initial(_ facts: TenantFacts) -> [JSONTree] { [] }
    package func selects(_ call: ResourceCall) -> Bool { false }
    package func lists(_ document: Document, _ call: ResourceCall, _ tenant: Tenant) -> Bool { true }
    package func removalBody(_ document: Document?, _ call: ResourceCall) -> JSONTree? { nil }
}

/// Of a plain resource.
package struct NoRules: ResourceRules {
    package init() {}
}
