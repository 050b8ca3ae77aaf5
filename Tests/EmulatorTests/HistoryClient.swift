import JSON
import Synchronization
import Tenancy
import TestSupport

/// Does a model's step by a call over a socket of its own, and says what came of it.
struct HistoryClient: Sendable {
    let port: UInt16
    let tenant: String
    let client: Int
    let clock: HistoryClock

    private static let modules = "/api/v2/actions/modules"
    private static let actions = "/api/v2/actions/actions"

    func take(_ step: ModelStep) throws -> HistoryEvent {
        let (method, path, body) = HistoryClient.call(step)
        let socket = try RawClient(port: port)
        let start = clock.tick()
        socket.send(
            "\(method) \(path) HTTP/1.1\r\nHost: \(tenant).localhost\r\nAuthorization: Bearer t\r\n"
                + "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n"
                + body)
        let text = try socket.readToEnd()
        let end = clock.tick()
        let status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        let content = text.firstRange(of: "\r\n\r\n").map { Array(text[$0.upperBound...].utf8) } ?? []
        let json = (try? JSONParser.parse(content)) ?? .null
        return HistoryEvent(
            client: client, step: step, ids: HistoryClient.ids(json), answer: HistoryClient.answer(step, status, json),
            start: start, end: end)
    }

    private static func call(_ step: ModelStep) -> (method: String, path: String, body: String) {
        switch step {
        case .createModule(let name, let draft, let publishes):
            ("POST", modules, #"{"name":"\#(name)","code":"\#(draft.code.escaped)","publish":\#(publishes)}"#)
        case .patchModule(let id, let patch): ("PATCH", "\(modules)/\(id)", body(patch.code))
        case .deleteModule(let id): ("DELETE", "\(modules)/\(id)", "")
        case .publishModule(let id): ("POST", "\(modules)/\(id)/versions", "")
        case .readModule(let id): ("GET", "\(modules)/\(id)", "")
        case .listModules: ("GET", modules, "")
        case .createAction(let patch, let deploys): ("POST", actions, body(patch, deploys))
        case .deployAction(let id): ("POST", "\(actions)/\(id)/deploy", "")
        case .readAction(let id): ("GET", "\(actions)/\(id)", "")
        case .deleteAction(let id, let force): ("DELETE", "\(actions)/\(id)?force=\(force)", "")
        case .patchAction(let id, let patch): ("PATCH", "\(actions)/\(id)", body(patch.code))
        case .replaceBindings(let trigger, let new):
            ("PATCH", "/api/v2/actions/triggers/\(trigger)/bindings", body(new))
        case .listBindings(let trigger, _): ("GET", "/api/v2/actions/triggers/\(trigger)/bindings", "")
        default: ("GET", "/", "")
        }
    }

    private static func body(_ code: SourceCode?) -> String { #"{"code":"\#(code?.escaped ?? "")"}"# }

    private static func body(_ patch: ActionPatch, _ deploys: Bool) -> String {
        let modules = (patch.modules ?? []).map {
            #"{"module_id":"\#($0.moduleID.value)","module_version_id":"\#($0.versionID.value)"}"#
        }
        return #"{"name":"\#(patch.name ?? "")","code":"\#(patch.code?.escaped ?? "")","deploy":\#(deploys),"#
            + #""supported_triggers":[{"id":"post-login","version":"v3"}],"#
            + #""modules":[\#(modules.joined(separator: ","))]}"#
    }

    private static func body(_ bindings: [NewBinding]) -> String {
        let items = bindings.map { binding in
            guard case .actionName(let name) = binding.action else { return "{}" }
            return #"{"ref":{"type":"action_name","value":"\#(name)"}}"#
        }
        return #"{"bindings":[\#(items.joined(separator: ","))]}"#
    }

    /// Ids in the order in which the model takes them, and enough of others.
    private static func ids(_ json: JSONValue) -> [UniqueID] {
        let versions = [json["latest_version"], json["deployed_version"]].compactMap { $0?.string("id") }
        let bindings = json["bindings"]?.list.compactMap { $0.string("id") } ?? []
        let found = ([json.string("id")].compactMap { $0 } + versions + bindings).compactMap { UniqueID($0) }
        return found + (0..<3).map { UniqueID.version4(high: 0, low: $0) }
    }

    /// The words of `ReferenceModel.answer`.
    private static func answer(_ step: ModelStep, _ status: Int, _ json: JSONValue) -> String {
        guard (200...299).contains(status) else { return "refused \(status)" }
        func text(_ value: JSONValue?) -> String {
            value?.string ?? value?.number?.text ?? value?.bool.map { "\($0)" } ?? "0"
        }
        func words(_ first: String, _ keys: [JSONKey]) -> String {
            ([first] + keys.map { text(json[$0]) }).joined(separator: " ")
        }
        switch step {
        case .deleteModule, .deleteAction: return "done"
        case .publishModule: return words("version", ["version_number", "code"])
        case .deployAction: return words("version", ["number", "code"])
        case .listModules:
            return (["list"] + (json["modules"]?.list ?? []).map { text($0["name"]) }).joined(separator: " ")
        case .replaceBindings, .listBindings:
            return (["bindings"] + (json["bindings"]?.list ?? []).map { text($0["action"]?["name"]) })
                .joined(separator: " ")
        case .createModule, .patchModule, .readModule:
            let number = text(json["latest_version"]?["version_number"])
            return words("module", ["name", "code"])
                + " \(number) \(text(json["all_changes_published"])) \(text(json["actions_using_module_total"]))"
        default:
            let number = text(json["deployed_version"]?["number"])
            let links = (json["modules"]?.list ?? []).map {
                "\(text($0["module_name"]))@\(text($0["module_version_number"]))"
            }
            return words("action", ["name", "code", "status"])
                + " \(number) \(text(json["all_changes_deployed"])) \(links.joined(separator: ","))"
        }
    }
}

/// Numbers beginnings and ends in the order in which they happen.
final class HistoryClock: Sendable {
    private let next = Atomic<Int>(0)

    func tick() -> Int {
        next.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue
    }
}
