/// Which actions run at which trigger, and in which order (actions reference 3.11).
extension Tenant {
    /// The bindings of a trigger with their actions, in the order of execution.
    package func bindings(of trigger: String, _ page: PageRequest) -> Page<(binding: Binding, action: Action)> {
        Page(of: withActions(bindings[trigger] ?? []), page)
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
        for binding in new {
            let action = try action(for: binding.action, at: trigger)
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

    private func withActions(_ bindings: [Binding]) -> [(binding: Binding, action: Action)] {
        bindings.compactMap { binding in
            actions.place(of: binding.actionID.value).map { (binding, actions[$0]) }
        }
    }

    private func action(for reference: ActionReference, at trigger: String) throws(ActionError) -> Action {
        switch reference {
        case .actionID(let text):
            guard let place = UniqueID(text).flatMap({ actions.place(of: $0) }) else {
                throw .bindingWithoutAction(text)
            }
            return actions[place]
        case .actionName(let name):
            // Names may repeat; the one that can be bound is meant.
            let named = actions.slice(offset: 0, count: actions.count).filter { $0.name.isExactly(name) }
            let fitting = named.first { action in
                action.deployedVersion != nil && action.draft.triggers.contains { $0.id == trigger }
            }
            guard let action = fitting ?? named.first else { throw .bindingWithoutAction(name) }
            return action
        case .bindingID(let text):
            let bound = UniqueID(text).flatMap { id in
                bindings.values.lazy.flatMap { $0 }.first { $0.id.value == id }
            }
            guard let place = bound.flatMap({ actions.place(of: $0.actionID.value) }) else {
                throw .bindingWithoutAction(text)
            }
            return actions[place]
        }
    }
}
