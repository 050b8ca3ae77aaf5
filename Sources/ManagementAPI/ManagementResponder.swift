package import HTTPCore
import JSON
import Routing
package import Tenancy
package import Tokens

/// The emulated surface: takes a request for a tenant and answers as the Management API would.
///
/// Checks run in the service's order (reference 6.6, INFERRED): route, authentication, query and content, then the
/// operation's own rules.
package struct ManagementResponder: Sendable {
    /// Route numbers below the count of operations are places among them; the others are routes of the real
    /// service that are not emulated, places among `KnownRoutes.all`.
    private let router: Router
    private let operations = ModuleOperations.all + ActionOperations.all

    private let bearerCheck: BearerCheck

    package init(keys: TokenKeyStore) {
        bearerCheck = BearerCheck(keys: keys)
        var router = Router()
        for (place, route) in KnownRoutes.all.enumerated() {
            router.add(route.method, route.path, route: operations.count + place)
        }
        for (place, operation) in operations.enumerated() {
            router.add(operation.method, operation.path, route: place)
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
        let now = tenant.environment.now()
        let isEmulated = match.route < operations.count
        try bearerCheck.check(request, tenant, scopes: isEmulated ? operations[match.route].scopes : [], at: now)
        guard isEmulated else {
            throw .notEmulated(KnownRoutes.all[match.route - operations.count].operationID)
        }
        let operation = operations[match.route]
        let call = Call(
            tenant: tenant, scheme: request.scheme, authority: request.authority, parameters: match.parameters,
            query: try RequestCheck.query(of: request, operation.query),
            content: try RequestCheck.content(of: request, operation.content), now: now)
        return try operation.perform(call)
    }
}
