import HTTPCore
import Tenancy

/// Refusals of the domain's part about actions: where texts are known, the mark says from where; the rest is assumed.
extension ActionError: APIErrorConvertible {
    var apiError: APIError {
        switch self {
        case .actionNotFound: .service(.notFound, "That action does not exist.")  // RECORDED
        case .versionNotFound: .service(.notFound, "That action version does not exist.")
        case .unknownTrigger(let id): .service(.badRequest, "The trigger \(id) does not exist.")
        case .incompatibleTrigger: .service(.badRequest, "can't upgrade to this trigger.")  // ISSUE
        case .unsupportedRuntime: .service(.badRequest, "runtime is not supported")  // ISSUE
        case .notBuilt:  // ISSUE
            .service(.badRequest, "A draft must be in the 'built' state before it can be deployed.")
        case .isBound: .service(.conflict, "Unable to delete an action bound to a trigger.")  // ISSUE
        case .unknownModule(let id): .service(.badRequest, "The module \(id) does not exist.")
        case .unknownModuleVersion(let id): .service(.badRequest, "The module version \(id) does not exist.")
        case .repeatedModule(let id): .service(.badRequest, "The module \(id) is named more than once.")
        case .tooManyModules(let limit): .service(.badRequest, "An action can use at most \(limit) modules.")
        case .actionLimitReached(let limit):
            APIError(
                status: .forbidden, message: "The limit of \(limit) actions has been reached.",
                errorCode: "too_many_entities")
        case .bindingLimitReached(let limit):
            .service(.badRequest, "A trigger can have at most \(limit) bindings.")
        case .entityBoundTrigger:
            .service(.badRequest, "cannot update action bindings for an entity-bound trigger")  // after an ISSUE
        case .bindingWithoutAction(let reference):
            .service(.badRequest, "Trying to create a binding for an action that does not exist: \(reference)")
        case .bindingNotDeployed(let name):  // the beginning: ISSUE
            .service(.badRequest, "Trying to create a binding for an action that has not been deployed: \(name)")
        case .bindingOfOtherTrigger(let name):
            .service(.badRequest, "Trying to create a binding for an action that has another trigger: \(name)")
        }
    }
}
