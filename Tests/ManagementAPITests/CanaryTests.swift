import Families
import Formats
import HTTPCore
import JSON
import Journal
import ManagementAPI
import Resources
import Tenancy
import TestSupport
import Testing

@testable import ControlAPI

/// A text is planted wherever a family says that it takes a secret; then the journal and the export are searched for
/// it, and what answers a GET for the members that are never answered.
@Suite struct CanaryTests {
    @Test func `a secret shows in no journal, no export and no answer`() throws {
        var run = try CanaryRun()
        for family in Families.catalogue.families where family.resources.contains(where: { !$0.secrets.isEmpty }) {
            run.tell(family)
        }
        for (label, entry) in run.entries {
            #expect(!entry.shownBody.contains(CanaryRun.canary), "\(label): \(entry.shownBody)")
            #expect(!entry.shownResponseBody.contains(CanaryRun.canary), "\(label): \(entry.shownResponseBody)")
        }
        for (label, text) in run.read {
            #expect(!text.contains(CanaryRun.sealedCanary), "\(label): \(text)")
        }
        var writer = JSONWriter()
        writer.seed(run.tenant, showsSecrets: false) { Families.catalogue.resource($0)?.secrets ?? [] }
        let export = String(decoding: writer.finish(), as: UTF8.self)
        for leak in export.ranges(of: CanaryRun.canary) {
            Issue.record("the export has \(export[..<leak.upperBound].suffix(200))")
        }
        for (name, text) in run.otherForms(showsSecrets: false) {
            for leak in text.ranges(of: CanaryRun.canary) {
                Issue.record("\(name) has \(text[..<leak.upperBound].suffix(200))")
            }
        }
        let shown = run.otherForms(showsSecrets: true).filter { $0.text.contains(CanaryRun.canary) }.map(\.name)
        #expect(shown == ["objects", "document", "folder"], "they have it where they are asked")
        #expect(run.told.count > 30, "\(run.told.sorted())")
        #expect(run.kept > 15)
    }

