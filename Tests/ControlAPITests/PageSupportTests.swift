import ControlAPI
import Faults
import HTTPCore
import JSON
import Journal
import Tenancy
import TestSupport
import Testing

/// The calls that the page for people brought, which are for scripts as well.
@Suite struct PageSupportTests {
    private let world = ManualWorld()
    private let directory: TenantDirectory
    private let journal = Journal(countMax: 3)
    private let responder: ControlResponder

    init() throws {
        directory = TenantDirectory(start: Tenant(settings: TenantSettings()), world: world.world)
        responder = ControlResponder(
            directory: directory, journal: journal, faults: Faults(), metrics: Metrics(operations: { [] }),
            world: world.world, version: "1",
            authority: .init(pem: [0x50], file: "/ca.pem", speaksTLS: true),
            manage: { request, tenant in
                var response = HTTPResponse(status: .ok)
                response.body = Array("\(tenant.name) ".utf8) + request.path + [0x3F] + request.query
                response.operation = 7
                return response
            })
    }

    private func send(
        _ path: String, _ method: HTTPMethod = .get, host: String = "localhost:4664", tenant: String = "acme"
    ) -> HTTPResponse {
        responder.respond(
            to: TestRequest.make(method, "/__admin" + path, authority: host, fields: []), forTenant: tenant)
    }

    private func record(_ path: String) {
        journal.record(
            JournalEntry(
                id: world.newID(), tenant: "acme", time: world.now(), TestRequest.make(.get, path),
                HTTPResponse(status: .ok)))
    }

    private func urls(_ response: HTTPResponse) -> [String] {
        response.json["requests"]?.list.compactMap { $0["request"]?.string("url") } ?? []
    }

    private func cursor(_ response: HTTPResponse) throws -> String {
        try #require(response.json["meta"]?.string("cursor"))
    }

    // MARK: Requests as they come

    @Test func `after a cursor there are those that came later`() throws {
        record("/1")
        let first = send("/requests")
        #expect(urls(first) == ["/1"] && first.json["meta"]?["whole"]?.bool == true)
        for path in ["/2", "/3"] { record(path) }
        let news = send("/requests?after=\(try cursor(first))")
        #expect(urls(news) == ["/3", "/2"] && news.json["meta"]?["whole"]?.bool == false)
        let nothing = send("/requests?after=\(try cursor(news))")
        #expect(urls(nothing) == [] && nothing.json["meta"]?["whole"]?.bool == false)
        for path in ["/4", "/5", "/6", "/7"] { record(path) }
        #expect(urls(send("/requests?after=\(try cursor(nothing))")) == ["/7", "/6", "/5"], "/4 gave way")
    }

    @Test func `where some were forgotten, the answer is whole`() throws {
        record("/1")
        record("/2")
        var place = try cursor(send("/requests"))
        let id = try #require(send("/requests").json["requests"]?.list.first?.string("id"))
        #expect(send("/requests/\(id)", .delete).status == .noContent)
        let fewer = send("/requests?after=\(place)")
        #expect(urls(fewer) == ["/1"] && fewer.json["meta"]?["whole"]?.bool == true)
        place = try cursor(fewer)
        #expect(send("/requests", .delete).status == .ok)
        let none = send("/requests?after=\(place)")
        #expect(urls(none) == [] && none.json["meta"]?["whole"]?.bool == true)
        record("/3")
        let anew = send("/requests?after=\(place)")
        #expect(urls(anew) == ["/3"] && anew.json["meta"]?["whole"]?.bool == true)
        #expect(urls(send("/requests?after=\(try cursor(none))")) == ["/3"])
    }

    @Test func `a wait is an answer that is asked again until there is news`() throws {
        let place = try cursor(send("/requests"))
        var answer = send("/requests?after=\(place)&wait=2")
        for _ in 0..<5 {
            #expect(answer.deliveryFault?.delay == 100)
            answer = answer.released(isLast: false)
        }
        record("/1")
        answer = answer.released(isLast: false)
        #expect(answer.deliveryFault == nil && urls(answer) == ["/1"])
    }

    @Test func `a wait ends with its time, with a drain, and when the requests are forgotten`() throws {
        record("/1")
        let place = try cursor(send("/requests"))
        let path = "/requests?after=\(place)&wait=1"
        var (answer, rounds) = (send(path), 0)
        while answer.deliveryFault != nil, rounds < 100 {
            answer = answer.released(isLast: false)
            rounds += 1
        }
        #expect(rounds == 10 && urls(answer) == [])
        let last = send(path).released(isLast: true)
        #expect(last.deliveryFault == nil && last.json["requests"]?.list.isEmpty == true)
        let waiting = send(path)
        journal.reset("acme")
        let woken = waiting.released(isLast: false)
        #expect(woken.deliveryFault == nil && woken.json["meta"]?["whole"]?.bool == true)
    }

