import Ground
import JSON
package import Tenancy

/// One resource as data: what it consists of, how it is made, shown, changed and removed.
package final class Resource: Sendable {
    /// Names it among all of them, and its table in a tenant: `clients`, `clients/credentials`.
    package let name: String
    /// Its collection's path below `/api/v2/`, or its own where there is only one: `clients/{client_id}/credentials`.
    package let path: String
    package let shape: Shape
    package let order: Order
    /// Members of members: `rule.action` to `block allow log`.
    package let nested: [(path: String, order: MemberOrder)]
    /// A search sees its changes only after the tenant's delay.
    package let isSearched: Bool
    /// Its documents tell of what happened in the tenant, and are no part of what a test has changed.
    package let isRecord: Bool
    /// Its documents are made when somebody first looks for them; what changes them counts in the tenant's counter of
    /// its name.
    package let isMadeByReading: Bool
    /// Members that a request has a say in, where its schema takes any; empty: all that the schema takes.
    package let takes: [String]
    /// What a new document has that its request left out, as a JSON object; `as_of` decides between several.
    package let defaults: [Dated]
    package let stamps: Stamps?
    /// Never answered, by path: kept apart from what is.
    package let sealed: [String]
    package let keys: [Key]
    /// Members that documents are found by beside keys and references.
    package let indexed: [String]
    package let references: [Reference]
    package let limit: (countMax: Int, refusal: Refusal)?
    package let patch: PatchForm
    package let statuses: Statuses
    package let removal: Removal
    package let list: ListForm?
    package let missing: Refusal
    /// What a name in a path must look like, before anything is looked for; nil: whatever it likes.
    package let names: (fit: @Sendable (String) -> Bool, refusal: Refusal)?
    /// Of the parent where it is another resource's document.
    package let parent: String?
    /// What a new tenant has: JSON texts; `ResourceRules.initial` makes others.
    package let initial: [String]
    /// Journal, logs and exports show nothing of these, by path.
    package let secrets: [String]
    package let rules: any ResourceRules
    /// How many parameters the path has: the parents' ids, or the key.
    let parentCount: Int
    /// `defaults`, read.
    let defaultTrees: [(since: Day?, tree: JSONTree)]

    package init(
        _ name: String, path: String? = nil, _ shape: Shape, order: Order = .request, nested: [String: String] = [:],
        takes: String = "", defaults: [Dated] = [], stamps: Stamps? = nil, sealed: [String] = [], keys: [Key] = [],
        indexed: [String] = [], references: [Reference] = [], limit: (countMax: Int, refusal: Refusal)? = nil,
        patch: PatchForm = PatchForm(), statuses: Statuses = Statuses(), removal: Removal = Removal(),
        list: ListForm? = nil, missing: Refusal = .notFound,
        names: (fit: @Sendable (String) -> Bool, refusal: Refusal)? = nil, parent: String? = nil,
        isSearched: Bool = false, isRecord: Bool = false, isMadeByReading: Bool = false,
        initial: [String] = [], secrets: [String] = [], rules: any ResourceRules = NoRules()
    ) {
        self.name = name
        self.path = path ?? name
        self.shape = shape
        self.order = order
        self.nested = nested.sorted { $0.key < $1.key }.map {
            ($0.key, MemberOrder(head: $0.value.words))
        }
        self.isSearched = isSearched
        self.isRecord = isRecord
        self.isMadeByReading = isMadeByReading
        self.takes = takes.words
        self.defaults = defaults
        self.stamps = stamps
        self.sealed = sealed
        self.keys = keys
        self.indexed = indexed
        self.references = references
        self.limit = limit
        self.patch = patch
        self.statuses = statuses
        self.removal = removal
        self.list = list
        self.missing = missing
        self.names = names
        self.parent = parent
        self.initial = initial
        self.secrets = secrets + sealed
        self.rules = rules
        parentCount = self.path.utf8.count { $0 == 0x7B }
        defaultTrees = defaults.map { ($0.since, JSONTree(text: $0.text)) }
    }

    package enum Shape: Sendable {
        /// Documents, each with an id; `member` is the one that shows it.
        case collection(IDForm, member: String = "id")
        /// One document a tenant (or a parent), there from the start: the text is what a new tenant has.
        case singleton(String)
        /// One document for each value of the path's parameters, there once it was put; nil is answered before.
        case keyed(unset: String?)
    }

    /// The order of the stored members.
    package enum Order: Sendable {
        /// As the request has them, then what was added.
        case request
        case of(MemberOrder)

        /// These, in this order; others behind them.
        package static func members(_ names: String) -> Order { fixed(names.words) }
        package static func fixed(_ names: [String]) -> Order { .of(MemberOrder(head: names)) }

        /// The first come first, the last last, and the request's order between them.
        package static func around(head: [String], tail: [String]) -> Order {
            .of(MemberOrder(head: head, tail: tail))
        }
    }

    /// Defaults that hold from a day on.
    package struct Dated: Sendable {
        package let since: Day?
        package let text: String

        package init(_ text: String, since: Day? = nil) {
            self.text = text
            self.since = since
        }
    }

    /// Members that show when a document was made and changed.
    package struct Stamps: Sendable {
        package let created: String?
        package let updated: String?
        /// Digits of the fraction of a second.
        package let digits: Int

        package init(created: String? = "created_at", updated: String? = "updated_at", digits: Int = 3) {
            self.created = created
            self.updated = updated
            self.digits = digits
        }
    }

    /// Members that no other document may have the same of (within its parent).
    package struct Key: Sendable {
        package let members: [String]
        package let isFolded: Bool
        package let taken: Refusal

        package init(_ members: String..., folded: Bool = false, taken: Refusal) {
            self.members = members
            isFolded = folded
            self.taken = taken
        }
    }

    /// A member that names a document of another resource, or a list of such names.
    package struct Reference: Sendable {
        package let member: String
        package let target: String
        /// Nil: a name of nothing is taken.
        package let unknown: Refusal?
        package let onRemove: OnRemove

        package init(_ member: String, to target: String, unknown: Refusal? = nil, onRemove: OnRemove = .nothing) {
            self.member = member
            self.target = target
            self.unknown = unknown
            self.onRemove = onRemove
        }

        /// What becomes of the document when the one it names goes.
        package enum OnRemove: Sendable {
            case nothing
            /// It goes too.
            case cascade
            /// The name goes out of it.
            case forget
            /// The other one stays, while this is there.
            case refuse(Refusal)
        }
    }

    /// How a PATCH changes a document. `null` removes a member unless it is kept.
    package struct PatchForm: Sendable {
        /// Members that are objects and are merged, by name; `*` for all.
        package let shallow: [String]
        package let deep: [String]
        /// Members whose null is stored.
        package let keepsNull: [String]

        package init(shallow: String = "", deep: String = "", keepsNull: String = "") {
            self.shallow = shallow.words
            self.deep = deep.words
            self.keepsNull = keepsNull.words
        }
    }

    package struct Statuses: Sendable {
        package let create: Int
        package let update: Int

        package init(create: Int = 201, update: Int = 200) {
            self.create = create
            self.update = update
        }
    }

    /// What a DELETE answers.
    package struct Removal: Sendable {
        package let status: Int
        package let body: String
        /// Whether one of nothing succeeds, too.
        package let isIdempotent: Bool

        package init(status: Int = 204, body: String = "", isIdempotent: Bool = true) {
            self.status = status
            self.body = body
            self.isIdempotent = isIdempotent
        }
    }
}
