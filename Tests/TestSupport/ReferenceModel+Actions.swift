import Tenancy

extension ReferenceModel {
    mutating func actionResult(of step: ModelStep, _ ids: [UniqueID], _ now: Instant) throws -> ModelOutcome {
        switch step {
        case .createAction(let patch, let deploys):
            return .entity(try create(patch, deploys, ids, now))
        case .patchAction(let id, let patch):
            return .entity(try self.patch(actionIndex(id), patch, now))
        case .deleteAction(let id, let force):
            let index = try actionIndex(id)
            let isBound = bindings.values.contains { $0.contains { $0.action == id } }
            guard force || !isBound else { throw ActionError.isBound }
            for trigger in bindings.keys { bindings[trigger]?.removeAll { $0.action == id } }
            actions.remove(at: index)
            return .nothing
        case .deployAction(let id):
            let index = try actionIndex(id)
            endBuildIfOver(index, now)
            guard actions[index].status == .built else {
                // The one refusal that leaves a trace: it counts as a read.
                read(index, now)
                return .refused("\(ActionError.notBuilt)")
            }
            try appendVersion(index, actions[index].draft, ids[0], now)
            return .entity(actions[index])
        case .redeploy(let versionID, let id, let updatesDraft):
            let index = try actionIndex(id)
            let content = try version(versionID, ofAction: index).content.built
            try appendVersion(index, content, ids[0], now)
            if updatesDraft {
                actions[index].draft = content
                actions[index].updatedAt = now
                finishBuild(index, now)
            }
            return .entity(actions[index])
        case .readAction(let id):
            let index = try actionIndex(id)
            read(index, now)
            return .entity(actions[index])
        case .readActionVersion(let versionID, let id):
            return .version(try version(versionID, ofAction: actionIndex(id)))
        case .listActions(let filter, let page):
            let ids = ModelPage(of: actions.filter { fits($0, filter) }, page).items.map(\.id)
            for index in actions.indices where ids.contains(actions[index].id) { read(index, now) }
            return .entities(ModelPage(of: actions.filter { fits($0, filter) }, page))
        case .listActionVersions(let id, let page):
            let index = try actionIndex(id)
            read(index, now)
            return .versions(ModelPage(of: actions[index].versions.reversed(), page))
        default:
            return .nothing
        }
    }

    private func actionIndex(_ id: UniqueID) throws -> Int {
        guard let index = actions.firstIndex(where: { $0.id == id }) else { throw ActionError.actionNotFound }
        return index
    }

    private func version(_ id: UniqueID, ofAction index: Int) throws -> Version {
        guard let version = actions[index].versions.first(where: { $0.id == id }) else {
            throw ActionError.versionNotFound
        }
        return version
    }

    private func fits(_ action: Entity, _ filter: ActionFilter) -> Bool {
        if let id = filter.triggerID, action.draft.trigger?.id != id { return false }
        if let name = filter.name, action.name != name { return false }
        if let isDeployed = filter.isDeployed, isDeployed == action.versions.isEmpty { return false }
        return filter.isInstalled != true
    }
}

/// Drafts.
extension ReferenceModel {
    private mutating func create(
        _ patch: ActionPatch, _ deploys: Bool, _ ids: [UniqueID], _ now: Instant
    ) throws -> Entity {
        if let limit = limits["actions"], actions.count >= limit { throw ActionError.actionLimitReached(limit) }
        var action = Entity(
            id: ids[0], name: patch.name ?? "", draft: Content(), createdAt: now, updatedAt: now, status: .pending)
        var whole = patch
        let trigger = try known(patch.trigger ?? TriggerReference(id: "", version: ""))
        whole.runtime = patch.runtime ?? ReferenceModel.triggers[trigger.id]?[trigger.version] ?? "node22"
        action.draft.trigger = trigger
        try change(&action.draft, whole, now)
        if deploys { action.versions = [Version(id: ids[1], number: 1, content: action.draft, createdAt: now)] }
        actions.append(action)
        return action
    }

    private mutating func patch(_ index: Int, _ patch: ActionPatch, _ now: Instant) throws -> Entity {
        endBuildIfOver(index, now)
        if let trigger = patch.trigger {
            guard trigger.id == actions[index].draft.trigger?.id else { throw ActionError.incompatibleTrigger }
            actions[index].draft.trigger = try known(trigger)
        }
        try change(&actions[index].draft, patch, now)
        if let name = patch.name { actions[index].name = name }
        actions[index].updatedAt = now
        actions[index].status = .pending
        actions[index].reads = 0
        return actions[index]
    }

    /// What is missing keeps its value, an array replaces all (actions reference 3.4).
    private func change(_ content: inout Content, _ patch: ActionPatch, _ now: Instant) throws {
        if let code = patch.code { content.code = code.text }
        if let dependencies = patch.dependencies { content.replacePackages(by: dependencies) }
        if let runtime = patch.runtime {
            let usual = content.trigger.flatMap { ReferenceModel.triggers[$0.id]?[$0.version] } ?? "node22"
            let isCurrent = usual == "node22"
            guard [usual, "node22"].contains(runtime) || isCurrent && runtime == "node18-actions" else {
                throw ActionError.unsupportedRuntime
            }
            content.runtime = runtime
        }
        if let secrets = patch.secrets { content.replaceSecrets(by: secrets, at: now) }
        if let modules = patch.modules { content.links = try links(modules) }
    }

