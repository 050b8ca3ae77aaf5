package import Faults
package import Formats
package import HTTPCore
import JSON
package import Journal
package import Resources
package import Runtime
import Routing
package import Tenancy

/// Our own calls, all under `/__admin/`, in the manner of WireMock. Never mixed with the emulated surface.
package struct ControlResponder: Sendable {
    /// First segment of every path that belongs here.
    package static let pathPrefix = Array("/__admin".utf8)

    static let operations =
        PageCalls.all + DescriptionCalls.all + ServerCalls.all + EnvironmentCalls.all + TenantCalls.all + GuardCalls.all
        + StateCalls.all + SnapshotCalls.all + DiffCalls.all + ClockCalls.all + RequestCalls.all + MessageCalls.all
        + DeliveryCalls.all + RunCalls.all + WorkerCalls.all + FaultCalls.all + FamilyCalls.all + InsideCalls.all

    let directory: TenantDirectory
    let journal: Journal
    let faults: Faults
    let metrics: Metrics
    /// What each of the emulated operations asks for, by its number.
    let scopes: @Sendable () -> [[String]]
    /// What objects a tenant has; looked at when a call first asks.
    let catalogue: @Sendable () -> Catalogue
    /// What the families say of themselves, as JSON.
    let families: @Sendable (FamilyQuestion) -> [UInt8]?
    /// The families' objects in seeds and exports.
    let objects: @Sendable () -> ObjectForms
    let runs: ActionRuns
    private let entrance: ControlGuard
    let world: World
    let version: String
    let authority: Authority
    /// The emulated API, for somebody who needs no token and has no limit.
    let manage: @Sendable (HTTPRequest, TenantHandle) -> HTTPResponse
    /// Somebody gave a tenant, by its name, another state, in which something may wait to be delivered.
    let wake: @Sendable (String) -> Void
    let startedAt: Instant
    private let router: Router

    /// What clients are to trust.
    package struct Authority: Sendable {
        /// The certificate; nil where there is none of ours.
        let pem: [UInt8]?
        /// Where it is; nil when it is in memory only.
        let file: String?
        let speaksTLS: Bool

        package init(pem: [UInt8]? = nil, file: String? = nil, speaksTLS: Bool = false) {
            self.pem = pem
            self.file = file
            self.speaksTLS = speaksTLS
        }
    }

    /// Which families are asked about.
    package enum FamilyQuestion {
        /// Every one, and what the tenant has of each.
        case all(TenantHandle)
        case one(String)
    }

    package init(
        directory: TenantDirectory, journal: Journal, faults: Faults, metrics: Metrics,
        scopes: @escaping @Sendable () -> [[String]] = { [] },
        catalogue: @escaping @Sendable () -> Catalogue = { Catalogue([]) },
        families: @escaping @Sendable (FamilyQuestion) -> [UInt8]? = { _ in nil },
        objects: @escaping @Sendable () -> ObjectForms = { .none }, runs: ActionRuns = ActionRuns(),
        entrance: ControlGuard = ControlGuard(),
        world: World, version: String,
        authority: Authority = Authority(), wake: @escaping @Sendable (String) -> Void = { _ in },
        manage: @escaping @Sendable (HTTPRequest, TenantHandle) -> HTTPResponse
    ) {
        self.entrance = entrance
        self.directory = directory
        self.journal = journal
        self.faults = faults
        self.metrics = metrics
        self.scopes = scopes
        self.catalogue = catalogue
        self.families = families
        self.objects = objects
        self.runs = runs
        self.world = world
        self.version = version
        self.authority = authority
        self.wake = wake
        self.manage = manage
        startedAt = world.now()
        var router = Router()
        for (route, operation) in ControlResponder.operations.enumerated() {
            router.add(operation.method, operation.path, route: route)
        }
        self.router = router
    }

    /// - Parameter name: of the tenant that host or header choose, for calls about one tenant.
    package func respond(to request: HTTPRequest, forTenant name: String) -> HTTPResponse {
        do throws(ControlError) {
            try entrance.check(request, String(decoding: request.path, as: UTF8.self))
            let method = request.method == .head ? .get : request.method
            guard let match = router.match(method, request.path) else { throw unknown(request) }
            let call = try ControlCall(self, request, match.parameters, tenantName: name)
            return try ControlResponder.operations[match.route].perform(call)
        } catch {
            return error.response
        }
    }

    private func unknown(_ request: HTTPRequest) -> ControlError {
        let methods = [HTTPMethod.get, .put, .post, .patch, .delete].filter { router.match($0, request.path) != nil }
        guard !methods.isEmpty else {
            return ControlError(.notFound, "There is no such control call; GET /__admin lists them.")
        }
        let names = methods.map(\.rawValue).joined(separator: ", ")
        return ControlError(.methodNotAllowed, "This path takes \(names); GET /__admin lists all.", allowed: methods)
    }

    /// A tenant by its name, made on first use as anywhere else.
    func tenant(named name: String) throws(ControlError) -> TenantHandle {
        guard TenantDirectory.isValidName(name) else {
            throw ControlError(
                .badRequest, "A tenant's name is 1 to 63 of a-z, 0-9, - and _, a letter or digit first.")
        }
        do throws(TenantDirectory.Full) {
            return try directory.tenant(named: name, usedAt: world.now())
        } catch {
            throw ControlError(.serviceUnavailable, "There are \(error.countMax) tenants already.")
        }
    }
}
