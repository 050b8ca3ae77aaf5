import AuthenticationAPI
import ControlAPI
import Faults
import HTTPCore
import Journal
import Logging
import ManagementAPI
import Tenancy
import Tokens

/// The whole program as a responder: chooses the tenant and the surface, and writes the request log.
final class EmulatorResponder: HTTPResponder {
    private let directory: TenantDirectory
    private let selection: TenantSelection
    private let management: ManagementResponder
    private let authentication: AuthenticationResponder
    private let control: ControlResponder
    private let journal: Journal
    private let faults = Faults()
    private let crossOrigin: CrossOrigin
    private let metrics: Metrics
    private let world: World
    private let logger: Logger
    private let logsRequests: Bool
    /// Where nearly every request goes.
    private static let managementPrefix = Array("/api/".utf8)

    init(
        _ configuration: EmulatorConfiguration, directory: TenantDirectory, world: World,
        authority: ControlResponder.Authority, keys: TokenKeyStore, connectionCount: @escaping @Sendable () -> Int,
        logger: Logger
    ) {
        self.directory = directory
        selection = TenantSelection(domains: configuration.tenantDomains + configuration.tlsNames)
        crossOrigin = CrossOrigin(origins: configuration.corsOrigins)
        management = ManagementResponder(keys: keys, services: .live(keys: keys))
        authentication = AuthenticationResponder(keys: keys)
        journal = Journal(countMax: configuration.journalEntriesMax, bytesMax: configuration.journalBytesMax)
        metrics = EmulatorResponder.makeMetrics(directory, connectionCount)
        control = ControlResponder(
            directory: directory, journal: journal, faults: faults, metrics: metrics,
            scopes: { ManagementResponder.operationScopes },
            entrance: ControlGuard(
                token: configuration.adminToken, isOn: configuration.hasAdmin,
                domains: configuration.tenantDomains + configuration.tlsNames),
            world: world, version: EmulatorApplication.version, authority: authority,
            manage: { [management] request, tenant in management.respond(to: request, for: tenant, isInside: true) })
        self.world = world
        self.logger = logger
        logsRequests = logger.logLevel <= .info
    }

    private static func makeMetrics(
        _ directory: TenantDirectory, _ connectionCount: @escaping @Sendable () -> Int
    ) -> Metrics {
        Metrics(
            operations: { ManagementResponder.operationIDs },
            gauges: [
                Metrics.Gauge("localtenant_connections", "Connections open now.", connectionCount),
                Metrics.Gauge("localtenant_tenants", "Tenants there are.") { directory.count },
                Metrics.Gauge("localtenant_resident_bytes", "Memory of the process.") { ProcessMemory.residentBytes },
            ])
    }

    func respond(to request: HTTPRequest) -> HTTPResponse {
        let start = world.now()
        let name: String
        let response: HTTPResponse
        if directory.isSweepDue(start) { forgetIdleTenants(start) }
        do throws(HTTPRefusal) {
            name = try selection.tenantName(for: request)
            let isControl = request.isUnder(ControlResponder.pathPrefix)
            // Before there is a tenant: probes, and the call that makes room, must be answered when all are taken.
            response =
                isControl
                ? control.respond(to: request, forTenant: name) : answer(request, tenant: name, at: start)
        } catch {
            return respond(to: error)
        }
        let nanoseconds = world.now().nanoseconds - start.nanoseconds
        if request.isUnder(EmulatorResponder.managementPrefix) || response.operation != nil {
            metrics.record(operation: response.operation, status: response.status.code, nanoseconds: nanoseconds)
        }
        if logsRequests { log(request, response, name, nanoseconds) }
        return response
    }

    func respond(to refusal: HTTPRefusal) -> HTTPResponse {
        logger.debug("refused", metadata: ["status": "\(refusal.status.code)", "reason": "\(refusal.reason)"])
        return ManagementResponder.response(to: refusal)
    }

    private func forgetIdleTenants(_ now: Instant) {
        for name in directory.forgetIdle(at: now) {
            journal.reset(name)
            faults.reset(name)
        }
    }

    private func answer(_ request: HTTPRequest, tenant name: String, at now: Instant) -> HTTPResponse {
        let origin = crossOrigin.origin(of: request)
        if let origin, let response = crossOrigin.preflight(request, from: origin) { return response }
        do throws(TenantDirectory.Full) {
            let tenant = try directory.tenant(named: name, usedAt: now)
            var response = emulated(request, tenant)
            if let origin { crossOrigin.share(&response, with: origin) }
            if !journal.isDisabled {
                journal.record(
                    JournalEntry(
                        id: world.newID(), tenant: name, time: world.now(), request, response))
            }
            return response
        } catch {
            return respond(
                to: HTTPRefusal(
                    .serviceUnavailable,
                    "There are \(error.countMax) tenants already; restart, or raise --tenants-max."))
        }
    }

    /// The answer of the real service's surfaces.
    private func emulated(_ request: HTTPRequest, _ tenant: TenantHandle) -> HTTPResponse {
        guard let hit = faults.hit(on: request, of: tenant.name) else { return answered(request, tenant) }
        let effect = hit.effect
        var response: HTTPResponse
        if let status = effect.status {
            response = ManagementResponder.response(
                to: status, effect.message, effect.errorCode, retryAfter: effect.retryAfter,
                at: tenant.world.now())
        } else {
            response = answered(request, tenant)
        }
        response.deliveryFault = hit.delivery
        return response
    }

    private func answered(_ request: HTTPRequest, _ tenant: TenantHandle) -> HTTPResponse {
        if !request.isUnder(EmulatorResponder.managementPrefix),
            AuthenticationResponder.pathPrefixes.contains(where: { request.isUnder($0) }),
            let response = authentication.respond(to: request, for: tenant)
        {
            return response
        }
        return management.respond(to: request, for: tenant)
    }

    /// Path without query: a query may hold what nobody wants in a log. Whoever looks at us, a probe or the page, does
    /// so every second or two, which is no news while all is well.
    private func log(_ request: HTTPRequest, _ response: HTTPResponse, _ tenant: String, _ nanoseconds: Int64) {
        let microseconds = max(0, nanoseconds / 1_000)
        let fraction = "\(1_000 + microseconds % 1_000)".dropFirst()
        let isLook =
            request.method == .get && [.ok, .notModified].contains(response.status)
            && request.isUnder(ControlResponder.pathPrefix)
        logger.log(
            level: isLook ? .debug : .info, "request",
            metadata: [
                "method": "\(request.method)", "path": "\(String(decoding: request.path, as: UTF8.self))",
                "status": "\(response.status.code)", "ms": "\(microseconds / 1_000).\(fraction)",
                "tenant": "\(tenant)",
            ])
    }
}
