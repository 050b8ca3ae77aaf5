import Families
import JSON
import Resources
import Synchronization
import Tenancy
import TestSupport
import Testing

/// What streams deliver, and when, without anybody who carries it.
@Suite struct DeliveryTests {
    private final class Carrier: DeliveryService {
        let woken = Mutex<[String]>([])
        func allows(_ url: String) -> Bool { url.hasPrefix("https://hooks.test/") }
        func wake(_ tenant: String) { woken.withLock { $0.append(tenant) } }
    }

    private let carrier = Carrier()
    private let fixture: FamilyFixture

    init() throws {
        fixture = try FamilyFixture()
        fixture.services = Services(delivery: carrier)
    }

    private func eventStream(
        _ types: [String], url: String = "https://hooks.test/e",
        authorization: String = #"{"method":"bearer","token":"canary"}"#
    ) throws -> String {
        let subscriptions = types.map { #"{"event_type":"\#($0)"}"# }.joined(separator: ",")
        let made = try fixture.send(
            "POST", "/event-streams",
            #"{"name":"\#(types.count) \#(url)","subscriptions":[\#(subscriptions)],"destination":{"type":"webhook","#
                + #""configuration":{"webhook_authorization":\#(authorization),"webhook_endpoint":"\#(url)"}}}"#)
        return try #require(made["id"]?.string)
    }

    private func logStream(_ sink: String, _ rest: String = "") throws -> String {
        let made = try fixture.send(
            "POST", "/log-streams",
            #"{"name":"l","type":"http","sink":{"httpEndpoint":"https://hooks.test/l"\#(sink)}\#(rest)}"#)
        return try #require(made["id"]?.string)
    }

    private func due(besides busy: Set<String> = []) -> (parcels: [Deliveries.Parcel], isPending: Bool) {
        let now = fixture.handle.world.now()
        return fixture.handle.withTenant { Deliveries.due(at: now, besides: busy, countMax: 8, in: $0) }
    }

    private func finish(_ parcel: Deliveries.Parcel, _ outcome: Deliveries.Outcome) {
        let now = fixture.handle.world.now()
        fixture.handle.withTenant { Deliveries.finish(parcel, outcome, at: now, microseconds: 1_234, &$0) }
    }

    private func makeUser(_ email: String = "a@b.test") throws -> String {
        let made = try fixture.send(
            "POST", "/users",
            #"{"connection":"Username-Password-Authentication","email":"\#(email)","password":"Aa1!aaaa-bbbb"}"#)
        return try #require(made["user_id"]?.string)
    }

    private func tell(_ type: String) {
        let now = fixture.handle.world.now()
        fixture.handle.withTenant { Logs.tell(Logs.Entry(type: type), at: now, by: carrier, &$0) }
    }

    /// The types of what a stream was told, in order.
    private func types() -> [String] {
        fixture.handle.withTenant { $0.table("event-streams/deliveries").all }
            .compactMap { $0.tree["event_type"]?.string }
    }

    @Test func `what becomes of a user is told in the service's form, to whom it may be told`() throws {
        let stream = try eventStream(["user.created", "user.updated", "user.deleted"])
        let user = try makeUser()
        #expect(carrier.woken.withLock { $0 } == ["acme"])
        let parcel = try #require(due().parcels.first)
        #expect(parcel.url == "https://hooks.test/e" && parcel.stream == stream)
        #expect(parcel.fields.map(\.value) == ["application/json", "Bearer canary"])
        let event = JSONTree(bytes: parcel.content)
        #expect(
            event.members?.map(\.key)
                == ["specversion", "id", "source", "type", "time", "data", "a0stream", "a0tenant"])
        #expect(event["type"] == "user.created" && event[path: "data.object.user_id"]?.string == user)
        #expect(event["source"] == "urn:auth0:acme.localhost" && event["a0tenant"] == "acme")
        finish(parcel, .answered(status: 204, body: []))
        _ = try fixture.send("PATCH", "/users/\(user)", #"{"name":"N"}"#)
        _ = try fixture.send("DELETE", "/users/\(user)")
        #expect(types() == ["user.created", "user.updated", "user.deleted"])
        let list = try #require(try fixture.send("GET", "/event-streams/\(stream)/deliveries")["deliveries"]?.items)
        #expect(list[0]["status"] == "success" && list[0]["event"] == nil && list[1]["status"] == "pending")
        #expect(list[0]["attempts"]?.items?.first?.members?.map(\.key) == ["status", "timestamp", "duration"])
        #expect(list[2][path: "event.data.object.deleted_at"] != nil)
    }

    @Test func `a failure is tried again on the tenant's clock, four times, and statistics count it once`() throws {
        let stream = try eventStream(["user.created"])
        _ = try makeUser()
        for pause in [1, 2, 4, 0] as [Int64] {
            let parcel = try #require(due().parcels.first)
            finish(parcel, .answered(status: 404, body: Array(#"{"error":"no"}"#.utf8)))
            #expect(due().parcels.isEmpty && due().isPending == (pause > 0))
            fixture.world.advance(seconds: pause)
        }
        let path = "/event-streams/\(stream)/deliveries"
        let failed = try #require(try fixture.send("GET", "\(path)?statuses=failed")["deliveries"]?.items?.first)
        let attempts = try #require(failed["attempts"]?.items)
        #expect(attempts.count == 4 && failed["event"] != nil)
        #expect(attempts[0]["error_message"] == #"404 - {"error":"no"}"# && attempts[0]["duration"]?.double == 1.234)
        let stats = try fixture.send("GET", "/event-streams/\(stream)/stats")
        #expect(stats["metrics"]?.items?.compactMap { $0["window_total"]?.int } == [0, 1])
        let event = try #require(failed["id"]?.string)
        #expect(try fixture.send("POST", "/event-streams/\(stream)/redeliver/\(event)").status == 202)
        finish(try #require(due().parcels.first), .answered(status: 200, body: []))
        let again = try fixture.send("GET", "\(path)/\(event)")
        #expect(again["attempts"]?.items?.compactMap { $0["status"]?.string }.suffix(2) == ["retrying", "success"])
        #expect(try fixture.send("POST", "/event-streams/\(stream)/redeliver/\(event)").status == 409)
    }

    @Test func `whoever repeats a secret that it was sent is not quoted`() throws {
        let basic = #"{"method":"basic","username":"u","password":"canary-of-basic"}"#
        let stream = try eventStream(["user.created"], authorization: basic)
        _ = try makeUser()
        let parcel = try #require(due().parcels.first)
        #expect(parcel.fields.last?.value == "Basic dTpjYW5hcnktb2YtYmFzaWM=")
        finish(parcel, .answered(status: 500, body: Array("no canary-of-basic".utf8)))
        let shown = try fixture.send("GET", "/event-streams/\(stream)/deliveries").text
        #expect(shown.contains("500 - (it repeats") && !shown.contains("canary"))
    }

    @Test(arguments: [
        String(repeating: "x", count: 1_020) + #"p"ass/w"#, #"{"xxx":"p\"ass/w"}"#, #"{"xxx":"p\"ass\/w"}"#,
        String(repeating: "x", count: 5_000) + "dTpwImFzcy93",
    ])
    func `a secret is found behind what is kept, in JSON, and without its scheme`(answer: String) throws {
        let basic = #"{"method":"basic","username":"u","password":"p\"ass/w"}"#
        let stream = try eventStream(["user.created"], authorization: basic)
        _ = try makeUser()
        finish(try #require(due().parcels.first), .answered(status: 500, body: Array(answer.utf8)))
        let shown = try fixture.send("GET", "/event-streams/\(stream)/deliveries").text
        #expect(shown.contains("500 - (it repeats") && !shown.contains("xxx"))
    }

    @Test func `what waits for a stream that is off goes out when it is on again`() throws {
        let event = try eventStream(["user.created"])
        let log = try logStream("")
        _ = try makeUser()
        tell("sapi")
        #expect(Set(due().parcels.map(\.stream)) == [event, log])
        _ = try fixture.send("PATCH", "/event-streams/\(event)", #"{"status":"disabled"}"#)
        _ = try fixture.send("PATCH", "/log-streams/\(log)", #"{"status":"paused"}"#)
        #expect(due().parcels.isEmpty && !due().isPending)
        carrier.woken.withLock { $0 = [] }
        for (path, status) in [("/event-streams/\(event)", "enabled"), ("/log-streams/\(log)", "active")] {
            let count = due().parcels.count
            _ = try fixture.send("PATCH", path, #"{"status":"\#(status)"}"#)
            #expect(due().parcels.count == count + 1 && carrier.woken.withLock { $0.count } == count + 1)
        }
        _ = try fixture.send("PATCH", "/event-streams/\(event)", #"{"name":"other"}"#)
        #expect(carrier.woken.withLock { $0 } == ["acme", "acme"], "it was on before")
    }

    @Test func `a stream takes one request at a time, and none when nobody may call it`() throws {
        let stream = try eventStream(
            ["user.created"], authorization: #"{"method":"custom_header","header_key":"x-k","header_value":"canary"}"#)
        _ = try eventStream(["user.created", "user.deleted"], url: "https://elsewhere.test/")
        _ = try makeUser()
        _ = try makeUser("c@d.test")
        let parcels = due().parcels
        #expect(parcels.map(\.stream) == [stream] && parcels[0].fields.last?.name == "x-k")
        #expect(due(besides: [stream]).parcels.isEmpty && due(besides: [stream]).isPending)
        finish(parcels[0], .failed("refused"))
        // The second one does not wait for the first.
        let next = try #require(due().parcels.first)
        #expect(JSONTree(bytes: next.content)[path: "data.object.email"] == "c@d.test")
        _ = try fixture.send("DELETE", "/event-streams/\(stream)")
        #expect(!due().isPending)
        finish(next, .answered(status: 200, body: []))
    }

    @Test func `a disabled stream, and one that does not ask for it, is told nothing`() throws {
        let stream = try eventStream(["user.deleted"])
        _ = try makeUser()
        #expect(types().isEmpty)
        _ = try fixture.send("PATCH", "/event-streams/\(stream)", #"{"status":"disabled"}"#)
        _ = try fixture.send("DELETE", "/users/\(try makeUser("c@d.test"))")
        #expect(types().isEmpty)
    }

    @Test func `organizations tell of themselves, their members, connections and roles`() throws {
        let wanted = [
            "organization.created", "organization.updated", "organization.connection.added",
            "organization.connection.updated", "organization.connection.removed", "organization.member.added",
            "organization.member.role.assigned", "organization.member.role.deleted", "organization.member.deleted",
            "organization.deleted",
        ]
        _ = try eventStream(wanted)
        let user = try makeUser()
        let role = try #require(try fixture.send("POST", "/roles", #"{"name":"reader"}"#)["id"]?.string)
        let connections = try fixture.send("GET", "/connections")
        let connection = try #require(connections.body.items?.first?["id"]?.string)
        let organization = try #require(try fixture.send("POST", "/organizations", #"{"name":"tea"}"#)["id"]?.string)
        let path = "/organizations/\(organization)"
        for (method, place, body) in [
            ("PATCH", "", #"{"display_name":"Tea"}"#),
            ("POST", "/enabled_connections", #"{"connection_id":"\#(connection)"}"#),
            ("PATCH", "/enabled_connections/\(connection)", #"{"assign_membership_on_login":true}"#),
            ("DELETE", "/enabled_connections/\(connection)", nil),
            ("POST", "/members", #"{"members":["\#(user)"]}"#), ("POST", "/members", #"{"members":["\#(user)"]}"#),
            ("POST", "/members/\(user)/roles", #"{"roles":["\#(role)"]}"#),
            ("DELETE", "/members", #"{"members":["\#(user)"]}"#), ("DELETE", "", nil),
        ] {
            #expect(try fixture.send(method, path + place, body).status < 300)
        }
        #expect(types() == wanted)
        let objects = fixture.handle.withTenant { $0.table("event-streams/deliveries").all }
            .compactMap { $0.tree[path: "event.data.object"] }
        #expect(objects[5][path: "organization.name"] == "tea" && objects[5][path: "user.user_id"]?.string == user)
        #expect(objects[6][path: "role.name"] == "reader" && objects[7][path: "role.name"] == nil)
    }

    @Test func `groups tell of their roles and members, and of their end`() throws {
        let wanted = ["group.role.assigned", "group.role.deleted", "group.member.deleted", "group.deleted"]
        _ = try eventStream(wanted)
        let role = try #require(try fixture.send("POST", "/roles", #"{"name":"reader"}"#)["id"]?.string)
        let user = try makeUser()
        // A directory brings groups; here a test does.
        let now = fixture.handle.world.now()
        fixture.handle.withTenant { tenant in
            for (table, id, text, parent) in [
                ("groups", "grp_1", #"{"id":"grp_1","external_id":"x","connection_id":"con_1"}"#, ""),
                ("groups/members", "grp_1/\(user)", #"{"id":"\#(user)","member_type":"user"}"#, "grp_1"),
            ] {
                let keys = Families.catalogue.resource(table)?.indexKeys(JSONTree(text: text), parent: parent) ?? []
                let document = Document(id: id, text: Array(text.utf8), keys: keys, createdAt: now)
                tenant.withTable(table) { $0.append(document) }
            }
        }
        for (method, path, body) in [
            ("POST", "/groups/grp_1/roles", #"{"roles":["\#(role)"]}"#),
            ("POST", "/groups/grp_1/roles", #"{"roles":["\#(role)"]}"#),
            ("DELETE", "/groups/grp_1/roles", #"{"roles":["\#(role)"]}"#), ("DELETE", "/users/\(user)", nil),
            ("DELETE", "/groups/grp_1", nil),
        ] {
            #expect(try fixture.send(method, path, body).status < 300)
        }
        #expect(types() == wanted)
        let objects = fixture.handle.withTenant { $0.table("event-streams/deliveries").all }
            .compactMap { $0.tree[path: "event.data.object"] }
        #expect(objects[0][path: "role.name"] == "reader" && objects[0][path: "group.external_id"] == "x")
        #expect(objects[2][path: "member.id"]?.string == user && objects[3]["deleted_at"] != nil)
    }

    @Test func `lines of the log go out together, in the form of the sink`() throws {
        let forms: [(sink: String, content: ([String]) -> String)] = [
            ("", { $0.map { $0 + "\n" }.joined() }),
            (#","httpContentFormat":"JSONARRAY""#, { "[\($0.joined(separator: ","))]" }),
            (#","httpContentFormat":"JSONOBJECT""#, { #"{"logs":[\#($0.joined(separator: ","))]}"# }),
        ]
        for (sink, content) in forms {
            let stream = try logStream(
                sink + #","httpAuthorization":"canary","httpCustomHeaders":[{"header":"x-a","value":"b"}]"#)
            tell("sapi")
            tell("seccft")
            let parcel = try #require(due().parcels.first)
            let lines = fixture.handle.withTenant { $0.table("log-streams/deliveries").all }.map { document in
                let entry = document.tree["log"] ?? .null
                return #"{"log_id":"\#(document.ownID)","data":\#(String(decoding: entry.bytes, as: UTF8.self))}"#
            }
            #expect(String(decoding: parcel.content, as: UTF8.self) == content(lines))
            #expect(parcel.fields.map(\.name) == ["content-type", "authorization", "x-a"])
            finish(parcel, .answered(status: 200, body: []))
            #expect(!due().isPending)
            _ = try fixture.send("DELETE", "/log-streams/\(stream)")
        }
        // The log itself is off.
        #expect(fixture.handle.withTenant { $0.table("logs").count } == 0)
    }

    @Test func `a line fails after three attempts`() throws {
        _ = try logStream("")
        tell("sapi")
        for _ in 0..<3 {
            finish(try #require(due().parcels.first), .failed("refused"))
            fixture.world.advance(seconds: 2)
        }
        #expect(!due().isPending)
    }

    @Test(arguments: [
        (#","filters":[{"type":"category","name":"auth.token_exchange.success"}]"#, ["seccft"]),
        (#","isPriority":true"#, []), (#","status":"paused""#, []), ("", ["sapi", "feccft", "seccft"]),
    ])
    func `a log stream takes the categories that it asks for, while it is active`(
        rest: String, taken: [String]
    ) throws {
        let isPaused = rest.contains("paused")
        let stream = try logStream("", isPaused ? "" : rest)
        #expect(fixture.handle.tellsLog)
        if isPaused { _ = try fixture.send("PATCH", "/log-streams/\(stream)", #"{"status":"paused"}"#) }
        for type in ["sapi", "feccft", "seccft"] { tell(type) }
        let told = fixture.handle.withTenant { $0.table("log-streams/deliveries").all }
        #expect(told.compactMap { $0.tree[path: "log.type"]?.string } == taken)
        _ = try fixture.send("DELETE", "/log-streams/\(stream)")
        #expect(!fixture.handle.tellsLog)
    }

    @Test func `only so many are kept, the newest`() throws {
        let stream = try logStream("")
        for _ in 0..<Deliveries.countMax + 3 { tell("sapi") }
        let kept = fixture.handle.withTenant { $0.table("log-streams/deliveries") }
        #expect(kept.count == Deliveries.countMax && kept.all.first?.id.hasPrefix(stream) ?? false)
        #expect(due().parcels.first.map { $0.content.split(separator: 0x0A).count } == 100)
    }

    @Test func `what is still to be delivered makes room last`() throws {
        _ = try logStream("")
        for outcome in [.failed("refused"), .answered(status: 200, body: [])] as [Deliveries.Outcome] {
            tell("sapi")
            finish(try #require(due().parcels.first), outcome)
        }
        let all = { fixture.handle.withTenant { $0.table("log-streams/deliveries").all } }
        let first = try #require(all().first?.id)
        for _ in 0..<Deliveries.countMax - 1 { tell("sapi") }
        #expect(all().count == Deliveries.countMax && all().first?.id == first)
        #expect(all().allSatisfy { $0.tree["status"] == "pending" }, "the one that was delivered has gone")
        tell("sapi")
        #expect(all().count == Deliveries.countMax && all().first?.id != first)
    }
}