    @Test func `what a hook is called is shown, and what its secrets are called is not`() throws {
        var run = try CanaryRun()
        let hook = run.send("POST", "/hooks", #"{"name":"shown","script":"x","triggerId":"credentials-exchange"}"#)
        let id = hook.json["id"]?.string ?? ""
        let told = run.send("POST", "/hooks/\(id)/secrets", #"{"KEY":"canary"}"#)
        #expect(told.status == .created)
        #expect(run.entries[0].1.shownBody.contains("shown") && run.entries[0].1.shownResponseBody.contains("shown"))
        #expect(run.entries[1].1.shownBody == #"{"KEY":"(redacted)"}"#)
    }

    @Test func `a ticket is the user's alone`() throws {
        var run = try CanaryRun()
        let person =
            #"{"connection":"Username-Password-Authentication","email":"a@b.test","password":"Zq7!vbRt92xKdWmLp"}"#
        let user = run.send("POST", "/users", person).json["user_id"]?.string ?? ""
        for path in ["/tickets/email-verification", "/guardian/enrollments/ticket"] {
            let ticket = run.send("POST", path, #"{"user_id":"\#(user)"}"#)
            #expect(ticket.status.code < 300)
            for member in ticket.json.members.map(Array.init) ?? [] {
                let shown = run.entries.last?.1.shownResponseBody ?? ""
                #expect(shown.contains(#""\#(member.key)":"(redacted)""#), "\(shown)")
            }
        }
    }

    @Test func `a secret within a list is left out of exports, and its neighbours are not`() {
        let tree = JSONTree(text: #"{"keys":[{"key":1,"kid":2},{"kid":3}],"a":{"b":1}}"#)
        #expect(tree.without(path: ["keys", "key"]) == ["keys": [["kid": 2], ["kid": 3]], "a": ["b": 1]])
        #expect(tree.without(path: ["a"]).without(path: ["x", "y"]) == tree.without(["a"]))
    }
}

/// Tells a tenant secrets, as operation by operation takes them.
struct CanaryRun {
    static let canary = "canary"
    /// In members that no answer has.
    static let sealedCanary = "canary-sealed"
    private let fixture: ManagementFixture
    private(set) var entries: [(String, JournalEntry)] = []
    /// What GETs answered.
    private(set) var read: [(String, String)] = []
    /// Operations and members that a secret was told.
    private(set) var told: Set<String> = []
    /// Requests with a secret that the tenant took.
    private(set) var kept = 0
    /// The newest id in a collection, by its path.
    private var ids: [String: String] = [:]
    private var count = 0

    init() throws {
        fixture = try ManagementFixture(initialDocuments: Families.initialDocuments)
    }

    var tenant: Tenant { fixture.tenant.withTenant { $0 } }

    /// All forms of exports but the tables as they are; what a test changed is what there is.
    func otherForms(showsSecrets: Bool) -> [(name: String, text: String)] {
        let (tenant, forms) = (tenant, ObjectForms(Families.seedSections, Families.catalogue))
        let diff = TenantDiff(of: tenant, since: nil, Families.catalogue)
        var state = JSONWriter()
        var objects = JSONWriter()
        state.objects(diff.families)
        objects.seed(tenant, showsSecrets: showsSecrets, as: forms)
        let folder = DeployFolder.archive(tenant, forms, showsSecrets: showsSecrets)
        return [
            ("state", String(decoding: state.finish(), as: UTF8.self)),
            ("objects", String(decoding: objects.finish(), as: UTF8.self)),
            ("document", DeployDocument.yaml(tenant, forms, showsSecrets: showsSecrets)),
            ("folder", String(decoding: folder, as: UTF8.self)),
        ]
    }

    @discardableResult
    mutating func send(_ method: String, _ path: String, _ body: String? = nil) -> HTTPResponse {
        let request = TestRequest.make(HTTPMethod(method), "/api/v2" + path, body)
        let response = fixture.send(request)
        let entry = JournalEntry(
            id: fixture.world.newID(), tenant: "default", time: fixture.world.now(), request, response,
            secrets: SecretMembers { ManagementResponder.secretPaths(ofOperation: $0) })
        entries.append(("\(method) \(path)", entry))
        if method == "GET" { read.append((path, response.text)) }
        return response
    }

    mutating func tell(_ family: Family) {
        for operation in family.operations where operation.content == .body && operation.method != "DELETE" {
            for choice in 0..<8 {
                for isFull in [true, false] { tell(operation, of: family, isFull: isFull, choice: choice) }
            }
        }
        for operation in family.operations where operation.method == "GET" && operation.binding != nil {
            send("GET", path(of: operation))
        }
    }

    private mutating func tell(_ operation: FamilyOperation, of family: Family, isFull: Bool, choice: Int) {
        let sample = SchemaSample(family.schemas, isFull: isFull, choice: choice)
        guard var body = sample.value(of: "\(operation.id).body"), operation.body.fits(body.reread) else { return }
        count += 1
        for (name, value) in [("name", "name\(count)x"), ("connection", "Username-Password-Authentication")] {
            guard body[name]?.string != nil else { continue }
            var named = body
            named[name] = .string(value)
            if operation.body.fits(named.reread) { body = named }
        }
        var planter = Planter(body, operation)
        if case .verb(_, let resource)? = operation.binding {
            // A member of another resource would be one of nobody's here.
            for path in resource.secrets {
                planter.plant(
                    path.split(separator: ".").map(String.init),
                    resource.sealed.contains(path) ? Self.sealedCanary : Self.canary)
            }
        } else {
            for path in family.secretPaths(ofOperation: operation.number) {
                planter.plant(path == ["*"] ? ["ANY\(count)"] : path, Self.canary)
            }
        }
        guard !planter.planted.isEmpty else { return }
        told.formUnion(planter.planted.map { "\(operation.id) \($0)" })
        let text = String(decoding: planter.body.bytes, as: UTF8.self)
        let response = send(operation.method, path(of: operation), text)
        guard response.status.code < 300 else { return }
        kept += 1
        let id = ["client_id", "user_id", "token_id", "id"].lazy.compactMap { response.json.string(JSONKey($0)) }.first
        if operation.method == "POST", let id { ids[operation.path] = id }
    }

    /// With the ids that were answered, so that most operations find something.
    private func path(of operation: FamilyOperation) -> String {
        var (template, made) = ("", "")
        for segment in operation.path.split(separator: "/") {
            let schema = operation.parameters?.property(String(segment.dropFirst().dropLast()))?.schema
            let values = ["x", "en", "login", "sms", "otp", "post-login"]
            let other = values.first { schema?.fits(JSONTree.string($0).reread) ?? true } ?? "x"
            let value = segment.first == "{" ? ids[template] ?? other : String(segment)
            made += "/" + value.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "%7C")
            template += "/" + segment
        }
        return made
    }
}

/// Puts a text in the place of others, as far as the schema lets it.
private struct Planter {
    private(set) var body: JSONTree
    private(set) var planted: [String] = []
    private let operation: FamilyOperation

    init(_ body: JSONTree, _ operation: FamilyOperation) {
        self.body = body
        self.operation = operation
    }

    mutating func plant(_ path: [String], _ canary: String) {
        let values: [JSONTree] = [
            .string(canary), .string(canary + String(repeating: "-", count: 40)), .string("https://a.test/\(canary)"),
            ["any": .string(canary)], [["name": "any", "value": .string(canary)]], [.string(canary)],
        ]
        for value in values {
            let changed = Self.replaced(body, path, value)
            guard changed != body, operation.body.fits(changed.reread) else { continue }
            body = changed
            planted.append(path.joined(separator: "."))
            return
        }
    }

    /// The value with another one at the path, in each item of lists; objects on the way are made.
    private static func replaced(_ tree: JSONTree, _ path: [String], _ value: JSONTree) -> JSONTree {
        guard let name = path.first else { return value }
        if let items = tree.items { return .array(items.map { replaced($0, path, value) }) }
        guard tree.isObject else { return tree }
        var changed = tree
        changed[name] = replaced(tree[name] ?? .emptyObject, Array(path.dropFirst()), value)
        return changed
    }
}
