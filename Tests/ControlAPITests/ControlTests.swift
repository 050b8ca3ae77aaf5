import ControlAPI
import Faults
import HTTPCore
import JSON
import Journal
import Tenancy
import TestSupport
import Testing

@Suite struct ControlTests {
    private let world = ManualWorld()
    private let directory: TenantDirectory
    private let responder: ControlResponder
    private let tenant: TenantHandle

    init() throws {
        directory = TenantDirectory(start: Tenant(settings: TenantSettings()), world: world.world)
        responder = ControlResponder(
            directory: directory, journal: Journal(), faults: Faults(), metrics: Metrics(operations: { [] }),
            world: world.world, version: "1.2.3", manage: { _, _ in HTTPResponse(status: .ok) }
        )
        tenant = try directory.tenant(named: "acme")
    }

    private func send(_ method: HTTPMethod, _ path: String, _ body: String? = nil) -> HTTPResponse {
        responder.respond(to: TestRequest.make(method, path, body, fields: []), forTenant: tenant.name)
    }

    @Test func `health answers 200 without a token`() {
        let answer = send(.get, "/__admin/health")
        #expect(answer.status == .ok)
        #expect(answer.json["status"]?.string == "healthy")
        #expect(answer.json["version"]?.string == "1.2.3")
    }

    @Test func `tenants are listed with their modules`() throws {
        _ = try directory.tenant(named: "other")
        #expect(
            send(.get, "/__admin/tenants").text
                == #"{"tenants":[{"name":"acme","modules":0,"actions":0},{"name":"other","modules":0,"actions":0}],"#
                + #""total":2}"#)
    }

    @Test func `settings change for one tenant and keep what is not named`() throws {
        let answer = send(.patch, "/__admin/settings", #"{"name_rule":"slug","limits":{"modules":3,"secrets":null}}"#)
        #expect(
            answer.text
                == #"{"name_rule":"slug","patch_echo":"created-at","rollback_to_current":"conflict","as_of":null,"#
                + #""authentication":"lax","rate_plan":"off","modules_enabled":true,"#
                + #""experimentation_enabled":false,"read_only":false,"tenant_logs":false,"#
                + #""network_acls":true,"client_documents":null,"#
                + #""search_delay_milliseconds":0,"show_evidence":false,"#
                + #""limits":{"modules":3,"versions":50,"secrets":null,"dependencies":10,"actions":100,"#
                + #""action-versions":50,"modules-per-action":3,"actions-per-trigger":20},"#
                + #""build":{"reads":1,"milliseconds":300,"outcome":"built"},"domain_verification":"pending"}"#)
        #expect(send(.get, "/__admin/settings").text == answer.text)
        let other = try directory.tenant(named: "other")
        #expect(other.settings == TenantSettings())
    }

    @Test func `documents of clients are kept as they are, and go with null`() {
        let documents = #""client_documents":{"https://a.test/":{"client_name":"A","n":1.0}}"#
        #expect(send(.patch, "/__admin/settings", "{\(documents)}").text.contains(documents))
        for wrong in ["1", "[]", #"{"https://a.test/":1}"#] {
            #expect(send(.patch, "/__admin/settings", #"{"client_documents":\#(wrong)}"#).status == .badRequest)
        }
        #expect(
            send(.patch, "/__admin/settings", #"{"client_documents":null}"#).text.contains(#""client_documents":null"#))
    }

    @Test(arguments: [
        (#"{"reads":3}"#, #"{"reads":3,"milliseconds":null,"outcome":"built"}"#),
        (#"{"milliseconds":2000}"#, #"{"reads":null,"milliseconds":2000,"outcome":"built"}"#),
        (#"{"reads":2,"milliseconds":5}"#, #"{"reads":2,"milliseconds":5,"outcome":"built"}"#),
        (#"{"outcome":"failed"}"#, #"{"reads":1,"milliseconds":300,"outcome":"failed"}"#),
    ])
    func `what ends builds is what was named`(change: String, build: String) {
        #expect(send(.patch, "/__admin/settings", #"{"build":\#(change)}"#).text.contains(#""build":\#(build)"#))
    }

    @Test(arguments: [
        ("{", "not JSON"), ("[]", "must be a JSON object"), (#"{"nope":1}"#, "no setting nope"),
        (#"{"as_of":"2024-13-01"}"#, "as_of must be a day such as 2024-12-31, or null"),
        (#"{"as_of":7}"#, "as_of must be"),
        (#"{"name_rule":"x"}"#, "name_rule must be one of: any, slug"), (#"{"limits":7}"#, "limits must be an object"),
        (#"{"limits":{"x":1}}"#, "no limit x"), (#"{"limits":{"modules":-1}}"#, "limits.modules must be"),
        (#"{"build":{"reads":-1}}"#, "reads must be"), (#"{"build":{"outcome":"x"}}"#, "outcome must be one of"),
        (#"{"build":{"x":1}}"#, "build has no x"), (#"{"build":1}"#, "build must be an object"),
        (#"{"limits":{"modules":1.5}}"#, "limits.modules must be"), (#"{"patch_echo":null}"#, "patch_echo must be"),
    ])
    func `a bad change is refused with what is wrong, and nothing changes`(body: String, words: String) {
        let answer = send(.patch, "/__admin/settings", body)
        #expect(answer.status == .badRequest)
        #expect(answer.json["message"]?.string?.contains(words) == true)
        #expect(tenant.settings == TenantSettings())
    }

    @Test func `other paths are unknown, and other methods are told which there are`() {
        #expect(send(.get, "/__admin/nothing").status == .notFound)
        let answer = send(.delete, "/__admin/health")
        #expect(answer.status == .methodNotAllowed)
        #expect(answer.fields.contains { $0.name.description == "allow" && $0.value == "GET" })
    }
}
