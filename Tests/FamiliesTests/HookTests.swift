import JSON
import Tenancy
import Testing

@Suite struct HookTests {
    private func hook(_ fixture: FamilyFixture, _ name: String) throws -> FamilyFixture.Reply {
        try fixture.send("POST", "/hooks", #"{"name":"\#(name)","script":"s","triggerId":"send-phone-message"}"#)
    }

    @Test(arguments: [
        ("test-hook520", "test-hook-520"), ("My Hook", "my-hook"), ("sendSMS", "send-sms"), ("a1b", "a-1-b"),
        ("x--y z", "x-y-z"),
    ])
    func `names are rewritten`(name: String, kept: String) throws {
        #expect(try hook(FamilyFixture(), name)["name"]?.string == kept)
    }

    @Test func `a single hook has its trigger last, and a name is given once`() throws {
        let fixture = try FamilyFixture()
        let made = try hook(fixture, "a")
        #expect(made.body.members?.map(\.key) == ["id", "name", "script", "dependencies", "triggerId", "enabled"])
        let id = try #require(made["id"]?.string)
        #expect(id.utf8.count == 26)
        #expect(try fixture.send("GET", "/hooks/\(id)").body.members?.last?.key == "triggerId")
        #expect(try hook(fixture, "A").status == 409)
        #expect(try fixture.send("DELETE", "/hooks/\(id)").status == 204)
        #expect(try fixture.send("DELETE", "/hooks/\(id)").status == 404)
    }

    @Test func `secrets show their names alone, and go with their hook`() throws {
        let fixture = try FamilyFixture()
        let id = try #require(try hook(fixture, "a")["id"]?.string)
        let path = "/hooks/\(id)/secrets"
        #expect(try fixture.send("GET", path).text == "{}")
        #expect(try fixture.send("POST", path, #"{"B":"canary","A":"x"}"#).text == "{}")
        #expect(try fixture.send("POST", path, #"{"B":"y"}"#).status == 409)
        #expect(
            try fixture.send("GET", path).text == #"{"B":"_VALUE_NOT_SHOWN_","A":"_VALUE_NOT_SHOWN_"}"#)
        #expect(try fixture.send("PATCH", path, #"{"A":"z"}"#).status == 201)
        #expect(try fixture.send("PATCH", path, #"{"C":"z"}"#).status == 404)
        #expect(try fixture.send("DELETE", path, #"["B"]"#).status == 204)
        #expect(try fixture.send("GET", path).body.members?.map(\.key) == ["A"])
        _ = try fixture.send("DELETE", "/hooks/\(id)")
        #expect(fixture.handle.withTenant { $0.table("hooks/secrets").count } == 0)
        #expect(try fixture.send("GET", path).status == 404)
    }

    @Test func `a rule runs last unless it says when`() throws {
        let fixture = try FamilyFixture()
        #expect(try fixture.send("POST", "/rules", #"{"name":"a","script":"s"}"#)["order"] == 1)
        _ = try fixture.send("POST", "/rules", #"{"name":"b","script":"s","order":7,"enabled":false}"#)
        let third = try fixture.send("POST", "/rules", #"{"name":"c","script":"s","stage":"login_failure"}"#)
        #expect(third["order"] == 8 && third["stage"] == "login_failure")
        let enabled = try fixture.send("GET", "/rules?enabled=true&include_totals=true")
        #expect(enabled["total"] == 2 && enabled["limit"] == 100)
        #expect(try fixture.send("POST", "/rules", #"{"name":"a","script":"s"}"#).status == 409)
        _ = try fixture.send("POST", "/rules", #"{"name":"far","script":"s","order":9223372036854775807}"#)
        #expect(try fixture.send("POST", "/rules", #"{"name":"last","script":"s"}"#).status == 201)
    }

    @Test func `a config's value is answered to whoever sets it`() throws {
        let fixture = try FamilyFixture()
        for value in ["canary", "other"] {
            let set = try fixture.send("PUT", "/rules-configs/B", #"{"value":"\#(value)"}"#)
            #expect(set.text == #"{"key":"B","value":"\#(value)"}"#)
        }
        _ = try fixture.send("PUT", "/rules-configs/A", #"{"value":""}"#)
        #expect(try fixture.send("GET", "/rules-configs?per_page=1").text == #"[{"key":"B"},{"key":"A"}]"#)
        #expect(try fixture.send("DELETE", "/rules-configs/B").status == 204)
        #expect(try fixture.send("GET", "/rules-configs").text == #"[{"key":"A"}]"#)
    }

    @Test func `a template of credentials has no version`() throws {
        let fixture = try FamilyFixture()
        let path = "/verifiable-credentials/verification/templates"
        let body =
            #"{"name":"t","dialect":"simplified/1.0","type":"mdl","well_known_trusted_issuers":"aamva","#
            + #""presentation":{"org.iso.18013.5.1.mDL":{"org.iso.18013.5.1":{"portrait":true}}}}"#
        let id = try #require(try fixture.send("POST", path, body)["id"]?.string)
        #expect(try fixture.send("POST", path, body).status == 409)
        let changed = try fixture.send("PATCH", "\(path)/\(id)", #"{"name":"u","version":2}"#)
        #expect(changed["name"] == "u" && changed["version"] == nil)
    }
}
