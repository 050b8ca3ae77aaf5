import Families
import Ground
import JSON
import Tenancy
import Testing

@Suite struct NetworkACLTests {
    private let path = "/network-acls"

    private func body(_ priority: Int, _ rule: String) -> String {
        #"{"description":"d","active":true,"priority":\#(priority),"rule":\#(rule)}"#
    }

    @Test func `rules come back in the service's order, and a single list has more members`() throws {
        let fixture = try FamilyFixture()
        let rule = #"{"action":{"block":true},"scope":"tenant","match":{"hostnames":["b","a"],"asns":[2]}}"#
        let made = try fixture.send("POST", path, body(7, rule))
        #expect(made.status == 201)
        #expect(made["rule"]?.members?.map(\.key) == ["match", "scope", "action"])
        #expect(made["rule.match"] == ["asns": [2], "hostnames": ["b", "a"]])
        #expect(made.body.members?.last?.key == "id")
        let id = try #require(made["id"]?.string)
        let read = try fixture.send("GET", "\(path)/\(id)")
        #expect(read.body.members?.first?.key == "tenant_id" && read["tenant_id"] == "acme")
        #expect(read.body.members?.suffix(2).map(\.key) == ["deleted_at", "id"])
        #expect(try fixture.send("GET", path).body.items?.first?["tenant_id"] == nil)
        #expect(try fixture.send("DELETE", "\(path)/\(id)").text == #"{"code":204,"object":""}"#)
    }

    @Test func `a name in another form is refused before it is looked for`() throws {
        let fixture = try FamilyFixture()
        #expect(try fixture.send("GET", "\(path)/nope").status == 400)
        #expect(try fixture.send("DELETE", "\(path)/nope").status == 400)
        #expect(try fixture.send("GET", "\(path)/acl_1234567890123456789012").status == 404)
        #expect(try fixture.send("DELETE", "\(path)/acl_1234567890123456789012").status == 404)
    }

