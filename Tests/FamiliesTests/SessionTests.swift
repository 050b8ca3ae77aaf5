import Families
import JSON
import Resources
import Tenancy
import TestSupport
import Testing

/// Sessions, refresh tokens and the log: what seeds and log-ins leave behind.
@Suite struct SessionTests {
    private func user(_ fixture: FamilyFixture) throws -> String {
        let body = #"{"connection":"Username-Password-Authentication","email":"a@b.c","password":"Correct 1 horse"}"#
        return try #require(fixture.send("POST", "/users", body)["user_id"]?.string)
    }

    private func seed(_ fixture: FamilyFixture, _ resource: String, _ text: String) throws {
        let call = fixture.call(body: JSONTree(text: text))
        let found = try #require(Families.catalogue.resource(resource))
        _ = try fixture.handle.withTenant { (tenant) throws(Refusal) in try found.insert(call, .seed, &tenant) }
    }

    @Test func `a session that is revoked takes its refresh tokens along`() throws {
        let fixture = try FamilyFixture()
        let id = try user(fixture)
        for name in ["s1", "s2"] {
            try seed(fixture, "sessions", #"{"id":"\#(name)","user_id":"\#(id)"}"#)
            try seed(
                fixture, "refresh-tokens",
                #"{"id":"r\#(name)","user_id":"\#(id)","session_id":"\#(name)","client_id":"c","#
                    + #""resource_servers":[{"audience":"a","scopes":"s"}]}"#
            )
        }
        #expect(try fixture.send("GET", "/users/\(id)/sessions")["sessions"]?.items?.count == 2)
        #expect(
            try fixture.send("PATCH", "/sessions/s1", #"{"session_metadata":{"a":1}}"#)["session_metadata"] == ["a": 1])
        #expect(
            try fixture.send("PATCH", "/sessions/s1", #"{"session_metadata":{}}"#)["session_metadata"]?.isNull ?? false)
        #expect(try fixture.send("POST", "/sessions/s1/revoke").status == 202)
        #expect(try fixture.send("GET", "/sessions/s1").message == "The session does not exist.")
        #expect(try fixture.send("GET", "/users/\(id)/refresh-tokens")["tokens"]?.items?.map { $0["id"] } == ["rs2"])
        #expect(try fixture.send("GET", "/refresh-tokens").status == 400)
        #expect(
            try fixture.send("POST", "/refresh-tokens/revoke", #"{"user_id":"\#(id)","audience":"a"}"#).status == 400)
        let body = #"{"user_id":"\#(id)","client_id":"c","audience":"a"}"#
        #expect(try fixture.send("POST", "/refresh-tokens/revoke", body).status == 202)
        #expect(try fixture.send("GET", "/refresh-tokens/rs2").status == 404)
        _ = try fixture.send("DELETE", "/users/\(id)")
        #expect(try fixture.send("GET", "/sessions/s2").status == 404)
    }

    @Test func `the log tells the newest first, and goes on behind a checkpoint`() throws {
        let fixture = try FamilyFixture()
        let id = try user(fixture)
        for number in 0..<5 {
            var entry = Logs.Entry(type: number < 3 ? "s" : "f", "entry \(number)")
            entry.userID = number == 3 ? id : nil
            fixture.handle.withTenant { Logs.add(entry, at: fixture.world.now(), &$0) }
        }
        let list = try fixture.send("GET", "/logs").body.items ?? []
        #expect(list.map { $0["description"] } == ["entry 4", "entry 3", "entry 2", "entry 1", "entry 0"])
        #expect(list.allSatisfy { $0["log_id"]?.string?.utf8.count == 56 && $0["_id"] == $0["log_id"] })
        let first = list.last?["log_id"]?.string ?? ""
        let next = try fixture.send("GET", "/logs?from=\(first)&take=2").body.items ?? []
        #expect(next.map { $0["description"] } == ["entry 1", "entry 2"])
        #expect(try fixture.send("GET", "/logs?q=type:f").body.items?.count == 2)
        #expect(try fixture.send("GET", "/users/\(id)/logs").body.items?.map { $0["description"] } == ["entry 3"])
        #expect(try fixture.send("GET", "/logs/\(first)")["description"] == "entry 0")
        #expect(try fixture.send("GET", "/logs/9").status == 404)
    }
}
