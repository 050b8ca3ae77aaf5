import JSON
import Tenancy
import TestSupport
import Testing

@Suite struct EventStreamTests {
    private let path = "/event-streams"

    private func webhook(_ name: String, _ authorization: String) -> String {
        #"{"name":"\#(name)","subscriptions":[{"event_type":"user.created"}],"destination":{"type":"webhook","#
            + #""configuration":{"webhook_authorization":\#(authorization),"webhook_endpoint":"https://a.example"}}}"#
    }

    private func stream(_ fixture: FamilyFixture) throws -> String {
        let made = try fixture.send("POST", path, webhook("s", #"{"method":"bearer","token":"canary"}"#))
        return try #require(made["id"]?.string)
    }

    @Test func `the secrets of a webhook are kept and never answered`() throws {
        let fixture = try FamilyFixture()
        let made = try fixture.send(
            "POST", path, webhook("s", #"{"password":"canary","username":"u","method":"basic"}"#))
        #expect(made.status == 201 && made["status"] == "enabled")
        #expect(made["destination.configuration.webhook_authorization"] == ["method": "basic", "username": "u"])
        let id = try #require(made["id"]?.string)
        #expect(try !fixture.send("GET", "\(path)/\(id)").text.contains("canary"))
        let sealed = try #require(fixture.handle.withTenant { $0.table("event-streams").document(id)?.sealed })
        #expect(String(decoding: sealed, as: UTF8.self).contains("canary"))
    }

    @Test func `an event bridge gets a source once, and its type stays`() throws {
        let fixture = try FamilyFixture()
        let made = try fixture.send(
            "POST", path,
            #"{"name":"b","destination":{"type":"eventbridge","configuration":"#
                + #"{"aws_account_id":"123456789012","aws_region":"eu-west-1"}}}"#)
        let source = try #require(made["destination.configuration.aws_partner_event_source"]?.string)
        #expect(source.hasPrefix("aws.partner/auth0.com/acme-") && source.hasSuffix("/auth0.events"))
        let id = try #require(made["id"]?.string)
        let changed = try fixture.send("PATCH", "\(path)/\(id)", #"{"name":"c"}"#)
        #expect(changed["destination.configuration.aws_partner_event_source"]?.string == source)
        let other = webhook("c", #"{"method":"bearer","token":"t"}"#)
        #expect(try fixture.send("PATCH", "\(path)/\(id)", other).status == 400)
    }

    @Test func `the list is an object of streams always, oldest first`() throws {
        let fixture = try FamilyFixture()
        _ = try stream(fixture)
        _ = try fixture.send("POST", path, webhook("t", #"{"method":"bearer","token":"t"}"#))
        let list = try fixture.send("GET", path)
        #expect(list.body.members?.map(\.key) == ["eventStreams"])
        #expect(list["eventStreams"]?.items?.compactMap { $0["name"]?.string } == ["s", "t"])
        #expect(try fixture.send("GET", "\(path)?take=1").body.members?.map(\.key) == ["eventStreams", "next"])
        #expect(try fixture.send("POST", path, webhook("t", #"{"method":"bearer","token":"t"}"#)).status == 409)
    }

    @Test func `a stream takes its action with it`() throws {
        let fixture = try FamilyFixture()
        let action = try fixture.makeAction(trigger: "event-stream", deployed: true)
        let body = { (id: String) in
            #"{"name":"a","destination":{"type":"action","configuration":{"action_id":"\#(id)"}}}"#
        }
        #expect(try fixture.send("POST", path, body("00000000-0000-4000-8000-000000000000")).status == 400)
        let made = try fixture.send("POST", path, body(action.value.description))
        let id = try #require(made["id"]?.string)
        #expect(try fixture.send("DELETE", "\(path)/\(id)").status == 204)
        #expect(fixture.handle.withTenant { $0.actionCount } == 0)
        #expect(try fixture.send("DELETE", "\(path)/\(id)").status == 204)
    }

    @Test func `a test fails on the tenant's clock, and is tried again when asked`() throws {
        let fixture = try FamilyFixture()
        let id = try stream(fixture)
        let test = try fixture.send("POST", "\(path)/\(id)/test", #"{"event_type":"user.created"}"#)
        #expect(test.status == 202 && test["status"] == "pending" && test["attempts"] == [])
        #expect(test["event.a0purpose"] == "test" && test["event.a0tenant"] == "acme")
        #expect(test["event.source"] == "urn:auth0:acme.localhost")
        let event = try #require(test["id"]?.string)
        let deliveries = "\(path)/\(id)/deliveries"
        #expect(try fixture.send("GET", "\(deliveries)?statuses=failed")["deliveries"] == [])
        #expect(try fixture.send("POST", "\(path)/\(id)/redeliver/\(event)").status == 409)
        fixture.world.advance(seconds: 8)
        let read = try fixture.send("GET", "\(deliveries)/\(event)")
        #expect(read["status"] == "failed" && read["attempts"]?.items?.count == 4)
        #expect(read["event.a0purpose"] == nil && read["event.data.object.multifactor"] == nil)
        #expect(read["event.data.object"]?.members?.first?.key == "app_metadata")
        #expect(try fixture.send("POST", "\(path)/\(id)/redeliver/\(event)").text == "{}")
        let again = try fixture.send("GET", "\(deliveries)/\(event)")
        #expect(again["status"] == "pending" && again["attempts"]?.items?.last?["status"] == "retrying")
        fixture.world.advance(seconds: 10)
        #expect(try fixture.send("GET", "\(deliveries)/\(event)")["attempts"]?.items?.count == 9)
    }

    @Test func `deliveries come in pages, and the last leads to an empty one`() throws {
        let fixture = try FamilyFixture()
        let id = try stream(fixture)
        for type in ["user.created", "user.deleted", "user.created"] {
            _ = try fixture.send("POST", "\(path)/\(id)/test", #"{"event_type":"\#(type)"}"#)
        }
        let deliveries = "\(path)/\(id)/deliveries"
        #expect(try fixture.send("GET", "\(deliveries)?event_types=user.created")["deliveries"]?.items?.count == 2)
        let first = try fixture.send("GET", "\(deliveries)?take=2")
        let next = try #require(first["nextPageToken"]?.string)
        let second = try fixture.send("GET", "\(deliveries)?take=2&from=\(next)")
        #expect(second["deliveries"]?.items?.count == 1)
        let last = try #require(second["nextPageToken"]?.string)
        #expect(try fixture.send("GET", "\(deliveries)?from=\(last)").text == #"{"deliveries":[]}"#)
        #expect(try fixture.send("GET", "\(path)/est_1234567890123456789012/deliveries").status == 404)
    }

    @Test func `statistics count what failed, by day`() throws {
        let fixture = try FamilyFixture()
        let id = try stream(fixture)
        for _ in 0..<2 { _ = try fixture.send("POST", "\(path)/\(id)/test", #"{"event_type":"user.created"}"#) }
        fixture.world.advance(seconds: 8)
        let stats = try fixture.send("GET", "\(path)/\(id)/stats")
        #expect(stats["buckets"]?.items?.count == 15 && stats["name"] == "s")
        let failed = try #require(stats["metrics"]?.items?.last)
        #expect(failed["window_total"] == 2 && failed["data"]?.items?.last == 2)
        #expect(stats["metrics"]?.items?.first?["window_total"] == 0)
        fixture.world.advance(seconds: 20 * 86_400)
        let later = try fixture.send("GET", "\(path)/\(id)/stats")
        #expect(later["metrics"]?.items?.last?["window_total"] == 0)
    }

    @Test func `subscribers get the events after a time or a place`() throws {
        let fixture = try FamilyFixture()
        let id = try stream(fixture)
        let first = try fixture.send("POST", "\(path)/\(id)/test", #"{"event_type":"user.created"}"#)
        _ = try fixture.send("POST", "\(path)/\(id)/test", #"{"event_type":"user.deleted"}"#)
        #expect(try fixture.send("GET", "/events").text == ":\n\n")
        let all = try fixture.send("GET", "/events?from_timestamp=2020-01-01T00:00:00Z").text
        #expect(all.contains("event: user.created\n") && all.contains("event: user.deleted\n"))
        let place = try #require(first["id"]?.string)
        #expect(try !fixture.send("GET", "/events?from=\(place)").text.contains("user.created\n"))
    }
}
