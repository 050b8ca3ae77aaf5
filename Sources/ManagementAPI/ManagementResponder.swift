package import HTTPCore
import Families
import JSON
package import Resources
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

    /// What the families' rules need of other rooms.
    let services: Services
    /// The numbers that the typed operations have among all, by their routes.
    private let numbers: [Int]

    package init(
        keys: TokenKeyStore, names: ServerNames = ServerNames(), services: Services = Services()
    ) {
        bearerCheck = BearerCheck(keys: keys, names: names)
        self.services = services
        let known = GeneratedFamily.actions
        let ids = known.lines().map(\.id)
        numbers = operations.map { operation in
            known.firstNumber + (ids.firstIndex(of: operation.id) ?? 0)
        }
        var router = Router()
        for (place, operation) in operations.enumerated() {
            router.add(operation.method, operation.path, route: place)
        }
        self.router = router
    }

    /// The names of the operations, by the number that answers have.
    package static var operationIDs: [String] { FamilyRoutes.operationIDs }

    /// What each operation asks for: any of these is enough.
    package static var operationScopes: [[String]] { FamilyRoutes.operationScopes }

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
            return try answerOfFamily(request, tenant, settings, now, method, isInside: isInside, &operation)
        }
        operation = numbers[match.route]
        let chosen = operations[match.route]
        if !isInside {
            try bearerCheck.check(request, tenant, settings.value.authentication, scopes: chosen.scopes, at: now)
        }
        let plan = settings.value.ratePlan
        // A pattern, here and in `BearerCheck`: `==` of another module's enumeration is called through a table.
        var isCounted = !isInside
        if case .off = plan { isCounted = false }
        guard isCounted else {
            return try perform(chosen, request, tenant, match, settings, now, isInside: isInside)
        }
        return try counted(plan, tenant, now) { () throws(APIError) in
            try perform(chosen, request, tenant, match, settings, now, isInside: false)
        }
    }

    private func answerOfFamily(
        _ request: HTTPRequest, _ tenant: TenantHandle, _ settings: Shared<TenantSettings>, _ now: Instant,
        _ method: HTTPMethod, isInside: Bool, _ operation: inout Int?
    ) throws(APIError) -> HTTPResponse {
        guard let match = FamilyRoutes.match(method, request.path) else { throw .noSuchRoute }
        operation = match.operation.number
        let scopes =
            isInside
            ? nil
            : try bearerCheck.check(
                request, tenant, settings.value.authentication, scopes: match.operation.scopes, at: now)
        let plan = settings.value.ratePlan
        if isInside || plan == .off {
            return try perform(match, request, tenant, settings, scopes: scopes, at: now)
        }
        return try counted(plan, tenant, now) { () throws(APIError) in
            try perform(match, request, tenant, settings, scopes: scopes, at: now)
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

    private func perform(
        _ operation: Operation, _ request: HTTPRequest, _ tenant: TenantHandle, _ match: Router.Match,
        _ settings: consuming Shared<TenantSettings>, _ now: Instant, isInside: Bool = false
    ) throws(APIError) -> HTTPResponse {
        if settings.value.isReadOnly, operation.method != .get { throw .readOnly }
        let call = Call(
            tenant: tenant, sharedSettings: settings, scheme: request.scheme, authority: request.authority,
            parameters: match.parameters,
            query: try RequestCheck.query(of: request, operation.query),
            content: try RequestCheck.content(of: request, operation.content), now: now, isInside: isInside)
        // Modules' operations come first.
        if !call.settings.hasModules, match.route < ModuleOperations.all.count { throw .featureNotEnabled }
        return try operation.perform(call)
    }
}
