import Families
import JSON
import Resources
import Tenancy
import TestSupport
import Testing

@Suite struct OrganizationTests {
    let fixture: FamilyFixture

    init() throws {
        fixture = try FamilyFixture()
    }

    /// What another family would have made, without its rules.
    private func put(_ table: String, _ id: String, _ text: String) throws {
        fixture.handle.withTenant { tenant in
            tenant.withTable(table) {
                $0.append(Document(id: id, text: Array(text.utf8), createdAt: Instant(nanoseconds: 0)))
            }
        }
    }

    private func users(_ ids: String...) throws {
        for id in ids { try put("users", id, #"{"user_id":"\#(id)","email":"\#(id)@a.test","name":"\#(id)"}"#) }
    }

    private func organization(_ body: String = #"{"name":"acme"}"#) throws -> String {
        try #require(try fixture.send("POST", "/organizations", body)["id"]?.string)
    }

    private func names(_ reply: FamilyFixture.Reply, _ list: String, _ member: String) -> [String]? {
        reply[list]?.items?.compactMap { $0[member]?.string }
    }

    @Test func `the answers to POST, GET and PATCH differ in order`() throws {
        let body = #"{"name":"acme","branding":{"logo_url":"https://a.test/l.png"},"metadata":{}}"#
        let made = try fixture.send("POST", "/organizations", body)
        #expect(made.status == 201)
        let tail = ["third_party_client_access", "is_app_entitlement_active"]
        #expect(made.body.members?.map(\.key) == ["id", "display_name", "name", "branding"] + tail)
        let id = try #require(made["id"]?.string)
        let read = try fixture.send("GET", "/organizations/\(id)")
        #expect(read.body.members?.map(\.key) == ["id", "name", "display_name", "branding"] + tail)
        let changed = try fixture.send("PATCH", "/organizations/\(id)", #"{"metadata":{"k":"v"}}"#)
        #expect(changed.body.members?.map(\.key) == ["branding", "id", "display_name", "name", "metadata"] + tail)
        #expect(
            try fixture.send("GET", "/organizations/name/acme").text == fixture.send("GET", "/organizations/\(id)").text
        )
        #expect(try fixture.send("POST", "/organizations", #"{"name":"acme"}"#).status == 409)
    }

    @Test func `an organization of June 2026 has no members of August`() throws {
        fixture.settings.asOf = Day(rawValue: "2026-06-01")
        let made = try fixture.send("POST", "/organizations", #"{"name":"acme"}"#)
        #expect(made.body.members?.map(\.key) == ["id", "display_name", "name"])
    }

    @Test func `pages by number are by name and end at a thousand, those by cursor are by age`() throws {
        for name in ["b_2", "b1", "a"] { _ = try organization(#"{"name":"\#(name)"}"#) }
        let byName = try fixture.send("GET", "/organizations?include_totals=true")
        #expect(names(byName, "organizations", "name") == ["a", "b1", "b_2"])
        let first = try fixture.send("GET", "/organizations?take=2&include_totals=true")
        #expect(names(first, "organizations", "name") == ["b_2", "b1"])
        let next = try #require(first["next"]?.string)
        let second = try fixture.send("GET", "/organizations?take=2&from=\(next)")
        #expect(names(second, "organizations", "name") == ["a"])
        #expect(second["next"] == nil)
        let beyond = try fixture.send("GET", "/organizations?per_page=100&page=10")
        #expect(beyond.status == 400)
        #expect(beyond["errorCode"] == "invalid_paging")
    }

    @Test func `a cursor holds although its item has gone`() throws {
        for name in ["a", "b", "c", "d"] {
            _ = try organization(#"{"name":"\#(name)"}"#)
            fixture.world.advance(seconds: 1)
        }
        let first = try fixture.send("GET", "/organizations?take=2")
        let next = try #require(first["next"]?.string)
        let last = try #require(first["organizations"]?.items?.last?["id"]?.string)
        _ = try fixture.send("DELETE", "/organizations/\(last)")
        let second = try fixture.send("GET", "/organizations?take=2&from=\(next)")
        #expect(names(second, "organizations", "name") == ["c", "d"])
    }

    @Test func `members come and go with their roles`() throws {
        try users("auth0|b", "auth0|a")
        let id = try organization()
        let role = try #require(try fixture.send("POST", "/roles", #"{"name":"r"}"#)["id"]?.string)
        let members = "/organizations/\(id)/members"
        // Roles may be there before the membership.
        #expect(try fixture.send("POST", "\(members)/auth0|a/roles", #"{"roles":["\#(role)"]}"#).status == 204)
        #expect(try fixture.send("POST", members, #"{"members":["auth0|b","auth0|a"]}"#).status == 204)
        #expect(try fixture.send("POST", members, #"{"members":["auth0|x"]}"#).status == 400)
        let list = try fixture.send("GET", "\(members)?fields=user_id,roles&take=50")
        #expect(names(list, "members", "user_id") == ["auth0|a", "auth0|b"])
        #expect(list["members"]?.items?.first?["roles"]?.items?.first?["name"] == "r")
        #expect(list["next"] == nil)
        #expect(try fixture.send("DELETE", members, #"{"members":["auth0|a","auth0|a"]}"#).status == 204)
        let roles = try fixture.send("GET", "\(members)/auth0|a/roles?include_totals=true")
        #expect(roles["total"]?.int == 0)
    }

    @Test func `until summer 2026 every page of members has a cursor, and the one behind it is empty`() throws {
        fixture.settings.asOf = Day(rawValue: "2026-04-01")
        try users("auth0|a")
        let id = try organization()
        _ = try fixture.send("POST", "/organizations/\(id)/members", #"{"members":["auth0|a"]}"#)
        let first = try fixture.send("GET", "/organizations/\(id)/members?take=50")
        let next = try #require(first["next"]?.string)
        #expect(try fixture.send("GET", "/organizations/\(id)/members?from=\(next)").text == #"{"members":[]}"#)
    }

    @Test func `an organization takes with it what is inside, and a role what it gave`() throws {
        try users("auth0|a")
        let id = try organization()
        let own = try fixture.send("POST", "/roles", #"{"name":"o","type":"organization","owner_id":"\#(id)"}"#)
        let role = try #require(own["id"]?.string)
        let path = "/organizations/\(id)/members/auth0|a/roles"
        _ = try fixture.send("POST", path, #"{"roles":["\#(role)"]}"#)
        let holders = "/organizations/\(id)/roles/\(role)/members?take=50"
        #expect(names(try fixture.send("GET", holders), "members", "user_id") == ["auth0|a"])
        #expect(try fixture.send("DELETE", "/organizations/\(id)").status == 204)
        #expect(try fixture.send("DELETE", "/organizations/\(id)").status == 404)
        #expect(try fixture.send("GET", "/roles/\(role)").status == 404)
        #expect(fixture.handle.withTenant { $0.table("organizations/members/roles").count } == 0)
    }

    @Test func `a connection is seen through both routes, and signs up only its members`() throws {
        try put("connections", "con_1", #"{"id":"con_1","name":"db","strategy":"auth0"}"#)
        try put("connections", "con_2", #"{"id":"con_2","name":"corp","strategy":"waad"}"#)
        let id = try organization()
        let old = "/organizations/\(id)/enabled_connections"
        let made = try fixture.send("POST", old, #"{"connection_id":"con_1"}"#)
        #expect(
            made.body.members?.map(\.key) == [
                "connection_id", "assign_membership_on_login", "is_signup_enabled", "show_as_button", "connection",
            ])
        #expect(try fixture.send("POST", old, #"{"connection_id":"con_1"}"#).status == 409)
        let other = try fixture.send(
            "POST", "/organizations/\(id)/connections", #"{"connection_id":"con_2","is_enabled":false}"#)
        #expect(other["is_signup_enabled"] == nil)
        #expect(other["organization_access_level"] == "none")
        let list = try fixture.send("GET", "\(old)?include_totals=true&per_page=100")
        #expect(list["limit"]?.int == 1)
        #expect(try fixture.send("GET", "\(old)/con_2").status == 404)
        #expect(try fixture.send("PATCH", "\(old)/con_1", #"{"is_signup_enabled":true}"#).status == 400)
        let both = #"{"is_signup_enabled":true,"assign_membership_on_login":true}"#
        #expect(try fixture.send("PATCH", "\(old)/con_1", both)["is_signup_enabled"] == true)
    }

    @Test func `discovery domains are listed with their next first`() throws {
        let id = try organization()
        let path = "/organizations/\(id)/discovery-domains"
        for domain in ["a.test", "b.test"] {
            fixture.world.advance(seconds: 1)
            let made = try fixture.send("POST", path, #"{"domain":"\#(domain)"}"#)
            #expect(made["verification_host"]?.string == "_ss-verification.\(id).\(domain)")
        }
        #expect(try fixture.send("POST", path, #"{"domain":"A.test"}"#).status == 409)
        let first = try fixture.send("GET", "\(path)?take=1")
        #expect(first.body.members?.map(\.key) == ["next", "domains"])
        let next = try #require(first["next"]?.string)
        #expect(names(try fixture.send("GET", "\(path)?take=1&from=\(next)"), "domains", "domain") == ["b.test"])
        #expect(try fixture.send("GET", "\(path)/name/B.TEST")["domain"] == "b.test")
    }

    @Test func `a grant is added once, and only where it allows organizations`() throws {
        let members = #""client_id":"c","audience":"https://a","scope":[]"#
        try put(
            "client-grants", "cgr_1",
            #"{"id":"cgr_1",\#(members),"organization_usage":"allow","subject_type":"client"}"#)
        try put("client-grants", "cgr_2", #"{"id":"cgr_2",\#(members),"organization_usage":"deny"}"#)
        let path = "/organizations/\(try organization())/client-grants"
        let made = try fixture.send("POST", path, #"{"grant_id":"cgr_1"}"#)
        #expect(made.body.members?.map(\.key) == ["grant_id", "client_id", "audience", "scope", "organization_usage"])
        #expect(try fixture.send("POST", path, #"{"grant_id":"cgr_1"}"#).status == 409)
        #expect(try fixture.send("POST", path, #"{"grant_id":"cgr_2"}"#).status == 400)
        #expect(try fixture.send("POST", path, #"{"grant_id":"cgr_3"}"#).status == 404)
        #expect(names(try fixture.send("GET", "\(path)?include_totals=true"), "client_grants", "id") == ["cgr_1"])
        #expect(try fixture.send("GET", "\(path)?audience=https://b").text == "[]")
    }

    @Test func `an invitation leads to where its client begins log-ins`() throws {
        let client = #"{"client_id":"c1","organization_usage":"allow"}"#
        try put("clients", "c1", client)
        let id = try organization()
        let path = "/organizations/\(id)/invitations"
        let body = #"{"inviter":{"name":"i"},"invitee":{"email":"a@b.test"},"client_id":"c1","ttl_sec":60}"#
        #expect(try fixture.send("POST", path, body).status == 400)
        try put("tenants/settings", "", #"{"default_redirection_uri":"https://a.test/login"}"#)
        let made = try fixture.send("POST", path, body)
        #expect(made.status == 201)
        #expect(
            made.body.members?.map(\.key) == [
                "id", "client_id", "inviter", "invitee", "invitation_url", "ticket_id", "created_at", "expires_at",
                "organization_id",
            ])
        let ticket = try #require(made["ticket_id"]?.string)
        #expect(
            made["invitation_url"]?.string
                == "https://a.test/login?invitation=\(ticket)&organization=\(id)&organization_name=acme")
        let list = try fixture.send("GET", "\(path)?include_totals=true")
        #expect(list.body.members?.map(\.key) == ["invitations", "start", "limit"])
        #expect(list["limit"]?.int == 1)
    }

    @Test func `clients of an organization show their own members`() throws {
        try put("clients", "c1", #"{"client_id":"c1","name":"one","is_first_party":true,"tenant":"x"}"#)
        let id = try organization()
        let path = "/organizations/\(id)/clients"
        let made = try fixture.send("POST", path, #"{"clients":[{"client_id":"c1","use_for_member_access":true}]}"#)
        let text = #"{"client_id":"c1","use_for_member_access":true,"client":{"name":"one","is_first_party":true}}"#
        #expect(made.text == "[\(text)]")
        #expect(try fixture.send("GET", "\(path)/c1").text == text)
        #expect(try fixture.send("GET", path).text == #"{"clients":[\#(text)]}"#)
        let list = try fixture.send("GET", "/organizations?take=5&include_client_association_for=c1")
        #expect(list["organizations"]?.items?.first?[path: "client.use_for_member_access"] == true)
        #expect(try fixture.send("DELETE", path, #"{"clients":["c1","c2"]}"#).status == 204)
        #expect(try fixture.send("GET", path).text == #"{"clients":[]}"#)
    }

    @Test func `groups give their members roles in an organization`() throws {
        try users("auth0|a")
        let id = try organization()
        let role = try #require(try fixture.send("POST", "/roles", #"{"name":"r"}"#)["id"]?.string)
        let group = "grp_" + String(repeating: "a", count: 22)
        try put("groups", group, #"{"id":"\#(group)","name":"g"}"#)
        let members = try #require(Families.catalogue.resource("groups/members"))
        let call = ResourceCall(
            parameters: [group], body: ["id": "auth0|a"], now: fixture.world.world.now(), world: fixture.handle.world,
            origin: "", settings: fixture.settings, catalogue: Families.catalogue)
        try fixture.handle.withTenant { tenant in _ = try members.insert(call, .seed, &tenant) }
        let path = "/organizations/\(id)"
        #expect(try fixture.send("POST", "\(path)/groups/\(group)/roles", #"{"roles":["\#(role)"]}"#).status == 204)
        let effective = try fixture.send("GET", "\(path)/members/auth0|a/effective-roles")
        #expect(effective["roles"]?.items?.first?["sources"]?.strings == ["groups"])
        let sources = "\(path)/members/auth0|a/effective-roles/sources/groups?role_id=\(role)"
        #expect(names(try fixture.send("GET", sources), "groups", "name") == ["g"])
        #expect(names(try fixture.send("GET", "\(path)/groups"), "groups", "name") == ["g"])
        #expect(try fixture.send("DELETE", "/groups/\(group)").status == 204)
        #expect(try fixture.send("GET", "\(path)/members/auth0|a/effective-roles").text == #"{"roles":[]}"#)
    }

    @Test(arguments: ["groups", "organizations", "roles", "user-attribute-profiles"])
    func `every operation of these families behaves`(name: String) throws {
        let family = try #require(Families.catalogue.family(name))
        #expect(family.operations.filter { $0.binding == nil }.map(\.id) == [])
        #expect(family.strayActs == [])
    }

    @Test func `members of one instant are paged by cursor without gap, whoever leaves meanwhile`() throws {
        let ids = (0..<9).map { "auth0|\($0)" }
        for id in ids { try users(id) }
        let path = "/organizations/\(try organization())/members"
        let list = ids.reversed().map { "\"\($0)\"" }.joined(separator: ",")
        #expect(try fixture.send("POST", path, #"{"members":[\#(list)]}"#).status == 204)
        var (found, query): ([String], String) = ([], "?take=2")
        while true {
            let page = try fixture.send("GET", path + query)
            found += names(page, "members", "user_id") ?? []
            guard let next = page["next"]?.string else { break }
            query = "?take=2&from=\(next)"
            // The cursor's own item goes: the next page begins behind its place.
            let last = try #require(found.last)
            _ = try fixture.send("DELETE", path, #"{"members":["\#(last)"]}"#)
        }
        #expect(found == ids)
    }
}
