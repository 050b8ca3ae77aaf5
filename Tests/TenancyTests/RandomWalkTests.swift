import TestSupport
import Testing

@testable import Tenancy

/// A seeded walk through all that can be done to a tenant, beside the naive model: each step must end alike for both,
/// leave both with the same content, and break no invariant.
@Suite struct RandomWalkTests {
    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `every step leaves the tenant as the model says, and no invariant broken`(seed: UInt64) throws {
        var walk = try Walk(seed: seed)
        for step in 0..<1_000 {
            let place = "seed \(seed), step \(step)"
            let (label, before) = try walk.advance(place)
            try walk.check(before, "\(place): \(label)")
        }
    }

    /// A walk that does not get everywhere proves little.
    @Test func `walks meet every step and every refusal`() throws {
        var met: Set<String> = []
        for seed in 1...4 as ClosedRange<UInt64> {
            var walk = try Walk(seed: seed)
            for step in 0..<1_500 {
                let label = try walk.advance("seed \(seed), step \(step)").label
                met.insert(label)
            }
        }
        let words = Set(met.flatMap { $0.split(separator: " ").map(String.init) })
        #expect(Set(Walk.labels).subtracting(words) == [])
    }

    @Test func `each invariant names its section and a rule of its own`() {
        #expect(Set(Invariant.all.map(\.rule)).count == Invariant.all.count)
        #expect(Invariant.all.allSatisfy { $0.section.contains(/^[MA]\d/) })
    }
}

/// A tenant and its model on their way.
struct Walk {
    private let world = ManualWorld()
    private let handle: TenantHandle
    private var steps: RandomSteps
    private var model = ReferenceModel()
    private let start: ReferenceModel
    private var snapshots: [String: ReferenceModel] = [:]

    init(seed: UInt64) throws {
        steps = RandomSteps(seed: seed)
        var settings = TenantSettings()
        settings.limits.modules = 5
        settings.limits.versions = 2 + Int(seed % 3)
        settings.limits.actions = 8
        settings.limits.actionVersions = 3
        settings.limits.actionsPerTrigger = 3
        // It begins with something, so that a reset is more than emptiness.
        var tenant = Tenant(settings: settings)
        let draft = ModuleDraft(code: "start")
        let ids = [world.newID(), world.newID()]
        _ = tenant.take(.createModule(name: "m0", draft, publishes: true), ids: ids, at: world.now())
        model = ReferenceModel(tenant)
        start = model
        handle = try TenantDirectory(start: tenant, world: world.world).tenant(named: "walk")
    }

    /// One step of both.
    ///
    /// - Returns: what it was and how it ended; and the content before, nil where it was replaced as a whole.
    mutating func advance(_ place: String) throws -> (label: String, before: TenantContent?) {
        if Int.random(in: 0..<20, using: &steps.random) == 0 { return (try travel(place), nil) }
        let before = handle.withTenant { $0.content }
        let step = steps.next(model)
        let ids = (0..<5).map { _ in world.newID() }
        let now = world.now()
        let expected = model.take(step, ids: ids, at: now).visible
        let outcome = handle.withTenant { $0.take(step, ids: ids, at: now) }
        try #require(outcome == expected, "\(place): \(step)")
        let kind = "\(step)".prefix { $0 != "(" }
        guard case .refused(let text) = outcome else { return ("\(kind)", before) }
        return ("\(kind)-refused \(text.prefix { $0 != "(" })", before)
    }

    /// Compares all there is, and looks at each invariant.
    func check(_ before: TenantContent?, _ place: String) throws {
        let tenant = handle.withTenant { $0 }
        let seen = Seen(tenant, before: before)
        for invariant in Invariant.all {
            try #require(invariant.holds(seen), "\(place): \(invariant.section): \(invariant.rule)")
        }
        try #require(ReferenceModel(tenant) == model.visible, "\(place)")
        try #require(handle.snapshots.map(\.name) == snapshots.keys.sorted(), "\(place)")
        for (name, snapshot) in snapshots {
            let kept = try #require(handle.snapshot(name))
            try #require(ReferenceModel(kept) == snapshot.visible, "\(place): snapshot \(name)")
        }
    }

    /// Snapshots, ways back, and other limits.
    private mutating func travel(_ place: String) throws -> String {
        let name = "s\(Int.random(in: 0..<3, using: &steps.random))"
        switch Int.random(in: 0..<12, using: &steps.random) {
        case 0...3:
            try #require(handle.saveSnapshot(name), "\(place)")
            snapshots[name] = model
            return "saveSnapshot"
        case 4...7:
            try #require(handle.restoreSnapshot(name) == (snapshots[name] != nil), "\(place)")
            model = snapshots[name] ?? model
            return "restoreSnapshot"
        case 8:
            try #require(handle.removeSnapshot(name) == (snapshots[name] != nil), "\(place)")
            snapshots[name] = nil
            return "removeSnapshot"
        case 9:
            handle.reset()
            model = start
            return "reset"
        default:
            let limit = Int.random(in: 3...RandomSteps.modulesMax, using: &steps.random)
            model.limits["modules"] = limit
            handle.withTenant { $0.settings.limits.modules = limit }
            return "limits"
        }
    }
}

extension Walk {
    static let labels = [
        "createModule", "patchModule", "deleteModule", "publishModule", "rollBackModule", "readModule",
        "readModuleVersion", "listModules", "listModuleVersions", "listUses", "createAction", "patchAction",
        "deleteAction", "deployAction", "redeploy", "readAction", "readActionVersion", "listActions",
        "listActionVersions", "replaceBindings", "listBindings",
        "saveSnapshot", "restoreSnapshot", "removeSnapshot", "reset", "limits",
        "nameTaken", "moduleNotFound", "versionNotFound", "nothingToPublish", "alreadyCurrent", "inUse",
        "versionLimitReached", "moduleLimitReached",
        "actionNotFound", "unknownTrigger", "incompatibleTrigger", "unsupportedRuntime", "notBuilt", "isBound",
        "unknownModule", "unknownModuleVersion", "repeatedModule", "tooManyModules", "actionLimitReached",
        "bindingLimitReached", "entityBoundTrigger", "bindingWithoutAction", "bindingNotDeployed",
        "bindingOfOtherTrigger",
    ]
}
