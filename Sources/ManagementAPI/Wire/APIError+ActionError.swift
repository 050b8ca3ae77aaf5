import HTTPCore
import Tenancy

/// Refusals of the domain's part about actions: where texts are known, the evidence says from where.
extension ActionError: APIErrorConvertible {
    var apiError: APIError {
        switch self {
        case .actionNotFound: .service(.notFound, "That action does not exist.", .recorded)
        case .versionNotFound: .service(.notFound, "That action version does not exist.")
        case .unknownTrigger(let id): .service(.badRequest, "The trigger \(id) does not exist.")
        case .incompatibleTrigger: .service(.badRequest, "can't upgrade to this trigger.", .issue)
        case .unsupportedRuntime: .service(.badRequest, "runtime is not supported", .issue)
        case .notBuilt:
            .service(.badRequest, "A draft must be in the 'built' state before it can be deployed.", .issue)
        case .isBound: .service(.conflict, "Unable to delete an action bound to a trigger.", .issue)
        case .unknownModule(let id): .service(.badRequest, "The module \(id) does not exist.")
        case .unknownModuleVersion(let id): .service(.badRequest, "The module version \(id) does not exist.")
        case .repeatedModule(let id): .service(.badRequest, "The module \(id) is named more than once.")
        case .tooManyModules(let limit): .service(.badRequest, "An action can use at most \(limit) modules.")
        case .actionLimitReached(let limit):
            .front(
                .forbidden, "The limit of \(limit) actions has been reached.", "too_many_entities",
                rule: "actionLimitReached", .assumed)
        case .bindingLimitReached(let limit):
            .service(.badRequest, "A trigger can have at most \(limit) bindings.")
        case .entityBoundTrigger:
            .service(.badRequest, "cannot update action bindings for an entity-bound trigger", .issue)
        case .bindingWithoutAction(let reference):
            .service(.badRequest, "Trying to create a binding for an action that does not exist: \(reference)")
        case .bindingNotDeployed:
            .service(
                .badRequest, "Trying to create a binding for an action that has not been deployed yet", .issue)
        case .bindingOfOtherTrigger:
            .service(
                .badRequest, "Trying to create a binding between an incompatible action and trigger.", .issue)
        }
    }
}
