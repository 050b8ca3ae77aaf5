import ControlAPI
import Families
import Faults
import HTTPCore
import JSON
import Journal
import ManagementAPI
import Resources
import Tenancy
import TestSupport
import Tokens

/// A tenant with all families, its journal and the control calls, without a server.
struct WholeTenant {
    let world = ManualWorld()
    let directory: TenantDirectory
    let tenant: TenantHandle
    let journal = Journal()
    let control: ControlResponder
    private let management: ManagementResponder

    init() throws {
        directory = TenantDirectory(
            start: Tenant(settings: TenantSettings()), world: world.world, initialDocuments: Families.initialDocuments)
        tenant = try directory.tenant(named: "acme")
        let certificate = SigningCertificate(pem: "pem", pkcs7: "pkcs7", keyID: "key")
        management = ManagementResponder(
            keys: TokenKeyStore(),
            services: Services(signingCertificate: { _ in certificate }, crypto: CertificateStub()))
        control = ControlResponder(
            directory: directory, journal: journal, faults: Faults(), metrics: Metrics(operations: { [] }),
            scopes: { ManagementResponder.operationScopes }, catalogue: { Families.catalogue }, world: world.world,
            version: "1", manage: { _, _ in HTTPResponse(status: .ok) })
    }

    /// A request for a path below `/api/v2`, which the journal keeps.
    @discardableResult
    func send(
        _ method: HTTPMethod, _ path: String, _ body: String? = nil, token: String = "test",
        contentType: String = "application/json"
    ) -> HTTPResponse {
        let request = TestRequest.make(
            method, "/api/v2" + path, body, fields: [("Authorization", "Bearer \(token)"), ("User-Agent", "tests/1")],
            contentType: contentType)
        let response = management.respond(to: request, for: tenant)
        journal.record(
            JournalEntry(
                id: world.newID(), tenant: tenant.name, time: world.now(), request, response,
                secrets: SecretMembers { ManagementResponder.secretPaths(ofOperation: $0) }))
        return response
    }

    /// Makes an object and returns its id.
    @discardableResult
    func make(_ path: String, _ body: String) -> String {
        let made = send(.post, path, body).json
        return ["client_id", "user_id", "id"].lazy.compactMap { made[JSONKey($0)]?.string }.first ?? "none"
    }

    /// A control call.
    @discardableResult
    func call(_ method: HTTPMethod, _ path: String, _ body: String? = nil) -> HTTPResponse {
        control.respond(to: TestRequest.make(method, "/__admin" + path, body, fields: []), forTenant: tenant.name)
    }

    static func user(_ name: String) -> String {
        #"{"connection":"Username-Password-Authentication","email":"\#(name)@b.test","password":"Zq7!vbRt92xKdWmLp"}"#
    }
}
