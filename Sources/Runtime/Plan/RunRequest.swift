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

extension RunRequest {
    /// After a suspension.
    ///
    /// - Parameters:
    ///   - request: in the place of the event's: query and body are those of the new one, and none of the old one's.
    ///   - event: laid over the event.
    func laidOver(request: JSONTree?, event: JSONTree?) -> RunRequest {
        var next = self
        if let event { next.event.merge(event, .deep) }
        if let request {
            var whole = (next.event["request"] ?? [:]).without(["query", "body"])
            whole.merge(request, .shallow)
            next.event["request"] = whole
        }
        return next
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
    /// It is not known yet whether there is a Node: to be asked again in a moment.
    case undecided
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
        case .undecided: "Node.js is looked for."
        case .tooMany: "Too many runs wait already."
        case .unknownRun(let id): "There is no run \(id)."
        case .notSuspended(let id): "The run \(id) is not suspended."
        }
    }
}
