/// The whole state of one tenant and its rules, as a value: time and ids come in as arguments, refusals go out as
/// typed errors, and a refused operation changes nothing, with one exception: a deployment that comes before the draft
/// is built counts as a read, which drives the build on (`deployAction`).
package struct Tenant: Sendable {
    package internal(set) var sharedSettings: Shared<TenantSettings>
    var modules = EntityTable<Module>()
    var actions = EntityTable<Action>()
    /// By trigger, in the order of execution.
    var bindings: [String: [Binding]] = [:]
    /// What is left of the plan.
    var bucket = RateBucket()
    /// Which modules an action's deployed version refers to, so that its references can be replaced.
    var modulesByAction: [ActionID: [ModuleID]] = [:]

    /// By resource; see `Tenant+Documents`.
    var documents: [String: DocumentTable] = [:]
    var links: [String: LinkTable] = [:]
    /// The active ones, by priority; nil: to be made of the documents.
    package var networkACLs: [NetworkACL]? = []
    /// Of resources that some reads see late.
    var past: [String: PastTables] = [:]
    package var initialDocuments: InitialDocuments?
    package var facts = TenantFacts()
    /// There are event streams, which are told of changes.
    package private(set) var hasEventStreams = false
    /// There are log streams, which are told what the log is told.
    private var hasLogStreams = false
    /// What makes its first objects; nil once it has.
    package var sowing: Sowing?
    /// Numbers that go up by one, by what they count.
    package var counters: [String: Int] = [:]

    package init(settings: TenantSettings) {
        sharedSettings = Shared(settings)
    }

    package var settings: TenantSettings {
        _read { yield sharedSettings.value }
        _modify { yield &sharedSettings.value }
    }

    /// Whether somebody listens to what the log would tell.
    package var tellsLog: Bool { sharedSettings.value.logsChanges || hasLogStreams }

    /// Looks whether there are streams, so that no write need look; to be called when some may have come or gone.
    package mutating func noteStreams() {
        hasEventStreams = documents["event-streams"]?.count ?? 0 > 0
        hasLogStreams = documents["log-streams"]?.count ?? 0 > 0
    }

    package var moduleCount: Int { modules.count }

    /// Of modules, actions, their versions and bindings.
    var ids: Set<UniqueID> {
        var ids: Set<UniqueID> = []
        for module in modules.slice(offset: 0, count: modules.count) {
            ids.insert(module.id.value)
            ids.formUnion(module.versions.map(\.id.value))
        }
        for action in actions.slice(offset: 0, count: actions.count) {
            ids.insert(action.id.value)
            ids.formUnion(action.versions.map(\.id.value))
        }
        for binding in bindings.values.joined() { ids.insert(binding.id.value) }
        return ids
    }

    func place(of id: ModuleID) throws(ModuleError) -> EntityTable<Module>.Place {
        guard let place = modules.place(of: id.value) else { throw .moduleNotFound }
        return place
    }
}
