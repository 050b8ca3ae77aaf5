import JSON
import Testing

@Suite struct MessagingTests {
    @Test func `an e-mail provider shows no secret, and loses its settings with its name`() throws {
        let fixture = try FamilyFixture()
        let path = "/emails/provider"
        #expect(try fixture.send("GET", path).status == 404)
        let made = try fixture.send(
            "POST", path,
            #"{"name":"smtp","credentials":{"smtp_host":"h.test","smtp_user":"u","smtp_pass":"canary"},"#
                + #""settings":{"a":1}}"#
        )
        #expect(made.status == 201 && !made.text.contains("canary"))
        #expect(made.body.members?.map(\.key) == ["name", "credentials", "settings", "enabled"])
        #expect(try fixture.send("POST", path, #"{"name":"ses","credentials":{}}"#).message.hasSuffix(": smtp"))
        #expect(try fixture.send("GET", path).text == #"{"name":"smtp","enabled":true}"#)
        let changed = try fixture.send("PATCH", path, #"{"name":"mandrill","credentials":{"api_key":"canary"}}"#)
        #expect(changed.text == #"{"name":"mandrill","credentials":{},"enabled":true}"#)
        #expect(try fixture.send("DELETE", path).status == 204)
        #expect(try fixture.send("DELETE", path).status == 204)
    }

    @Test func `phone templates that nobody wrote are listed without ids, and a reset brings the text back`() throws {
        let fixture = try FamilyFixture()
        let path = "/branding/phone/templates"
        let made = try fixture.send(
            "POST", path, #"{"type":"otp_verify","content":{"from":"1","body":{"text":"t","voice":"v"}}}"#)
        let id = try #require(made["id"]?.string)
        #expect(made["content.syntax"] == "liquid")
        let list = try fixture.send("GET", path)["templates"]?.items ?? []
        #expect(
            list.compactMap { $0["type"]?.string } == [
                "otp_verify", "blocked_account", "change_password", "otp_enroll",
            ])
        #expect(list.compactMap { $0["id"]?.string } == [id])
        #expect(try fixture.send("POST", path, #"{"type":"otp_verify"}"#).status == 409)
        let reset = try fixture.send("PATCH", "\(path)/\(id)/reset")
        #expect(reset["content.from"] == "1")
        #expect(reset["content.body.text"]?.string?.contains("is your verification code") == true)
        #expect(try fixture.send("POST", "\(path)/\(id)/try", #"{"to":"1"}"#).status == 202)
        #expect(try fixture.send("DELETE", "\(path)/\(id)").status == 204)
        #expect(try fixture.send("DELETE", "\(path)/\(id)").status == 404)
    }

    @Test func `a priority stream has its own filters, and personal data must be sent again`() throws {
        let fixture = try FamilyFixture()
        let made = try fixture.send(
            "POST", "/log-streams",
            #"{"name":"n","type":"eventbridge","sink":{"awsRegion":"us-east-1","awsAccountId":"123456789012"},"#
                + #""isPriority":true,"filters":[],"pii_config":{"log_fields":["email"]}}"#)
        #expect(made.status == 200)
        #expect(made["filters"]?.items?.first?["name"] == "security")
        #expect(made["pii_config.algorithm"] == "xxhash")
        let source = made["sink.awsPartnerEventSource"]
        #expect(source?.string?.hasPrefix("aws.partner/auth0.com/acme-") == true)
        let id = try #require(made["id"]?.string)
        let changed = try fixture.send(
            "PATCH", "/log-streams/\(id)",
            #"{"isPriority":false,"filters":[]}"#)
        #expect(changed["filters"] == nil && changed["pii_config"] == nil)
        #expect(changed["sink.awsPartnerEventSource"] == source)
    }

    @Test func `a password of a stream is masked`() throws {
        let fixture = try FamilyFixture()
        let made = try fixture.send(
            "POST", "/log-streams",
            #"{"type":"mixpanel","sink":{"mixpanelRegion":"us","mixpanelProjectId":"123456789","#
                + #""mixpanelServiceAccountUsername":"u.1.mp-service-account","#
                + #""mixpanelServiceAccountPassword":"canarycanarycanarycanarycanary12"}}"#
        )
        #expect(made["sink.mixpanelServiceAccountPassword"] == "********")
        #expect(!made.text.contains("canary"))
    }
}