    @Test(arguments: [
        ("after=x", "meta.cursor"), ("after=1", "meta.cursor"), ("after=1-2-3", "meta.cursor"),
        ("after=-1-2", "meta.cursor"), ("wait=1", "wait needs after"), ("after=0-0&wait=31", "from 0 to 30"),
        ("after=0-0&wait=x", "from 0 to 30"), ("after=0-0&wait=-1", "from 0 to 30"), ("limit=-1", "limit must be"),
    ])
    func `what cannot be waited for is refused with the reason`(query: String, words: String) {
        let answer = send("/requests?\(query)")
        #expect(answer.status == .badRequest && answer.deliveryFault == nil)
        #expect(answer.json["message"]?.string?.contains(words) == true)
    }

    // MARK: The back door

    @Test func `the emulated API is there for the tenant, and is not counted`() throws {
        _ = try directory.tenant(named: "other")
        let answer = send("/api/v2/actions/modules/x%20y?tenant=other&page=1")
        #expect(answer.text == "other /api/v2/actions/modules/x%20y?page=1")
        #expect(answer.operation == nil)
        #expect(send("/api/v2/a", .delete).text == "acme /api/v2/a?")
        #expect(send("/api/v2/a?tenant=*").status == .badRequest)
        #expect(send("/api/v3/a").status == .notFound)
    }

    // MARK: Variables

    @Test func `variables are told also for a tenant that is yet to be used`() {
        #expect(send("/env?client=go&tenant=coming").status == .ok)
    }

    @Test func `what env prints is told for the host that was called`() {
        let answer = send("/env?client=python&format=dotenv")
        #expect(answer.value(of: "content-type") == "text/plain; charset=utf-8")
        #expect(
            answer.text == """
                LOCALTENANT_URL=http://acme.localhost:4664
                LOCALTENANT_HTTPS_URL=https://acme.localhost:4664
                LOCALTENANT_CA_FILE=/ca.pem
                AUTH0_DOMAIN=acme.localhost:4664
                AUTH0_CLIENT_ID=localtenant
                AUTH0_CLIENT_SECRET=localtenant
                SSL_CERT_FILE=/ca.pem
                REQUESTS_CA_BUNDLE=/ca.pem

                """)
        #expect(send("/env?client=java").text.hasPrefix("# Java reads a trust store of its own"))
        #expect(send("/env").json["clients"]?.list.count == 11)
    }

    @Test(arguments: [
        ("localhost:1", "default", "localhost:1"), ("x.localhost:1", "default", "localhost:1"),
        ("127.0.0.1:1", "acme", "acme.localhost:1"), ("[::1]:1", "acme", "acme.localhost:1"),
        ("emulator:1", "default", "emulator:1"), ("acme.auth0.test:1", "acme", "acme.auth0.test:1"),
    ])
    func `the domain leads to the tenant`(host: String, tenant: String, domain: String) {
        let answer = send("/env?client=go&format=json", host: host, tenant: tenant)
        #expect(answer.json["AUTH0_DOMAIN"]?.string == domain)
    }

    @Test func `where a host cannot lead to the tenant, the header is told`() {
        let text = send("/env?client=go", host: "emulator:1").text
        #expect(text.hasPrefix("# this host leads to another tenant: send x-localtenant-tenant: acme\n"))
    }

    @Test(arguments: [
        ("client=cobol", "no client cobol"), ("client=go&format=xml", "no format xml"),
        ("client=go&tenant=*", "one tenant"),
    ])
    func `what there is not is refused with what there is`(query: String, words: String) {
        let answer = send("/env?\(query)")
        #expect(answer.status == .badRequest)
        #expect(answer.json["message"]?.string?.contains(words) == true)
    }

    @Test func `a registered client's secret is told only to whoever asks for it`() throws {
        try directory.tenant(named: "acme").withTenant {
            $0.settings.clients = [RegisteredClient(id: "me", secret: SecretValue("s3cret"))]
        }
        let answer = send("/env?client=curl").text
        #expect(answer.contains("AUTH0_CLIENT_ID=me\n") && !answer.contains("s3cret"))
        #expect(answer.contains("# AUTH0_CLIENT_SECRET is that of the client me"))
        #expect(send("/env?client=curl&secrets=true").text.contains("export AUTH0_CLIENT_SECRET=s3cret\n"))
    }
}
