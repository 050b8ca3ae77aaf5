/// The id of a module.
package struct ModuleID: Hashable, Sendable {
    package let value: UniqueID

    package init(_ value: UniqueID) {
        self.value = value
    }
}

/// The id of a published version of a module.
package struct ModuleVersionID: Hashable, Sendable {
    package let value: UniqueID

    package init(_ value: UniqueID) {
        self.value = value
    }
}

/// The id of an action.
package struct ActionID: Hashable, Sendable {
    package let value: UniqueID

    package init(_ value: UniqueID) {
        self.value = value
    }
}

/// The id of a deployed version of an action.
package struct ActionVersionID: Hashable, Sendable {
    package let value: UniqueID

    package init(_ value: UniqueID) {
        self.value = value
    }
}

/// The id of a binding of an action to a trigger.
package struct BindingID: Hashable, Sendable {
    package let value: UniqueID

    package init(_ value: UniqueID) {
        self.value = value
    }
}
