import ControlAPI
import Faults
import HTTPCore
import JSON
import Journal
import Tenancy
import TestSupport
import Testing

/// Who may make control calls.
@Suite struct GuardTests {
    private let world = ManualWorld()

    private func status(
        _ path: String = "/__admin/tenants", _ fields: [(String, String)] = [], host: String = "127.0.0.1:4664",
        entrance: ControlGuard = ControlGuard(domains: ["localhost", "auth0.local"])
    ) throws -> Int {
        let directory = TenantDirectory(
            start: Tenant(settings: TenantSettings()), world: world.world)
        let responder = ControlResponder(
            directory: directory, journal: Journal(), faults: Faults(), metrics: Metrics(operations: { [] }),
            entrance: entrance,
            world: world.world, version: "1", authority: .init(pem: [0x50]),
            manage: { _, _ in HTTPResponse(status: .ok) })
        let request = TestRequest.make(.get, path, authority: host, fields: fields)
        return responder.respond(to: request, forTenant: "t").status.code
    }

    @Test(arguments: [
        "127.0.0.1:4664", "[::1]:4664", "localhost:4664", "acme.localhost:4664", "a.auth0.local", "emulator",
    ])
    func `a page of this server may, by a name of this server`(host: String) throws {
        #expect(
            try status(
                "/__admin/tenants", [("Origin", "http://\(host)"), ("Sec-Fetch-Site", "same-origin")], host: host)
                == 200)
        #expect(try status("/__admin/tenants", [("Sec-Fetch-Site", "none")], host: host) == 200, "typed by a person")
    }

    @Test(arguments: [
        ("127.0.0.1:4664", [("Origin", "http://evil.example")]), ("127.0.0.1:4664", [("Origin", "null")]),
        ("127.0.0.1:4664", [("Origin", "http://127.0.0.1:8080")]), ("localhost", [("Origin", "https://localhost")]),
        ("127.0.0.1:4664", [("Sec-Fetch-Site", "cross-site")]), ("a.localhost", [("Sec-Fetch-Site", "same-site")]),
        // The name was ours only for the moment.
        ("evil.example:4664", [("Sec-Fetch-Site", "same-origin")]),
        ("evil.example", [("Origin", "http://evil.example")]), ("localhost.evil.example", [("Sec-Fetch-Site", "none")]),
    ])
    func `a page of another origin may not, nor one by a borrowed name`(host: String, fields: [(String, String)]) throws
    {
        #expect(try status("/__admin/tenants", fields, host: host) == 403)
        #expect(try status("/__admin/health", fields, host: host) == 200)
    }

    /// A browser says nothing of a page of the same origin, which a name that was pointed here makes it.
    @Test func `nobody may by a name that anybody could have pointed here`() throws {
        #expect(try status(host: "evil.example:4664") == 403)
        #expect(try status("/__admin/health", host: "evil.example:4664") == 200)
        for host in ["host.docker.internal:4664", "emulator.ci.svc.cluster.local", "10.0.0.7:4664", "emulator:4664"] {
            #expect(try status(host: host) == 200, "\(host)")
        }
    }

    @Test func `a token is asked for where there is one`() throws {
        let entrance = ControlGuard(token: SecretValue("s"))
        #expect(try status(entrance: entrance) == 401)
        #expect(try status("/__admin/tenants", [("Authorization", "Bearer x")], entrance: entrance) == 401)
        #expect(try status("/__admin/tenants", [("Authorization", "bearer s")], entrance: entrance) == 200)
        #expect(try status("/__admin/health", entrance: entrance) == 200)
        #expect(try status("/__admin/ca.pem", entrance: entrance) == 200)
    }

    /// It holds no data, and asks for the token itself.
    @Test(arguments: ["/__admin/", "/__admin/page/main.js"])
    func `the page is for whoever may see it, token or not`(path: String) throws {
        #expect(try status(path, entrance: ControlGuard(token: SecretValue("s"))) == 200)
        #expect(try status(path, [("Sec-Fetch-Site", "cross-site")]) == 403)
        #expect(try status(path, host: "evil.example:4664") == 403)
        #expect(try status(path, entrance: ControlGuard(isOn: false)) == 404)
    }

    @Test func `switched off, only probes and clients are served`() throws {
        let entrance = ControlGuard(isOn: false)
        #expect(try status(entrance: entrance) == 404)
        #expect(try status("/__admin/health", entrance: entrance) == 200)
    }
}