    private func known(_ trigger: TriggerReference) throws -> TriggerReference {
        guard ReferenceModel.triggers[trigger.id] != nil else { throw ActionError.unknownTrigger(trigger.id) }
        return trigger
    }

    private func links(_ references: [NewModuleReference]) throws -> [Link] {
        if let limit = limits["modules-per-action"], references.count > limit {
            throw ActionError.tooManyModules(limit)
        }
        var links: [Link] = []
        for reference in references {
            let id = reference.moduleID.value
            guard !links.contains(where: { $0.module == id }) else { throw ActionError.repeatedModule(id) }
            let (module, version) = try linked(id, reference.versionID.value)
            links.append(Link(module: id, moduleName: module.name, version: version.id, number: version.number))
        }
        return links
    }

    private func linked(_ id: UniqueID, _ versionID: UniqueID) throws -> (Entity, Version) {
        guard let module = modules.first(where: { $0.id == id }) else { throw ActionError.unknownModule(id) }
        guard let version = module.versions.first(where: { $0.id == versionID }) else {
            throw ActionError.unknownModuleVersion(versionID)
        }
        return (module, version)
    }
}

/// Builds, versions and bindings.
extension ReferenceModel {
    /// Built at the first read, or at the second where there are packages to fetch (actions reference 3.6).
    private mutating func read(_ index: Int, _ now: Instant) {
        endBuildIfOver(index, now)
        guard actions[index].status != .built else { return }
        actions[index].reads += 1
        if actions[index].reads >= (actions[index].draft.packages.isEmpty ? 1 : 2) {
            finishBuild(index, now)
        } else {
            actions[index].status = .building
        }
    }

    /// Read or not, it ends after a while (actions reference 3.6).
    private mutating func endBuildIfOver(_ index: Int, _ now: Instant) {
        let milliseconds: Int64 = actions[index].draft.packages.isEmpty ? 300 : 600
        guard actions[index].status != .built, now >= actions[index].updatedAt + milliseconds else { return }
        finishBuild(index, now)
    }

    /// A version that was made with its action is built with it.
    private mutating func finishBuild(_ index: Int, _ now: Instant) {
        actions[index].status = .built
        actions[index].draft = actions[index].draft.built
        for place in actions[index].versions.indices where actions[index].versions[place].builtAt == nil {
            actions[index].versions[place].content = actions[index].versions[place].content.built
            actions[index].versions[place].builtAt = now
        }
    }

    private mutating func appendVersion(_ index: Int, _ content: Content, _ id: UniqueID, _ now: Instant) throws {
        for link in content.links { _ = try linked(link.module, link.version) }
        let number = (actions[index].versions.last?.number ?? 0) + 1
        actions[index].versions.append(
            Version(id: id, number: number, content: content, createdAt: now, builtAt: now + 100))
        if let limit = limits["action-versions"], actions[index].versions.count > limit {
            actions[index].versions.removeFirst()
        }
    }

    mutating func replaceBindings(
        _ trigger: String, _ new: [NewBinding], _ ids: [UniqueID], _ now: Instant
    ) throws -> ModelOutcome {
        if let limit = limits["actions-per-trigger"], new.count > limit { throw ActionError.bindingLimitReached(limit) }
        guard new.isEmpty || !ReferenceModel.entityBound.contains(trigger) else { throw ActionError.entityBoundTrigger }
        var made: [Binding] = []
        for (binding, id) in zip(new, ids) {
            let action = try bound(binding.action, trigger)
            guard !action.versions.isEmpty else { throw ActionError.bindingNotDeployed(action.name) }
            guard action.draft.trigger?.id == trigger else { throw ActionError.bindingOfOtherTrigger(action.name) }
            made.append(Binding(id: id, action: action.id, displayName: binding.displayName, createdAt: now))
        }
        bindings[trigger] = made
        return .bindings(ModelPage(items: made, total: made.count))
    }

    private func bound(_ reference: ActionReference, _ trigger: String) throws -> Entity {
        switch reference {
        case .actionID(let text):
            guard let action = actions.first(where: { "\($0.id)" == text }) else {
                throw ActionError.bindingWithoutAction(text)
            }
            return action
        case .actionName(let name):
            // Names may repeat; the first that can be bound is meant.
            let named = actions.filter { $0.name == name }
            let fitting = named.first { !$0.versions.isEmpty && $0.draft.trigger?.id == trigger }
            guard let action = fitting ?? named.first else { throw ActionError.bindingWithoutAction(name) }
            return action
        case .bindingID(let text):
            let binding = bindings.values.joined().first { "\($0.id)" == text }
            guard let action = actions.first(where: { $0.id == binding?.action }) else {
                throw ActionError.bindingWithoutAction(text)
            }
            return action
        }
    }
}
