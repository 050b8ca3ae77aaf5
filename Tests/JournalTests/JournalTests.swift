import HTTPCore
import JSON
import Journal
import Tenancy
import TestSupport
import Testing

@Suite struct JournalTests {
    private let world = ManualWorld()

    private func entry(
        _ method: HTTPMethod = .post, _ target: String = "/api/v2/actions/modules?page=1&tag=a&tag=b",
        _ body: String? = #"{"name":"m","code":"x","secrets":[{"name":"K","value":"canary"}],"n":[1,{"d":2.0}]}"#,
        tenant: String = "t", fields: [(String, String)] = [("Authorization", "Bearer canary"), ("X-A", "one")],
        answer: String = "{}"
    ) -> JournalEntry {
        JournalEntry(
            id: world.newID(), tenant: tenant, time: world.now(),
            TestRequest.make(method, target, body, fields: fields),
            HTTPResponse(status: .created, body: Array(answer.utf8)))
    }

    private func pattern(_ text: String) throws -> RequestPattern {
        try RequestPattern(try JSONParser.parse(Array(text.utf8)))
    }

    @Test(arguments: [
        #"{}"#, #"{"method":"POST"}"#, #"{"method":"ANY"}"#, #"{"method":"post"}"#,
        #"{"url":"/api/v2/actions/modules?page=1&tag=a&tag=b"}"#, #"{"urlPattern":"/api/v2/.*tag=b"}"#,
        #"{"urlPath":"/api/v2/actions/modules"}"#, #"{"urlPathPattern":"/api/v[0-9]/actions/[a-z]+"}"#,
        #"{"urlPathTemplate":"/api/v2/{family}/modules"}"#, #"{"queryParameters":{"page":{"equalTo":"1"}}}"#,
        #"{"queryParameters":{"tag":{"hasExactly":[{"equalTo":"b"},{"equalTo":"a"}]},"x":{"absent":true}}}"#,
        #"{"queryParameters":{"tag":{"includes":[{"equalTo":"b"}]}}}"#, #"{"headers":{"x-a":{"contains":"on"}}}"#,
        #"{"headers":{"X-A":{"equalTo":"ONE","caseInsensitive":true},"X-B":{"absent":true}}}"#,
        #"{"headers":{"X-A":{"matches":"o.e","doesNotMatch":"t.*","doesNotContain":"two"}}}"#,
        #"{"bodyPatterns":[{"contains":"\"code\""},{"matchesJsonPath":"$.secrets[0].name"}]}"#,
        #"{"bodyPatterns":[{"matchesJsonPath":{"expression":"$.name","equalTo":"m"}}]}"#,
        #"{"bodyPatterns":[{"matchesJsonPath":{"expression":"$..d","equalTo":"2.0"}}]}"#,
        #"{"bodyPatterns":[{"matchesJsonPath":"$['n'][*]"}]}"#,
        #"{"bodyPatterns":[{"matchesJsonPath":{"expression":"$.n[0]","equalTo":"1"}}]}"#,
        #"{"bodyPatterns":[{"equalToJson":{"n":[1.0,{"d":2}]},"ignoreExtraElements":true}]}"#,
        #"{"bodyPatterns":[{"equalToJson":"{\"code\":\"x\",\"name\":\"m\"}","ignoreExtraElements":true}]}"#,
    ])
    func `a pattern of what was sent matches`(text: String) throws {
        #expect(try pattern(text).differences(from: entry()) == [])
    }

