import Ground
import Synchronization

/// A tenant's clock and ids: those of the program, until somebody sets them.
package final class TenantWorld: Sendable {
    /// What was set; all nil and zero: nothing.
    package struct Setting: Equatable, Sendable {
        /// The clock stands at this instant.
        package var frozenAt: Instant?
        /// The clock is so far ahead of the program's; of no effect while it stands.
        package var offsetNanoseconds: Int64 = 0
        /// Ids are a sequence that this number determines.
        package var idSeed: UInt64?

        package init() {}
    }

    /// What to set; nil leaves a thing as it is. The clock is first set, then moved, then stopped or let go.
    package struct Change: Sendable {
        package var time: Instant?
        package var advanceNanoseconds: Int64 = 0
        package var freezes: Bool?
        /// The inner nil: ids of the program.
        package var idSeed: UInt64??

        package init() {}
    }

    private struct State {
        var setting = Setting()
        var ids = SplitMix64(seed: 0)
        /// What a sequence of ids passes over.
        var idsInUse: Set<UniqueID> = []
    }

    private let base: World
    private let state = Mutex(State())
    /// Whether anything is set: what requests look at first.
    private let isSet = Atomic<Bool>(false)

    package init(_ base: World) {
        self.base = base
    }

    package func now() -> Instant {
        guard isSet.load(ordering: .relaxed) else { return base.now() }
        return state.withLock { $0.setting.now(base.now()) }
    }

    /// A fresh version 4 id.
    package func newID() -> UniqueID {
        guard isSet.load(ordering: .relaxed) else { return base.newID() }
        return state.withLock { state in
            guard state.setting.idSeed != nil else { return base.newID() }
            var id = state.ids.nextID()
            while state.idsInUse.contains(id) { id = state.ids.nextID() }
            return id
        }
    }

    package var setting: Setting { state.withLock { $0.setting } }

    /// Changes clock and ids in one step; a seed that is named begins its sequence anew.
    func change(_ change: Change) {
        state.withLock { state in
            let real = base.now()
            state.setting.apply(change, real)
            if case .some(.some(let seed)) = change.idSeed { state.ids = SplitMix64(seed: seed) }
            isSet.store(state.setting != Setting(), ordering: .relaxed)
        }
    }

    /// Names the ids that a sequence must not make again.
    func passOver(_ idsInUse: Set<UniqueID>) {
        state.withLock { $0.idsInUse = idsInUse }
    }

    /// The program's clock, and the sequence of ids from its beginning.
    package func reset() {
        state.withLock { state in
            state = State()
            isSet.store(false, ordering: .relaxed)
        }
    }
}

extension TenantWorld.Setting {
    /// Never beyond what a document can hold, else nothing could read what is written.
    fileprivate func now(_ real: Instant) -> Instant {
        let running = Instant(nanoseconds: real.nanoseconds &+ offsetNanoseconds)
        return frozenAt ?? min(max(running, Instant.settable.lowerBound), Instant.settable.upperBound)
    }

    fileprivate mutating func apply(_ change: TenantWorld.Change, _ real: Instant) {
        let start = change.time ?? now(real)
        let (sum, overflows) = start.nanoseconds.addingReportingOverflow(change.advanceNanoseconds)
        let limits = Instant.settable
        let beyond = change.advanceNanoseconds > 0 ? limits.upperBound : limits.lowerBound
        let moved = overflows ? beyond : Instant(nanoseconds: sum)
        let time = min(max(moved, limits.lowerBound), limits.upperBound)
        frozenAt = change.freezes ?? (frozenAt != nil) ? time : nil
        if change.time != nil || change.advanceNanoseconds != 0 || change.freezes != nil {
            offsetNanoseconds = time.nanoseconds &- real.nanoseconds
        }
        if let idSeed = change.idSeed { self.idSeed = idSeed }
    }
}

extension SplitMix64 {
    /// A version 4 id of the sequence.
    fileprivate mutating func nextID() -> UniqueID {
        let high = next()
        return UniqueID.version4(high: high, low: next())
    }
}

extension TenantWorld {
    /// For the first objects of a tenant: its clock, and ids that are the same for a tenant of that name each time. Its
    /// own sequence stays where it is, so that a first run of a test gets the ids that all later ones get.
    func ofFirstObjects(_ name: String) -> TenantWorld {
        let world = TenantWorld(World(now: { [self] in now() }, newID: base.newID))
        var change = Change()
        change.idSeed = .some(name.stableHash)
        world.change(change)
        return world
    }

    /// For objects that nobody keeps: ids of its own, at a moment that is long past.
    package static func trial() -> TenantWorld {
        let world = TenantWorld(
            World(now: { Instant(nanoseconds: 0) }, newID: { UniqueID.version4(high: 0, low: 0) }))
        var change = Change()
        change.idSeed = .some(1)
        world.change(change)
        return world
    }
}
