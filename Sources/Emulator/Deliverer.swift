import Dispatch
import Families
import HTTPClient
import HTTPCore
import Logging
import Resources
import Synchronization
import Tenancy
import Transport

/// Carries what streams deliver to those who may be called: off the event loops, and while nobody holds the tenant.
///
/// What is to be delivered, and when, stands in the tenants; here is only who has something, and what is under way.
final class Deliverer: DeliveryService {
    private struct State {
        /// Tenants that may have something to deliver.
        var tenants: Set<String> = []
        /// Streams that somebody is called for, below their tenant.
        var busy: [String: Set<String>] = [:]
        var busyCount = 0
        /// Somebody is about to look.
        var isWoken = false
        /// Somebody looks after a while.
        var isTimed = false
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "localtenant.deliveries")
    private let targets: [DeliveryTarget]
    private let trust: HTTPClient.Trust
    private let directory: TenantDirectory
    private let logger: Logger
    /// Calls that are made at once; more wait.
    private static let callsMax = 8
    /// Milliseconds that one call may take.
    private static let callTime: Int64 = 10_000
    /// Milliseconds between two looks while something waits: somebody may move a tenant's clock at any time.
    private static let interval = 100

    /// - Parameter authorityPEM: our own CA, which is trusted beside those of the machine.
    init(_ targets: [DeliveryTarget], _ directory: TenantDirectory, authorityPEM: [UInt8]?, logger: Logger) {
        self.targets = targets
        self.directory = directory
        self.logger = logger
        trust = HTTPClient.Trust(pem: authorityPEM ?? [], system: true)
    }

    func allows(_ url: String) -> Bool { place(of: url) != nil }

    /// The first that fits decides.
    private func place(of url: String) -> HTTPURL? {
        guard let endpoint = HTTPURL(url) else { return nil }
        return targets.lazy.compactMap { $0.place(of: endpoint) }.first
    }

    func wake(_ tenant: String) {
        let isFirst = state.withLock { state in
            state.tenants.insert(tenant)
            defer { state.isWoken = true }
            return !state.isWoken
        }
        if isFirst { queue.async { [self] in look() } }
    }

    /// What tenants bring from an earlier run.
    func wakeAll() {
        for tenant in directory.list() { wake(tenant.name) }
    }

    private func look() {
        let names = state.withLock { state in
            state.isWoken = false
            defer { state.tenants = [] }
            return state.tenants
        }
        let waiting = names.filter { name in directory.existingTenant(named: name).map(begin) ?? false }
        guard !waiting.isEmpty else { return }
        let isFirst = state.withLock { state in
            state.tenants.formUnion(waiting)
            defer { state.isTimed = true }
            return !state.isTimed
        }
        guard isFirst else { return }
        queue.asyncAfter(deadline: .now() + .milliseconds(Deliverer.interval)) { [self] in
            state.withLock { $0.isTimed = false }
            look()
        }
    }

    /// Begins the calls that are due; tells whether anything is left.
    private func begin(_ tenant: TenantHandle) -> Bool {
        let (busy, room) = state.withLock { state in
            (state.busy[tenant.name] ?? [], Deliverer.callsMax - state.busyCount)
        }
        let now = tenant.world.now()
        // As it is: its first objects wait for a request, which tells where the tenant is reached.
        let (parcels, isPending) = tenant.withTenantAsItIs {
            Deliveries.due(at: now, besides: busy, countMax: room, in: $0)
        }
        for parcel in parcels {
            state.withLock { state in
                state.busy[tenant.name, default: []].insert(parcel.stream)
                state.busyCount += 1
            }
            // A queue of its own, since it blocks.
            DispatchQueue(label: "localtenant.delivery").async { [self] in deliver(parcel, tenant) }
        }
        return isPending
    }

    private func deliver(_ parcel: Deliveries.Parcel, _ tenant: TenantHandle) {
        let start = DispatchTime.now().uptimeNanoseconds
        let outcome = call(parcel)
        let microseconds = Int64(clamping: (DispatchTime.now().uptimeNanoseconds - start) / 1_000)
        let now = tenant.world.now()
        tenant.withTenantAsItIs { Deliveries.finish(parcel, outcome, at: now, microseconds: microseconds, &$0) }
        state.withLock { state in
            state.busy[tenant.name]?.remove(parcel.stream)
            if state.busy[tenant.name]?.isEmpty ?? false { state.busy[tenant.name] = nil }
            state.busyCount -= 1
        }
        log(parcel, outcome, tenant)
        wake(tenant.name)
    }

    private func call(_ parcel: Deliveries.Parcel) -> Deliveries.Outcome {
        // The stream may have got another endpoint meanwhile.
        guard let place = place(of: parcel.url) else {
            return .failed("Not delivered: --deliver-to does not name the endpoint")
        }
        do throws(HTTPClientError) {
            let answer = try HTTPClient.post(
                place, parcel.fields, parcel.content, trust: trust, until: Deadline(after: Deliverer.callTime))
            return .answered(status: answer.status.code, body: answer.body)
        } catch {
            return .failed(error.description)
        }
    }

    /// Neither the endpoint nor the content: either may hold what nobody wants in a log.
    private func log(_ parcel: Deliveries.Parcel, _ outcome: Deliveries.Outcome, _ tenant: TenantHandle) {
        let result =
            switch outcome {
            case .answered(let status, _): "\(status)"
            case .failed(let reason): reason
            }
        logger.info(
            "delivery", metadata: ["tenant": "\(tenant.name)", "stream": "\(parcel.stream)", "result": "\(result)"])
    }
}
