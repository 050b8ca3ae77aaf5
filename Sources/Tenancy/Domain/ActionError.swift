/// Why an operation on actions is refused. A refused operation changes nothing, but that `notBuilt` counts as a read.
package enum ActionError: Error, Equatable, Sendable {
    case actionNotFound
    case versionNotFound
    /// The trigger, or this version of it, does not exist.
    case unknownTrigger(String)
    /// An action keeps to its trigger's kind (actions reference 3.4).
    case incompatibleTrigger
    case unsupportedRuntime
    /// The draft must be built before it is deployed (actions reference 3.5).
    case notBuilt
    /// A trigger's flow contains the action (actions reference 3.8).
    case isBound
    /// No such module or version; says which.
    case unknownModule(UniqueID)
    case unknownModuleVersion(UniqueID)
    case repeatedModule(UniqueID)
    case tooManyModules(Int)
    case actionLimitReached(Int)
    case bindingLimitReached(Int)
    /// The service alone binds actions to such a trigger.
    case entityBoundTrigger
    /// A binding names an action that is not there, not deployed, or of another trigger.
    case bindingWithoutAction(String)
    case bindingNotDeployed(String)
    case bindingOfOtherTrigger(String)
}
