/// Builds, deployments and versions of actions (actions reference 3.5 to 3.7).
extension Tenant {
    /// A read of an action drives its build on: `pending`, then `building`, then what the tenant's settings say.
    mutating func advanceBuild(_ place: EntityTable<Action>.Place, at now: Instant) {
        guard actions[place].isBuilding else { return }
        actions[place].buildReads += 1
        endBuildIfOver(place, at: now)
        guard actions[place].isBuilding else { return }
        // A build that will fail is tried again and again (RECORDED).
        let retries = settings.build.outcome == .failed && actions[place].buildReads % 2 == 0
        actions[place].status = retries ? .retrying : .building
    }

    /// Ends a build whose time has come, whether anybody looked at it or not.
    mutating func endBuildIfOver(_ place: EntityTable<Action>.Place, at now: Instant) {
        guard isBuildOver(place, at: now) else { return }
        guard settings.build.outcome == .built else {
            actions[place].status = .failed
            for index in actions[place].versions.indices where actions[place].versions[index].status == .pending {
                actions[place].versions[index].status = .failed
            }
            return
        }
        finishBuild(place, at: now)
    }

    private func isBuildOver(_ place: EntityTable<Action>.Place, at now: Instant) -> Bool {
        let action = actions[place]
        return action.isBuilding
            && settings.build.isOver(action.draft, seen: action.buildReads, since: action.updatedAt, at: now)
    }

    /// What is built has lost its registries (RECORDED), and a version that was made with its action is built with it.
    private mutating func finishBuild(_ place: EntityTable<Action>.Place, at now: Instant) {
        actions[place].status = .built
        actions[place].draft = actions[place].draft.withoutRegistries
        for index in actions[place].versions.indices where actions[place].versions[index].status == .pending {
            actions[place].versions[index].content = actions[place].versions[index].content.withoutRegistries
            actions[place].versions[index].status = .built
            actions[place].versions[index].builtAt = now
            actions[place].versions[index].updatedAt = now
        }
    }

    /// Deploys the draft.
    ///
    /// - Returns: the action, with the new version as its last. The answer shows it before it is through.
    package mutating func deployAction(
        _ id: ActionID, as versionID: ActionVersionID, at now: Instant
    ) throws(ActionError) -> Action {
        let place = try place(of: id)
        if isBuildOver(place, at: now) {
            // Before it changes anything, should it be refused.
            if settings.build.outcome == .built { try checkModules(of: actions[place].draft) }
            endBuildIfOver(place, at: now)
        }
        guard actions[place].status == .built else {
            // Whoever tries again without reading in between must come to an end too.
            advanceBuild(place, at: now)
            throw .notBuilt
        }
        try appendVersion(place, content: actions[place].draft, as: versionID, at: now)
        return actions[place]
    }

    /// Deploys an old version again, as a new one.
    ///
    /// - Parameter updatesDraft: makes it the draft too.
    package mutating func redeployVersion(
        _ versionID: ActionVersionID, of id: ActionID, updatesDraft: Bool, as newID: ActionVersionID, at now: Instant
    ) throws(ActionError) -> Action {
        let content = try version(versionID, of: id).content.withoutRegistries
        let place = try place(of: id)
        try appendVersion(place, content: content, as: newID, at: now)
        if updatesDraft {
            // It is a built version, hence a built draft.
            actions[place].draft = content
            actions[place].updatedAt = now
            actions[place].buildReads = 0
            finishBuild(place, at: now)
        }
        return actions[place]
    }

    /// Newest first (assumed, as for modules).
    package mutating func versions(
        of id: ActionID, _ page: PageRequest, at now: Instant
    ) throws(ActionError) -> (Action, Page<ActionVersion>) {
        let action = try action(id, at: now)
        return (action, Page(of: action.versions.reversed(), page))
    }

    package func version(_ versionID: ActionVersionID, of id: ActionID) throws(ActionError) -> ActionVersion {
        let versions = actions[try place(of: id)].versions
        guard let version = versions.first(where: { $0.id == versionID }) else { throw .versionNotFound }
        return version
    }

    /// The action itself, without driving its build on.
    package func unreadAction(_ id: ActionID) throws(ActionError) -> Action {
        actions[try place(of: id)]
    }

    /// Modules that the content refers to may be gone since the draft was made (assumed: a 400, design section 6).
    private func checkModules(of content: ActionContent) throws(ActionError) {
        for reference in content.modules {
            guard let module = try? module(reference.moduleID) else { throw .unknownModule(reference.moduleID.value) }
            guard module.versions.contains(where: { $0.id == reference.versionID }) else {
                throw .unknownModuleVersion(reference.versionID.value)
            }
        }
    }

    private mutating func appendVersion(
        _ place: EntityTable<Action>.Place, content: ActionContent, as versionID: ActionVersionID, at now: Instant
    ) throws(ActionError) {
        try checkModules(of: content)
        let number = (actions[place].versions.last?.number ?? 0) + 1
        // What the answer leaves out is there for the next read, a tenth of a second later (RECORDED: 0.1 to 0.3 s).
        let done = now + 100
        if let limit = settings.limits.actionVersions {
            let excess = actions[place].versions.count + 1 - max(1, limit)
            if excess > 0 { actions[place].versions.removeFirst(excess) }
        }
        actions[place].versions.append(
            ActionVersion(
                id: versionID, number: number, content: content, createdAt: now, updatedAt: done, status: .built,
                builtAt: done))
        recordUses(of: actions[place])
    }

    /// Modules know which deployed versions refer to them.
    mutating func recordUses(of action: Action) {
        guard let deployed = action.deployedVersion else { return }
        // Each reference was looked up just before.
        try? setUses(
            of: action.id, named: action.name, deployed.content.modules.map { ($0.moduleID, $0.versionID) })
    }

    mutating func removeUses(of id: ActionID) {
        try? setUses(of: id, named: "", [])
    }
}
