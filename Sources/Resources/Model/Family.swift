package import JSON
import Synchronization
package import Tenancy

/// What has one first path segment: its operations as the vendor's document lists them, and what stands behind each.
package final class Family: Sendable {
    package let name: String
    package let generated: GeneratedFamily
    /// Which effects of the real service its objects do not have here, for the page's table; nil: none that we know of.
    package let lacks: String?
    package let resources: [Resource]
    package let relations: [Relation]
    private let acts: [String: Act]
    private let gate: Gate?
    /// Of what its acts answer and no resource keeps.
    private let secrets: [String]
    /// Its answers show the certificate that the tenant signs with, so they wait until there is one.
    package let showsSigningKey: Bool
    /// Its rules ask whose token a request comes with.
    fileprivate let asksSubject: Bool
    /// Operations that make keys, which wait until there are spare ones, by id.
    fileprivate let makesKeys: [String: KeyUse]
    private let text = Once<SchemaText>()
    private let made = Once<[FamilyOperation]>()

    /// An operation with code of its own, which refuses before it changes anything.
    package typealias Act = @Sendable (ResourceCall, inout Tenant) throws(Refusal) -> Answer

    /// What a tenant without the family's feature is refused with; nil for one that has it.
    package typealias Gate = @Sendable (TenantSettings) -> Refusal?

    /// - Parameters:
    ///   - acts: by operation id.
    ///   - secrets: members that are secrets, beside those of the resources.
    package init(
        _ generated: GeneratedFamily, lacks: String? = nil, _ resources: [Resource], relations: [Relation] = [],
        acts: [String: Act] = [:], gate: Gate? = nil, showsSigningKey: Bool = false, asksSubject: Bool = false,
        makesKeys: [String: KeyUse] = [:], secrets: [String] = []
    ) {
        self.lacks = lacks
        self.secrets = secrets
        self.gate = gate
        self.showsSigningKey = showsSigningKey
        self.asksSubject = asksSubject
        self.makesKeys = makesKeys
        self.relations = relations
        name = generated.name
        self.generated = generated
        self.resources = resources
        self.acts = acts
    }

    /// Members that are secrets in what an operation takes and answers. What a resource keeps of names that users
    /// choose (`*`) is no more than that resource's.
    package func secretPaths(ofOperation number: Int) -> [[String]] {
        let path = operations.first { $0.number == number }.map { Family.form($0.path.dropFirst()) }
        let kept = resources.flatMap { resource in
            resource.secrets.filter { $0 != "*" || Family.form(resource.path[...]) == path }
        }
        return (kept + secrets).map { $0.split(separator: ".").map(String.init) }
    }

    /// Ids of acts and of makers of keys that no operation has: mistakes, for a test to find.
    package var strayActs: [String] {
        let known = Set(operations.map(\.id))
        return (Array(acts.keys) + makesKeys.keys).filter { !known.contains($0) }.sorted()
    }

    /// The family's operations in the document's order, made when first asked for.
    package var operations: [FamilyOperation] {
        made.value {
            generated.lines().enumerated().map { index, line in
                FamilyOperation(line, number: generated.firstNumber + index, binding(of: line), of: self)
            }
        }
    }

    /// The schemas' text, read when first asked for.
    package var schemas: SchemaText { text.value { SchemaText(generated.schemas) } }

    private func binding(of line: OperationLine) -> FamilyOperation.Binding? {
        guard let gate, let bound = openBinding(of: line) else { return openBinding(of: line) }
        return .act { (call, tenant) throws(Refusal) in
            if let refusal = gate(call.settings) { throw refusal }
            return try bound.perform(call, &tenant)
        }
    }

    private func openBinding(of line: OperationLine) -> FamilyOperation.Binding? {
        if let act = acts[line.id] { return .act(act) }
        // A template is the same whatever its parameters are called.
        let path = Family.form(line.path.dropFirst())
        for resource in resources {
            let own = Family.form(resource.path[...])
            let isItem = path == own + "/{}"
            guard path == own || isItem, let verb = resource.verb(line.method, isItem: isItem) else { continue }
            return .verb(verb, resource)
        }
        return nil
    }

    /// A path whose parameters have no names: `users/{}`.
    package static func form(_ path: Substring) -> String {
        path.split(separator: "/").map { $0.first == "{" ? "{}" : String($0) }.joined(separator: "/")
    }
}

