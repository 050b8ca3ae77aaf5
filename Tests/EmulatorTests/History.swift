import JSON
import Tenancy
import TestSupport

/// One call of one client, as it was seen from outside.
struct HistoryEvent: Sendable {
    let client: Int
    let step: ModelStep
    /// Of what the answer says was made; any where nothing was.
    let ids: [UniqueID]
    /// The answer, in a word.
    let answer: String
    /// Places in the order of all beginnings and ends.
    let start: Int
    let end: Int
}

/// Looks for an order in which the model gives the same answers (Wing and Gong, 1993): each call takes effect at one
/// moment between its beginning and its end. What was tried is remembered by the calls that are left and the state that
/// those before them lead to (Lowe, 2017).
struct LinearizabilityChecker {
    private struct Tried: Hashable {
        let left: UInt64
        let state: ReferenceModel
    }

    private let events: [HistoryEvent]
    private var tried: Set<Tried> = []
    /// The longest order found, of places in the history.
    private(set) var longest: [Int] = []

    /// - Parameter events: at most 64.
    init(_ events: [HistoryEvent]) {
        self.events = events
    }

    mutating func isLinearizable(from state: ReferenceModel) -> Bool {
        search(left: events.isEmpty ? 0 : UInt64.max >> UInt64(64 - events.count), state, [])
    }

    private mutating func search(left: UInt64, _ state: ReferenceModel, _ order: [Int]) -> Bool {
        if order.count > longest.count { longest = order }
        guard left != 0 else { return true }
        guard tried.insert(Tried(left: left, state: state)).inserted else { return false }
        let waiting = events.indices.filter { left & 1 << UInt64($0) != 0 }
        let firstEnd = waiting.map { events[$0].end }.min() ?? 0
        // Whatever began after another had ended comes after it.
        for index in waiting where events[index].start < firstEnd {
            let event = events[index]
            var next = state
            let outcome = next.take(event.step, ids: event.ids, at: Instant(nanoseconds: 0))
            guard next.answer(outcome, event.step) == event.answer else { continue }
            if search(left: left & ~(1 << UInt64(index)), next, order + [index]) { return true }
        }
        return false
    }

    /// For a failed test: what was seen, and how far an order goes.
    var story: String {
        let lines = events.indices.sorted { events[$0].start < events[$1].start }.map { index in
            let event = events[index]
            let place = longest.firstIndex(of: index).map { "\($0 + 1)." } ?? "?"
            return "\(place) client \(event.client) [\(event.start), \(event.end)] \(event.step) -> \(event.answer)"
        }
        return lines.joined(separator: "\n")
    }
}

/// Answers in a word: of the model here, of the server in `HistoryClient`.
extension ReferenceModel {
    func answer(_ outcome: ModelOutcome, _ step: ModelStep) -> String {
        switch outcome {
        case .nothing: "done"
        case .refused(let text): "refused \(ReferenceModel.status[String(text.prefix { $0 != "(" })] ?? 0)"
        case .version(let version): "version \(version.number) \(version.content.code)"
        case .bindings(let page):
            (["bindings"] + page.items.map { binding in actions.first { $0.id == binding.action }?.name ?? "" })
                .joined(separator: " ")
        case .entities(let page):
            (["list"] + page.items.map { $0.name }).joined(separator: " ")
        case .entity(let entity):
            if case .deployAction = step {
                "version \(entity.versions.last?.number ?? 0) \(entity.draft.code)"
            } else if entity.draft.trigger == nil {
                module(entity)
            } else {
                action(entity)
            }
        default: ""
        }
    }

    private func module(_ module: Entity) -> String {
        let isPublished = module.versions.last?.content.isSame(as: module.draft) ?? false
        return "module \(module.name) \(module.draft.code) \(module.versions.last?.number ?? 0) \(isPublished) "
            + "\(uses(of: module.id).count)"
    }

    private func action(_ action: Entity) -> String {
        let isDeployed = action.versions.last?.content.isSame(as: action.draft) ?? false
        return "action \(action.name) \(action.draft.code) \(action.status) \(action.versions.last?.number ?? 0) "
            + "\(isDeployed) \(action.draft.links.map { "\($0.moduleName)@\($0.number)" }.joined(separator: ","))"
    }

    private static let status = [
        "nameTaken": 409, "moduleNotFound": 404, "versionNotFound": 404, "nothingToPublish": 409, "inUse": 412,
        "actionNotFound": 404, "notBuilt": 400, "isBound": 409, "unknownModule": 400, "unknownModuleVersion": 400,
        "bindingWithoutAction": 400, "bindingNotDeployed": 400,
    ]
}