    @Test(arguments: [
        (#"{"method":"GET"}"#, ["method"]), (#"{"url":"/api/v2/actions/modules"}"#, ["url"]),
        (#"{"urlPath":"/api/v2/actions"}"#, ["urlPath"]), (#"{"urlPattern":"/api"}"#, ["urlPattern"]),
        (#"{"urlPathPattern":"modules"}"#, ["urlPathPattern"]),
        (#"{"urlPathTemplate":"/api/v2/actions/modules/{id}"}"#, ["urlPathTemplate"]),
        (
            #"{"queryParameters":{"tag":{"hasExactly":[{"equalTo":"a"}]},"page":{"absent":true}}}"#,
            ["queryParameters.tag", "queryParameters.page"]
        ),
        (#"{"headers":{"X-A":{"equalTo":"ONE"},"X-B":{"contains":""}}}"#, ["headers.X-A", "headers.X-B"]),
        (#"{"bodyPatterns":[{"contains":"code"},{"equalToJson":{"name":"m"}}]}"#, ["bodyPatterns[1]"]),
        (
            #"{"bodyPatterns":[{"matchesJsonPath":"$.x"},{"matchesJsonPath":"$.n[5]"}]}"#,
            ["bodyPatterns[0]", "bodyPatterns[1]"]
        ),
        (#"{"client":"auth0"}"#, ["client"]),
    ])
    func `what differs is named`(text: String, differences: [String]) throws {
        #expect(try pattern(text).differences(from: entry()) == differences)
    }

    @Test(arguments: [
        (#"[]"#, "a pattern must be a JSON object"), (#"{"verb":"GET"}"#, "there is no pattern verb here"),
        (#"{"url":7}"#, "url must be a string"), (#"{"urlPattern":"("}"#, "( is no regular expression: a ) is missing"),
        (#"{"headers":{"a":{"like":"x"}}}"#, "there is no matcher like here"),
        (#"{"headers":{"a":{}}}"#, "a matcher needs one of equalTo, contains, matches, …"),
        (#"{"bodyPatterns":{}}"#, "bodyPatterns must be an array"),
        (#"{"bodyPatterns":[{"matchesJsonPath":"name"}]}"#, "the path name must begin with $"),
        (
            #"{"bodyPatterns":[{"matchesJsonPath":"$.a[?(@.b)]"}]}"#,
            "of the path $.a[?(@.b)], '[?(@.b)]' is not understood here"
        ),
        (#"{"bodyPatterns":[{"equalToJson":"{"}]}"#, "equalToJson holds no JSON"),
    ])
    func `a pattern that is not understood is refused, not read as less`(text: String, message: String) {
        let error = #expect(throws: PatternError.self) { try pattern(text) }
        #expect(error?.description == message)
    }

    @Test func `secrets are not shown, but can be compared`() {
        let entry = entry()
        #expect(!entry.shownBody.contains("canary"))
        #expect(
            entry.shownBody
                == #"{"name":"m","code":"x","secrets":[{"name":"K","value":"(redacted)"}],"n":[1,{"d":2.0}]}"#)
        #expect(entry.shownFields.map(\.value) == ["Bearer (redacted)", "one", "application/json"])
        #expect(entry.hasSecret(named: "K", equalTo: "canary"))
        #expect(!entry.hasSecret(named: "K", equalTo: "other") && !entry.hasSecret(named: "L", equalTo: "canary"))
    }

    @Test(arguments: [
        (
            "application/json", #"{"client_secret":"canary","audience":"a"}"#,
            #"{"client_secret":"(redacted)","audience":"a"}"#
        ),
        (
            "application/x-www-form-urlencoded", "client_id=me&client_secret=canary&x=a+b",
            "client_id=me&client_secret=(redacted)&x=a b"
        ),
        ("application/x-www-form-urlencoded", "client_secret=canary%", "(redacted)"),
        ("application/json", #"{"secrets":[{"value":"canary""#, "(redacted)"), ("text/plain", "canary", "(redacted)"),
        ("application/json", #"{"secrets":"canary"}"#, #"{"secrets":"(redacted)"}"#),
        (
            "application/json", #"{"secrets":[["canary"],{"name":"K","more":{"deep":"canary"}}]}"#,
            #"{"secrets":[["(redacted)"],{"name":"K","more":{"deep":"(redacted)"}}]}"#
        ),
        ("application/json", #"{"a":{"secrets":{"value":"canary"}}}"#, #"{"a":{"secrets":{"value":"(redacted)"}}}"#),
        (
            "application/x-www-form-urlencoded", #"{"secrets":[{"name":"K","value":"canary"}]}"#,
            #"{"secrets":[{"name":"K","value":"(redacted)"}]}"#
        ),
        ("application/x-www-form-urlencoded", #""client_secret=canary""#, "(redacted)"),
        ("application/x-www-form-urlencoded", "Client_Secret=canary", "Client_Secret=(redacted)"),
        ("application/json", #""canary""#, "(redacted)"),
        (
            "application/json", #"{"CLIENT_SECRET":"canary"}"#,
            #"{"CLIENT_SECRET":"(redacted)"}"#
        ),
    ])
    func `whatever form a body has, its secrets stay in`(type: String, body: String, shown: String) {
        let entry = entry(
            .post, "/oauth/token", body, fields: [("Content-Type", type), ("Cookie", "canary")], answer: body)
        #expect(entry.shownBody == shown)
        #expect(!entry.shownResponseBody.contains("canary"))
        #expect(!entry.shownFields.contains { $0.value.contains("canary") })
    }

    @Test func `secrets in a query or in an unusual field are not shown either`() {
        let entry = entry(
            .get, "/x?client_secret=canary&a=1&Access_Token=canary", nil, fields: [("Authorization", "canary bearer")])
        #expect(entry.shownURL == "/x?client_secret=(redacted)&a=1&Access_Token=(redacted)")
        #expect(!entry.shownQuery.contains { $0.value.contains("canary") })
        #expect(!entry.shownFields.contains { $0.value.contains("canary") })
        #expect(self.entry(.get, "/x?%zz", nil).shownURL == "/x?(redacted)")
    }

    @Test(arguments: [
        ("Auth0-Client", "eyJuYW1lIjoiYXV0aDAtcHl0aG9uIiwidmVyc2lvbiI6IjUuOC4wIn0=", "auth0-python/5.8.0"),
        ("Auth0-Client", "eyJuYW1lIjoiYSJ9", "a"), ("User-Agent", "curl/8.1 (x86)", "curl/8.1"),
    ])
    func `a client is known by what it says`(name: String, value: String, client: String) throws {
        let entry = entry(fields: [(name, value)])
        #expect(entry.client == client)
        #expect(try pattern(#"{"client":"\#(client.prefix(4))"}"#).differences(from: entry).isEmpty)
    }

    @Test func `each tenant keeps its last requests, and says how many are gone`() {
        let journal = Journal(countMax: 3)
        for index in 0..<200 { journal.record(entry(.get, "/\(index)", nil)) }
        journal.record(entry(.get, "/other", nil, tenant: "u"))
        let kept = journal.entries(of: "t")
        #expect(kept.entries.map(\.shownURL) == ["/197", "/198", "/199"])
        #expect(kept.dropped == 197)
        #expect(journal.entries(of: "u").entries.map(\.shownURL) == ["/other"])
        #expect(journal.remove(of: "t") { $0.shownURL == "/198" }.map(\.shownURL) == ["/198"])
        #expect(journal.entries(of: "t").entries.map(\.shownURL) == ["/197", "/199"])
        journal.reset("t")
        #expect(journal.entries(of: "t").entries.isEmpty && journal.entries(of: "t").dropped == 0)
        #expect(journal.entries(of: "u").entries.count == 1)
    }

    @Test func `memory is bounded, over all tenants`() {
        let journal = Journal(countMax: 1_000, bytesMax: 100_000)
        let body = String(repeating: "b", count: 4_000)
        for index in 0..<200 { journal.record(entry(.post, "/\(index)", body, tenant: "t\(index % 5)")) }
        let kept = (0..<5).flatMap { journal.entries(of: "t\($0)").entries }
        #expect((15...25).contains(kept.count))
        #expect(kept.map(\.shownURL).contains("/199"))
        journal.record(entry(.post, "/huge", String(repeating: "b", count: 200_000), tenant: "t0"))
        #expect(!journal.entries(of: "t0").entries.map(\.shownURL).contains("/huge"))
    }

    @Test(.timeLimit(.minutes(1))) func `the largest gives way, however many tenants there are`() {
        let tenants = 5_000, body = String(repeating: "b", count: 1_000)
        let journal = Journal(countMax: 1_000, bytesMax: tenants * 2_000)
        for _ in 0..<2_000 { journal.record(entry(.post, "/large", body, tenant: "large")) }
        // Searching all tenants for each would take minutes.
        for index in 0..<20 * tenants { journal.record(entry(.get, "/\(index)", nil, tenant: "t\(index % tenants)")) }
        let counts = (0..<tenants).map { journal.entries(of: "t\($0)").entries.count }
        #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
        let large = journal.entries(of: "large")
        #expect(large.entries.count < 3 && large.entries.count + large.dropped == 2_000)
        // What has gone counts no more, in whatever way it went.
        for index in 0..<tenants where index % 2 == 0 { journal.reset("t\(index)") }
        for index in 0..<tenants where index % 4 == 1 { _ = journal.remove(of: "t\(index)") { _ in true } }
        for _ in 0..<1_000 { journal.record(entry(.post, "/large", body, tenant: "large")) }
        #expect(journal.entries(of: "large").entries.count == 1_000)
        #expect(journal.entries(of: "t1").entries.isEmpty && !journal.entries(of: "t3").entries.isEmpty)
    }
}
