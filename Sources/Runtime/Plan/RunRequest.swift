package import JSON

/// What is to be run.
package struct RunRequest: Sendable {
    package enum Kind: String, Sendable {
        /// A trigger's actions.
        case run
        /// One action, tried before it is deployed.
        case test
    }

    package var kind = Kind.run
    package var trigger: String
    /// Complete.
    package var event: JSONTree
    /// Names or ids of actions in the place of those that are bound; nil: those.
    package var actions: [String]?
    /// Drafts rather than what is deployed or published.
    package var isDraft = false
    /// What `api.groups` and `api.roles` answer, and which rules `api.rules` knows to have run.
    package var groups: JSONTree = []
    package var roles: JSONTree = []
    package var executedRules: JSONTree = []
    /// What the caller sent, as `POST /__admin/runs` takes it again.
    package var asked: JSONTree?

    package init(trigger: String, event: JSONTree) {
        self.trigger = trigger
        self.event = event
    }
}

/// Why nothing is run.
package enum RunRefusal: Error, Equatable, CustomStringConvertible {
    case unknownTrigger(String)
    /// Of which nothing public says how its code is called (actions runtime reference 1).
    case triggerWithoutContract(String)
    case unknownAction(String)
    /// It has nothing that could be run.
    case notDeployed(String)
    /// Bound to other objects, so that somebody must name the action.
    case actionNotNamed(String)
    case noRuntime
    case tooMany
    case unknownRun(String)
    case notSuspended(String)

    package var description: String {
        switch self {
        case .unknownTrigger(let name): "There is no trigger \(name)."
        case .triggerWithoutContract(let name):
            "Nothing public says how actions of \(name) are called, so they are not run."
        case .unknownAction(let name): "There is no action \(name)."
        case .notDeployed(let name):
            "The action \(name) is not deployed; deploy it, or run drafts with \"draft\": true."
        case .actionNotNamed(let name):
            "Actions of \(name) belong to other objects; name the ones to run in \"actions\"."
        case .noRuntime:
            "No Node.js was found to run actions. Install one (20 or later) or name it with --node, or attach one that "
                + "runs elsewhere: curl URL/__admin/runtime/worker.js | node - URL."
        case .tooMany: "Too many runs wait already."
        case .unknownRun(let id): "There is no run \(id)."
        case .notSuspended(let id): "The run \(id) is not suspended."
        }
    }
}
