import JSON
import TestSupport
import Tenancy
import Testing

/// A frozen clock and a seed of ids make a run the same each time, whichever families it uses.
@Suite struct DeterminismTests {
    /// Method, path and body; `$n` is the id that the n-th call answered.
    private static let script = """
        POST /roles {"name":"a"}
        POST /roles {"name":"b","description":"x"}
        GET /roles
        PATCH /roles/$0 {"name":"c"}
        POST /clients {"name":"app","app_type":"regular_web","organization_usage":"allow",\
        "initiate_login_uri":"https://a.test/login"}
        POST /clients {"name":"spa","app_type":"spa","callbacks":["https://a.test/x"]}
        GET /clients
        GET /clients/$4
        PATCH /clients/$4 {"client_metadata":{"a":"b"}}
        POST /clients/$4/rotate-secret
        POST /resource-servers {"identifier":"https://api.test/","scopes":[{"value":"read:a"},{"value":"b"}]}
        POST /client-grants {"client_id":"$4","audience":"https://api.test/","scope":["read:a"]}
        GET /resource-servers
        GET /client-grants
        POST /connections {"name":"db","strategy":"auth0"}
        POST /connections {"name":"social","strategy":"google-oauth2","options":{"client_id":"x","client_secret":"y"}}
        GET /connections
        PATCH /connections/$14 {"display_name":"DB"}
        POST /users {"connection":"db","email":"a@b.test","password":"Zq7!vbRt92xKdWmLp"}
        POST /users {"connection":"db","email":"c@b.test","password":"Zq7!vbRt92xKdWmLp","user_metadata":{"k":1}}
        GET /users
        GET /users/$18
        PATCH /users/$18 {"app_metadata":{"plan":"x"}}
        POST /roles/$0/users {"users":["$18","$19"]}
        GET /roles/$0/users
        POST /users/$18/authentication-methods {"type":"phone","phone_number":"+15551234567","name":"p"}
        GET /users/$18/authentication-methods
        POST /roles/$0/permissions {"permissions":\
        [{"resource_server_identifier":"https://api.test/","permission_name":"b"}]}
        GET /roles/$0/permissions
        GET /users/$18/permissions
        POST /organizations {"name":"org-a","display_name":"A"}
        POST /organizations {"name":"org-b"}
        POST /organizations/$30/members {"members":["$18","$19"]}
        GET /organizations/$30/members
        POST /organizations/$30/enabled_connections {"connection_id":"$14"}
        POST /organizations/$30/invitations {"inviter":{"name":"I"},"invitee":{"email":"z@b.test"},"client_id":"$4"}
        GET /organizations
        GET /organizations/$30/invitations
        POST /log-streams {"name":"h","type":"http","sink":{"httpEndpoint":"https://a.test/l"}}
        GET /log-streams
        POST /rules {"name":"r","script":"function (u, c, cb) { cb(null, u, c) }"}
        GET /rules
        POST /hooks {"name":"h","script":"module.exports = () => {}","triggerId":"credentials-exchange"}
        GET /hooks
        POST /event-streams {"name":"e","subscriptions":[{"event_type":"user.created"}],\
        "destination":{"type":"webhook","configuration":{"webhook_endpoint":"https://a.test/e",\
        "webhook_authorization":{"method":"bearer","token":"t"}}}}
        GET /event-streams
        POST /flows {"name":"f"}
        POST /forms {"name":"f"}
        GET /flows
        GET /forms
        POST /custom-domains {"domain":"id.a.test","type":"auth0_managed_certs"}
        GET /custom-domains
        POST /network-acls {"description":"d","active":true,"priority":1,\
        "rule":{"action":{"block":true},"match":{"geo_country_codes":["US"]},"scope":"tenant"}}
        GET /network-acls
        POST /tickets/email-verification {"user_id":"$18"}
        POST /jobs/verification-email {"user_id":"$18"}
        GET /tenants/settings
        PATCH /tenants/settings {"friendly_name":"F"}
        GET /branding
        POST /self-service-profiles {"name":"s"}
        GET /prompts
        GET /emails/provider
        DELETE /users/$19
        DELETE /roles/$1
        GET /logs
        """.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 2).map(String.init) }

    /// - Parameter lag: how much the program's clock and ids are ahead, of which nothing must show.
    private func run(lag: Int) throws -> [FamilyFixture.Reply] {
        let fixture = try FamilyFixture()
        fixture.world.advance(seconds: Int64(lag))
        for _ in 0..<lag { _ = fixture.world.newID() }
        fixture.handle.change(Self.seeded)
        var ids: [String] = []
        return try Self.script.map { line in
            func filled(_ text: String) -> String {
                ids.indices.reversed().reduce(text) { text, index in
                    text.split(separator: "$\(index)", omittingEmptySubsequences: false).joined(separator: ids[index])
                }
            }
            let reply = try fixture.send(line[0], filled(line[1]), line.count > 2 ? filled(line[2]) : nil)
            ids.append(["client_id", "user_id", "id"].lazy.compactMap { reply.body[$0]?.string }.first ?? "none")
            return reply
        }
    }

    private static var seeded: TenantWorld.Change {
        var change = TenantWorld.Change()
        change.time = Instant("2026-03-01T12:00:00Z")
        change.freezes = true
        change.idSeed = 7
        return change
    }

    private static func user(_ name: String) -> String {
        #"{"connection":"Username-Password-Authentication","email":"\#(name)@b.test","password":"Zq7!vbRt92xKdWmLp"}"#
    }

    @Test func `two runs of a script are the same to the byte`() throws {
        let (first, second) = (try run(lag: 0), try run(lag: 1_000))
        for (line, (one, other)) in zip(Self.script, zip(first, second)) {
            let call = line.joined(separator: " ")
            #expect(one.status == other.status && one.text == other.text, "\(call)")
            #expect(one.status < 400 || line[1] == "/emails/provider", "\(call): \(one.text)")
        }
        #expect(first.count > 60)
    }

    @Test func `a sequence that begins anew passes over the ids of documents`() throws {
        let fixture = try FamilyFixture()
        fixture.handle.change(Self.seeded)
        let user = try fixture.send("POST", "/users", Self.user("u"))
        let id = user["user_id"]?.string ?? "none"
        var ids: [String: [String]] = [:]
        for round in 0..<3 {
            for (path, body) in [
                ("/roles", #"{"name":"n\#(round)"}"#), ("/clients", #"{"name":"n"}"#),
                ("/organizations", #"{"name":"n\#(round)"}"#), ("/flows", #"{"name":"n"}"#),
                ("/connections", #"{"name":"n\#(round)","strategy":"auth0"}"#),
                ("/users/\(id)/authentication-methods", #"{"type":"email","email":"e\#(round)@b.test","name":"x"}"#),
                ("/custom-domains", #"{"domain":"n\(round).a.test","type":"auth0_managed_certs"}"#),
                ("/users", Self.user("n\(round)")),
            ] {
                // What is drawn first differs from family to family, so each begins anew.
                fixture.handle.change(Self.seeded)
                let reply = try fixture.send("POST", path, body)
                #expect(reply.status < 300, "\(path): \(reply.text)")
                let made = ["custom_domain_id", "client_id", "user_id", "id"].lazy.compactMap { reply.body[$0]?.string }
                    .first
                ids[path, default: []].append(made ?? "none")
            }
        }
        for (path, made) in ids { #expect(Set(made).count == 3, "\(path): \(made)") }
        let methods = try fixture.send("GET", "/users/\(id)/authentication-methods")
        #expect(methods.body.items?.count == 3)
    }
}
