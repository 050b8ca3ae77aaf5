/// Creating, reading, changing and deleting actions (actions reference 3.1 to 3.4, 3.8).
extension Tenant {
    package var actionCount: Int { actions.count }

    /// - Parameters:
    ///   - patch: name and trigger must be there.
    ///   - versionID: the id of version 1 when the action is to be deployed at once.
    package mutating func createAction(
        _ patch: ActionPatch, deployingAs versionID: ActionVersionID?, id: ActionID, at now: Instant
    ) throws(ActionError) -> Action {
        if let limit = settings.limits.actions, actions.count >= limit { throw .actionLimitReached(limit) }
        let trigger = patch.trigger ?? TriggerReference(id: "", version: "")
        let content = ActionContent(
            triggers: [try known(trigger)], code: patch.code ?? .empty, dependencies: patch.dependencies ?? [],
            runtime: try runtime(patch.runtime, for: trigger),
            secrets: [].replaced(by: patch.secrets ?? [], at: now), modules: try resolve(patch.modules ?? []))
        var action = Action(id: id, name: patch.name ?? "", draft: content, createdAt: now, updatedAt: now)
        if let versionID {
            // The version's build is under way; the next read finds it done (RECORDED).
            action.versions = [
                ActionVersion(
                    id: versionID, number: 1, content: content, createdAt: now, updatedAt: now, status: .pending)
            ]
        }
        actions.append(action)
        if versionID != nil { recordUses(of: action) }
        return action
    }

    /// Reading drives the build on.
    package mutating func action(_ id: ActionID, at now: Instant) throws(ActionError) -> Action {
        let place = try place(of: id)
        advanceBuild(place, at: now)
        return actions[place]
    }

    /// Ascending by creation (RECORDED). Those that are shown are read, which drives their builds on; no others.
    package mutating func actions(_ filter: ActionFilter, _ page: PageRequest, at now: Instant) -> Page<Action> {
        let shown: [EntityTable<Action>.Place]
        let total: Int
        if filter.isEmpty {
            shown = actions.places(offset: page.offset, count: page.size)
            total = actions.count
        } else {
            let found = places(filter)
            shown = Array(found.dropFirst(page.offset).prefix(page.size))
            total = found.count
        }
        for place in shown { advanceBuild(place, at: now) }
        return Page(shown.map { actions[$0] }, of: total, page)
    }

    private func places(_ filter: ActionFilter) -> [EntityTable<Action>.Place] {
        if filter.isInstalled == true { return [] }
        if let name = filter.name { return actions.places(named: name).filter { filter.fits(actions[$0]) } }
        return actions.places { filter.fits($0) }
    }

    /// A changed action is built anew; what is deployed stays meanwhile.
    package mutating func patchAction(
        _ id: ActionID, _ patch: ActionPatch, at now: Instant
    ) throws(ActionError) -> Action {
        let place = try place(of: id)
        var content = actions[place].draft
        if let trigger = patch.trigger {
            guard trigger.id == content.triggers.first?.id else { throw .incompatibleTrigger }
            content.triggers = [try known(trigger)]
        }
        if let code = patch.code { content.code = code }
        if let dependencies = patch.dependencies { content.dependencies = dependencies }
        if let runtime = patch.runtime {
            content.runtime = try self.runtime(runtime, for: content.triggers.first)
        }
        if let secrets = patch.secrets { content.secrets = content.secrets.replaced(by: secrets, at: now) }
        if let modules = patch.modules { content.modules = try resolve(modules) }
        // What was built until now is built, and has lost its registries.
        endBuildIfOver(place, at: now)
        if patch.dependencies == nil { content.dependencies = actions[place].draft.dependencies }
        actions[place].draft = content
        actions[place].updatedAt = now
        actions[place].status = .pending
        actions[place].buildReads = 0
        if let name = patch.name, !name.isExactly(actions[place].name) { rename(place, name) }
        return actions[place]
    }

    /// - Parameter force: takes it out of the flows it is in.
    package mutating func deleteAction(_ id: ActionID, force: Bool) throws(ActionError) {
        let place = try place(of: id)
        let isBound = bindings.values.contains { $0.contains { $0.actionID == id } }
        // What a token exchange runs is in use as well (INFERRED).
        let isUsed = !links("actions/token-exchange-profiles").links(from: id.value.description).isEmpty
        guard force || !(isBound || isUsed) else { throw .isBound }
        if isBound {
            for trigger in bindings.keys { bindings[trigger]?.removeAll { $0.actionID == id } }
        }
        removeUses(of: id)
        actions.remove(at: place)
    }

    func place(of id: ActionID) throws(ActionError) -> EntityTable<Action>.Place {
        guard let place = actions.place(of: id.value) else { throw .actionNotFound }
        return place
    }

    private mutating func rename(_ place: EntityTable<Action>.Place, _ name: String) {
        actions.rename(at: place, from: actions[place].name, to: name) { $0.name = name }
        recordUses(of: actions[place])
    }

    private func known(_ trigger: TriggerReference) throws(ActionError) -> TriggerReference {
        let version = trigger.version.isEmpty ? nil : trigger.version
        guard let found = TriggerCatalogue.trigger(trigger.id, version: version) else {
            // One that is not listed, or a version of years ago, is kept as sent.
            guard TriggerCatalogue.hasTrigger(trigger.id) else { throw .unknownTrigger(trigger.id) }
            return TriggerReference(id: trigger.id, version: version ?? "v1")
        }
        return found.reference
    }

    /// What is named is echoed as sent (RECORDED), where the trigger has it (ISSUE).
    private func runtime(_ runtime: String?, for trigger: TriggerReference?) throws(ActionError) -> String {
        let found = trigger.flatMap { TriggerCatalogue.trigger($0.id, version: $0.version) }
        guard let runtime else {
            return found.map { TriggerCatalogue.defaultRuntime(of: $0, on: settings.asOf) } ?? "node22"
        }
        guard TriggerCatalogue.takes(runtime, at: found) else { throw .unsupportedRuntime }
        return runtime
    }

    /// Looks up what requests leave out: the names and numbers of modules.
    private func resolve(_ references: [NewModuleReference]) throws(ActionError) -> [ModuleReference] {
        if let limit = settings.limits.modulesPerAction, references.count > limit { throw .tooManyModules(limit) }
        var found: [ModuleReference] = []
        for reference in references {
            guard !found.contains(where: { $0.moduleID == reference.moduleID }) else {
                throw .repeatedModule(reference.moduleID.value)
            }
            guard let module = try? module(reference.moduleID) else { throw .unknownModule(reference.moduleID.value) }
            guard let version = module.versions.first(where: { $0.id == reference.versionID }) else {
                throw .unknownModuleVersion(reference.versionID.value)
            }
            found.append(
                ModuleReference(
                    moduleID: module.id, moduleName: module.name, versionID: version.id, versionNumber: version.number))
        }
        return found
    }
}
