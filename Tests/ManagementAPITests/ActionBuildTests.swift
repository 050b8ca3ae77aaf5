import HTTPCore
import JSON
import Tenancy
import TestSupport
import Testing

/// How an action's build goes, and with what runtime.
@Suite struct ActionBuildTests: ActionSuite {
    let fixture: ManagementFixture

    init() throws {
        fixture = try ManagementFixture()
    }

    @Test func `without dependencies it is built at the next read`() {
        #expect(send(.get, "/actions/\(create())").json["status"]?.string == "built")
    }

    @Test func `deploying before that is a 400, and trying again succeeds`() {
        let id = create()
        let early = send(.post, "/actions/\(id)/deploy")
        #expect(early.status == .badRequest)
        #expect(early.json["message"]?.string == "A draft must be in the 'built' state before it can be deployed.")
        #expect(send(.post, "/actions/\(id)/deploy").status == .ok)
    }

    /// What two commands in a row do, and scripts that wait a while.
    @Test func `a build ends by time, though nobody looks`() {
        let id = create()
        fixture.world.advance(seconds: 1)
        #expect(send(.post, "/actions/\(id)/deploy").status == .ok)
        _ = send(.patch, "/actions/\(id)", #"{"code":"2","dependencies":[{"name":"l","version":"1"}]}"#)
        fixture.world.advance(seconds: 1)
        #expect(send(.post, "/actions/\(id)/deploy").status == .ok)
        fixture.tenant.withTenant { $0.settings.build.end(afterReads: nil, milliseconds: 0) }
        #expect(send(.post, "/actions/\(create(name: "b"))/deploy").status == .ok)
    }

    @Test func `a version made with its action is built before a change of it is`() {
        let id = create(#","deploy":true"#)
        fixture.world.advance(seconds: 1)
        let patched = send(.patch, "/actions/\(id)", #"{"code":"2"}"#).json
        #expect(patched["status"]?.string == "pending")
        #expect(patched["deployed_version"]?["status"]?.string == "built")
    }

    /// Default runtimes as RECORDED in actions of those days; the switch is per tenant.
    @Test(arguments: [
        (nil, "node22", "node22"), ("2022-07-18", "node16", "node18"), ("2023-07-15", "node16", "node18"),
        ("2023-07-18", "node18-actions", "node18"), ("2025-01-20", "node22", "node18"),
        ("2026-06-02", "node22", "node22"),
    ])
    func `an action gets the default runtime of the tenant's day`(day: String?, login: String, exchange: String) {
        fixture.tenant.withTenant { $0.settings.asOf = day.flatMap(Day.init(rawValue:)) }
        func runtime(_ trigger: String, _ version: String, _ more: String = "") -> String? {
            let triggers = #"[{"id":"\#(trigger)","version":"\#(version)"}]"#
            return send(.post, "/actions", #"{"name":"a","supported_triggers":\#(triggers)\#(more)}"#).json["runtime"]?
                .string
        }
        #expect(runtime("post-login", "v3") == login)
        #expect(runtime("custom-token-exchange", "v1") == exchange)
        #expect(runtime("post-login", "v2") == "node16")
        let listed = send(.get, "/triggers").json["triggers"]?.list.first
        #expect(listed?["default_runtime"]?.string == login)
    }

    @Test(arguments: [
        ("post-login", "v1", "node16"), ("post-login", "v1", "node18-actions"), ("post-login", "v3", "node12"),
        ("event-stream", "v1", "node99"), ("login-post-identifier", "v1", "ruby"), ("post-login", "v3", ""),
    ])
    func `a runtime that the trigger does not have is refused`(trigger: String, version: String, runtime: String) {
        let triggers = #"[{"id":"\#(trigger)","version":"\#(version)"}]"#
        let body = #"{"name":"a","supported_triggers":\#(triggers),"runtime":"\#(runtime)"}"#
        let answer = send(.post, "/actions", body)
        #expect(answer.status == .badRequest && answer.json["message"]?.string == "runtime is not supported")
    }

    @Test(arguments: [
        ("post-login", "v1", "node22"), ("post-login", "v1", "node12"), ("post-login", "v2", "node16"),
        ("post-login", "v2", "node18"), ("post-login", "v3", "node16"), ("post-login", "v3", "node18-actions"),
        ("custom-token-exchange", "v1", "node18"), ("login-post-identifier", "v1", "node22"),
    ])
    func `a runtime that the trigger has, or had as its default, is taken`(
        trigger: String, version: String, runtime: String
    ) {
        let triggers = #"[{"id":"\#(trigger)","version":"\#(version)"}]"#
        let body = #"{"name":"a","supported_triggers":\#(triggers),"runtime":"\#(runtime)"}"#
        #expect(send(.post, "/actions", body).json["runtime"]?.string == runtime)
    }

    @Test func `a build with dependencies takes two reads`() {
        let id = create(#","dependencies":[{"name":"lodash","version":"4.17.21","registry_url":"https://r"}]"#)
        let reads = (0..<2).map { _ in send(.get, "/actions/\(id)").json }
        #expect(reads.map { $0["status"]?.string } == ["building", "built"])
        #expect(reads.map { $0["dependencies"]?.list.first?["registry_url"]?.string } == ["https://r", nil])
        #expect(send(.post, "/actions/\(id)/deploy").status == .ok)
    }

    @Test func `builds fail or take their time when asked to`() {
        fixture.tenant.withTenant { $0.settings.build.outcome = .failed }
        let failing = create()
        #expect(send(.get, "/actions/\(failing)").json["status"]?.string == "failed")
        #expect(send(.post, "/actions/\(failing)/deploy").status == .badRequest)
        fixture.tenant.withTenant {
            $0.settings.build.outcome = .built
            $0.settings.build.end(afterReads: 3, milliseconds: nil)
        }
        let slow = create(name: "b")
        let states = (0..<4).map { _ in send(.get, "/actions/\(slow)").json["status"]?.string }
        #expect(states == ["building", "building", "built", "built"])
        fixture.tenant.withTenant { $0.settings.build.end(afterReads: nil, milliseconds: 60_000) }
        let long = create(name: "c")
        #expect((0..<5).allSatisfy { _ in send(.get, "/actions/\(long)").json["status"]?.string == "building" })
    }

    @Test func `looking by the back door drives no build on`() {
        let id = create(#","deploy":true"#)
        func look(_ path: String) -> JSONValue {
            fixture.send(TestRequest.make(.get, "/api/v2/actions/actions\(path)"), isInside: true).json
        }
        for _ in 0..<3 {
            #expect(look("/\(id)")["status"]?.string == "pending")
            #expect(look("")["actions"]?.list.first?["status"]?.string == "pending")
            let version = look("/\(id)/versions")["versions"]?.list.first
            #expect(version?["status"]?.string == "pending")
            #expect(look("/\(id)/versions/\(version?["id"]?.string ?? "")")["status"]?.string == "pending")
        }
        #expect(look("?per_page=1")["total"]?.number?.int == 1)
        #expect(send(.get, "/actions/\(id)").json["status"]?.string == "built")
        #expect(look("/\(id)")["status"]?.string == "built")
    }

    @Test func `an old version restored to the draft is built`() {
        let id = create(#","dependencies":[{"name":"l","version":"1","registry_url":"https://r"}],"deploy":true"#)
        _ = send(.get, "/actions/\(id)")
        let first = send(.get, "/actions/\(id)").json["deployed_version"]
        #expect(first?["dependencies"]?.list.first?.keys == ["name", "version"])
        fixture.tenant.withTenant { $0.settings.build.outcome = .failed }
        _ = send(.patch, "/actions/\(id)", #"{"code":"bad","dependencies":[]}"#)
        #expect(send(.get, "/actions/\(id)").json["status"]?.string == "failed")
        let path = "/actions/\(id)/versions/\(first?["id"]?.string ?? "")/deploy"
        #expect(send(.post, path, #"{"update_draft":true}"#).status == .ok)
        let read = send(.get, "/actions/\(id)").json
        #expect(read["status"]?.string == "built" && read["all_changes_deployed"]?.bool == true)
        #expect(send(.post, "/actions/\(id)/deploy").status == .ok)
    }

    @Test func `a build that failed fails the version made with it`() {
        fixture.tenant.withTenant { $0.settings.build.outcome = .failed }
        let id = create(#","deploy":true"#)
        let read = send(.get, "/actions/\(id)").json
        #expect(read["status"]?.string == "failed" && read["deployed_version"]?["status"]?.string == "failed")
    }
}