extension FamilyOperation.Binding {
    // Part of its callers: as a function of another module it costs a request five hundred instructions.
    @inlinable
    @inline(__always)
    package func perform(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        switch self {
        case .act(let act): try act(call, &tenant)
        case .verb(let verb, let resource): try resource.perform(verb, call, &tenant)
        }
    }
}

/// The verbs that resources have in common.
package enum Verb: Sendable {
    case list, create, read, patch, put, remove
}

extension Resource {
    package func perform(_ verb: Verb, _ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        switch verb {
        case .list: try list(call, &tenant)
        case .create: try create(call, &tenant)
        case .read: try read(call, &tenant)
        case .patch: try patch(call, &tenant)
        case .put: try put(call, &tenant)
        case .remove: try remove(call, &tenant)
        }
    }

    /// What a method does to the collection or to one of its documents; nil where it does nothing.
    func verb(_ method: String, isItem: Bool) -> Verb? {
        switch shape {
        case .collection:
            switch (method, isItem) {
            case ("GET", false): list == nil ? nil : .list
            case ("POST", false): .create
            case ("GET", true): .read
            case ("PATCH", true): .patch
            case ("PUT", true): .put
            case ("DELETE", true): .remove
            default: nil
            }
        case .singleton, .keyed:
            switch (method, isItem) {
            case ("GET", false): .read
            case ("PATCH", false): .patch
            case ("PUT", false): .put
            case ("POST", false): .create
            case ("DELETE", false): .remove
            default: nil
            }
        }
    }
}

/// One operation of the Management API.
package final class FamilyOperation: Sendable {
    package enum Binding: Sendable {
        case verb(Verb, Resource)
        case act(Family.Act)
    }

    /// Its place among all operations.
    package let number: Int
    package let id: String
    package let method: String
    /// Below `/api/v2`.
    package let path: String
    /// Any of these is enough.
    package let scopes: [String]
    /// What it does, in a few words.
    package let summary: String
    package let content: OperationLine.Content
    private let checksQuery, checksPath: Bool
    /// Nil: it is known, and not emulated.
    package let binding: Binding?
    private unowned let family: Family
    private let bodySchema = Once<Schema>()
    private let querySchema = Once<Schema>()
    private let pathSchema = Once<Schema>()

    init(_ line: OperationLine, number: Int, _ binding: Binding?, of family: Family) {
        self.number = number
        id = line.id
        method = line.method
        path = line.path
        scopes = line.scopes
        summary = line.summary
        content = line.content
        checksQuery = line.checksQuery
        checksPath = line.checksPath
        self.binding = binding
        self.family = family
    }

    package var showsSigningKey: Bool { family.showsSigningKey }
    package var asksSubject: Bool { family.asksSubject }
    package var makesKeys: KeyUse? { family.makesKeys[id] }

    /// What its content must be; anything where nobody says.
    package var body: Schema { bodySchema.value { schema("body") } }
    /// Nil where the document says nothing of it.
    package var query: Schema? { checksQuery ? querySchema.value { schema("query") } : nil }
    package var parameters: Schema? { checksPath ? pathSchema.value { schema("path") } : nil }

    /// What the document calls required of its query; the service refuses what lacks it in words of its own.
    package var neededQuery: [String] {
        family.schemas.definition("\(id).query")?["n"]?.items?.compactMap(\.string) ?? []
    }

    /// Members of its body that are files.
    package var files: [String] {
        guard content == .multipart, let members = family.schemas.definition("\(id).body")?["p"]?.members else {
            return []
        }
        return members.filter { $0.value.string("f") == "binary" }.map(\.key)
    }

    private func schema(_ part: String) -> Schema {
        family.schemas.schema(named: "\(id).\(part)") ?? .anything
    }
}

/// A value that is made when it is first asked for.
private final class Once<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)

    /// Two who ask at once may both make it; the first one's stays.
    func value(_ make: () -> Value) -> Value {
        if let made = made.withLock({ $0 }) { return made }
        let new = make()
        return made.withLock { made in
            let value = made ?? new
            made = value
            return value
        }
    }
}
