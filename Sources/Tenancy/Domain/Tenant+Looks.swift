/// Actions as they are, for those who only look: a look is no read, and drives no build on.
extension Tenant {
    package func unreadActions(_ filter: ActionFilter, _ page: PageRequest, at now: Instant) -> Page<Action> {
        var copy = self
        let found = copy.actions(filter, page, at: now)
        return Page(found.items.compactMap { try? unreadAction($0.id) }, of: found.total, page)
    }

    package func unreadVersions(
        of id: ActionID, _ page: PageRequest
    ) throws(ActionError) -> (Action, Page<ActionVersion>) {
        let action = try unreadAction(id)
        return (action, Page(of: action.versions.reversed(), page))
    }
}
