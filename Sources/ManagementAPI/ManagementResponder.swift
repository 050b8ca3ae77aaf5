package import HTTPCore
import JSON
package import Resources
package import Runtime
package import Tenancy
package import Tokens

/// The emulated surface: takes a request for a tenant and answers as the Management API would.
///
/// Checks run in the service's order (reference 6.6, INFERRED): route, authentication, query and content, then the
/// operation's own rules.
package struct ManagementResponder: Sendable {
    private let bearerCheck: BearerCheck

    /// What the families' rules need of other rooms.
    let services: Services
    private let runs: ActionRuns?

    package init(
        keys: TokenKeyStore, names: ServerNames = ServerNames(), services: Services = Services(),
        runs: ActionRuns? = nil
    ) {
        self.runs = runs
        bearerCheck = BearerCheck(keys: keys, names: names)
        self.services = services
    }

    /// The names of the operations, by the number that answers have.
    package static var operationIDs: [String] { FamilyRoutes.operationIDs }

    /// What each operation asks for: any of these is enough.
    package static var operationScopes: [[String]] { FamilyRoutes.operationScopes }

    /// What an operation does, in the words of the tenant's log; nil where the document does not say.
    package static func summary(ofOperation number: Int) -> String? {
        FamilyRoutes.family(ofOperation: number)?.operations.first { $0.number == number }.map(\.summary)
    }

    /// Paths of members that are secrets in what an operation takes and answers, by its number.
    package static func secretPaths(ofOperation number: Int) -> [[String]] {
        FamilyRoutes.family(ofOperation: number)?.secretPaths(ofOperation: number) ?? []
    }

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
            if tenant.sharedSettings.value.showsEvidence { response.addEvidence() }
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
        guard let match = FamilyRoutes.match(method, request.path) else { throw .noSuchRoute }
        operation = match.operation.number
        let scopes =
            isInside
            ? nil
            : try bearerCheck.check(
                request, tenant, settings.value.authentication, scopes: match.operation.scopes, at: now)
        let plan = settings.value.ratePlan
        // A pattern, here and in `BearerCheck`: `==` of another module's enumeration is called through a table.
        var isCounted = !isInside
        if case .off = plan { isCounted = false }
        guard isCounted else {
            return try perform(match, request, tenant, settings, scopes: scopes, at: now, isInside: isInside)
        }
        return try counted(plan, tenant, now) { () throws(APIError) in
            try perform(match, request, tenant, settings, scopes: scopes, at: now, isInside: false)
        }
    }

    /// Counts a request against the plan, and says in the answer what is left of it.
    private func counted(
        _ plan: RatePlan, _ tenant: TenantHandle, _ now: Instant, _ perform: () throws(APIError) -> HTTPResponse
    ) throws(APIError) -> HTTPResponse {
        guard let remaining = tenant.withTenant({ $0.takeRequest(at: now) }) else {
            let quota = RateQuota(limit: plan.burst, remaining: 0, at: now)
            return APIError.tooManyRequests.response.with(quota)
        }
        return try perform().with(RateQuota(limit: plan.burst, remaining: remaining, at: now))
    }

    /// - Parameter scopes: what the token allows; nil: everything.
    private func perform(
        _ match: FamilyRoutes.Match, _ request: HTTPRequest, _ tenant: TenantHandle,
        _ settings: consuming Shared<TenantSettings>, scopes: Set<String>?, at now: Instant, isInside: Bool
    ) throws(APIError) -> HTTPResponse {
        let operation = match.operation
        if !settings.value.guards.isEmpty { try settings.value.guards.check(operation, request.path) }
        guard let typed = match.typed else {
            return try perform(match, request, tenant, settings, scopes: scopes, at: now)
        }
        let call = Call(
            operation: operation, tenant: tenant, sharedSettings: settings, scheme: request.scheme,
            authority: request.authority, parameters: try RequestCheck.parameters(match),
            query: try RequestCheck.query(of: request, operation.query),
            content: try RequestCheck.content(of: request, operation), now: now, isInside: isInside, runs: runs)
        if typed.needsModules, !call.settings.hasModules { throw .featureNotEnabled }
        return try typed.perform(call)
    }
}
