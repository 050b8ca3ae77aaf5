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

    /// Ascending by creation (RECORDED).
    package mutating func actions(_ filter: ActionFilter, _ page: PageRequest, at now: Instant) -> Page<Action> {
        for action in actions.slice(offset: 0, count: actions.count) where action.status != .built {
            if let place = actions.place(of: action.id.value) { advanceBuild(place, at: now) }
        }
        let found = actions.slice(offset: 0, count: actions.count).filter { action in
            filter.triggerID.map { id in action.draft.triggers.contains { $0.id == id } } ?? true
                && filter.name.map { $0.isExactly(action.name) } ?? true
                && filter.isDeployed.map { $0 == (action.deployedVersion != nil) } ?? true
                && filter.isInstalled != true
        }
        return Page(of: found, page)
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

    /// `node` and digits, perhaps with a suffix: `node18-actions` is echoed as sent (RECORDED).
    private func runtime(_ runtime: String?, for trigger: TriggerReference?) throws(ActionError) -> String {
        guard let runtime else {
            guard let found = trigger.flatMap({ TriggerCatalogue.trigger($0.id, version: $0.version) }) else {
                return "node22"
            }
            return TriggerCatalogue.defaultRuntime(of: found, on: settings.asOf)
        }
        guard runtime.hasPrefix("node"), runtime.utf8.count <= 32, let digit = runtime.utf8.dropFirst(4).first,
            (0x30...0x39).contains(digit)
        else { throw .unsupportedRuntime }
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
