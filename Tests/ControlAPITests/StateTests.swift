import ControlAPI
import Faults
import HTTPCore
import JSON
import Journal
import Synchronization
import Tenancy
import TestSupport
import Testing

/// Start, reset, snapshots, export, clock and ids through the control calls.
@Suite struct StateTests {
    private let world = ManualWorld()
    private let directory: TenantDirectory
    private let responder: ControlResponder
    private let woken = Woken()

    private final class Woken: Sendable {
        let names = Mutex<[String]>([])
    }

    init() throws {
        directory = TenantDirectory(start: Tenant(settings: TenantSettings()), world: world.world)
        responder = ControlResponder(
            directory: directory, journal: Journal(), faults: Faults(), metrics: Metrics(operations: { [] }),
            world: world.world, version: "1", wake: { [woken] name in woken.names.withLock { $0.append(name) } },
            manage: { _, _ in HTTPResponse(status: .ok) })
    }

    @discardableResult
    private func send(_ method: HTTPMethod, _ path: String, _ body: String? = nil) throws -> HTTPResponse {
        responder.respond(
            to: TestRequest.make(method, "/__admin" + path, body, fields: []), forTenant: "acme")
    }

    private func add(_ name: String, to tenant: String = "acme") throws {
        let handle = try directory.tenant(named: tenant)
        _ = try handle.withTenant { (tenant) throws(ModuleError) in
            try tenant.createModule(
                name: name, draft: ModuleDraft(code: ""), publishingAs: nil, id: ModuleID(handle.world.newID()),
                at: handle.world.now())
        }
    }

    private func names(_ tenant: String = "acme") throws -> [String] {
        try directory.tenant(named: tenant).withTenant {
            $0.modules(PageRequest(index: 0, size: 100)).items.map(\.name)
        }
    }

