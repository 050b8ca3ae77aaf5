import HTTPCore
import JSON
import Resources
import Routing
import Tenancy

/// What a test must not do.
enum GuardCalls {
    static let all = [
        ControlOperation(.get, "/__admin/guards", "what a tenant refuses", perform: list),
        ControlOperation(
            .put, "/__admin/guards",
            "sets it: `{\"guards\":[{\"refuse\":\"delete\"},{\"refuse\":\"write\",\"except\":[\"clients\"],"
                + "\"reason\":\"…\"}]}`; a guard may have `only` or `except` (families), `urlPathTemplate`, `reason`",
            perform: set),
        ControlOperation(.delete, "/__admin/guards", "refuses nothing any more", perform: clear),
    ]

    private static func list(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        answer(try call.oneTenant().settings.guards)
    }

    private static func set(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let object = try call.object()
        guard let items = object["guards"]?.items, object.members?.count == 1 else {
            throw ControlError(.badRequest, "The content must be an object with guards, a list, and nothing else.")
        }
        guard items.count <= 100 else { throw ControlError(.badRequest, "A tenant has at most 100 guards.") }
        let catalogue = call.responder.catalogue()
        var guards: [RequestGuard] = []
        for (index, item) in items.enumerated() {
            guards.append(try GuardReader(place: "guards[\(index)]", catalogue: catalogue).read(item))
        }
        try change(call, to: guards)
        return answer(guards)
    }

    private static func clear(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        try change(call, to: [])
        return ControlResponse.empty
    }

    /// As settings are changed.
    private static func change(_ call: ControlCall, to guards: [RequestGuard]) throws(ControlError) {
        let tenants = try call.tenants()
        if call.isForAll { call.directory.startOfTenants.settings.guards = guards }
        for tenant in tenants { tenant.withTenant { $0.settings.guards = guards } }
    }

    private static func answer(_ guards: [RequestGuard]) -> HTTPResponse {
        ControlResponse.json { writer in
            writer.beginObject()
            writer.key("guards")
            writer.beginArray()
            for guarding in guards { writer.requestGuard(guarding) }
            writer.endArray()
            writer.endObject()
        }
    }
}

/// One guard as it is written in a call.
private struct GuardReader {
    /// Where it stands, for people.
    let place: String
    let catalogue: Catalogue

    func read(_ value: JSONValue) throws(ControlError) -> RequestGuard {
        guard let members = value.members else { throw refusal("must be an object") }
        guard let refused = value.string("refuse").flatMap(RequestGuard.Refused.init(rawValue:)) else {
            let names = RequestGuard.Refused.allCases.map(\.rawValue).joined(separator: ", ")
            throw refusal(".refuse must be one of: \(names)")
        }
        var made = RequestGuard(refused)
        for member in members {
            switch member.key {
            case "refuse": continue
            case "only": made.only = try families(member)
            case "except": made.except = try families(member)
            case "urlPathTemplate": made.pathTemplate = try template(member)
            case "reason": made.reason = try text(member)
            default:
                throw refusal(" has no \(member.key); it has refuse, only, except, urlPathTemplate, reason")
            }
        }
        guard made.only == nil || made.except.isEmpty else { throw refusal(" has only or except, not both") }
        return made
    }

    private func text(_ member: JSONMembers.Member) throws(ControlError) -> String {
        guard let text = member.value.string, !text.isEmpty else {
            throw refusal(".\(member.key) must be a string that is not empty")
        }
        return text
    }

    /// As with families.
    private func template(_ member: JSONMembers.Member) throws(ControlError) -> String {
        let text = try text(member)
        let template = PathTemplate(text)
        let isKnown = catalogue.families.contains { family in
            family.operations.contains { template.meets(PathTemplate("/api/v2" + $0.path)) }
        }
        guard isKnown else { throw refusal(".\(member.key): there is no operation at \(text)") }
        return text
    }

    /// A slip of the pen in a name would have the guard sleep.
    private func families(_ member: JSONMembers.Member) throws(ControlError) -> [String] {
        let items = member.value.items.map(Array.init) ?? []
        let names = items.compactMap(\.string)
        guard !names.isEmpty, names.count == items.count else {
            throw refusal(".\(member.key) must be a list of families")
        }
        for name in names {
            let family = catalogue.family(String(name.prefix { $0 != "/" }))
            let isKnown = family?.operations.contains { RequestGuard(.write, only: [name]).isAbout($0.path) } ?? false
            guard isKnown else { throw refusal(".\(member.key): there is no family \(name)") }
        }
        return names
    }

    private func refusal(_ words: String) -> ControlError {
        ControlError(.badRequest, "\(place)\(words.first == "." || words.first == " " ? "" : " ")\(words).")
    }
}

extension JSONWriter {
    fileprivate mutating func requestGuard(_ guarding: RequestGuard) {
        beginObject()
        key("refuse")
        string(guarding.refused.rawValue)
        if let only = guarding.only {
            key("only")
            strings(only)
        }
        if !guarding.except.isEmpty {
            key("except")
            strings(guarding.except)
        }
        if let pathTemplate = guarding.pathTemplate {
            key("urlPathTemplate")
            string(pathTemplate)
        }
        if let reason = guarding.reason {
            key("reason")
            string(reason)
        }
        endObject()
    }
}
