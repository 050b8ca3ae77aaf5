import AuthenticationAPI
import ControlAPI
import Families
import Faults
import Formats
import HTTPCore
import Journal
import Logging
import ManagementAPI
import Resources
import Runtime
import Tenancy
import Tokens

/// The whole program as a responder: chooses the tenant and the surface, and writes the request log.
final class EmulatorResponder: HTTPResponder {
    private let directory: TenantDirectory
    private let selection: TenantSelection
    private let place: PublicPlace
    private let networkGuard: NetworkGuard
    private let management: ManagementResponder
    private let authentication: AuthenticationResponder
    private let control: ControlResponder
    private let delivery: any DeliveryService
    private let journal: Journal
    private let faults = Faults()
    private let crossOrigin: CrossOrigin
    private let metrics: Metrics
    private let world: World
    private let logger: Logger
    private let requestLog: StandardErrorLog
    private let logsRequests: Bool
    /// Where nearly every request goes.
    private static let managementPrefix = Array("/api/".utf8)

    /// What became of a request before it had to wait: asked again, it must not meet its faults twice.
    ///
    /// An object, since hardly a request waits and each would make room for an answer that it has not.
    private final class Waiting: Sendable {
        let start: Instant
        let hit: FaultRule.Hit?
        /// What asks for the answer itself; nil: the request is asked again.
        let pending: HTTPResponse?

        init(start: Instant, hit: FaultRule.Hit?, pending: HTTPResponse? = nil) {
            self.start = start
            self.hit = hit
            self.pending = pending
        }
    }

    init(
        _ configuration: EmulatorConfiguration, directory: TenantDirectory, world: World,
        authority: ControlResponder.Authority, keys: TokenKeyStore, ownAuthority: String,
        delivery: any DeliveryService = NoDelivery(), runs: ActionRuns,
        connectionCount: @escaping @Sendable () -> Int, logger: Logger, log: StandardErrorLog
    ) {
        self.delivery = delivery
        self.directory = directory
        let domains = configuration.allTenantDomains + configuration.tlsNames
        selection = TenantSelection(domains: domains)
        place = PublicPlace(
            url: configuration.publicURL, trustsProxy: configuration.trustsProxy, ownAuthority: ownAuthority)
        networkGuard = NetworkGuard(trustsProxy: configuration.trustsProxy, delivery: delivery)
        crossOrigin = CrossOrigin(origins: configuration.corsOrigins)
        let names = ServerNames(domains: configuration.allTenantDomains, names: configuration.tlsNames)
        management = ManagementResponder(
            keys: keys, names: names, services: .live(keys: keys, delivery: delivery), runs: runs)
        authentication = AuthenticationResponder(keys: keys, names: names)
        journal = Journal(countMax: configuration.journalEntriesMax, bytesMax: configuration.journalBytesMax)
        metrics = EmulatorResponder.makeMetrics(directory, connectionCount)
        control = ControlResponder(
            directory: directory, journal: journal, faults: faults, metrics: metrics,
            scopes: { ManagementResponder.operationScopes },
            catalogue: { Families.catalogue },
            families: { question in
                switch question {
                case .all(let tenant): FamilyDescription.all(tenant)
                case .one(let name): FamilyDescription.one(name)
                }
            },
            objects: { .live }, runs: runs,
            entrance: ControlGuard(
                token: configuration.adminToken, isOn: configuration.hasAdmin, domains: domains),
            world: world, version: EmulatorApplication.version, authority: authority,
            wake: { [delivery] in delivery.wake($0) },
            manage: { [management] request, tenant in management.respond(to: request, for: tenant, isInside: true) })
        self.world = world
        self.logger = logger
        requestLog = log
        logsRequests = log.logLevel <= .info
    }

