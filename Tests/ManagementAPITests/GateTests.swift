import HTTPCore
import JSON
import ManagementAPI
import Tenancy
import TestSupport
import Testing

/// What keeps a request from its operation: plans, missing features, read-only tenants, faults.
@Suite struct GateTests {
    private let fixture: ManagementFixture

    init() throws {
        fixture = try ManagementFixture()
    }

    private func set(_ change: @Sendable (inout TenantSettings) -> Void) {
        fixture.tenant.withTenant { change(&$0.settings) }
    }

    /// Bursts and rates of the plans (DOCS); the clock stands, so that seconds are the test's.
    @Test(arguments: [(RatePlan.free, 2, 2), (.enterpriseNonprod, 10, 2), (.enterpriseProd, 50, 16)])
    func `a plan lets its burst through, and so many each second after that`(plan: RatePlan, burst: Int, rate: Int) {
        set { $0.ratePlan = plan }
        var change = TenantWorld.Change()
        change.freezes = true
        fixture.tenant.change(change)
        func passed() -> Int { (0..<60).count { _ in fixture.send(.get).status == .ok } }
        #expect(passed() == burst)
        for seconds in [1, 2, 1_000] {
            change.advanceNanoseconds = Int64(seconds) * 1_000_000_000
            fixture.tenant.change(change)
            #expect(passed() == min(burst, seconds * rate))
        }
    }

    @Test func `answers say what is left, and a refusal when to come again`() {
        set { $0.ratePlan = .free }
        var change = TenantWorld.Change()
        (change.freezes, change.time) = (true, Instant(nanoseconds: 1_800_000_000_500_000_000))
        fixture.tenant.change(change)
        let answers = (0..<3).map { _ in fixture.send(.get) }
        #expect(answers.map { $0.status.code } == [200, 200, 429])
        #expect(answers.map { $0.value(of: "x-ratelimit-limit") } == ["2", "2", "2"])
        #expect(answers.map { $0.value(of: "x-ratelimit-remaining") } == ["1", "0", "0"])
        #expect(answers.map { $0.value(of: "x-ratelimit-reset") } == ["1800000001", "1800000001", "1800000001"])
        #expect(answers[0].allFields.count { $0.name == "x-ratelimit-limit" } == 1)
        #expect(
            answers[2].text
                == #"{"statusCode":429,"error":"Too Many Requests","message":"Global limit has been reached","#
                + #""errorCode":"too_many_requests"}"#)
    }

    @Test func `nobody is refused for ever, though the clock stands`() {
        set { $0.ratePlan = .free }
        var change = TenantWorld.Change()
        change.freezes = true
        fixture.tenant.change(change)
        let statuses = (0..<210).map { _ in fixture.send(.get).status.code }
        #expect(statuses.count { $0 == 200 } == 6)
        #expect(statuses[102] == 200)
    }

    @Test func `without a token nothing is counted`() {
        set { $0.ratePlan = .free }
        for _ in 0..<5 {
            let request = TestRequest.make(.get, ManagementFixture.modules, fields: [])
            #expect(fixture.send(request).status == .unauthorized)
        }
        #expect(fixture.send(.get).status == .ok)
    }

    @Test func `a tenant without modules says so, after the query is found good`() {
        set { $0.hasModules = false }
        let answer = fixture.send(.get)
        #expect(
            answer.text
                == #"{"statusCode":403,"error":"Forbidden","message":"This feature is not enabled for this tenant.","#
                + #""errorCode":"feature_not_enabled"}"#)
        #expect(fixture.send(.get, "?page=x").status == .badRequest)
        #expect(fixture.sendToActions(.get, "/actions").status == .ok)
    }

    @Test func `a read-only tenant reads`() {
        let id = fixture.create(#"{"name":"m","code":"x"}"#)
        set { $0.isReadOnly = true }
        #expect(fixture.send(.get, "/\(id)").status == .ok)
        for (method, path) in [
            (HTTPMethod.post, ""), (.patch, "/\(id)"), (.delete, "/\(id)"), (.post, "/\(id)/versions"),
        ] {
            let answer = fixture.send(method, path, #"{"name":"n","code":"x"}"#)
            #expect(answer.json["errorCode"]?.string == "localtenant_read_only")
        }
        #expect(fixture.send(.get).json["modules"]?.list.count == 1)
    }

    @Test func `each refusal says why to those who ask, and in a field if the tenant wants it`() {
        _ = fixture.create(#"{"name":"m","code":"x"}"#)
        func why(_ method: HTTPMethod, _ path: String = "", _ body: String? = nil) -> [String?] {
            let answer = fixture.send(method, path, body)
            let explanation = answer.explanation
            return [
                explanation?.rule, explanation?.field, explanation?.evidence.rawValue,
                answer.value(of: "x-localtenant-evidence"),
            ]
        }
        #expect(why(.get) == [nil, nil, nil, nil])
        #expect(why(.post, "", #"{"name":"m","code":"x"}"#) == ["nameTaken", nil, "assumed", nil])
        set { $0.showsEvidence = true }
        #expect(
            why(.post, "", #"{"name":"","code":"x"}"#)
                == ["payload-schema", "name", "recorded", "recorded; rule=payload-schema; field=name"])
        #expect(
            why(.get, "?per_page=0") == [
                "query-schema", "per_page", "inferred", "inferred; rule=query-schema; field=per_page",
            ])
        #expect(why(.get, "/x") == ["id", nil, "inferred", "inferred; rule=id"])
        #expect(
            why(.get, "/00000000-0000-4000-8000-00000000ffff")
                == ["moduleNotFound", nil, "assumed", "assumed; rule=moduleNotFound"])
        let unauthorized = fixture.send(TestRequest.make(.get, ManagementFixture.modules, fields: []))
        #expect(unauthorized.value(of: "x-localtenant-evidence") == "recorded; rule=authentication")
        #expect(
            fixture.sendToActions(.get, "/actions/00000000-0000-4000-8000-00000000ffff").value(
                of: "x-localtenant-evidence")
                == "recorded; rule=actionNotFound")
    }

    @Test func `a failure that was asked for has the service's form`() {
        func failure(_ status: Int, _ message: String? = nil, _ code: String? = nil) -> HTTPResponse {
            ManagementResponder.response(
                to: HTTPStatus(status), message, code, retryAfter: status == 503 ? 7 : nil,
                at: Instant(nanoseconds: 1_800_000_000_000_000_000))
        }
        #expect(failure(503).value(of: "retry-after") == "7")
        #expect(
            failure(503).text
                == #"{"statusCode":503,"error":"Service Unavailable","message":"Service Unavailable"}"#)
        #expect(failure(429).value(of: "x-ratelimit-remaining") == "0")
        #expect(failure(429).value(of: "x-ratelimit-reset") == "1800000001")
        #expect(failure(429).json["errorCode"]?.string == "too_many_requests")
        #expect(failure(409, "Taken.", "taken").json["message"]?.string == "Taken.")
        #expect(failure(409, "Taken.", "taken").json["errorCode"]?.string == "taken")
    }
}
