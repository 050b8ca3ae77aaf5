import Synchronization

/// One tenant behind its lock. Each operation is one locked call, hence atomic.
package final class TenantHandle: Sendable {
    /// The tenant as it is, as it began, and as it was at times that somebody named. These are values that share what
    /// they have in common, so keeping or restoring one costs nothing.
    private struct Held {
        var tenant: Tenant
        var start: Tenant
        var hasOwnStart = false
        var snapshots: [String: Tenant] = [:]
        /// Scheme and authority of a control call, while no request of the API has told where the tenant is reached.
        var place = ""

        /// Makes the first objects of a tenant that somebody uses now. It begins with them from here on.
        mutating func sow(_ world: TenantWorld) {
            guard let sowing = tenant.sowing else { return }
            tenant.sowing = nil
            if tenant.facts.origin.isEmpty { tenant.facts.origin = place }
            sowing.sow(&tenant, world.ofFirstObjects(tenant.facts.name))
            guard start.sowing === sowing else { return }
            // Settings may have been changed before.
            let settings = start.sharedSettings
            start = tenant
            start.sharedSettings = settings
        }

        func hasRoom(forSnapshot name: String) -> Bool {
            snapshots[name] != nil || snapshots.count < TenantHandle.snapshotsMax
        }
    }

    package let name: String
    package let world: TenantWorld
    private let held: Mutex<Held>
    /// Nanoseconds since 1970; `max` before the first use.
    private let lastUse = Atomic<Int64>(.max)
    /// What the tenant says of itself, for requests to see without its lock.
    private let marks: Atomic<UInt8>

    init(name: String, start: Tenant, world: World) {
        self.name = name
        self.world = TenantWorld(world)
        var start = start
        start.facts.name = name
        marks = Atomic(start.marks)
        held = Mutex(Held(tenant: start, start: start))
    }

    /// Runs `body` with the tenant locked; keep it short and do no I/O in it.
    package func withTenant<Result: Sendable, Failure: Error>(
        _ body: (inout Tenant) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try held.withLock { (held: inout sending Held) throws(Failure) -> Result in
            if held.tenant.sowing != nil { held.sow(world) }
            defer { didChange(held.tenant) }
            return try body(&held.tenant)
        }
    }

    private func didChange(_ tenant: borrowing Tenant) {
        marks.store(tenant.marks, ordering: .relaxed)
    }
}

/// Its first objects.
extension TenantHandle {
    /// Runs `body` with the tenant locked, for whoever looks at no objects: its first ones need not be there.
    package func withTenantAsItIs<Result: Sendable>(_ body: (inout Tenant) -> Result) -> Result {
        held.withLock { held in
            defer { didChange(held.tenant) }
            return body(&held.tenant)
        }
    }

    /// Whether they wait for somebody who knows where the tenant is reached.
    package var awaitsOrigin: Bool { marks.load(ordering: .relaxed) & Tenant.unsownMark != 0 }

    /// Notes where a control call has found the tenant, for first objects that are made before a request comes.
    package func isFound(at origin: String) {
        if awaitsOrigin { held.withLock { $0.place = origin } }
    }

    /// Makes them, if nobody has.
    ///
    /// - Parameter origin: scheme and authority of a request, which some of them name.
    package func begin(at origin: String) {
        held.withLock { held in
            if held.tenant.sowing != nil, held.tenant.facts.origin.isEmpty { held.tenant.facts.origin = origin }
            held.sow(world)
            didChange(held.tenant)
        }
    }

    /// Goes on where another run of the program ended; what it began with stays.
    package func resume(_ tenant: Tenant) {
        held.withLock { held in
            let name = held.tenant.facts.name
            let initialDocuments = held.tenant.initialDocuments
            held.tenant = tenant
            held.tenant.facts.name = name
            held.tenant.initialDocuments = initialDocuments
            didChange(held.tenant)
        }
    }
}

/// Being used.
extension TenantHandle {
    /// The settings as they are now.
    package var settings: TenantSettings { sharedSettings.value }

    /// The same for whoever needs more than one of them, or needs them for long.
    package var sharedSettings: Shared<TenantSettings> { held.withLock { $0.tenant.sharedSettings } }

    /// Whether a network ACL may have something to say of requests; one of its first objects may be, too.
    package var isGuarded: Bool { marks.load(ordering: .relaxed) & Tenant.guardedMark != 0 }

