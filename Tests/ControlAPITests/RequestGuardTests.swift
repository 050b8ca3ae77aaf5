import HTTPCore
import JSON
import Tenancy
import TestSupport
import Testing

/// What a tenant refuses, lest a test does what it must not.
@Suite struct RequestGuardTests {
    private let whole: WholeTenant

    init() throws {
        whole = try WholeTenant()
    }

    private func set(_ guards: String) -> HTTPResponse {
        whole.call(.put, "/guards", #"{"guards":[\#(guards)]}"#)
    }

    private func code(_ method: HTTPMethod, _ path: String, _ body: String? = nil) -> String? {
        whole.send(method, path, body).json["errorCode"]?.string
    }

    @Test func `a delete that is guarded is refused, in words, and the journal has the reason`() {
        let role = whole.make("/roles", #"{"name":"r"}"#)
        let guards = #"{"refuse":"delete","reason":"tests share this tenant"}"#
        #expect(set(guards).text == #"{"guards":[\#(guards)]}"#)
        let refused = whole.send(.delete, "/roles/\(role)")
        #expect(
            refused.text
                == #"{"statusCode":403,"error":"Forbidden","#
                + #""message":"A guard of this tenant refuses it: tests share this tenant.","#
                + #""errorCode":"localtenant_guarded"}"#)
        #expect(
            whole.call(.get, "/requests?limit=1").text.contains(
                #""explanation":{"rule":"guard","constraint":"no delete (tests share this tenant)","evidence":"own"}"#))
        #expect(whole.send(.patch, "/roles/\(role)", #"{"name":"s"}"#).status == .ok)
        #expect(whole.send(.get, "/roles/\(role)").json["name"]?.string == "s")
        #expect(whole.call(.delete, "/guards").status == .noContent)
        #expect(whole.send(.delete, "/roles/\(role)").status.code < 300)
    }

    @Test func `writes are for some families only, or for all but some`() {
        let module = whole.make("/actions/modules", #"{"name":"m","code":"x"}"#)
        let client = whole.make("/clients", #"{"name":"c"}"#)
        let guarded = "localtenant_guarded"
        _ = set(#"{"refuse":"write","except":["clients","actions/modules"]}"#)
        #expect(code(.post, "/roles", #"{"name":"r"}"#) == guarded)
        #expect(code(.patch, "/tenants/settings", "{}") == guarded)
        #expect(code(.patch, "/clients/\(client)", #"{"name":"d"}"#) == nil)
        #expect(code(.delete, "/actions/modules/\(module)") == nil)
        #expect(code(.post, "/actions/actions", "{}") == guarded)
        #expect(whole.send(.get, "/roles").status == .ok && whole.send(.head, "/roles").status == .ok)
        #expect(code(.post, "/nothing", "{}") == nil, "it is missing for another reason")
        _ = set(#"{"refuse":"write","only":["clients/credentials","tenants"]}"#)
        #expect(code(.patch, "/clients/\(client)", #"{"name":"e"}"#) == nil)
        #expect(code(.post, "/clients/\(client)/credentials", "{}") == guarded)
        #expect(code(.patch, "/tenants/settings", "{}") == guarded)
        _ = set(#"{"refuse":"delete","urlPathTemplate":"/api/v2/clients/{id}"}"#)
        #expect(code(.delete, "/clients/\(client)/credentials/x") != guarded)
        #expect(code(.delete, "/clients/\(client)") == guarded)
    }

    @Test(arguments: [("auth0|1", "auth0%7C1"), ("auth0%7c1", "auth0%7C1"), ("auth0%7C1", "%61uth0|1")])
    func `a template holds however a path is encoded`(name: String, asked: String) {
        _ = set(#"{"refuse":"delete","urlPathTemplate":"/api/v2/users/\#(name)"}"#)
        #expect(code(.delete, "/users/\(asked)") == "localtenant_guarded")
        #expect(code(.delete, "/users/auth0%7C2") != "localtenant_guarded")
    }

    @Test func `a template may name what lies at a path that an operation has`() {
        for template in ["/api/v2/{family}", "/api/v2/clients/abc", "/api/v2/actions/modules/{id}"] {
            #expect(set(#"{"refuse":"write","urlPathTemplate":"\#(template)"}"#).status == .ok, "\(template)")
        }
    }

    @Test func `a read-only tenant is one with a guard, and the other way round`() {
        whole.call(.patch, "/settings", #"{"read_only":true}"#)
        #expect(whole.call(.get, "/guards").text == #"{"guards":[{"refuse":"write"}]}"#)
        #expect(code(.post, "/roles", #"{"name":"r"}"#) == "localtenant_read_only")
        _ = set(#"{"refuse":"delete"}"#)
        #expect(whole.call(.get, "/settings").json["read_only"]?.bool == false)
        _ = set(#"{"refuse":"delete"},{"refuse":"write"}"#)
        #expect(whole.call(.get, "/settings").json["read_only"]?.bool == true)
        whole.call(.patch, "/settings", #"{"read_only":false}"#)
        #expect(whole.call(.get, "/guards").text == #"{"guards":[{"refuse":"delete"}]}"#)
    }

    @Test func `guards go as settings do: with a reset, and with a snapshot's restoration`() throws {
        whole.call(.put, "/snapshots/before")
        _ = set(#"{"refuse":"delete"}"#)
        whole.call(.put, "/snapshots/after")
        whole.call(.post, "/reset")
        #expect(whole.call(.get, "/guards").text == #"{"guards":[]}"#)
        whole.call(.post, "/snapshots/after/restore")
        #expect(whole.call(.get, "/guards").text == #"{"guards":[{"refuse":"delete"}]}"#)
        whole.call(.put, "/guards?tenant=*", #"{"guards":[{"refuse":"write","only":["users"]}]}"#)
        let later = try whole.directory.tenant(named: "later")
        #expect(later.settings.guards == [RequestGuard(.write, only: ["users"])])
        #expect(whole.tenant.settings.guards == later.settings.guards)
    }

    @Test(arguments: [
        (#"[]"#, "The content must be a JSON object"), (#"{"guard":[]}"#, "must be an object with guards, a list"),
        (#"{"guards":[],"x":1}"#, "and nothing else"), (#"{"guards":[7]}"#, "guards[0] must be an object."),
        (#"{"guards":[{"refuse":"read"}]}"#, "guards[0].refuse must be one of: write, delete."),
        (#"{"guards":[{"refuse":"write"},{"refuse":"write","x":1}]}"#, "guards[1] has no x; it has refuse, only,"),
        (#"{"guards":[{"refuse":"write","only":[]}]}"#, "guards[0].only must be a list of families."),
        (#"{"guards":[{"refuse":"write","except":["rolls"]}]}"#, "guards[0].except: there is no family rolls."),
        (#"{"guards":[{"refuse":"write","except":["clients/cred"]}]}"#, "there is no family clients/cred."),
        (#"{"guards":[{"refuse":"write","only":["users"],"except":["roles"]}]}"#, "has only or except, not both."),
        (
            #"{"guards":[{"refuse":"write","urlPathTemplate":"/clients/{id}"}]}"#,
            "guards[0].urlPathTemplate: there is no operation at /clients/{id}."
        ),
        (#"{"guards":[{"refuse":"write","urlPathTemplate":"/api/v2/rolls"}]}"#, "no operation at /api/v2/rolls."),
        (#"{"guards":[{"refuse":"write","reason":""}]}"#, "guards[0].reason must be a string that is not empty."),
    ])
    func `guards that are not understood are refused, and nothing changes`(body: String, words: String) {
        _ = set(#"{"refuse":"delete"}"#)
        let answer = whole.call(.put, "/guards", body)
        #expect(answer.status == .badRequest)
        #expect(answer.json["message"]?.string?.contains(words) == true, "\(answer.text)")
        #expect(whole.tenant.settings.guards == [RequestGuard(.delete)])
    }
}
