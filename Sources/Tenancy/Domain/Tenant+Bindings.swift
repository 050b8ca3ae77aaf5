/// Which actions run at which trigger, and in which order (actions reference 3.11).
extension Tenant {
    /// The bindings of a trigger with their actions, in the order of execution.
    package func bindings(of trigger: String, _ page: PageRequest) -> Page<(binding: Binding, action: Action)> {
        let all = bindings[trigger] ?? []
        // None is without its action, so that a page of the one is a page of the other.
        return Page(withActions(all.dropFirst(page.offset).prefix(page.size)), of: all.count, page)
    }

    /// Replaces all; each gets a new id, also one that stays (RECORDED).
    ///
    /// - Parameter newID: a fresh id for each binding.
    package mutating func replaceBindings(
        of trigger: String, by new: [NewBinding], newID: () -> BindingID, at now: Instant
    ) throws(ActionError) -> [(binding: Binding, action: Action)] {
        if let limit = settings.limits.actionsPerTrigger, new.count > limit { throw .bindingLimitReached(limit) }
        guard new.isEmpty || TriggerCatalogue.trigger(trigger, version: nil)?.bindingPolicy != .entityBound else {
            throw .entityBoundTrigger
        }
        var made: [Binding] = []
        let bound = boundActions(namedBy: new)
        for binding in new {
            let action = try action(for: binding.action, at: trigger, bound)
            guard action.deployedVersion != nil else { throw .bindingNotDeployed(action.name) }
            guard action.draft.triggers.contains(where: { $0.id == trigger }) else {
                throw .bindingOfOtherTrigger(action.name)
            }
            made.append(
                Binding(id: newID(), actionID: action.id, displayName: binding.displayName, createdAt: now))
        }
        bindings[trigger] = made
        return withActions(made)
    }

    private func withActions(_ bindings: some Collection<Binding>) -> [(binding: Binding, action: Action)] {
        bindings.compactMap { binding in
            actions.place(of: binding.actionID.value).map { (binding, actions[$0]) }
        }
    }

    /// The actions of all bindings by the bindings' ids, where one is referred to so.
    private func boundActions(namedBy new: [NewBinding]) -> [UniqueID: ActionID] {
        let isNeeded = new.contains { if case .bindingID = $0.action { true } else { false } }
        guard isNeeded else { return [:] }
        let pairs = bindings.values.joined().map { ($0.id.value, $0.actionID) }
        return Dictionary(pairs) { first, _ in first }
    }

    private func action(
        for reference: ActionReference, at trigger: String, _ bound: [UniqueID: ActionID]
    ) throws(ActionError) -> Action {
        switch reference {
        case .actionID(let text):
            guard let place = UniqueID(text).flatMap({ actions.place(of: $0) }) else {
                throw .bindingWithoutAction(text)
            }
            return actions[place]
        case .actionName(let name):
            // Names may repeat; the one that can be bound is meant.
            let named = actions.places(named: name)
            var wanted = ActionFilter()
            wanted.triggerID = trigger
            wanted.isDeployed = true
            guard let place = named.first(where: { wanted.fits(actions[$0]) }) ?? named.first else {
                throw .bindingWithoutAction(name)
            }
            return actions[place]
        case .bindingID(let text):
            guard let place = UniqueID(text).flatMap({ bound[$0] }).flatMap({ actions.place(of: $0.value) }) else {
                throw .bindingWithoutAction(text)
            }
            return actions[place]
        }
    }
}