    /// Whether somebody listens to what its log would tell.
    package var tellsLog: Bool { marks.load(ordering: .relaxed) & Tenant.tellingMark != 0 }

    /// Notes that somebody uses the tenant.
    func use(at now: Instant) {
        lastUse.store(now.nanoseconds, ordering: .relaxed)
    }

    /// Whether nobody has used it for so many nanoseconds; for one that was made and not used yet they begin here.
    func isIdle(for limit: Int64, at now: Instant) -> Bool {
        let last = lastUse.load(ordering: .relaxed)
        guard last != .max else {
            use(at: now)
            return false
        }
        return now.nanoseconds - last >= limit
    }
}

/// Clock and ids.
extension TenantHandle {
    /// Changes the tenant's clock and ids; a sequence that begins anew passes over the ids in use.
    package func change(_ change: TenantWorld.Change) {
        // First, lest a request at the same time gets one of them from the sequence.
        if case .some(.some) = change.idSeed { world.passOver(withTenantAsItIs { $0.ids }) }
        world.change(change)
    }

    /// After other content came, while a sequence is under way.
    private func passOverIDsInUse() {
        if world.setting.idSeed != nil { world.passOver(withTenantAsItIs { $0.ids }) }
    }
}

/// Ways back.
extension TenantHandle {
    /// Back to the start: content, settings, clock and ids. Snapshots stay.
    package func reset() {
        world.reset()
        held.withLock { held in
            held.tenant = held.start
            didChange(held.tenant)
        }
    }

    /// What the tenant began with.
    package var start: Tenant { held.withLock { $0.start } }

    /// Whether it begins elsewhere than tenants do that come into being.
    package var hasOwnStart: Bool { held.withLock { $0.hasOwnStart } }

    /// Gives the tenant another start, and begins there.
    ///
    /// - Parameter isOwn: it is a start of this tenant rather than of all.
    package func begin(with start: Tenant, isOwn: Bool) {
        held.withLock { held in
            held.hasOwnStart = isOwn
            held.start = start
            held.start.facts.name = name
            held.start.initialDocuments = start.initialDocuments ?? held.tenant.initialDocuments
            held.tenant = held.start
            didChange(held.tenant)
        }
        passOverIDsInUse()
    }

    package static let snapshotsMax = 1_000

    /// Keeps the tenant as it is under a name; an older snapshot of that name goes.
    ///
    /// - Returns: false, and keeps nothing, when there are `snapshotsMax` others.
    package func saveSnapshot(_ name: String) -> Bool {
        held.withLock { held in
            guard held.hasRoom(forSnapshot: name) else { return false }
            held.sow(world)
            didChange(held.tenant)
            held.snapshots[name] = held.tenant
            return true
        }
    }

    /// Whether `saveSnapshot` would keep one.
    package func hasRoom(forSnapshot name: String) -> Bool {
        held.withLock { $0.hasRoom(forSnapshot: name) }
    }

    /// Makes the tenant what it was; false when there is no snapshot of that name.
    package func restoreSnapshot(_ name: String) -> Bool {
        let isThere = held.withLock { held in
            guard let snapshot = held.snapshots[name] else { return false }
            held.tenant = snapshot
            didChange(snapshot)
            return true
        }
        if isThere { passOverIDsInUse() }
        return isThere
    }

    /// False when there was none of that name.
    package func removeSnapshot(_ name: String) -> Bool {
        held.withLock { $0.snapshots.removeValue(forKey: name) != nil }
    }

    package func snapshot(_ name: String) -> Tenant? {
        held.withLock { $0.snapshots[name] }
    }

    /// By name.
    package var snapshots: [(name: String, tenant: Tenant)] {
        held.withLock { held in
            held.snapshots.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        }
    }
}

extension Tenant {
    static var guardedMark: UInt8 { 1 }
    static var unsownMark: UInt8 { 2 }
    static var tellingMark: UInt8 { 4 }

    /// What is to be seen of it without its lock.
    fileprivate var marks: UInt8 {
        (isGuarded || sowing != nil ? Tenant.guardedMark : 0) | (sowing == nil ? 0 : Tenant.unsownMark)
            | (tellsLog ? Tenant.tellingMark : 0)
    }
}