    @Test func `a reset brings content, settings, clock and ids back to the start`() throws {
        try send(.put, "/seed", #"{"modules":[{"name":"seeded"}]}"#)
        try add("extra")
        try send(.patch, "/settings", #"{"name_rule":"slug"}"#)
        try send(.patch, "/clock", #"{"frozen":true,"id_seed":7}"#)
        #expect(try names() == ["seeded", "extra"])
        #expect(try send(.post, "/reset").status == .noContent)
        #expect(try names() == ["seeded"])
        #expect(try send(.get, "/settings").json["name_rule"]?.string == "any")
        #expect(try send(.get, "/clock").json["frozen"]?.bool == false)
    }

    @Test func `whoever carries deliveries is told of every other state, and of none that did not come`() throws {
        try send(.put, "/snapshots/one")
        #expect(woken.names.withLock { $0.isEmpty })
        for (method, path, body) in [
            (.post, "/snapshots/one/restore", nil), (.post, "/reset", nil), (.put, "/seed", #"{"modules":[]}"#),
        ] as [(HTTPMethod, String, String?)] {
            #expect(try send(method, path, body).status == .noContent)
            #expect(woken.names.withLock { $0 } == ["acme"])
            woken.names.withLock { $0 = [] }
        }
        try send(.post, "/snapshots/two/restore")
        try send(.put, "/seed", #"{"modules":[{}]}"#)
        #expect(woken.names.withLock { $0.isEmpty })
    }

    @Test func `a broken seed changes nothing and says what is wrong`() throws {
        try send(.put, "/seed", #"{"modules":[{"name":"seeded"}]}"#)
        let answer = try send(.put, "/seed", #"{"modules":[{"name":"x"},{}]}"#)
        #expect(answer.status == .badRequest)
        #expect(answer.json["message"]?.string == "The seed is not taken: modules[1]: Missing required property: name.")
        try send(.post, "/reset")
        #expect(try names() == ["seeded"])
        #expect(try send(.put, "/seed?tenant=ghost", #"{"modules":[{}]}"#).status == .badRequest)
        #expect(!directory.list().map(\.name).contains("ghost"), "nor does it make a tenant")
    }

    @Test func `a seed may be the deploy CLI's configuration, as JSON or YAML, code in place`() throws {
        try send(.put, "/seed", #"{"actionModules":[{"name":"of-json","code":"x"}]}"#)
        #expect(try names() == ["of-json"])
        func put(_ yaml: String) -> HTTPResponse {
            let request = TestRequest.make(.put, "/__admin/seed", yaml, fields: [], contentType: "application/yaml")
            return responder.respond(to: request, forTenant: "acme")
        }
        #expect(put("actionModules:\n  - name: of-yaml\n    code: |\n      exports.a = 1;\n").status == .noContent)
        #expect(try names() == ["of-yaml"])
        #expect(put("modules:\n  - name: own-form\n").status == .noContent)
        #expect(try names() == ["own-form"])
        for (yaml, words) in [
            ("actionModules: [{name: m, code: a.js}]", "actionModules[0].code: the code is in a file, a.js,"),
            ("a: [", "not YAML as seeds have it: line "), ("7", "seed is not taken: "),
        ] {
            let answer = put(yaml)
            #expect(
                answer.status == .badRequest && answer.json["message"]?.string?.contains(words) == true,
                "\(answer.text)")
        }
        #expect(try names() == ["own-form"])
    }

    @Test func `what is of all tenants is done for all or for none`() throws {
        try add("one")
        try add("one", to: "other")
        try send(.put, "/snapshots/mine")
        #expect(try send(.delete, "/snapshots/mine?tenant=*").status == .notFound)
        #expect(try send(.post, "/snapshots/mine/restore").status == .noContent, "still there")
        let fault = try send(.post, "/faults?tenant=*", #"{"status":503}"#).json["id"]?.string ?? ""
        try send(.delete, "/faults/\(fault)")
        #expect(try send(.delete, "/faults/\(fault)?tenant=*").status == .noContent, "gone from one already")
        #expect(try send(.delete, "/faults/\(fault)?tenant=*").status == .notFound)
    }

    @Test func `a seed for all tenants is also for those to come`() throws {
        try add("old")
        #expect(try send(.put, "/seed?tenant=*", #"{"modules":[{"name":"s"}]}"#).status == .noContent)
        #expect(try names() == ["s"])
        #expect(try names("later") == ["s"])
        try add("mine", to: "later")
        #expect(try names() == ["s"], "tenants share nothing")
    }

    @Test func `snapshots are kept, listed, restored and forgotten by name`() throws {
        try add("one")
        #expect(try send(.put, "/snapshots/first").status == .noContent)
        try add("two")
        try send(.put, "/snapshots/second")
        #expect(
            try send(.get, "/snapshots").text
                == #"{"snapshots":[{"name":"first","modules":1,"actions":0},"#
                + #"{"name":"second","modules":2,"actions":0}]}"#
        )
        #expect(try send(.post, "/snapshots/first/restore").status == .noContent)
        #expect(try names() == ["one"])
        try send(.post, "/snapshots/second/restore")
        #expect(try names() == ["one", "two"])
        #expect(try send(.delete, "/snapshots/first").status == .noContent)
        #expect(try send(.post, "/snapshots/first/restore").status == .notFound)
        #expect(try send(.delete, "/snapshots/first").status == .notFound)
        #expect(try names() == ["one", "two"])
    }

    @Test func `an export is a seed, of the tenant or of a snapshot`() throws {
        try add("one")
        try send(.put, "/snapshots/first")
        try add("two")
        #expect(try send(.get, "/export").json["modules"]?.list.map { $0["name"]?.string } == ["one", "two"])
        let earlier = try send(.get, "/export?snapshot=first")
        #expect(earlier.json["modules"]?.list.count == 1)
        #expect(try send(.get, "/export?snapshot=none").status == .notFound)
        #expect(try send(.get, "/export?tenant=*").status == .badRequest)
        #expect(try send(.put, "/seed?tenant=other", earlier.text).status == .noContent)
        #expect(try send(.get, "/export?tenant=other").text == earlier.text)
    }

    @Test func `a clock is set, stopped, moved and let go`() throws {
        let set = try send(.patch, "/clock", #"{"time":"2030-01-01T00:00:00Z","frozen":true}"#).json
        #expect(set["time"]?.string == "2030-01-01T00:00:00.000000Z" && set["frozen"]?.bool == true)
        #expect(try send(.get, "/clock").json["time"]?.string == "2030-01-01T00:00:00.000000Z")
        let moved = try send(.patch, "/clock", #"{"advance_seconds":1.5}"#).json
        #expect(moved["time"]?.string == "2030-01-01T00:00:01.500000Z")
        try send(.patch, "/clock", #"{"frozen":false}"#)
        let tenant = try directory.tenant(named: "acme")
        let running = tenant.world.now()
        #expect(running > Instant(nanoseconds: 1_893_456_001_500_000_000))
        #expect(tenant.world.now() > running)
        #expect(try send(.delete, "/clock").status == .noContent)
        #expect(tenant.world.now() < Instant(nanoseconds: 1_800_000_000_000_000_000))
        #expect(try directory.tenant(named: "other").world.setting == TenantWorld.Setting())
    }

    @Test func `a clock goes to the end of its range and no further`() throws {
        try send(.patch, "/clock", #"{"time":"2199-12-31T00:00:00Z","frozen":true}"#)
        let last = try send(.patch, "/clock", #"{"advance_seconds":3155760000}"#).json
        #expect(last["time"]?.string == "2199-12-31T23:59:59.999999Z")
        let first = try send(.patch, "/clock", #"{"time":"1970-01-02T00:00:00Z","advance_seconds":-3155760000}"#).json
        #expect(first["time"]?.string == "1970-01-01T00:00:00.000000Z")
        #expect(Instant(nanoseconds: .max) + 1 == Instant(nanoseconds: .max))
        #expect(Instant(nanoseconds: 0) + .max == Instant(nanoseconds: .max))
    }

    @Test func `clients of an earlier seed do not stay`() throws {
        let tenant = try directory.tenant(named: "acme")
        try send(.put, "/seed", #"{"clients":[{"client_id":"c","client_secret":"s"}]}"#)
        #expect(tenant.settings.clients.count == 1)
        try send(.put, "/seed", "{}")
        #expect(tenant.settings.clients.isEmpty)
    }

    @Test func `a clock stops at the last time that a document can hold`() throws {
        try send(.patch, "/clock", #"{"time":"2199-12-31T23:59:59Z"}"#)
        world.advance(seconds: 5)
        #expect(try send(.get, "/clock").json["time"]?.string == "2199-12-31T23:59:59.999999Z")
        try add("late")
        let export = try send(.get, "/export")
        let answer = try send(.put, "/seed", String(decoding: export.body, as: UTF8.self))
        #expect(answer.status == .noContent)
    }

    @Test func `ids of a seed pass over those in use`() throws {
        let tenant = try directory.tenant(named: "acme")
        func create(_ name: String) throws -> ModuleID {
            try send(.patch, "/clock", #"{"id_seed":42}"#)
            let id = ModuleID(tenant.world.newID())
            let versionID = ModuleVersionID(tenant.world.newID())
            _ = try tenant.withTenant { (tenant) throws(ModuleError) in
                try tenant.createModule(
                    name: name, draft: ModuleDraft(code: ""), publishingAs: versionID, id: id,
                    at: Instant(nanoseconds: 0))
            }
            return id
        }
        let first = try create("a")
        try send(.put, "/snapshots/one")
        let second = try create("b")
        #expect(first != second)
        let modules = tenant.withTenant { $0.modules(PageRequest(index: 0, size: 9)).items }
        #expect(Set(modules.flatMap(\.versions).map(\.id)).count == 2)
        try send(.post, "/reset")
        #expect(try create("a") == first)
        try send(.post, "/reset")
        try send(.patch, "/clock", #"{"id_seed":42}"#)
        try send(.post, "/snapshots/one/restore")
        #expect(ModuleID(tenant.world.newID()) == second, "past the content that came back")
    }

    @Test func `a seed for ids makes the same ids again`() throws {
        let tenant = try directory.tenant(named: "acme")
        func ids() throws -> [String] {
            try send(.patch, "/clock", #"{"id_seed":42}"#)
            return (0..<3).map { _ in "\(tenant.world.newID())" }
        }
        let first = try ids()
        #expect(try ids() == first)
        #expect(Set(first).count == 3)
        #expect(
            first.allSatisfy {
                $0.wholeMatch(of: /.{14}4.{4}[89ab].{16}/) != nil
            })
        try send(.patch, "/clock", #"{"id_seed":null}"#)
        #expect("\(tenant.world.newID())".hasPrefix("00000000-"), "the program's again")
    }

    @Test(
        arguments: [
            (
                HTTPMethod.patch, "/clock", #"{"time":"now"}"#,
                "time must be in UTC, such as 2026-01-01T00:00:00Z, from 1970"
            ),
            (.patch, "/clock", #"{"time":"2262-04-11T00:00:00Z"}"#, "from 1970 to 2199"),
            (.patch, "/clock", #"{"frozen":1}"#, "frozen must be true or false."),
            (.patch, "/clock", #"{"advance_seconds":1e99}"#, "advance_seconds must be a number from"),
            (.patch, "/clock", #"{"id_seed":-1}"#, "id_seed must be a whole number from 0, or null."),
            (.patch, "/clock", #"{"speed":2}"#, "A clock has no speed;"),
            (.patch, "/clock", "[]", "must be a JSON object"),
            (.patch, "/clock", "{", "The content is not JSON: unexpected end at offset 1."),
            (.patch, "/settings", #"{"read_only":1}"#, "read_only must be true or false."),
            (.patch, "/settings", #"{"rate_plan":"x"}"#, "rate_plan must be one of: off, free, enterprise-nonprod"),
            (.post, "/faults", #"{"times":1}"#, "The fault is not understood: a fault needs a status,"),
            (.delete, "/faults/x", nil, "There is no fault x."),
            (.post, "/requests/find", #"{"verb":1}"#, "The pattern is not understood: there is no pattern verb here."),
            (.get, "/requests?limit=x", nil, "limit must be a whole number from 0."),
            (.get, "/requests?since=x", nil, "since must be a time in UTC"), (.get, "/requests/x", nil, "no request x"),
            (.post, "/secrets/verify", "{}", "The content must have id, name and value, each a string."),
            (.put, "/snapshots/" + String(repeating: "s", count: 256), nil, "A snapshot's name has 1 to 255 bytes."),
            (.put, "/tenants/A", nil, "A tenant's name is"), (.get, "/tenants/none", nil, "There is no tenant none."),
            (.get, "/settings?tenant=*", nil, "This call is about one tenant; name it instead of '*'."),
            (.get, "/settings?tenant=%", nil, "The query is not valid percent-encoded UTF-8."),
            (.get, "/nothing", nil, "There is no such control call; GET /__admin lists them."),
        ] as [(HTTPMethod, String, String?, String)])
    func `a bad call says what is wrong`(method: HTTPMethod, path: String, body: String?, words: String) throws {
        let answer = try send(method, path, body)
        #expect((400...499).contains(answer.status.code))
        #expect(answer.json["message"]?.string?.contains(words) == true, "\(answer.text)")
    }

    @Test func `the calls describe themselves, as a list and as an OpenAPI document`() throws {
        let calls = try send(.get, "").json["calls"]?.list ?? []
        let document = try send(.get, "/openapi.json").json
        #expect(calls.count > 25)
        for call in calls {
            let path = document["paths"]?[JSONKey((call["path"]?.string ?? "").replacing("...", with: ""))]
            #expect(path?[JSONKey((call["method"]?.string ?? "").lowercased())]?["summary"] == call["summary"])
        }
    }

    @Test func `faults are set, listed and taken back`() throws {
        let definition =
            #"{"method":"get","status":503,"delayMilliseconds":{"type":"uniform","lower":1,"upper":2},"times":2}"#
        let set = try send(.post, "/faults", definition)
        #expect(set.status == .created)
        let id = try #require(set.json["id"]?.string)
        let listed = #"{"id":"\#(id)",\#(definition.dropFirst().dropLast()),"remaining":2,"hits":0}"#
        #expect(try send(.get, "/faults").text == #"{"faults":[\#(listed)]}"#)
        _ = try directory.tenant(named: "other")
        #expect(try send(.get, "/faults?tenant=other").text == #"{"faults":[]}"#)
        #expect(try send(.delete, "/faults/\(id)").status == .noContent)
        try send(.post, "/faults", #"{"status":500}"#)
        #expect(try send(.delete, "/faults").status == .noContent)
        #expect(try send(.get, "/faults").text == #"{"faults":[]}"#)
    }

    /// A slip of the pen in the name must not read as no requests, nor leave a tenant behind.
    @Test(arguments: ["/requests", "/faults", "/settings", "/clock", "/export", "/snapshots", "/scopes"])
    func `to ask about a tenant that is named and not there is a 404, and makes none`(path: String) throws {
        let answer = try send(.get, "\(path)?tenant=typo")
        #expect(answer.status == .notFound)
        #expect(answer.json["message"]?.string == "There is no tenant typo; its first request makes it.")
        #expect(directory.existingTenant(named: "typo") == nil)
        #expect(try send(.get, "\(path)?tenant=-").status == .badRequest)
        #expect(try send(.get, path).status == .ok, "the host's own is made on first use")
        #expect(try send(.put, "/snapshots/s?tenant=typo").status == .noContent)
        #expect(try send(.get, "\(path)?tenant=typo").status == .ok)
    }

    @Test func `tenants are made with settings, inspected and forgotten`() throws {
        #expect(try send(.put, "/tenants/fresh", #"{"name_rule":"slug"}"#).status == .created)
        #expect(try send(.put, "/tenants/fresh").status == .ok)
        #expect(try send(.get, "/settings?tenant=fresh").json["name_rule"]?.string == "slug")
        try add("one", to: "fresh")
        #expect(try send(.get, "/tenants/fresh").text == #"{"name":"fresh","modules":1,"actions":0}"#)
        try send(.post, "/faults?tenant=fresh", #"{"status":500}"#)
        #expect(try send(.delete, "/tenants/fresh").status == .noContent)
        #expect(try send(.get, "/faults?tenant=fresh").status == .notFound)
        #expect(try send(.put, "/tenants/fresh").status == .created)
        #expect(try send(.get, "/faults?tenant=fresh").text == #"{"faults":[]}"#)
        #expect(try send(.delete, "/tenants/fresh").status == .noContent)
        #expect(try send(.delete, "/tenants/fresh").status == .notFound)
        #expect(try names("fresh").isEmpty)
    }
}
