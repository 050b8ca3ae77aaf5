package import HTTPCore
import JSON
import Routing
package import Tenancy

/// The emulated surface: takes a request for a tenant and answers as the Management API would.
///
/// Checks run in the service's order (reference 6.6, INFERRED): route, authentication, query and content, then the
/// operation's own rules.
package struct ManagementResponder: Sendable {
    private enum Endpoint {
        case operation(Operation)
        /// A route of the real service that is not emulated.
        case known(operationID: String)
    }

    private let environment: Environment
    private let router: Router<Endpoint>

    package init(environment: Environment) {
        self.environment = environment
        var router = Router<Endpoint>()
        for operation in ModuleOperations.all {
            router.add(operation.method, operation.path, .operation(operation))
        }
        let emulated = Set(ModuleOperations.all.map(\.id))
        for route in KnownRoutes.all where !emulated.contains(route.operationID) {
            router.add(route.method, route.path, .known(operationID: route.operationID))
        }
        self.router = router
    }

    package func respond(to request: HTTPRequest, for tenant: TenantHandle) -> HTTPResponse {
        do throws(APIError) {
            return try answer(request, tenant)
        } catch {
            return error.response
        }
    }

    /// The answer to something that never became a request for an operation, in the service's form.
    package static func response(to refusal: HTTPRefusal) -> HTTPResponse {
        APIError.service(refusal.status, refusal.reason).response
    }

    private func answer(_ request: HTTPRequest, _ tenant: TenantHandle) throws(APIError) -> HTTPResponse {
        let method = request.method == .head ? .get : request.method
        guard let match = router.match(method, request.path) else { throw .noSuchRoute }
        guard Authentication.hasBearer(request.fields) else { throw .missingAuthentication }
        switch match.endpoint {
        case .known(let operationID):
            throw .notEmulated(operationID)
        case .operation(let operation):
            let call = Call(
                tenant: tenant, environment: environment, parameters: match.parameters,
                query: try RequestCheck.query(of: request, operation.query),
                content: try RequestCheck.content(of: request, operation.content), now: environment.now())
            return try operation.perform(call)
        }
    }
}
