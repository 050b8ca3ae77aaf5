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
    /// Route numbers are places among the operations.
    private let router: Router
    private let operations = ModuleOperations.all + ActionOperations.all

    private let bearerCheck: BearerCheck

    package init(keys: TokenKeyStore, names: ServerNames = ServerNames()) {
        bearerCheck = BearerCheck(keys: keys, names: names)
        var router = Router()
        for (place, operation) in operations.enumerated() {
            router.add(operation.method, operation.path, route: place)
        }
        self.router = router
    }

    /// The names of the operations, by the number that answers have.
    package var operationIDs: [String] { operations.map(\.id) }

    /// What each operation asks for: any of these is enough.
    package var operationScopes: [[String]] { operations.map(\.scopes) }

    /// - Parameter isInside: whoever asks has been let in already: no token is asked for, and no request counted.
    package func respond(
        to request: HTTPRequest, for tenant: TenantHandle, isInside: Bool = false
    ) -> HTTPResponse {
        var operation: Int?
        var response: HTTPResponse
        do throws(APIError) {
            response = try answer(request, tenant, isInside: isInside, &operation)
        } catch {
            response = error.response
            if tenant.settings.showsEvidence { response.addEvidence() }
        }
        response.operation = operation
        return response
    }

    /// The answer to something that never became a request for an operation, in the service's form.
    package static func response(to refusal: HTTPRefusal) -> HTTPResponse {
        APIError.service(refusal.status, refusal.reason, rule: "http").response
    }

    /// A failure that somebody asked for, as the service would have it.
    ///
    /// - Parameters:
    ///   - message: in place of the service's own words.
    ///   - now: for the time at which a 429 says that the limit is reset.
    package static func response(
        to status: HTTPStatus, _ message: String?, _ errorCode: String?, retryAfter: Int?, at now: Instant
    ) -> HTTPResponse {
        var error = status.code == 429 ? APIError.tooManyRequests : APIError.service(status, status.reasonPhrase)
        if message != nil || errorCode != nil {
            error = APIError(
                status: status, message: message ?? error.message, errorCode: errorCode ?? error.errorCode)
        }
        error.explanation = Explanation("fault", .own)
        var response = error.response
        if status.code == 429 { response.fields += RateQuota(limit: 50, remaining: 0, at: now).fields }
        if let retryAfter { response.fields.append(HTTPField("retry-after", String(retryAfter))) }
        return response
    }

    private func answer(
        _ request: HTTPRequest, _ tenant: TenantHandle, isInside: Bool, _ operation: inout Int?
    ) throws(APIError) -> HTTPResponse {
        let method = request.method == .head ? .get : request.method
        let now = tenant.world.now()
        let settings = tenant.sharedSettings
        guard let match = router.match(method, request.path) else {
            guard let id = KnownRoutes.operationID(method, request.path) else { throw .noSuchRoute }
            if !isInside { try bearerCheck.check(request, tenant, settings.value.authentication, scopes: [], at: now) }
            throw .notEmulated(id)
        }
        operation = match.route
        let chosen = operations[match.route]
        if !isInside {
            try bearerCheck.check(request, tenant, settings.value.authentication, scopes: chosen.scopes, at: now)
        }
        let plan = settings.value.ratePlan
        // A pattern, here and in `BearerCheck`: `==` of another module's enumeration is called through a table.
        var isCounted = !isInside
        if case .off = plan { isCounted = false }
        guard isCounted else { return try perform(chosen, request, tenant, match, settings, now) }
        guard let remaining = tenant.withTenant({ $0.takeRequest(at: now) }) else {
            let quota = RateQuota(limit: plan.burst, remaining: 0, at: now)
            return APIError.tooManyRequests.response.with(quota)
        }
        return try perform(chosen, request, tenant, match, settings, now)
            .with(RateQuota(limit: plan.burst, remaining: remaining, at: now))
    }

    private func perform(
        _ operation: Operation, _ request: HTTPRequest, _ tenant: TenantHandle, _ match: Router.Match,
        _ settings: consuming Shared<TenantSettings>, _ now: Instant
    ) throws(APIError) -> HTTPResponse {
        if settings.value.isReadOnly, operation.method != .get { throw .readOnly }
        let call = Call(
            tenant: tenant, sharedSettings: settings, scheme: request.scheme, authority: request.authority,
            parameters: match.parameters,
            query: try RequestCheck.query(of: request, operation.query),
            content: try RequestCheck.content(of: request, operation.content), now: now)
        // Modules' operations come first.
        if !call.settings.hasModules, match.route < ModuleOperations.all.count { throw .featureNotEnabled }
        return try operation.perform(call)
    }
}