    private static let secrets = SecretMembers { ManagementResponder.secretPaths(ofOperation: $0) }

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
        // Our own calls look at where a request came from to protect themselves, and believe no proxy.
        guard place.concerns(request), !request.isUnder(ControlResponder.pathPrefix) else {
            return respond(to: request, after: nil)
        }
        return respond(to: place.original(request), after: nil)
    }

    private func respond(to request: HTTPRequest, after waiting: Waiting?) -> HTTPResponse {
        let start = waiting?.start ?? world.now()
        let name: String
        let response: HTTPResponse
        if directory.isSweepDue(start) { forgetIdleTenants(start) }
        do throws(HTTPRefusal) {
            name = try selection.tenantName(for: request)
            let isControl = request.isUnder(ControlResponder.pathPrefix)
            // Before there is a tenant: probes, and the call that makes room, must be answered when all are taken.
            response =
                isControl
                ? controlled(request, tenant: name, Waiting(start: start, hit: nil))
                : answer(request, tenant: name, at: start, waiting)
            if !isControl, response.deliveryFault?.isRenewed ?? false { return response }
        } catch {
            return respond(to: error, of: request)
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

    /// A page may read why it was refused, if it may read answers.
    func respond(to refusal: HTTPRefusal, of request: HTTPRequest) -> HTTPResponse {
        var response = respond(to: refusal)
        if !request.isUnder(ControlResponder.pathPrefix), let origin = crossOrigin.origin(of: request) {
            crossOrigin.share(&response, with: origin)
        }
        return response
    }

    private func forgetIdleTenants(_ now: Instant) {
        for name in directory.forgetIdle(at: now) {
            journal.reset(name)
            faults.reset(name)
        }
    }

    private func controlled(_ request: HTTPRequest, tenant name: String, _ waiting: Waiting) -> HTTPResponse {
        let response = control.respond(to: request, forTenant: name)
        return response.deliveryFault === DeliveryFault.askAgain ? later(response, request, waiting) : response
    }

    private func answer(
        _ request: HTTPRequest, tenant name: String, at now: Instant, _ waiting: Waiting?
    ) -> HTTPResponse {
        let origin = crossOrigin.origin(of: request)
        if let origin, let response = crossOrigin.preflight(request, from: origin) { return response }
        do throws(TenantDirectory.Full) {
            let tenant = try directory.tenant(named: name, usedAt: now)
            if tenant.isGuarded, waiting == nil, var stopped = networkAnswer(request, tenant) {
                if let origin { crossOrigin.share(&stopped, with: origin) }
                note(request, stopped, in: tenant)
                return stopped
            }
            let hit = waiting.map(\.hit) ?? faults.hit(on: request, of: name)
            var response = emulated(request, tenant, hit, waiting?.pending)
            if let fault = response.deliveryFault, fault.isRenewed || fault === DeliveryFault.askAgain {
                let pending = fault.isRenewed ? response : nil
                return later(response, request, Waiting(start: now, hit: hit, pending: pending))
            }
            if let origin { crossOrigin.share(&response, with: origin) }
            note(request, response, in: tenant)
            return response
        } catch {
            return respond(
                to: HTTPRefusal(
                    .serviceUnavailable,
                    "There are \(error.countMax) tenants already; restart, or raise --tenants-max."),
                of: request)
        }
    }

    /// What network ACLs answer; a tenant that nobody has used yet, which counts as guarded, gets its first objects
    /// before.
    private func networkAnswer(_ request: HTTPRequest, _ tenant: TenantHandle) -> HTTPResponse? {
        if tenant.awaitsOrigin { begin(tenant, by: request) }
        return networkGuard.answer(to: request, in: tenant)
    }

    /// Makes a tenant's first objects, which may name the place where clients reach it, and be about to be delivered.
    private func begin(_ tenant: TenantHandle, by request: HTTPRequest) {
        let published = place.published(request, tenant: tenant.name) ?? request
        tenant.begin(at: published.scheme.origin(of: published.authority))
        delivery.wake(tenant.name)
    }

    /// In the journal and, where it is switched on or streamed, the tenant's own log.
    private func note(_ request: HTTPRequest, _ response: HTTPResponse, in tenant: TenantHandle) {
        // Nothing of a look is told there.
        let isLogged = tenant.tellsLog && request.method != .get && request.method != .head
        guard isLogged || !journal.isDisabled else { return }
        let entry = JournalEntry(
            id: world.newID(), tenant: tenant.name, time: world.now(), request, response,
            secrets: EmulatorResponder.secrets)
        if isLogged {
            let source = RequestSource(request, trustsProxy: networkGuard.trustsProxy)
            TenantLog.note(entry, request, from: source.client, in: tenant, delivery)
        }
        if !journal.isDisabled { journal.record(entry) }
    }

    /// What is no answer yet is asked for again in a moment, and leaves no trace until it is one.
    private func later(_ response: HTTPResponse, _ request: HTTPRequest, _ waiting: Waiting) -> HTTPResponse {
        var response = response
        let delay = response.deliveryFault?.delay ?? DeliveryFault.askAgain.delay
        response.deliveryFault = DeliveryFault(
            delay: delay, renew: { [self] in respond(to: request, after: waiting) })
        return response
    }

    /// The answer of the real service's surfaces.
    private func emulated(
        _ request: HTTPRequest, _ tenant: TenantHandle, _ hit: FaultRule.Hit?, _ pending: HTTPResponse?
    ) -> HTTPResponse {
        guard let hit else { return answered(request, tenant, pending) }
        let effect = hit.effect
        var response: HTTPResponse
        if let status = effect.status {
            response = ManagementResponder.response(
                to: status, effect.message, effect.errorCode, retryAfter: effect.retryAfter,
                at: tenant.world.now())
        } else {
            response = answered(request, tenant, pending)
            if response.deliveryFault != nil { return response }
        }
        response.deliveryFault = hit.delivery
        return response
    }

    private func answered(
        _ request: HTTPRequest, _ tenant: TenantHandle, _ pending: HTTPResponse?
    ) -> HTTPResponse {
        if let pending { return pending.released(isLast: false) }
        if let published = place.published(request, tenant: tenant.name) { return routed(published, tenant) }
        return routed(request, tenant)
    }

    private func routed(_ request: HTTPRequest, _ tenant: TenantHandle) -> HTTPResponse {
        if !request.isUnder(EmulatorResponder.managementPrefix),
            AuthenticationResponder.pathPrefixes.contains(where: { request.isUnder($0) }),
            let response = authentication.respond(to: request, for: tenant)
        {
            return response
        }
        if let file = EmulatorResponder.exportedFile(request, tenant) { return file }
        return management.respond(to: request, for: tenant)
    }

    /// What an export of users has made, at the address that its job names: like the service's, it needs no token.
    private static func exportedFile(_ request: HTTPRequest, _ tenant: TenantHandle) -> HTTPResponse? {
        guard request.method == .get, request.isUnder(exportsPrefix) else { return nil }
        let name = String(decoding: request.path.dropFirst(exportsPrefix.count), as: UTF8.self)
        // A copy costs nothing, and the file may be long.
        let now = tenant.withTenant { $0 }
        guard let file = UserExports.file(name, in: now) else { return nil }
        return HTTPResponse(
            status: .ok,
            fields: [HTTPField("content-type", "application/gzip"), HTTPField("cache-control", "no-store")],
            body: file)
    }

    private static let exportsPrefix = Array(UserExports.path.utf8)

    /// Whoever looks at us, a probe or the page, does so every second or two, which is no news while all is well.
    private func log(_ request: HTTPRequest, _ response: HTTPResponse, _ tenant: String, _ nanoseconds: Int64) {
        let isLook =
            request.method == .get && [.ok, .notModified].contains(response.status)
            && request.isUnder(ControlResponder.pathPrefix)
        requestLog.gather(
            RequestLine(request, response, tenant: tenant, nanoseconds: nanoseconds), isLook ? .debug : .info)
    }

    func willSendAnswers() {
        if logsRequests { requestLog.flush() }
    }
}
