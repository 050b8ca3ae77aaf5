import HTTPCore
import JSON
import ManagementAPI
import Resources
import Tenancy
import TestSupport
import Tokens

/// The Management API without a server: requests go straight to the responder.
struct ManagementFixture {
    let world = ManualWorld()
    let tenant: TenantHandle
    private let responder: ManagementResponder
    static let modules = "/api/v2/actions/modules"

    /// - Parameter initialDocuments: what the tenant has from the start; nothing without.
    init(_ settings: TenantSettings = TenantSettings(), initialDocuments: InitialDocuments? = nil) throws {
        tenant = try TenantDirectory(
            start: Tenant(settings: settings), world: world.world, initialDocuments: initialDocuments
        ).tenant(named: "default")
        let certificate = SigningCertificate(pem: "pem", pkcs7: "pkcs7", keyID: "key")
        responder = ManagementResponder(
            keys: TokenKeyStore(),
            services: Services(signingCertificate: { _ in certificate }, crypto: CertificateStub()))
    }

    /// - Parameter isInside: by the control calls' back door.
    func send(_ request: HTTPRequest, isInside: Bool = false) -> HTTPResponse {
        responder.respond(to: request, for: tenant, isInside: isInside)
    }

    /// A request for a path below the modules.
    func send(_ method: HTTPMethod, _ path: String = "", _ body: String? = nil) -> HTTPResponse {
        send(TestRequest.make(method, Self.modules + path, body))
    }

    /// Creates a module and returns its id.
    func create(_ body: String) -> String {
        send(.post, "", body).json["id"]?.string ?? "none"
    }
}

/// Actions.
extension ManagementFixture {
    /// A request for a path below `/api/v2/actions`.
    func sendToActions(_ method: HTTPMethod, _ path: String, _ body: String? = nil) -> HTTPResponse {
        send(TestRequest.make(method, "/api/v2/actions" + path, body))
    }

    /// Creates an action at post-login v3 and returns its id.
    ///
    /// - Parameter more: further members of the body, each behind a comma.
    func createAction(_ more: String = "", name: String = "a") -> String {
        let body = #"{"name":"\#(name)","supported_triggers":[{"id":"post-login","version":"v3"}],"code":"x"\#(more)}"#
        return sendToActions(.post, "/actions", body).json["id"]?.string ?? "none"
    }

    /// Reads it, so that it is built, and deploys it.
    func deployAction(_ id: String) -> HTTPResponse {
        _ = sendToActions(.get, "/actions/\(id)")
        return sendToActions(.post, "/actions/\(id)/deploy")
    }
}

/// A suite about actions, which sends most of what it sends below their path.
protocol ActionSuite {
    var fixture: ManagementFixture { get }
}

extension ActionSuite {
    func send(_ method: HTTPMethod, _ path: String, _ body: String? = nil) -> HTTPResponse {
        fixture.sendToActions(method, path, body)
    }

    func create(_ more: String = "", name: String = "a") -> String {
        fixture.createAction(more, name: name)
    }
}
