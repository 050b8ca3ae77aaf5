import Glibc
import Families
import JSON
import Resources
import Tenancy
import TestSupport
import Testing

@testable import Formats

/// What a tenant holds goes out and comes back the same, whatever the calls were that made it.
/// Not all goes through each form yet, so that it is looked at by hand: `LOCALTENANT_ROUND_TRIPS=1 make test`.
@Suite(.enabled(if: getenv("LOCALTENANT_ROUND_TRIPS") != nil, "looked at by hand"))
struct ObjectRoundTripTests {
    private static let forms = ObjectSeedTests.forms

    /// - Returns: for each object in which two tenants differ, what each has of it.
    private static func differences(_ first: [String: JSONTree], _ second: [String: JSONTree]) -> [String] {
        Set(first.keys).union(second.keys).sorted().compactMap { key in
            guard let one = first[key] else { return "+ \(key)" }
            guard let two = second[key] else { return "- \(key)" }
            let names = ((one.members ?? []) + (two.members ?? [])).map(\.key)
            let others = Set(names).filter { one[$0] != two[$0] }.sorted()
            guard !others.isEmpty else { return nil }
            func text(_ tree: JSONTree) -> String { String(decoding: tree.only(others).bytes, as: UTF8.self) }
            return "\(key): \(text(one)) -> \(text(two))"
        }
    }

    static func start(_ text: [UInt8], isYAML: Bool) throws -> Tenant {
        try Seed.start(
            try JSONParser.parse(text), isYAML: isYAML, RandomObjects.settings, TenantWorld.trial(), forms,
            readFile: { _ throws(SeedError) in "" }
        ).sown
    }

    /// What is left of a tenant's differences after it went through our own form.
    private static func lostInObjects(_ tenant: Tenant) -> [String] {
        var writer = JSONWriter()
        writer.seed(tenant, showsSecrets: true, as: forms)
        do {
            return differences(rows(tenant), rows(try start(writer.finish(), isYAML: false)))
        } catch {
            return ["\(error)"]
        }
    }

    /// Objects by resource and id, and pairs by relation and ids, without times; those that are as a new tenant has
    /// them are left out.
    private static func rows(_ tenant: Tenant) -> [String: JSONTree] {
        var (tenant, fresh) = (tenant, Tenant(settings: RandomObjects.settings))
        fresh.initialDocuments = forms.initialDocuments
        tenant.initialDocuments = forms.initialDocuments
        var rows: [String: JSONTree] = [:]
        for resource in Families.catalogue.families.flatMap(\.resources) {
            tenant.fillTable(resource.name)
            fresh.fillTable(resource.name)
            for document in tenant.table(resource.name).all {
                let row = row(document, resource)
                if case .singleton(let text) = resource.shape, row == sorted(JSONTree(text: text)) { continue }
                if case .keyed(let text) = resource.shape, row == sorted(JSONTree(text: text ?? "{}")) { continue }
                if fresh.table(resource.name).document(document.id).map({ self.row($0, resource) }) == row { continue }
                rows["\(resource.name) \(document.id)"] = row
            }
        }
        for (name, pairs) in tenant.content.resources.links {
            for pair in pairs { rows["\(name) \(pair.from) \(pair.to)"] = .emptyObject }
        }
        return rows
    }

    private static func row(_ document: Document, _ resource: Resource) -> JSONTree {
        var tree = document.tree.without([resource.stamps?.created, resource.stamps?.updated].compactMap(\.self))
        for member in document.sealedTree.members ?? [] { tree[path: member.key] = member.value }
        for path in drawn[resource.name] ?? [] {
            tree = tree.without(path: path.split(separator: ".").map(String.init))
        }
        return sorted(tree)
    }

    /// - Parameter resource: of the tree.
    private static func comparable(_ tree: JSONTree, _ resource: String) -> JSONTree {
        var tree = tree
        for path in drawn[resource] ?? [] { tree = tree.without(path: path.split(separator: ".").map(String.init)) }
        return sorted(tree)
    }

