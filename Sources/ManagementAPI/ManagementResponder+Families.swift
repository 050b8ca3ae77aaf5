import Families
import HTTPCore
import JSON
import Resources
import Tenancy

/// Operations of the engine's families: from a checked request to an answer on the wire.
extension ManagementResponder {
    /// - Parameter scopes: what the token allows; nil: everything.
    func perform(
        _ match: FamilyRoutes.Match, _ request: HTTPRequest, _ tenant: TenantHandle, _ settings: Shared<TenantSettings>,
        scopes: Set<String>?, at now: Instant
    ) throws(APIError) -> HTTPResponse {
        let operation = match.operation
        guard let binding = operation.binding else { throw .notEmulated(operation.id) }
        if operation.showsSigningKey, !services.hasSigningKey() { throw .keyNotYet }
        if let use = operation.makesKeys, !services.crypto.hasKeys(for: use) { throw .keyNotYet }
        var call = ResourceCall(
            parameters: try RequestCheck.parameters(match),
            query: try RequestCheck.query(of: request, operation.query),
            body: try RequestCheck.body(of: request, operation), now: now, world: tenant.world,
            scheme: request.scheme == .https ? "https://" : "http://", authority: request.authority, scopes: scopes,
            services: services, settings: settings, catalogue: Families.catalogue)
        if operation.asksSubject { call.subject = BearerCheck.subject(of: request) }
        let answer = try ManagementResponder.run(binding, call, tenant)
        var response = APIResponse.success(HTTPStatus(answer.status), at: now, answer.body)
        if let type = answer.contentType {
            response.commonFields = APIResponse.commonFieldsWithoutType
            response.fields.append(HTTPField("content-type", type))
        }
        return response
    }

    private static func run(
        _ binding: FamilyOperation.Binding, _ call: ResourceCall, _ handle: TenantHandle
    ) throws(APIError) -> Answer {
        do throws(Refusal) {
            let answer = try handle.withTenant { (tenant) throws(Refusal) in
                if tenant.facts.origin.isEmpty { tenant.facts.origin = call.origin }
                return try binding.perform(call, &tenant)
            }
            return answer.made
        } catch {
            throw APIError(error)
        }
    }
}

extension APIError {
    init(_ refusal: Refusal) {
        self.init(
            status: HTTPStatus(refusal.status), message: refusal.message, errorCode: refusal.errorCode,
            explanation: Explanation(
                refusal.rule, Explanation.Evidence(rawValue: refusal.evidence.rawValue) ?? .assumed))
    }
}
