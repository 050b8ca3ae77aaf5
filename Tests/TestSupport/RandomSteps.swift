import Tenancy

/// Steps at random through all that can be done to a tenant; the same seed, the same steps.
package struct RandomSteps {
    package var random: SeededGenerator
    /// What the steps refer to.
    private var model = ReferenceModel()
    /// So many names do modules have.
    package static let names = 9
    package static let modulesMax = 6

    package init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// - Parameter model: what the tenant holds, and the limits that it has.
    package mutating func next(_ model: ReferenceModel) -> ModelStep {
        self.model = model
        switch number(0..<5) {
        case 0, 1: return moduleStep()
        case 2, 3: return actionStep()
        default: return bindingStep()
        }
    }

    private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func isOne(in count: Int) -> Bool { number(0..<count) == 0 }

    private mutating func some<Item>(_ items: [Item], or other: Item) -> Item {
        items.randomElement(using: &random) ?? other
    }

    /// An id that was never given away.
    private var unknown: UniqueID { UniqueID.version4(high: 1, low: 1) }

    private mutating func moduleID() -> UniqueID {
        isOne(in: 30) ? unknown : some(model.modules.map(\.id), or: unknown)
    }

    private mutating func actionID() -> UniqueID {
        isOne(in: 30) ? unknown : some(model.actions.map(\.id), or: unknown)
    }

    private mutating func version(of id: UniqueID, in entities: [ReferenceModel.Entity]) -> UniqueID {
        let own = entities.first { $0.id == id }?.versions.map(\.id) ?? []
        return isOne(in: 15) ? some(entities.flatMap { $0.versions.map(\.id) }, or: unknown) : some(own, or: unknown)
    }

    private mutating func page() -> PageRequest { PageRequest(index: number(0..<3), size: number(1..<6)) }

    private mutating func code() -> SourceCode { SourceCode("c\(number(0..<4))\n\"\u{E9}\"") }

    private mutating func secrets(withoutValues: Bool) -> [NewSecret] {
        let names = ["K", "L", "M"].shuffled(using: &random).prefix(number(0..<4))
        return names.map { name in
            let value = withoutValues && isOne(in: 4) ? nil : SecretValue("v\(number(0..<2))")
            return NewSecret(name: name, value: value)
        }
    }

    private mutating func dependencies(registries: Bool) -> [Dependency] {
        let names = ["lodash", "axios"].shuffled(using: &random).prefix(number(0..<3))
        return names.map { name in
            let registry = registries && isOne(in: 2) ? "https://npm.test" : nil
            return Dependency(name: name, version: "\(number(1..<3))", registryURL: registry)
        }
    }

    private mutating func moduleStep() -> ModelStep {
        let id = moduleID()
        switch number(0..<24) {
        case 0...2:
            let draft = ModuleDraft(
                code: code(), dependencies: dependencies(registries: false), secrets: secrets(withoutValues: false))
            return .createModule(name: "m\(number(0..<RandomSteps.names))", draft, publishes: isOne(in: 2))
        case 3...8:
            let patch = ModulePatch(
                code: isOne(in: 4) ? nil : code(), dependencies: isOne(in: 4) ? dependencies(registries: false) : nil,
                secrets: isOne(in: 4) ? secrets(withoutValues: false) : nil)
            return .patchModule(id, patch)
        case 9: return .deleteModule(id)
        case 10...16: return .publishModule(id)
        case 17: return .rollBackModule(id, to: version(of: id, in: model.modules))
        case 18: return .readModule(id)
        case 19: return .readModuleVersion(version(of: id, in: model.modules), of: id)
        case 20: return .listModules(page())
        case 21: return .listModuleVersions(id, page())
        default: return .listUses(id, page())
        }
    }

    private mutating func references() -> [NewModuleReference] {
        let count = isOne(in: 10) ? 4 : number(0..<4)
        return (0..<count).map { _ in
            let published = model.modules.filter { !$0.versions.isEmpty }
            let id = isOne(in: 20) ? unknown : some(published.map(\.id), or: unknown)
            let versionID = version(of: id, in: model.modules)
            return NewModuleReference(moduleID: ModuleID(id), versionID: ModuleVersionID(versionID))
        }
    }

    private mutating func trigger() -> TriggerReference {
        let known = ["post-login", "post-login", "credentials-exchange", "custom-token-exchange"]
        let id = isOne(in: 20) ? "nonsense" : some(known, or: "post-login")
        return TriggerReference(id: id, version: "v\(number(1..<4))")
    }

    private mutating func actionPatch(isWhole: Bool) -> ActionPatch {
        var patch = ActionPatch()
        if isWhole || isOne(in: 3) { patch.name = "a\(number(0..<4))" }
        if isWhole || isOne(in: 8) { patch.trigger = trigger() }
        if isWhole || isOne(in: 2) { patch.code = code() }
        if isOne(in: 4) { patch.dependencies = dependencies(registries: true) }
        if isOne(in: 8) { patch.runtime = some(["node18-actions", "node22", "python3"], or: "node22") }
        if isOne(in: 4) { patch.secrets = secrets(withoutValues: true) }
        if isOne(in: 2) { patch.modules = references() }
        return patch
    }

    private mutating func actionStep() -> ModelStep {
        let id = actionID()
        switch number(0..<24) {
        case 0...4: return .createAction(actionPatch(isWhole: true), deploys: isOne(in: 3))
        case 5...7: return .patchAction(id, actionPatch(isWhole: false))
        case 8, 9: return .deleteAction(id, force: isOne(in: 2))
        case 10...14: return .deployAction(id)
        case 15, 16:
            return .redeploy(version(of: id, in: model.actions), of: id, updatesDraft: isOne(in: 2))
        case 17...19: return .readAction(id)
        case 20: return .readActionVersion(version(of: id, in: model.actions), of: id)
        case 21: return .listActionVersions(id, page())
        default:
            var filter = ActionFilter()
            if isOne(in: 3) { filter.triggerID = trigger().id }
            if isOne(in: 3) { filter.name = "a\(number(0..<4))" }
            if isOne(in: 3) { filter.isDeployed = isOne(in: 2) }
            if isOne(in: 8) { filter.isInstalled = isOne(in: 2) }
            return .listActions(filter, page())
        }
    }

    private mutating func bindingStep() -> ModelStep {
        let trigger = some(["post-login", "post-login", "credentials-exchange", "custom-token-exchange"], or: "")
        guard !isOne(in: 3) else { return .listBindings(trigger, page()) }
        // For the most part such as can be bound.
        let fitting = model.actions.filter { $0.draft.trigger?.id == trigger && !$0.versions.isEmpty }.map(\.id)
        let count = isOne(in: 12) ? 4 : number(0..<4)
        let new = (0..<count).map { _ in
            let id = isOne(in: 6) ? actionID() : some(fitting, or: unknown)
            return NewBinding(action: reference(to: id), displayName: isOne(in: 2) ? nil : "d\(number(0..<3))")
        }
        return .replaceBindings(trigger, new)
    }

    private mutating func reference(to id: UniqueID) -> ActionReference {
        let bindings = model.bindings.sorted { $0.key < $1.key }.flatMap(\.value).map(\.id)
        switch number(0..<3) {
        case 0: return .actionID("\(id)")
        case 1: return .actionName(model.actions.first { $0.id == id }?.name ?? "nobody")
        default: return isOne(in: 2) ? .actionID("\(id)") : .bindingID("\(some(bindings, or: unknown))")
        }
    }
}
