/// The id of an entity; `Entity` only keeps ids of different things apart.
package struct Identifier<Entity>: Hashable, Sendable {
    package let value: UniqueID

    package init(_ value: UniqueID) {
        self.value = value
    }
}

package typealias ModuleID = Identifier<Module>
package typealias ModuleVersionID = Identifier<ModuleVersion>
package typealias ActionID = Identifier<Action>
package typealias ActionVersionID = Identifier<ActionVersion>
package typealias BindingID = Identifier<Binding>
