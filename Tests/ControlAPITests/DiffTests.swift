import Families
import HTTPCore
import JSON
import Resources
import Tenancy
import TestSupport
import Testing

@testable import ControlAPI

/// What a test has changed, object by object and as a patch.
@Suite struct DiffTests {
    private let whole: WholeTenant

    init() throws {
        whole = try WholeTenant()
    }

    private func changes(_ query: String = "from=s") -> [String] {
        let answer = whole.call(.get, "/diff?\(query)").json
        #expect(answer["total"]?.number?.int == answer["changes"]?.list.count)
        return (answer["changes"]?.list ?? []).map { change in
            let members = (change["members"]?.list ?? []).map { member in
                let values = ["from", "to"].map { name in
                    member[JSONKey(name)].map { String(decoding: JSONTree.source($0).bytes, as: UTF8.self) } ?? "-"
                }
                return "\(member.string("path") ?? ""): \(values[0]) > \(values[1])"
            }
            let words = ["change", "family", "name"].compactMap { change[JSONKey($0)]?.string }
            return (words + members).joined(separator: " | ")
        }
    }

    @Test func `what was made, changed and deleted is told member by member`() {
        let kept = whole.make("/roles", #"{"name":"kept","description":"d"}"#)
        let gone = whole.make("/roles", #"{"name":"gone"}"#)
        whole.call(.put, "/snapshots/s")
        #expect(changes() == [])
        whole.send(.patch, "/roles/\(kept)", #"{"name":"renamed"}"#)
        whole.send(.delete, "/roles/\(gone)")
        let new = whole.make("/roles", #"{"name":"new"}"#)
        #expect(
            changes() == [
                #"updated | roles | renamed | /name: "kept" > "renamed""#,
                #"deleted | roles | gone | /id: "\#(gone)" > - | /name: "gone" > - | /description: "" > -"#
                    + #" | /type: "tenant" > -"#,
                #"created | roles | new | /id: - > "\#(new)" | /name: - > "new" | /description: - > """#
                    + #" | /type: - > "tenant""#,
            ])
        // There and back again is no change, nor is what is only written anew.
        whole.send(.delete, "/roles/\(new)")
        whole.send(.patch, "/roles/\(kept)", #"{"name":"kept"}"#)
        #expect(changes().count == 1)
        whole.call(.post, "/snapshots/s/restore")
        #expect(changes() == [])
    }

    @Test func `what a stream tells of a change is none itself`() {
        whole.make(
            "/event-streams",
            #"{"name":"s","subscriptions":[{"event_type":"organization.created"}],"destination":{"type":"webhook","#
                + #""configuration":{"webhook_endpoint":"https://a.example","#
                + #""webhook_authorization":{"method":"bearer","token":"t"}}}}"#)
        whole.call(.put, "/snapshots/s")
        whole.make("/organizations", #"{"name":"tea"}"#)
        #expect(whole.call(.get, "/deliveries").json["total"]?.number?.int == 1)
        #expect(changes().map { $0.prefix(23) } == ["created | organizations"])
    }

    @Test func `items of lists are told apart by their places as far as they can be`() {
        let id = whole.make("/clients", #"{"name":"c","callbacks":["https://a","https://b","https://c"]}"#)
        func told(_ callbacks: String) -> [String] {
            whole.call(.put, "/snapshots/s")
            whole.send(.patch, "/clients/\(id)", #"{"callbacks":[\#(callbacks)]}"#)
            return changes().flatMap { $0.split(separator: " | ").dropFirst(3).map(String.init) }
        }
        #expect(told(#""https://a","https://x","https://b","https://c""#) == [#"/callbacks/1: - > "https://x""#])
        #expect(
            told(#""https://a","https://c""#) == [
                #"/callbacks/2: "https://b" > -"#, #"/callbacks/1: "https://x" > -"#,
            ])
        #expect(told(#""https://y","https://c""#) == [#"/callbacks/0: "https://a" > "https://y""#])
        #expect(
            told(#""https://1","https://2","https://c""#) == [
                #"/callbacks: ["https://y","https://c"] > ["https://1","https://2","https://c"]"#
            ])
    }

    @Test func `of a secret it is told that it changed, and no more`() {
        let client = whole.make("/clients", #"{"name":"c"}"#)
        let user = whole.make("/users", WholeTenant.user("u"))
        let module = whole.make(
            "/actions/modules", #"{"name":"m","code":"x","secrets":[{"name":"K","value":"canary"}]}"#)
        whole.call(.put, "/snapshots/s")
        whole.send(
            .patch, "/clients/\(client)", #"{"client_secret":"canary-1-canary-1-canary-1-canary-1"}"#)
        whole.send(.patch, "/users/\(user)", #"{"password":"canary-Zq7!vbRt92xKdWm"}"#)
        whole.send(.patch, "/actions/modules/\(module)", #"{"secrets":[{"name":"K","value":"canary-2"}]}"#)
        let told = changes()
        #expect(told.count == 3)
        for (change, member) in zip(told, ["/secrets/0/value", "/client_secret", "/password"]) {
            #expect(change.contains(#"\#(member): "(redacted)" > "(redacted)""#), "\(change)")
        }
        for path in ["/diff?from=s", "/diff?from=s&format=json-patch", "/export?format=state"] {
            #expect(!whole.call(.get, path).text.contains("canary"), "\(path)")
        }
    }

    @Test func `what is sealed within a member has its path`() {
        func provider(_ secret: String) -> String {
            #"{"name":"smtp","credentials":{"smtp_host":"h","smtp_port":25,"smtp_user":"u","smtp_pass":"\#(secret)"}}"#
        }
        whole.send(.post, "/emails/provider", provider("canary-1"))
        whole.call(.put, "/snapshots/s")
        whole.send(.patch, "/emails/provider", provider("canary-2"))
        #expect(changes().count == 1)
        #expect(changes().first?.contains(#"/credentials/smtp_pass: "(redacted)" > "(redacted)""#) == true)
        #expect(!whole.call(.get, "/export?format=state").text.contains("canary"))
    }

    /// Keys are made when somebody first looks.
    @Test func `looking at what signs changes nothing, rotating it does`() throws {
        // The first request tells where the tenant is reached, which some objects name.
        whole.send(.get, "/clients")
        whole.call(.put, "/snapshots/s")
        let before = JSONTree.source(whole.call(.get, "/export?format=state&snapshot=s").json)
        #expect(whole.send(.get, "/keys/signing").json.list.count == 2)
        #expect(changes() == [])
        #expect(whole.send(.post, "/keys/signing/rotate").status == .created)
        #expect(changes().map { $0.prefix(22) } == Array(repeating: "created | keys/signing", count: 3))
        let patch = whole.call(.get, "/diff?from=s&format=json-patch").json
        let now = JSONTree.source(whole.call(.get, "/export?format=state").json)
        #expect(try JSONPatch.apply(patch, to: before).sorted == now.sorted)
    }

    @Test(arguments: ["actions/nope", "clients/x", "clients/", "nope/actions"])
    func `a part of a family that there is not is said to be missing`(family: String) {
        #expect(whole.call(.get, "/diff?family=\(family)").status == .badRequest)
    }

    @Test(arguments: ["actions", "actions/modules", "actions/triggers", "clients/credentials", "roles/users", "stats"])
    func `a part of a family that there is may have no changes`(family: String) {
        #expect(whole.call(.get, "/diff?family=\(family)").status == .ok)
    }

    @Test func `pairs that are tied and what is bound to a trigger are told, too`() {
        let role = whole.make("/roles", #"{"name":"r"}"#)
        let users = ["a", "b"].map { whole.make("/users", WholeTenant.user($0)) }
        whole.send(.post, "/roles/\(role)/users", #"{"users":["\#(users[0])"]}"#)
        whole.call(.put, "/snapshots/s")
        whole.send(.post, "/roles/\(role)/users", #"{"users":["\#(users[1])"]}"#)
        whole.send(.delete, "/users/\(users[0])/roles", #"{"roles":["\#(role)"]}"#)
        #expect(
            changes() == ["updated | roles/users | /\(users[0]): {} > - | /\(users[1]): - > {}"])
        #expect(changes("from=s&family=users") == [] && changes("from=s&family=roles").count == 1)
    }

    /// Whoever takes a snapshot before the first request has no address in it yet.
    @Test func `a tenant that nobody has asked anything has what it has when it is asked`() {
        whole.call(.put, "/snapshots/s")
        for path in ["/clients", "/resource-servers", "/connections", "/tenants/settings", "/roles"] {
            whole.send(.get, path)
        }
        #expect(changes() == [] && changes("") == [])
        whole.send(.patch, "/tenants/settings", #"{"friendly_name":"F"}"#)
        #expect(changes().count == 1 && changes("") == changes())
    }

    @Test func `what is not there is said to be missing`() {
        whole.call(.put, "/snapshots/s")
        for (query, status, words) in [
            ("from=x", HTTPStatus.notFound, "The tenant acme has no snapshot x."),
            ("from=s&to=x", .notFound, "The tenant acme has no snapshot x."),
            ("from=s&family=rolls", .badRequest, "There is no family rolls; there are actions, "),
            ("from=s&format=xml", .badRequest, "There is no format xml; there are list, json-patch."),
        ] {
            let answer = whole.call(.get, "/diff?\(query)")
            #expect(answer.status == status && answer.json["message"]?.string?.hasPrefix(words) == true)
        }
        let patch = whole.call(.get, "/diff?from=s&format=json-patch")
        #expect(patch.text == "[]" && patch.value(of: "content-type") == "application/json-patch+json")
    }

    /// The names of families, under which objects stand, are told apart.
    @Test func `no relation is called as a table is`() {
        let tables = Families.catalogue.families.flatMap(\.resources).map(\.name)
        let relations = Families.catalogue.families.flatMap(\.relations).map(\.name)
        #expect(Set(tables + relations).count == tables.count + relations.count)
        #expect(tables.allSatisfy { TenantDiff.has($0, Families.catalogue) })
        #expect(Set(tables + relations).isDisjoint(with: ["actions/modules", "actions/actions", "actions/triggers"]))
    }

    /// Of any two states the patch leads from the one to the other, in whatever order they came about.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `a patch applied to what was is what is`(seed: UInt64) throws {
        var walk = DiffWalk(whole, seed: seed)
        var documents: [String: JSONTree] = [:]
        // With its first request a tenant knows its address.
        whole.send(.get, "/roles")
        for round in 0..<12 {
            let name = "s\(round)"
            whole.call(.put, "/snapshots/\(name)")
            documents[name] = JSONTree.source(whole.call(.get, "/export?format=state&snapshot=\(name)").json)
            for _ in 0..<20 { walk.advance() }
            if round % 4 == 3 { whole.call(.post, "/snapshots/s\(round - 2)/restore") }
        }
        let now = JSONTree.source(whole.call(.get, "/export?format=state").json)
        for (name, document) in documents {
            let patch = whole.call(.get, "/diff?from=\(name)&format=json-patch").json
            #expect(try JSONPatch.apply(patch, to: document).sorted == now.sorted, "seed \(seed), from \(name)")
        }
        for (from, to) in [("s0", "s11"), ("s11", "s0"), ("s7", "s3"), ("s5", "s5")] {
            let patch = whole.call(.get, "/diff?from=\(from)&to=\(to)&format=json-patch").json
            let (before, after) = (documents[from] ?? .null, documents[to] ?? .null)
            #expect(try JSONPatch.apply(patch, to: before).sorted == after.sorted, "seed \(seed), \(from) to \(to)")
        }
        #expect(walk.done.count > 10, "\(walk.done)")
    }
}

/// Steps at random over some of the families.
private struct DiffWalk {
    private let whole: WholeTenant
    private var random: SeededGenerator
    /// By path of the collection.
    private var ids: [String: [String]] = [:]
    private var count = 0
    /// Calls that were answered well.
    private(set) var done: Set<String> = []

    init(_ whole: WholeTenant, seed: UInt64) {
        self.whole = whole
        random = SeededGenerator(seed: seed)
    }

    private mutating func some(_ path: String) -> String {
        ids[path]?.randomElement(using: &random) ?? "none"
    }

    private mutating func send(_ method: HTTPMethod, _ path: String, _ body: String? = nil, _ label: String) {
        if whole.send(method, path, body).status.code < 300 { done.insert("\(method) \(label)") }
    }

    private mutating func create(_ path: String, _ body: String) {
        ids[path, default: []].append(whole.make(path, body))
        done.insert("POST \(path)")
    }

    mutating func advance() {
        count += 1
        let (name, number) = ("n\(count)", Int.random(in: 0..<4, using: &random))
        switch Int.random(in: 0..<18, using: &random) {
        case 0: create("/roles", #"{"name":"\#(name)"}"#)
        case 1: send(.patch, "/roles/\(some("/roles"))", #"{"description":"\#(number)"}"#, "/roles")
        case 2: send(.delete, "/roles/\(some("/roles"))", nil, "/roles")
        case 3: create("/clients", #"{"name":"\#(name)","callbacks":["https://a~/\#(number)","https://b"]}"#)
        case 4:
            let list = (0..<number).map { _ in #""https://\#(Int.random(in: 0..<4, using: &random))""# }
            let body = #"{"callbacks":[\#(list.joined(separator: ","))],"client_metadata":{"a/b~\#(number)":"é"}}"#
            send(.patch, "/clients/\(some("/clients"))", body, "/clients")
        case 5: send(.delete, "/clients/\(some("/clients"))", nil, "/clients")
        case 6: create("/users", WholeTenant.user(name))
        case 7:
            let body = #"{"user_metadata":{"k":{"x":\#(number)},"l":[1,{"y":\#(number)}]}}"#
            send(.patch, "/users/\(some("/users"))", body, "/users")
        case 8: send(.delete, "/users/\(some("/users"))", nil, "/users")
        case 9: send(.post, "/roles/\(some("/roles"))/users", #"{"users":["\#(some("/users"))"]}"#, "/roles/users")
        case 10: send(.delete, "/users/\(some("/users"))/roles", #"{"roles":["\#(some("/roles"))"]}"#, "/users/roles")
        case 11: create("/organizations", #"{"name":"\#(name)"}"#)
        case 12:
            let path = "/organizations/\(some("/organizations"))/members"
            send(.post, path, #"{"members":["\#(some("/users"))"]}"#, "/organizations/members")
        case 13: send(.put, "/guardian/policies", number > 1 ? "[]" : #"["all-applications"]"#, "/guardian/policies")
        case 14: send(.patch, "/branding", #"{"logo_url":"https://\#(number)"}"#, "/branding")
        case 15:
            create("/actions/modules", #"{"name":"\#(name)","code":"\#(number)","secrets":[{"name":"K","value":"v"}]}"#)
        case 16:
            let body = #"{"code":"x","secrets":[{"name":"K","value":"\#(number)"}]}"#
            send(.patch, "/actions/modules/\(some("/actions/modules"))", body, "/actions/modules")
            send(.post, "/actions/modules/\(some("/actions/modules"))/versions", nil, "/actions/modules/versions")
        default: actions(name)
        }
    }

    private mutating func actions(_ name: String) {
        create(
            "/actions/actions",
            #"{"name":"\#(name)","supported_triggers":[{"id":"post-login","version":"v3"}],"code":"x"}"#)
        let id = some("/actions/actions")
        whole.send(.get, "/actions/actions/\(id)")
        send(.post, "/actions/actions/\(id)/deploy", nil, "/actions/actions/deploy")
        let bindings = Bool.random(using: &random) ? "" : #"{"ref":{"type":"action_id","value":"\#(id)"}}"#
        send(.patch, "/actions/triggers/post-login/bindings", #"{"bindings":[\#(bindings)]}"#, "/bindings")
        if Bool.random(using: &random) { send(.delete, "/actions/actions/\(id)?force=true", nil, "/actions/actions") }
    }
}
