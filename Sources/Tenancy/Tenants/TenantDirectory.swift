import Ground
import Synchronization

/// All tenants of the program. A tenant exists from its first use and shares nothing with others.
package final class TenantDirectory: Sendable {
    /// So many tenants exist that no new one is made.
    package struct Full: Error, Equatable {
        package let countMax: Int

        package init(countMax: Int) {
            self.countMax = countMax
        }
    }

    private struct Start {
        var tenant: Tenant
        var configuredClients: [RegisteredClient]
        var configuredAPIs: [RegisteredAPI]

        init(_ tenant: Tenant) {
            self.tenant = tenant
            configuredClients = tenant.settings.clients
            configuredAPIs = tenant.settings.apis
        }
    }

    /// The tenants there are. The one asked for last is mostly asked for again, and found without hashing its name.
    private struct Known {
        private(set) var byName: [String: TenantHandle] = [:]
        private var latest: TenantHandle?

        /// The tenant of that name.
        mutating func find(_ name: String) -> TenantHandle? {
            if let latest, latest.name == name { return latest }
            guard let found = byName[name] else { return nil }
            latest = found
            return found
        }

        mutating func insert(_ tenant: TenantHandle) {
            byName[tenant.name] = tenant
        }

        /// False when there was none.
        mutating func remove(_ name: String) -> Bool {
            latest = nil
            return byName.removeValue(forKey: name) != nil
        }
    }

    private let world: World
    private let start: Mutex<Start>
    private let countMax: Int
    /// Nanoseconds after which a tenant that nobody uses is forgotten; nil: never.
    private let idleMax: Int64?
    /// Nanoseconds since 1970 when idle tenants are looked for again.
    private let nextSweep: Atomic<Int64>
    private let tenants = Mutex(Known())

    /// - Parameters:
    ///   - start: what a tenant begins with.
    ///   - world: the clock and ids of tenants that have none of their own.
    ///   - idleMax: nanoseconds after which a tenant that nobody uses is forgotten; nil: never.
    ///   - initialDocuments: what tenants have of each resource before anybody writes it.
    package init(
        start: Tenant, world: World, countMax: Int = 10_000, idleMax: Int64? = nil,
        initialDocuments: InitialDocuments? = nil
    ) {
        var start = start
        start.initialDocuments = initialDocuments
        self.idleMax = idleMax
        nextSweep = Atomic(idleMax == nil ? .max : .min)
        self.world = world
        self.start = Mutex(Start(start))
        self.countMax = countMax
    }

    /// The tenant of that name, made on first use.
    ///
    /// - Parameters:
    ///   - name: a valid name, see `isValidName`.
    ///   - now: notes that it is used, so that it is not forgotten meanwhile; nil: nobody uses it yet.
    package func tenant(named name: String, usedAt now: Instant? = nil) throws(Full) -> TenantHandle {
        let handle = tenants.withLock { tenants -> TenantHandle? in
            if let known = tenants.find(name) {
                if let now { known.use(at: now) }
                return known
            }
            guard tenants.byName.count < countMax else { return nil }
            let made = TenantHandle(name: name, start: startOfTenants, world: world)
            if let now { made.use(at: now) }
            tenants.insert(made)
            return made
        }
        guard let handle else { throw Full(countMax: countMax) }
        return handle
    }

    /// What new tenants begin with.
    package var startOfTenants: Tenant {
        get { start.withLock { $0.tenant } }
        set { start.withLock { [newValue] in $0.tenant = newValue } }
    }

    /// The clients that the program's own start has, whatever seeds came by calls.
    package var configuredClients: [RegisteredClient] { start.withLock { $0.configuredClients } }

    /// The APIs that it has.
    package var configuredAPIs: [RegisteredAPI] { start.withLock { $0.configuredAPIs } }

    /// Gives tenants another start in place of the program's own, those to come included, and has them begin there; a
    /// tenant that was given a start of its own keeps it. Settings stay those that each began with.
    package func begin(with newStart: Tenant) {
        var newStart = newStart
        newStart.initialDocuments = startOfTenants.initialDocuments
        start.withLock { [newStart] in
            $0 = Start(newStart)
        }
        for tenant in list() where !tenant.hasOwnStart {
            var start = newStart
            start.settings = tenant.start.settings
            start.settings.clients = newStart.settings.clients
            start.settings.apis = newStart.settings.apis
            tenant.begin(with: start, isOwn: false)
        }
    }

    /// The tenant of that name if there is one.
    package func existingTenant(named name: String) -> TenantHandle? {
        tenants.withLock { $0.find(name) }
    }

    /// Forgets a tenant; its next use makes it anew. False when there was none.
    package func remove(_ name: String) -> Bool {
        tenants.withLock { $0.remove(name) }
    }

    package var count: Int { tenants.withLock { $0.byName.count } }

    /// The tenants there are, by name.
    package func list() -> [TenantHandle] {
        tenants.withLock { Array($0.byName.values) }.sorted { $0.name < $1.name }
    }

    /// Whether it is time for `forgetIdle`: one look, cheap enough for each request.
    package func isSweepDue(_ now: Instant) -> Bool {
        now.nanoseconds >= nextSweep.load(ordering: .relaxed)
    }

    /// Forgets the tenants that nobody has used for so long, with all they hold, and returns their names.
    package func forgetIdle(at now: Instant) -> [String] {
        guard let idleMax else { return [] }
        nextSweep.store(now.nanoseconds + max(1, idleMax / 8), ordering: .relaxed)
        return tenants.withLock { tenants in
            let idle = tenants.byName.values.filter { $0.isIdle(for: idleMax, at: now) }.map(\.name)
            for name in idle { _ = tenants.remove(name) }
            return idle
        }
    }

    /// A host label: 1 to 63 of `a-z`, `0-9`, `-` and `_`, a letter or digit first.
    package static func isValidName(_ name: String) -> Bool {
        (1...63).contains(name.utf8.count) && Slug.isOne(name)
    }
}
