import Families
import JSON
import Resources
import Synchronization
import Tenancy
import TestSupport

@testable import Formats

/// A tenant as calls at random have left it: objects of every section, and what hangs on them, made, changed and
/// deleted by the operations that the sections name, with bodies from the operations' own schemas.
struct RandomObjects {
    private(set) var tenant: Tenant
    /// The calls that were carried out, for people.
    private(set) var told: [String] = []
    /// How often an operation did something, and what it said last where it did not.
    private(set) var done: [String: Int] = [:]
    private(set) var refusals: [String: String] = [:]
    private let world = TenantWorld.trial()
    private var random = SeededGenerator(seed: 0)
    private var counter = 0

    static let callsMax = 16
    static let settings: TenantSettings = {
        var settings = TenantSettings()
        settings.hasExperimentation = true
        return settings
    }()

    /// A module, and actions that objects may name.
    private static let start: Tenant = {
        let text = #"""
            {"modules":[{"name":"shared","code":"x","publish":true}],
             "actions":[{"name":"exchange","supported_triggers":[{"id":"custom-token-exchange"}],"code":"x"},
               {"name":"stream","supported_triggers":[{"id":"event-stream"}],"code":"x","deploy":true}]}
            """#
        let start = try? ObjectRoundTripTests.start(Array(text.utf8), isYAML: false)
        return start ?? Tenant(settings: settings)
    }()

    /// A section, below the sections that it hangs on.
    struct Place: Sendable {
        let chain: [SeedSection]
        var section: SeedSection { chain[chain.count - 1] }
        /// Such as `organizations.members`.
        var name: String { chain.map(\.key).joined(separator: ".") }
        let weight: Int
    }

    private let sectionsLeftOut: Set<String>

    /// - Parameters:
    ///   - sectionsLeftOut: sections and parts that no call is about.
    ///   - skipping: calls to leave out; the others stay what they are, as far as they can.
    init(seed: UInt64, calls: Int = callsMax, without sectionsLeftOut: Set<String> = [], skipping: Set<Int> = []) {
        self.sectionsLeftOut = sectionsLeftOut
        tenant = Self.start
        tenant.initialDocuments = ObjectSeedTests.forms.initialDocuments
        for index in 0..<calls where !skipping.contains(index) {
            random = SeededGenerator(seed: seed &* 0x1_0001 &+ UInt64(index) &* 0x9E37_79B9)
            counter = index
            call()
        }
    }

    static let places: [Place] = {
        let sections = ObjectSeedTests.forms.sections
        func named(_ resource: String) -> Int {
            sections.flatMap { $0.references + $0.parts.flatMap(\.references) }.filter { $0.target == resource }.count
        }
        func places(_ chain: [SeedSection]) -> [Place] {
            let weight = chain.count == 1 ? 2 + named(chain[0].resource) : 3
            return [Place(chain: chain, weight: weight)]
                + chain[chain.count - 1].parts.flatMap { places(chain + [$0]) }
        }
        return sections.flatMap { places([$0]) }
    }()

    private static let all = places.flatMap { Array(repeating: $0, count: $0.weight) }

    /// Bodies that fit, by operation: made once, for many tenants.
    private static let deck = Deck()

    private final class Deck: Sendable {
        private let made = Mutex<[String: [JSONTree]]>([:])

        /// - Parameter part: `body` or `path`.
        func samples(_ part: String, _ operation: FamilyOperation) -> [JSONTree] {
            made.withLock { made in
                let name = "\(operation.id).\(part)"
                if let samples = made[name] { return samples }
                let family = Families.catalogue.families.first { $0.operations.contains { $0 === operation } }
                let schema = (part == "path" ? operation.parameters : operation.body) ?? .anything
                let dice = SchemaSample.Dice(seed: UInt64(operation.number))
                let samples = (0..<24).lazy
                    .compactMap { _ in family.flatMap { SchemaSample($0.schemas, dice).value(of: name) } }
                    .filter { schema.fits($0.reread) }.prefix(6)
                made[name] = Array(samples)
                return made[name] ?? []
            }
        }
    }

    // MARK: - Chance

    private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
    private mutating func isOne(in count: Int) -> Bool { number(0..<count) == 0 }
    private mutating func some<Item>(_ items: [Item]) -> Item? { items.randomElement(using: &random) }

    /// The id of an object that is there.
    private mutating func object(of resource: String, below parent: String = "") -> String? {
        if resource == "actions" { return some(tenant.content.actions.map { "\($0.id.value)" }) }
        tenant.fillTable(resource)
        return some(tenant.table(resource).all)?.id
    }
}

/// Calls.
extension RandomObjects {
    private mutating func call() {
        guard let place = some(Self.all), !sectionsLeftOut.contains(place.chain[0].key),
            !sectionsLeftOut.contains(place.name), let parents = parents(of: place)
        else { return }
        let section = place.section
        switch number(0..<10) {
        case 0 where isOne(in: 2): remove(place)
        case 1, 2:
            guard let change = section.change, let own = existing(section, parents) else { fallthrough }
            send(change, section, parents + own)
        default: send(section.make, section, parents)
        }
    }

    private mutating func parents(of place: Place) -> [String]? {
        var ids: [String] = []
        for (index, section) in place.chain.dropLast().enumerated() {
            if case .single = section.form { return nil }
            if let ties = section.ties, index > 0 {
                let links = tenant.links(ties.relation)
                let ends = ties.isReversed ? links.links(to: ids[index - 1]) : links.links(from: ids[index - 1])
                guard let id = some(ends.map(\.id)) else { return nil }
                ids.append(id)
            } else {
                guard let id = object(of: section.resource) else { return nil }
                ids.append(String(id.split(separator: "/").last ?? ""))
            }
        }
        return ids
    }

    /// What the path of a change names beside the parents.
    private mutating func existing(_ section: SeedSection, _ parents: [String]) -> [String]? {
        if case .single = section.form { return [] }
        let head = parents.map { $0 + "/" }.joined()
        tenant.fillTable(section.resource)
        let ids = tenant.table(section.resource).all.map(\.id).filter { $0.hasPrefix(head) }
        return some(ids).map { [String($0.dropFirst(head.count))] }
    }

    private mutating func remove(_ place: Place) {
        guard place.chain.count == 1, let change = place.section.change, let id = object(of: place.section.resource),
            !isInitial(id, place.section.resource),
            let operation = ObjectSeedTests.forms.operation(.init("DELETE \(change.path)"))
        else { return }
        perform(operation, operation.path.contains("{") ? [id] : [], nil)
    }

    /// That what every new tenant has was deleted is something that no format can say.
    private func isInitial(_ id: String, _ resource: String) -> Bool { Self.new.table(resource).contains(id) }

    /// A tenant as it is before the first call.
    static let new: Tenant = {
        var new = Tenant(settings: settings)
        new.initialDocuments = ObjectSeedTests.forms.initialDocuments
        for resource in Families.catalogue.families.flatMap(\.resources) { new.fillTable(resource.name) }
        return new
    }()

    private mutating func send(_ name: SeedSection.Operation, _ section: SeedSection, _ given: [String]) {
        guard let operation = ObjectSeedTests.forms.operation(name),
            var body = some(Self.deck.samples("body", operation))
        else { return }
        var parameters = given
        let path = some(Self.deck.samples("path", operation))
        for parameter in name.parameters.dropFirst(given.count) {
            guard let text = path?[parameter]?.string else { return }
            parameters.append(text)
        }
        if body.isObject {
            if isOne(in: 2) { body = body.without(section.unsaid) }
            // One that becomes an app of another kind has not what one that is made so is made with; a change may
            // take from a stream what it cannot be made without.
            // Forms of names know what every new tenant has by its name.
            if name.method == "PATCH" {
                body = body.without(["app_type", "sink"])
                if let id = given.last, isInitial(id, section.resource) { body = body.without(section.names) }
            }
            body = refer(named(body, section, operation), section, operation)
            if name.method == "POST" { body.merge(section.defaults, .shallow) }
        }
        guard operation.body.fits(body.reread) else { return }
        perform(operation, parameters, body)
    }

    private mutating func perform(_ operation: FamilyOperation, _ parameters: [String], _ body: JSONTree?) {
        let name = "\(operation.method) \(operation.path)"
        let text = body.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        var changed = tenant
        do throws(Refusal) {
            var call = ObjectSeedTests.forms.call(tenant, world, parameters, body)
            call.seed = SeedMark()
            _ = try operation.perform(call, &changed)
            tenant = changed
            told.append("\(name) \(parameters.joined(separator: " ")) \(text)")
            done[name, default: 0] += 1
        } catch {
            refusals[name] = error.message
        }
    }
}

/// Bodies.
extension RandomObjects {
    /// The names of few objects are the same.
    private mutating func named(_ body: JSONTree, _ section: SeedSection, _ operation: FamilyOperation) -> JSONTree {
        var body = body
        for name in section.names where !name.contains("+") {
            guard body[name]?.string != nil else { continue }
            // Names stand for objects in the other formats, so that each is one object's.
            let number = counter
            let texts = ["\(name) \(number)", "\(name)-\(number)", "n\(number)@example.com", "n\(number).example.com"]
            for text in texts {
                var changed = body
                changed[name] = .string(text)
                guard operation.body.fits(changed.reread) else { continue }
                body = changed
                break
            }
        }
        return body
    }

    private mutating func refer(_ body: JSONTree, _ section: SeedSection, _ operation: FamilyOperation) -> JSONTree {
        let known = Set(section.references.map(\.member))
        let others = (Families.catalogue.resource(section.resource)?.references ?? []).map {
            SeedSection.Reference($0.member, to: $0.target)
        }
        var body = body
        if case .batch(let member, _) = section.form {
            let items = body[member]?.items ?? []
            let schema = operation.body.property(member)?.schema.itemSchema
            var made: [JSONTree] = []
            for item in items.isEmpty ? [] : items + (isOne(in: 2) ? items : []) {
                made.append(pointing(item, section.references, schema))
            }
            body[member] = .array(made)
            return body
        }
        if section.joined != nil, let grant = object(of: "client-grants") { body["grant_id"] = .string(grant) }
        return pointing(
            body, section.references + others.filter { !known.contains($0.member) }, operation.body)
    }

    private mutating func pointing(
        _ value: JSONTree, _ references: [SeedSection.Reference], _ schema: Schema?
    ) -> JSONTree {
        var value = value
        for reference in references {
            guard let id = object(of: reference.target) else { continue }
            let table = tenant.table(reference.target)
            let text = reference.yields.map { table.document(id)?.tree[$0]?.string ?? id } ?? id
            if !reference.member.isEmpty, reference.member.first != "*", value[path: reference.member] == nil,
                !isOne(in: 3)
            {
                for candidate in [JSONTree.string(text), [.string(text)]] {
                    var changed = value
                    changed[path: reference.member] = candidate
                    if schema?.fits(changed.reread) ?? false { value = changed }
                }
            } else {
                value = reference.replaced(in: value) { _ in text }
            }
            // What an API grants is the API's.
            if value["permission_name"] != nil, reference.target == "resource-servers",
                let scope = some(table.document(id)?.tree["scopes"]?.items ?? [])?["value"]
            {
                value["permission_name"] = scope
            }
        }
        return value
    }
}
