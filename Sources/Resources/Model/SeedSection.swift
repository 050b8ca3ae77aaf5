import Ground
package import JSON
package import Tenancy

/// Objects of one kind in seeds and exports: the operations that make and change them, and what their members name.
///
/// Items are bodies of the API's own operations, so a section says only what these do not: which members are names,
/// and what hangs on an item.
package final class SeedSection: Sendable {
    package enum Form: Sendable {
        /// A body for each item of a list.
        case list
        /// One body.
        case single
        /// Many items to a call, in a list of that name.
        case batch(in: String, max: Int)
    }

    /// What it is called in the document, or in the item above.
    package let key: String
    package let form: Form
    /// Method and path of the operation that makes one, or puts what is there always.
    package let make: Operation
    /// Of what is there already; nil: `make` does both.
    package let change: Operation?
    /// Where the objects are.
    package let resource: String
    /// The member that shows an object's id; empty where nothing does.
    package let id: String
    /// Members by which others may name an object; `a+b`: by both together, a blank between them.
    package let names: [String]
    /// Members that a seed may say and no request.
    package let extras: [String]
    /// The member of an item that is the body, where that is not the item itself.
    package let content: String?
    /// What an item has that leaves it out.
    package let defaults: JSONTree
    /// In the order in which they are looked up.
    package let references: [Reference]
    /// A member that other members of an item stand for together, by the name that they make.
    package let joined: (member: String, of: [String])?
    package let parts: [SeedSection]
    /// The pairs that a batch is kept in.
    package let ties: Ties?
    /// When it was made, where that is not the time of the seed.
    package let createdAt: Instant?
    /// Another name for a text that names an object.
    package let alias: (@Sendable (String) -> String?)?
    /// Members that an export cannot say, although a request may.
    package let unsaid: [String]
    /// What an export says of a stored object, before it is cut down to what a request may say: mostly one item.
    package let shown: (@Sendable (JSONTree) -> [JSONTree])?

    package init(
        _ key: String, _ form: Form = .list, make: String, change: String? = nil, of resource: String,
        id: String = "", names: String = "", extras: String = "", content: String? = nil,
        defaults: JSONTree = .emptyObject, references: [Reference] = [], joined: (member: String, of: [String])? = nil,
        ties: Ties? = nil, createdAt: Instant? = nil,
        alias: (@Sendable (String) -> String?)? = nil, unsaid: String = "",
        shown: (@Sendable (JSONTree) -> [JSONTree])? = nil,
        parts: [SeedSection] = []
    ) {
        self.key = key
        self.form = form
        self.make = Operation(make)
        self.change = change.map { Operation($0) }
        self.resource = resource
        self.id = id
        self.names = names.words
        self.extras = extras.words
        self.content = content
        self.defaults = defaults
        self.references = references
        self.joined = joined
        self.ties = ties
        self.createdAt = createdAt
        self.alias = alias
        self.unsaid = unsaid.words
        self.shown = shown
        self.parts = parts
    }

    /// A method and a path, such as `PATCH /clients/{id}`.
    package struct Operation: Sendable {
        package let method: String
        /// Below `/api/v2`.
        package let path: String
        /// What its parameters are called.
        package let parameters: [String]

        package init(_ text: String) {
            let parts = text.words
            (method, path) = (parts.first ?? "", parts.last ?? "")
            parameters = path.split(separator: "/").filter { $0.first == "{" }.map { String($0.dropFirst().dropLast()) }
        }
    }

    /// A member that names an object of another section.
    package struct Reference: Sendable {
        /// By path; `*name` for members of that name wherever they are; empty for the item itself.
        package let member: String
        package let target: String
        /// What of the object takes the name's place; nil: its id.
        package let yields: String?

        package init(_ member: String, to target: String, yields: String? = nil) {
            self.member = member
            self.target = target
            self.yields = yields
        }
    }

    /// A relation, seen from one side.
    package struct Ties: Sendable {
        package let relation: String
        /// The object above stands second in its pairs.
        package let isReversed: Bool

        package init(_ relation: String, reversed: Bool = false) {
            self.relation = relation
            isReversed = reversed
        }
    }
}

extension Family {
    /// The operation of a method and a path, whatever the path's parameters are called.
    package func operation(_ method: String, _ path: String) -> FamilyOperation? {
        let form = Family.form(path.dropFirst())
        return operations.first { $0.method == method && Family.form($0.path.dropFirst()) == form }
    }
}

/// What a call of a seed may say beyond what a request may.
package final class SeedMark: Sendable {
    /// The new object's id; nil: one is drawn.
    package let id: String?
    package let createdAt: Instant?

    package init(id: String? = nil, createdAt: Instant? = nil) {
        self.id = id
        self.createdAt = createdAt
    }
}
