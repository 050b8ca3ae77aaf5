import Ground

/// How a list is asked for and answered (reference extensibility-and-conventions.md section 7).
package struct ListForm: Sendable {
    /// The members of the envelope in wire order, for pages by number: `total start limit clients`; nil: there are
    /// none, and the list is a bare array always.
    package var offset: [String]?
    /// Of the envelope for pages by cursor: `clients next`; nil: `take` is not known.
    package var cursor: [String]?
    /// The name of the member that holds the items.
    package var items: String
    /// Whether the envelope is there without `include_totals`.
    package var isAlwaysEnveloped: Bool
    package var defaultSize: Int
    /// Of pages by number, where it is another.
    package var offsetSize: Int?
    package var order: Order
    /// Of pages by number, where they come in another.
    package var offsetOrder: Order?
    package var filters: [Filter]
    package var fields: Fields
    /// What the envelope's `limit` says: the size asked for, or how many items there are (RECORDED of two lists).
    package var limit: Limit
    package var cursorForm: CursorForm
    /// Whether a page has a cursor although nothing follows.
    package var endsWithNext = false
    package var wall: Wall?
    /// The flag of the query that asks only for the document that stands last, or only for the others.
    package var lastFilter: String?

    package enum Order: Sendable {
        case created, newestFirst
        /// By the text of a member; without regard to case where `folded`.
        case member(String, folded: Bool)
        /// By the text of a member, as dictionaries have it.
        case collated(String)

        /// Tells orders of one list apart.
        var name: String {
            switch self {
            case .created: "created"
            case .newestFirst: "newest first"
            case .member(let member, let folded): "\(member)\(folded ? ", folded" : "")"
            case .collated(let member): "\(member), collated"
            }
        }
    }

    /// A query parameter that picks documents by a member.
    package struct Filter: Sendable {
        package let name: String
        package let member: String
        package let comparison: Comparison

        package enum Comparison: Sendable {
            /// The member's text is one of those given (a parameter may be repeated, or be a list with commas).
            case equal
            /// It holds the text, in whatever case.
            case contains
            /// It is a list that has the text.
            case has
        }

        package init(_ name: String, member: String? = nil, _ comparison: Comparison = .equal) {
            self.name = name
            self.member = member ?? name
            self.comparison = comparison
        }
    }

    package enum Fields: Sendable {
        /// `fields` and `include_fields` pick members; these come whatever is picked.
        case picked(always: [String])
        case ignored
    }

    package enum Limit: Sendable {
        case size, itemCount
    }

    /// - Parameters:
    ///   - offset: `total start limit clients`; nil: no pages by number.
    ///   - cursor: `clients next`; nil: no pages by cursor.
    ///   - items: of the envelope's members the one that holds the items.
    package init(
        _ items: String, offset: String? = nil, cursor: String? = nil, isAlwaysEnveloped: Bool = false,
        defaultSize: Int = 50, order: Order = .created, filters: [Filter] = [], fields: Fields = .picked(always: []),
        limit: Limit = .size, lastFilter: String? = nil, offsetSize: Int? = nil, offsetOrder: Order? = nil,
        cursorForm: CursorForm = .opaque, wall: Wall? = nil
    ) {
        self.offsetSize = offsetSize
        self.offsetOrder = offsetOrder
        self.items = items
        self.offset = offset.map { $0.words }
        self.cursor = cursor.map { $0.words }
        self.isAlwaysEnveloped = isAlwaysEnveloped
        self.defaultSize = defaultSize
        self.order = order
        self.filters = filters
        self.fields = fields
        self.limit = limit
        self.lastFilter = lastFilter
        self.cursorForm = cursorForm
        self.wall = wall
    }
}
