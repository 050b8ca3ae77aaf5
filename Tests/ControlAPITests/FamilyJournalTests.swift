import HTTPCore
import JSON
import Tenancy
import TestSupport
import Testing

/// WireMock's calls over the requests of any family.
@Suite struct FamilyJournalTests {
    private let whole: WholeTenant

    init() throws {
        whole = try WholeTenant()
    }

    private func count(_ pattern: String) -> Int? {
        let answer = whole.call(.post, "/requests/count", pattern)
        #expect(answer.status == .ok, "\(answer.text)")
        return answer.json["count"]?.number?.int
    }

    @Test func `what was asked of any family is found by its parts`() {
        whole.make("/clients", #"{"name":"spa","app_type":"spa","callbacks":["https://a","https://b"]}"#)
        let user = whole.make("/users", WholeTenant.user("ann"))
        let encoded = user.replacing("|", with: "%7C")
        whole.send(.get, "/users?q=email%3A%22ann%40b.test%22&search_engine=v3&per_page=5")
        whole.send(.patch, "/users/\(encoded)", #"{"app_metadata":{"plan":{"name":"gold","seats":3}}}"#)
        whole.send(.post, "/roles", "name=of+a+form&description=d", contentType: "application/x-www-form-urlencoded")
        for (pattern, wanted) in [
            (#"{"method":"POST","urlPath":"/api/v2/clients"}"#, 1),
            (#"{"bodyPatterns":[{"matchesJsonPath":"$.callbacks[1]"}]}"#, 1),
            (#"{"bodyPatterns":[{"matchesJsonPath":{"expression":"$.app_type","equalTo":"spa"}}]}"#, 1),
            (#"{"bodyPatterns":[{"equalToJson":{"name":"spa","app_type":"spa"},"ignoreExtraElements":true}]}"#, 1),
            (#"{"method":"GET","urlPath":"/api/v2/users","queryParameters":{"q":{"contains":"ann@b.test"}}}"#, 1),
            (#"{"queryParameters":{"search_engine":{"equalTo":"v3"},"page":{"absent":true}}}"#, 1),
            (#"{"urlPathPattern":"/api/v2/users/auth0%7C.*"}"#, 1),
            (#"{"method":"PATCH","urlPathTemplate":"/api/v2/users/{id}"}"#, 1),
            (#"{"urlPathTemplate":"/api/v2/users/{id}","pathParameters":{"id":{"equalTo":"\#(user)"}}}"#, 1),
            (#"{"urlPathTemplate":"/api/v2/users/{id}","pathParameters":{"id":{"equalTo":"nobody"}}}"#, 0),
            (#"{"urlPathTemplate":"/api/v2/users/{id}","pathParameters":{"name":{"absent":true}}}"#, 1),
            (#"{"bodyPatterns":[{"matchesJsonPath":"$.app_metadata.plan[?(@.seats)]"}]}"#, nil),
            (#"{"bodyPatterns":[{"matchesJsonPath":{"expression":"$.app_metadata.plan.name","equalTo":"gold"}}]}"#, 1),
            (#"{"formParameters":{"name":{"equalTo":"of a form"}}}"#, 1),
            (#"{"formParameters":{"name":{"equalTo":"spa"}}}"#, 0),
            (#"{"urlPathPattern":"/api/v2/.*"}"#, 5),
        ] {
            guard let wanted else {
                #expect(whole.call(.post, "/requests/count", pattern).status == .badRequest)
                continue
            }
            #expect(count(pattern) == wanted, "\(pattern)")
        }
    }

    @Test func `what was not asked for is told with the nearest that was`() {
        whole.make("/clients", #"{"name":"one"}"#)
        whole.send(.get, "/users?q=a")
        let answer = whole.call(
            .post, "/requests/count",
            #"{"method":"POST","urlPath":"/api/v2/clients","bodyPatterns":[{"equalToJson":{"name":"two"}}]}"#)
        #expect(answer.json["count"]?.number?.int == 0)
        #expect(answer.json["nearest"]?["differences"]?.list.compactMap(\.string) == ["bodyPatterns[0]"])
        #expect(answer.json["nearest"]?["request"]?.string("url") == "/api/v2/clients")
    }

    @Test func `requests of one family are removed, and the others stay`() {
        whole.make("/clients", #"{"name":"one"}"#)
        whole.make("/users", WholeTenant.user("ann"))
        let removed = whole.call(.post, "/requests/remove", #"{"urlPathPattern":"/api/v2/users.*"}"#)
        #expect(removed.json["requests"]?.list.count == 1 && count(#"{"method":"POST"}"#) == 1)
        let found = whole.call(.post, "/requests/find", #"{"urlPath":"/api/v2/clients"}"#).json["requests"]?.list
        let id = found?.first?.string("id") ?? ""
        #expect(whole.call(.get, "/requests/\(id)").json["response"]?["status"]?.number?.int == 201)
        #expect(whole.call(.delete, "/requests/\(id)").status == .noContent && count("{}") == 0)
    }

    /// Wherever a family keeps its secrets.
    @Test(arguments: [
        (
            "/connections", #"{"name":"g","strategy":"google-oauth2","options":{"client_secret":"hush"}}"#,
            "client_secret"
        ),
        (
            "/connections", #"{"name":"g","strategy":"google-oauth2","options":{"client_secret":"hush"}}"#,
            "options.client_secret"
        ),
        ("/users", #"{"connection":"Username-Password-Authentication","email":"a@b.c","password":"hush"}"#, "password"),
        ("/actions/modules", #"{"name":"m","code":"x","secrets":[{"name":"K","value":"hush"}]}"#, "K"),
        ("/emails/provider", #"{"name":"smtp","credentials":{"smtp_pass":"hush"}}"#, "credentials.smtp_pass"),
    ])
    func `whether a request had a secret is told, and the secret is not`(path: String, body: String, name: String) {
        whole.send(.post, path, body)
        let listed = whole.call(.get, "/requests")
        #expect(!listed.text.contains("hush"))
        let id = listed.json["requests"]?.list.first?.string("id") ?? ""
        func matches(_ name: String, _ value: String) -> Bool? {
            let content = #"{"id":"\#(id)","name":"\#(name)","value":"\#(value)"}"#
            return whole.call(.post, "/secrets/verify", content).json["matches"]?.bool
        }
        #expect(matches(name, "hush") == true)
        #expect(matches(name, "other") == false && matches("else", "hush") == false)
    }

    @Test func `what is no secret is not verified as one`() {
        whole.make("/clients", #"{"name":"hush"}"#)
        let id = whole.call(.get, "/requests").json["requests"]?.list.first?.string("id") ?? ""
        let answer = whole.call(.post, "/secrets/verify", #"{"id":"\#(id)","name":"name","value":"hush"}"#)
        #expect(answer.json["matches"]?.bool == false)
    }

    /// It is a pattern, unlike what is answered with 400; but what it asks for would hold up everybody.
    @Test func `a pattern that takes too long against what is kept is a 422, and nothing is forgotten by it`() throws {
        let whole = try WholeTenant()
        let content = #"{"name":"r","description":"\#(String(repeating: "a", count: 100_000))"}"#
        for _ in 0..<100 { whole.send(.post, "/roles", content) }
        let matcher = #"{"equalTo":"b"}"#
        let pattern = #"{"bodyPatterns":[\#(Array(repeating: matcher, count: 20).joined(separator: ","))]}"#
        for path in ["find", "count", "remove"] {
            let answer = whole.call(.post, "/requests/\(path)", pattern)
            #expect(answer.status == HTTPStatus(422), "\(answer.text.prefix(200))")
            #expect(answer.text.contains("it takes too long; ask for less, or in simpler words"))
        }
        #expect(whole.call(.post, "/requests/count", #"{"method":"POST"}"#).json["count"]?.number?.int == 100)
        let simple = #"{"bodyPatterns":[\#(matcher)]}"#
        #expect(whole.call(.post, "/requests/count", simple).json["count"]?.number?.int == 0)
    }
}
