import JSON
import Testing

@Suite struct ProtectionTests {
    @Test func `shields come back as they were sent, and are kept in an order of their own`() throws {
        let fixture = try FamilyFixture()
        let path = "/attack-protection/brute-force-protection"
        #expect(try fixture.send("GET", path)["shields"]?.strings == ["block", "user_notification"])
        _ = try fixture.send("PATCH", path, #"{"shields":["user_notification","block"]}"#)
        #expect(try fixture.send("GET", path)["shields"]?.strings == ["block", "user_notification"])
        _ = try fixture.send("PATCH", path, #"{"shields":["block"]}"#)
        let changed = try fixture.send("PATCH", path, #"{"shields":["block","user_notification"],"max_attempts":3}"#)
        #expect(changed["shields"]?.strings == ["block", "user_notification"])
        #expect(try fixture.send("GET", path)["shields"]?.strings == ["user_notification", "block"])
        #expect(try fixture.send("GET", path)["max_attempts"]?.int == 3)
    }

    @Test func `a frequency shows only where administrators are told`() throws {
        let fixture = try FamilyFixture()
        let path = "/attack-protection/breached-password-detection"
        let first = try fixture.send("PATCH", path, #"{"admin_notification_frequency":["daily"],"shields":["block"]}"#)
        #expect(first["admin_notification_frequency"]?.items?.isEmpty == true)
        let second = try fixture.send("PATCH", path, #"{"shields":["admin_notification","block"]}"#)
        #expect(second["admin_notification_frequency"]?.strings == ["daily"])
        #expect(second["shields"]?.strings == ["block", "admin_notification"])
    }

    @Test func `secrets of captcha providers are kept and never shown`() throws {
        let fixture = try FamilyFixture()
        let path = "/attack-protection/captcha"
        let changed = try fixture.send(
            "PATCH", path, #"{"active_provider_id":"hcaptcha","hcaptcha":{"site_key":"k","secret":"canary"}}"#)
        #expect(changed["hcaptcha"]?.members?.count == 1)
        #expect(!changed.text.contains("canary"))
        #expect(changed["arkose.client_subdomain"] == "client-api")
    }

    @Test func `factors answer a change with what was sent, and two names mean one provider`() throws {
        let fixture = try FamilyFixture()
        let factors = "/guardian/factors"
        #expect(try fixture.send("PUT", "\(factors)/otp", #"{"enabled":true}"#).text == #"{"enabled":true}"#)
        let on = try fixture.send("GET", factors).body.items?.filter { $0["enabled"]?.bool ?? false }
        #expect(on?.compactMap { $0["name"]?.string } == ["otp"])
        let put = try fixture.send("PUT", "\(factors)/sms/providers/twilio", #"{"sid":"s","auth_token":"t"}"#)
        #expect(put.text == #"{"sid":"s","auth_token":"t"}"#)
        #expect(
            try fixture.send("GET", "\(factors)/phone/providers/twilio").text
                == #"{"auth_token":"t","sid":"s","messaging_service_sid":null}"#)
        let apns = "\(factors)/push-notification/providers/apns"
        #expect(try fixture.send("GET", apns).text == #"{"enabled":false}"#)
        #expect(try fixture.send("PATCH", apns, #"{"sandbox":true,"p12":"canary"}"#).text == #"{"sandbox":true}"#)
        #expect(try fixture.send("GET", apns).text == #"{"sandbox":true,"enabled":true}"#)
        _ = try fixture.send("PATCH", "/tenants/settings", #"{"phone_consolidated_experience":true}"#)
        #expect(try fixture.send("GET", "\(factors)/sms/selected-provider").status == 403)
        #expect(try fixture.send("GET", "\(factors)/phone/message-types").status == 200)
    }

    @Test func `policies are a bare array`() throws {
        let fixture = try FamilyFixture()
        #expect(try fixture.send("GET", "/guardian/policies").text == "[]")
        let put = try fixture.send("PUT", "/guardian/policies", #"["all-applications"]"#)
        #expect(put.text == #"["all-applications"]"#)
        #expect(try fixture.send("GET", "/guardian/policies").text == put.text)
    }
}