    @Test(arguments: [
        (#"{"action":{"redirect":true},"scope":"tenant","match":{"asns":[1]}}"#, "requires a `redirect_uri`"),
        (#"{"action":{"block":true},"scope":"tenant","match":{"auth0_managed":["x"]}}"#, "list name(s): x."),
        (#"{"action":{"block":true},"scope":"tenant","not_match":{"asns":[1,2,1]}}"#, "(indexes 0 and 2)"),
        (#"{"action":{"block":true},"scope":"tenant"}"#, "None of the valid schemas were met"),
        (#"{"action":{"block":true,"allow":true},"scope":"tenant","match":{"asns":[1]}}"#, "rule.action."),
    ])
    func `what the schema lets through is refused`(rule: String, words: String) throws {
        let answer = try FamilyFixture().send("POST", path, body(1, rule))
        #expect(answer.status == 400 && answer.message.contains(words))
    }

    @Test(arguments: [#""ipv4_cidrs":["1.2.3.4","1.2.3.0/24"]"#, #""ipv6_cidrs":["::1","2001:db8::/32"]"#])
    func `addresses and blocks are told apart`(member: String) throws {
        let rule = #"{"action":{"block":true},"scope":"tenant","match":{\#(member)}}"#
        #expect(try FamilyFixture().send("POST", path, body(1, rule)).status == 201)
        let wrong = rule.replacing("1", with: "x")
        #expect(try FamilyFixture().send("POST", path, body(1, wrong)).status == 400)
    }

    @Test func `two lists cannot have the same priority, and one keeps its own`() throws {
        let fixture = try FamilyFixture()
        let rule = #"{"action":{"log":true},"scope":"tenant","match":{"asns":[1]}}"#
        let id = try #require(try fixture.send("POST", path, body(3, rule))["id"]?.string)
        #expect(try fixture.send("POST", path, body(3, rule)).status == 409)
        #expect(try fixture.send("PUT", "\(path)/\(id)", body(3, rule)).status == 200)
        #expect(try fixture.send("PATCH", "\(path)/\(id)", #"{"active":false}"#)["priority"] == 3)
    }

    @Test func `before April 2025 ids were UUIDs and stood first`() throws {
        let fixture = try FamilyFixture()
        fixture.settings.asOf = Day(rawValue: "2025-02-13")
        let rule = #"{"action":{"log":true},"scope":"tenant","match":{"asns":[1]}}"#
        let made = try fixture.send("POST", path, body(3, rule))
        #expect(made.body.members?.first?.key == "id")
        let id = try #require(made["id"]?.string)
        #expect(UniqueID(id) != nil)
        #expect(try fixture.send("GET", "\(path)/\(id)").body.members?.prefix(2).map(\.key) == ["id", "tenant_id"])
    }
}

/// What becomes of them: rules that requests are held against.
@Suite struct ReadyNetworkACLTests {
    private func ready(_ fixture: FamilyFixture) -> [NetworkACL] { fixture.handle.withTenant { $0.readyNetworkACLs() } }

    private func make(_ fixture: FamilyFixture, _ priority: Int, active: Bool = true, _ rule: String) throws -> String {
        let body = #"{"description":"d","active":\#(active),"priority":\#(priority),"rule":\#(rule)}"#
        return try #require(try fixture.send("POST", "/network-acls", body)["id"]?.string)
    }

    @Test func `active ones are held ready by their priority, and follow every change`() throws {
        let fixture = try FamilyFixture()
        #expect(!fixture.handle.isGuarded && ready(fixture).isEmpty)
        let rule = #"{"action":{"block":true},"scope":"tenant","match":{"ipv4_cidrs":["10.0.0.0/8"]}}"#
        let late = try make(fixture, 9, rule)
        let early = try make(fixture, 2, rule.replacing("block", with: "allow"))
        let idle = try make(fixture, 1, active: false, rule)
        #expect(fixture.handle.isGuarded)
        #expect(ready(fixture).map(\.id) == [early, late] && ready(fixture).map(\.action) == [.allow, .block])
        _ = try fixture.send("PATCH", "/network-acls/\(early)", #"{"active":false}"#)
        _ = try fixture.send("DELETE", "/network-acls/\(late)")
        #expect(ready(fixture).isEmpty && !fixture.handle.isGuarded)
        _ = try fixture.send("PATCH", "/network-acls/\(idle)", #"{"active":true}"#)
        #expect(ready(fixture).map(\.id) == [idle])
    }

    @Test(arguments: [
        (#""match":{"ipv4_cidrs":["192.0.2.0/24"],"ipv6_cidrs":["2001:db8::/32"]}"#, true),
        (#""match":{"ipv4_cidrs":["192.0.2.7"]}"#, true), (#""match":{"ipv6_cidrs":["2001:db8::/32"]}"#, false),
        (#""match":{"connecting_ipv4_cidrs":["10.0.0.0/8"]}"#, true), (#""match":{"hostnames":["ACME.Test"]}"#, true),
        (#""match":{"user_agents":["bot/1"]}"#, true), (#""match":{"user_agents":["bot"]}"#, false),
        (#""match":{"ipv4_cidrs":["192.0.2.7"],"geo_country_codes":["DE"]}"#, false),
        (#""not_match":{"geo_country_codes":["DE"]}"#, false), (#""not_match":{"asns":[1]}"#, false),
        (#""not_match":{"ipv4_cidrs":["198.51.100.0/24"],"ipv6_cidrs":["::1"]}"#, true),
        (#""match":{"user_agents":["bot/1"]},"not_match":{"ipv4_cidrs":["192.0.2.7"]}"#, false),
    ])
    func `each member is a signal of its own`(members: String, applies: Bool) throws {
        let fixture = try FamilyFixture()
        _ = try make(fixture, 1, #"{"action":{"block":true},"scope":"tenant",\#(members)}"#)
        let visit = NetworkACL.Visit(
            client: try #require(IPAddress("192.0.2.7")), connecting: try #require(IPAddress("10.0.0.1")),
            userAgent: "bot/1", host: "acme.test", scope: .authentication)
        #expect(ready(fixture).applying(to: visit).isEmpty != applies)
    }
}
