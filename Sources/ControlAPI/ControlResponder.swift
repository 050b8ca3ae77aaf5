package import HTTPCore
import JSON
import Routing
package import Tenancy

/// Our own calls, all under `/__admin/`, in the manner of WireMock. Never mixed with the emulated surface.
package struct ControlResponder: Sendable {
    /// One control call: where it is and what it does.
    private struct Operation: Sendable {
        let method: HTTPMethod
        let path: String
        let perform: @Sendable (ControlResponder, HTTPRequest, TenantHandle) throws(ControlError) -> HTTPResponse
    }

    /// First segment of every path that belongs here.
    package static let pathPrefix = Array("/__admin".utf8)

    private static let operations = [
        Operation(method: .get, path: "/__admin/health") { (control, _, _) in control.health() },
        Operation(method: .get, path: "/__admin/ca.pem") { (control, _, _) throws(ControlError) in
            try control.authorityCertificate()
        },
        Operation(method: .get, path: "/__admin/tenants") { (control, _, _) in control.listTenants() },
        Operation(method: .get, path: "/__admin/settings") { (_, _, tenant) in
            ControlResponse.settings(tenant.withTenant { $0.settings })
        },
        Operation(method: .patch, path: "/__admin/settings") { (_, request, tenant) throws(ControlError) in
            try changeSettings(of: tenant, request)
        },
    ]

    private let directory: TenantDirectory
    private let environment: Environment
    private let version: String
    private let authorityPEM: [UInt8]?
    private let startedAt: Instant
    private let router: Router

    /// - Parameter authorityPEM: the certificate that clients are to trust; nil where there is none of ours.
    package init(
        directory: TenantDirectory, environment: Environment, version: String, authorityPEM: [UInt8]? = nil
    ) {
        self.directory = directory
        self.environment = environment
        self.version = version
        self.authorityPEM = authorityPEM
        startedAt = environment.now()
        var router = Router()
        for (route, operation) in ControlResponder.operations.enumerated() {
            router.add(operation.method, operation.path, route: route)
        }
        self.router = router
    }

    /// - Parameter tenant: the tenant that host or header choose, for calls about one tenant.
    package func respond(to request: HTTPRequest, for tenant: TenantHandle) -> HTTPResponse {
        do throws(ControlError) {
            let method = request.method == .head ? .get : request.method
            guard let match = router.match(method, request.path) else {
                throw ControlError(.notFound, "There is no such control call; README lists them.")
            }
            return try ControlResponder.operations[match.route].perform(self, request, tenant)
        } catch {
            return error.response
        }
    }

    private func health() -> HTTPResponse {
        let uptime = (environment.now().microseconds - startedAt.microseconds) / 1_000_000
        return ControlResponse.json { writer in
            writer.beginObject()
            writer.key("status")
            writer.string("healthy")
            writer.key("message")
            writer.string("LocalTenant is serving.")
            writer.key("version")
            writer.string(version)
            writer.key("uptimeInSeconds")
            writer.integer(Int(max(0, uptime)))
            writer.endObject()
        }
    }

    /// For `curl http://… -o ca.pem`: over plain HTTP too, since nobody trusts it yet.
    private func authorityCertificate() throws(ControlError) -> HTTPResponse {
        guard let authorityPEM else {
            throw ControlError(.notFound, "There is no CA of ours: TLS is off, or a certificate was given.")
        }
        return HTTPResponse(
            status: .ok,
            fields: [HTTPField("content-type", "application/x-pem-file"), HTTPField("cache-control", "no-store")],
            body: authorityPEM)
    }

    private func listTenants() -> HTTPResponse {
        let tenants = directory.list()
        return ControlResponse.json { writer in
            writer.beginObject()
            writer.key("tenants")
            writer.beginArray()
            for tenant in tenants {
                writer.beginObject()
                writer.key("name")
                writer.string(tenant.name)
                writer.key("modules")
                writer.integer(tenant.withTenant { $0.moduleCount })
                writer.endObject()
            }
            writer.endArray()
            writer.key("total")
            writer.integer(tenants.count)
            writer.endObject()
        }
    }

    private static func changeSettings(
        of tenant: TenantHandle, _ request: HTTPRequest
    ) throws(ControlError) -> HTTPResponse {
        let change = try SettingsChange(request.body)
        return ControlResponse.settings(
            tenant.withTenant { tenant in
                change.apply(to: &tenant.settings)
                return tenant.settings
            })
    }
}
