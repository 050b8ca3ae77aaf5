import Families
import HTTPCore
import ManagementAPI
import Resources
import Tenancy

/// What a tenant's network ACLs make of a request, before anything else looks at it. Our own calls never come here.
struct NetworkGuard {
    let trustsProxy: Bool
    let delivery: any DeliveryService

    /// The answer to a request that an ACL stops; nil: it may go on.
    func answer(to request: HTTPRequest, in tenant: TenantHandle) -> HTTPResponse? {
        let settings = tenant.sharedSettings
        guard settings.value.enforcesNetworkACLs else { return nil }
        let source = RequestSource(request, trustsProxy: trustsProxy)
        let visit = NetworkACL.Visit(
            client: source.client, connecting: source.connecting,
            userAgent: request.fields.value(of: "user-agent") ?? "", host: Authority.host(of: request.authority),
            scope: NetworkGuard.scope(of: request))
        let applying = tenant.withTenant { $0.readyNetworkACLs() }.applying(to: visit)
        if tenant.tellsLog {
            for acl in applying { TenantLog.note(acl, visit, in: tenant, delivery) }
        }
        return applying.last.flatMap {
            ManagementResponder.response(by: $0, showsEvidence: settings.value.showsEvidence)
        }
    }

    /// `/api/v2/` and `/scim/` are management (DOCS); where clients register themselves has a scope of its own.
    private static func scope(of request: HTTPRequest) -> NetworkACL.Scope {
        if managementPrefixes.contains(where: { request.isUnder($0) }) { return .management }
        return request.path == registration ? .registration : .authentication
    }

    private static let managementPrefixes = ["/api/v2/", "/scim/"].map { Array($0.utf8) }
    private static let registration = Array("/oidc/register".utf8)
}