    /// What the export's comment says that it never has.
    private static let drawn = [
        "clients": [
            "client_authentication_methods", "client_secret", "hidden_client_secret", "organization_require_behavior",
        ],
        "connections": ["provisioning_ticket_url"],
        "custom-domains": ["verification"],
        "event-streams": ["destination.configuration.aws_partner_event_source"],
        "flows/vault/connections": ["fingerprint"],
        "log-streams": ["sink.azurePartnerTopic", "sink.awsPartnerEventSource"],
        "organizations/discovery-domains": ["verification_txt"],
        // What was given at first, which is everything the second time.
        "users": ["password", "given"],
    ]

    /// Without an order where there is none, and with what is null left out.
    private static func sorted(_ tree: JSONTree) -> JSONTree {
        if let members = tree.members {
            let kept = members.filter { !$0.value.isNull }.map { member in
                let value = sorted(member.value)
                guard member.key == "shields", let shields = value.strings else {
                    return JSONTree.Member(member.key, value)
                }
                return JSONTree.Member(member.key, .array(shields.sorted().map { .string($0) }))
            }
            return .object(kept.sorted { $0.key < $1.key })
        }
        return tree.items.map { .array($0.map(sorted)) } ?? tree
    }

    /// Leaves out calls as long as it fails, and says what is left of them.
    private static func shrunk(_ seed: UInt64, _ lost: (Tenant) -> [String]) -> String {
        var skipped: Set<Int> = []
        for index in (0..<RandomObjects.callsMax).reversed()
        where !lost(RandomObjects(seed: seed, skipping: skipped.union([index])).tenant)
            .isEmpty
        {
            skipped.insert(index)
        }
        let made = RandomObjects(seed: seed, skipping: skipped)
        return "seed \(seed)\n" + (made.told + lost(made.tenant)).joined(separator: "\n")
    }

    private static let count = 80 as UInt64
    private static let made = (0..<count).map { RandomObjects(seed: $0) }

    @Test func `our own form brings back every object`() {
        Self.check(Self.lostInObjects)
    }

    @Test func `the deploy CLI's document brings back what its comment does not name`() {
        Self.check(Self.lostInDocument)
    }

    /// The first differences are told with the calls that make them.
    private static func check(_ lost: (Tenant) -> [String]) {
        var failures = 0
        for (seed, random) in made.enumerated() where !lost(random.tenant).isEmpty {
            failures += 1
            if failures > most {
                Issue.record("seed \(seed)\n\(lost(random.tenant).joined(separator: "\n"))")
            } else {
                Issue.record("\(shrunk(UInt64(seed), lost))")
            }
        }
    }
    private static let most = 2

    /// What is left of a tenant's differences after it went through `tenant.yaml`, in the sections that this has.
    private static func lostInDocument(_ tenant: Tenant) -> [String] {
        let text = DeployDocument.json(tenant, forms, showsSecrets: true)
        do {
            return differences(deployable(tenant), deployable(try start(Array(text.utf8), isYAML: true)))
        } catch {
            return ["\(error)"]
        }
    }

    /// By section and name.
    private static func deployable(_ tenant: Tenant) -> [String: JSONTree] {
        var export = ObjectExport(tenant, forms, showsSecrets: true, usesAliases: false)
        var rows: [String: JSONTree] = [:]
        for (section, value) in export.sections() where DeployExport.held.contains(section.key) {
            for item in value.items ?? [value] {
                let name = ObjectNames.names(item, section).first ?? "\(rows.count)"
                let unheld = section.key == "organizations" ? DeployExport.unheldParts : []
                let own = item.without(unheld + [section.id, "users"]).without(path: ["discovery_domains", "id"])
                // An order that is a new tenant's is no change.
                let isOrdered = section.key == "suspicious_ip_throttling"
                let row = comparable(isOrdered ? own.without(["shields"]) : own, section.resource)
                if row.members?.isEmpty != true { rows["\(section.key) \(name)"] = row }
            }
        }
        return rows
    }

    /// Some need more than chance brings: a connection of one of few kinds, a domain that was verified, a client that
    /// is for organizations.
    @Test func `random tenants have of almost everything`() {
        let done = Set(Self.made.flatMap(\.done.keys))
        let operations = RandomObjects.places.flatMap { [$0.section.make, $0.section.change].compactMap(\.self) }
        let names = Set(operations.compactMap { Self.forms.operation($0).map { "\($0.method) \($0.path)" } })
        let missing = names.subtracting(done)
        #expect(missing.count < 30, "\(missing.sorted())")
    }
}
