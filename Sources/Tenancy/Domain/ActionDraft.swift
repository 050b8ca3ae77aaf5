/// A module as a request refers to it; what else it says of the module is looked up.
package struct NewModuleReference: Equatable, Sendable {
    package let moduleID: ModuleID
    package let versionID: ModuleVersionID

    package init(moduleID: ModuleID, versionID: ModuleVersionID) {
        self.moduleID = moduleID
        self.versionID = versionID
    }
}

/// A change of an action, or all there is of a new one: nil keeps what is there, an array replaces all (actions
/// reference 3.4, RECORDED).
package struct ActionPatch: Sendable {
    package var name: String?
    package var trigger: TriggerReference?
    package var code: SourceCode?
    package var dependencies: [Dependency]?
    package var runtime: String?
    package var secrets: [NewSecret]?
    package var modules: [NewModuleReference]?

    package init() {}
}

/// An action as a binding refers to it (actions reference 3.11).
package enum ActionReference: Equatable, Sendable {
    case actionID(String)
    case actionName(String)
    case bindingID(String)
}

/// A binding as a request brings it.
package struct NewBinding: Sendable {
    package let action: ActionReference
    package let displayName: String?

    package init(action: ActionReference, displayName: String?) {
        self.action = action
        self.displayName = displayName
    }
}

/// Which actions a list shows; nil leaves a property out of it.
package struct ActionFilter: Sendable {
    package var triggerID: String?
    package var name: String?
    package var isDeployed: Bool?
    /// Actions from the marketplace, of which there are none here.
    package var isInstalled: Bool?

    package init() {}

    /// Shows all there are.
    var isEmpty: Bool { triggerID == nil && name == nil && isDeployed == nil && isInstalled != true }

    /// Whether trigger and deployment are as wanted.
    func fits(_ action: borrowing Action) -> Bool {
        if let isDeployed, isDeployed == action.versions.isEmpty { return false }
        guard let triggerID else { return true }
        return action.draft.triggers.contains { $0.id == triggerID }
    }
}
