import JSON
import Tenancy
import Testing

@Suite struct DomainTests {
    private func make(_ fixture: FamilyFixture, _ domain: String, _ type: String = "auth0_managed_certs") throws
        -> String
    {
        let made = try fixture.send("POST", "/custom-domains", #"{"domain":"\#(domain)","type":"\#(type)"}"#)
        return try #require(made["custom_domain_id"]?.string)
    }

    @Test func `domains are listed by name, and the first is the primary one`() throws {
        let fixture = try FamilyFixture()
        let first = try make(fixture, "b.test")
        _ = try make(fixture, "a.test", "self_managed_certs")
        let list = try fixture.send("GET", "/custom-domains").body.items ?? []
        #expect(list.compactMap { $0["domain"]?.string } == ["a.test", "b.test"])
        #expect(list.compactMap { $0["primary"]?.bool } == [false, true])
        #expect(list[0]["verification"]?["methods"]?.items?[0]["domain"] == "_cf-custom-hostname.a.test")
        #expect(list[0]["custom_client_ip_header"]?.isNull == true)
        let page = try fixture.send("GET", "/custom-domains?take=5&q=domain:b*")
        #expect(page["custom_domains"]?.items?.count == 1)
        let merged = try fixture.send("PATCH", "/custom-domains/\(first)", #"{"domain_metadata":{"a":"1","b":"2"}}"#)
        #expect(merged["domain_metadata"]?.members?.count == 2)
        let cut = try fixture.send("PATCH", "/custom-domains/\(first)", #"{"domain_metadata":{"a":null}}"#)
        #expect(cut["domain_metadata"]?.members?.map(\.key) == ["b"])
    }

    @Test func `a domain can be the default once it is verified, and cannot go while it is`() throws {
        let fixture = try FamilyFixture()
        let id = try make(fixture, "a.test")
        #expect(try fixture.send("GET", "/custom-domains/default").text == #"{"domain":"acme.localhost"}"#)
        #expect(try fixture.send("POST", "/custom-domains/\(id)/verify")["status"] == "pending_verification")
        #expect(try fixture.send("PATCH", "/custom-domains/default", #"{"domain":"a.test"}"#).status == 400)
        #expect(try fixture.send("POST", "/custom-domains/\(id)/test").status == 409)
        fixture.settings.domainVerification = .ready
        let ready = try fixture.send("POST", "/custom-domains/\(id)/verify")
        #expect(ready["status"] == "ready" && ready["is_default"] == nil)
        #expect(ready["certificate.status"] == "provisioned")
        #expect(try fixture.send("PATCH", "/custom-domains/default", #"{"domain":"a.test"}"#)["is_default"] == true)
        #expect(try fixture.send("DELETE", "/custom-domains/\(id)").status == 409)
        let own = try fixture.send("PATCH", "/custom-domains/default", #"{"domain":"acme.localhost"}"#)
        #expect(own.text == #"{"domain":"acme.localhost"}"#)
        #expect(try fixture.send("DELETE", "/custom-domains/\(id)").status == 204)
    }

    @Test func `partials are answered as sent and kept sorted, without empty screens`() throws {
        let fixture = try FamilyFixture()
        let path = "/prompts/login/partials"
        let body = #"{"login":{"secondary-actions-end":"a","form-footer-end":"b"},"empty":{}}"#
        #expect(try fixture.send("GET", path).text == "{}")
        #expect(try fixture.send("PUT", path, body).status == 400)
        _ = try make(fixture, "a.test")
        #expect(
            try fixture.send("PUT", path, body).text
                == #"{"login":{"secondary-actions-end":"a","form-footer-end":"b"}}"#)
        #expect(
            try fixture.send("GET", path).text == #"{"login":{"form-footer-end":"b","secondary-actions-end":"a"}}"#)
    }

    @Test func `a rendering is answered as sent, read whole, and listed once it was written`() throws {
        let fixture = try FamilyFixture()
        _ = try make(fixture, "a.test")
        let path = "/prompts/login/screen/login/rendering"
        #expect(try fixture.send("GET", path)["rendering_mode"] == "standard")
        #expect(try fixture.send("GET", "/prompts/rendering").text == "[]")
        let changed = try fixture.send("PATCH", path, #"{"rendering_mode":"advanced","filters":null}"#)
        #expect(changed.text == #"{"rendering_mode":"advanced"}"#)
        let bulk = #"{"configs":[{"prompt":"login","screen":"login","use_page_template":true}]}"#
        #expect(try fixture.send("PATCH", "/prompts/rendering", bulk).text == bulk)
        let read = try fixture.send("GET", path)
        #expect(read["use_page_template"] == true && read["rendering_mode"] == "advanced")
        #expect(read.body.members?.first?.key == "tenant")
        let list = try fixture.send("GET", "/prompts/rendering?include_totals=true")
        #expect(list["configs"]?.items?.first?.members?.first?.key == "prompt")
        #expect(list["total"]?.int == 1)
    }
}
