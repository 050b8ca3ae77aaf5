import JSON
import Resources
import Tenancy

/// How the login's screens are drawn (reference tenant-settings.md 4).
enum RenderingActs {
    static let screens = Resource(
        "prompts/rendering", path: "prompts/{prompt}/screen/{screen}/rendering", .keyed(unset: nil),
        order: .members(
            "tenant prompt screen rendering_mode context_configuration default_head_tags_disabled head_tags filters "
                + "use_page_template"),
        defaults: [
            .init(
                #"{"rendering_mode":"standard","context_configuration":[],"default_head_tags_disabled":false,"#
                    + #""head_tags":[]}"#),
            .init(#"{"filters":null,"use_page_template":false}"#, since: Day(rawValue: "2025-02-01")),
        ],
        patch: .init(
            keepsNull: "rendering_mode context_configuration default_head_tags_disabled head_tags filters "
                + "use_page_template"),
        rules: RenderingRules())

    /// INFERRED of a screen that nobody wrote.
    static func read(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        if let found = try? screens.document(call, &tenant) { return Answer(200, found.text) }
        var tree = RenderingRules.names(call, tenant)
        tree.fill(from: screens.defaults(on: call.settings.asOf))
        return Answer(200, tree)
    }

    static func patch(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        try write(call, &tenant)
        return Answer(200, (call.body ?? .emptyObject).withoutNulls)
    }

    /// Each screen as if alone; the answer is the request (RECORDED 3).
    static func patchAll(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        for config in call.body?["configs"]?.items ?? [] {
            let names = [config["prompt"]?.string ?? "", config["screen"]?.string ?? ""]
            try write(call.with(parameters: names, body: config.without(["prompt", "screen"])), &tenant)
        }
        return Answer(200, call.body ?? .emptyObject)
    }

    /// Nothing of a screen refuses any more.
    private static func write(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) {
        if (try? screens.document(call, &tenant)) == nil {
            try screens.insert(call, .create, &tenant)
        } else {
            try screens.update(call, .patch, &tenant)
        }
    }

    /// Those that were ever written (RECORDED 1).
    static func list(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        tenant.fillTable(screens.name)
        let form = ListForm("configs", offset: "configs start limit total")
        let filters = ["prompt", "screen", "rendering_mode"].compactMap { name in
            call.queryText(name).map { (name, $0) }
        }
        let found = tenant.table(screens.name).all.map(\.tree).filter { tree in
            filters.allSatisfy { tree[$0.0]?.string == $0.1 }
        }
        let fields = FieldPick(call, form.fields)
        return try form.answer(found, call, id: { $0["screen"]?.string ?? "" }) { tree in
            let shown = tree.without(["tenant"])
            return fields?.picked(shown) ?? shown
        }
    }
}

struct RenderingRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        draft.fill(from: RenderingRules.names(write.call, tenant))
    }

    /// These two are stored as jsonb (RECORDED 40).
    func order(_ draft: inout JSONTree, _ write: Write) {
        for member in ["head_tags", "filters"] { draft[member] = draft[member]?.jsonbOrdered }
    }

    static func names(_ call: ResourceCall, _ tenant: Tenant) -> JSONTree {
        [
            "tenant": .string(tenant.facts.name), "prompt": .string(call.parameters.first ?? ""),
            "screen": .string(call.parameters.last ?? ""),
        ]
    }
}

/// Templates for parts of screens.
struct PartialRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        guard tenant.table("custom-domains").count > 0 else { throw DomainActs.needed }
        draft = PartialRules.withoutEmpty(draft)
    }

    /// Screens by name, and what they hold as jsonb keeps it (RECORDED 107 of 107).
    func order(_ draft: inout JSONTree, _ write: Write) {
        let screens = (draft.members ?? []).sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        draft = .object(screens.map { .init($0.key, $0.value.jsonbOrdered) })
    }

    var views: ViewKinds { [.changed] }

    func view(_ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant) {
        tree = PartialRules.withoutEmpty(call.body ?? .emptyObject)
    }

    private static func withoutEmpty(_ tree: JSONTree) -> JSONTree {
        .object((tree.members ?? []).filter { !($0.value.members?.isEmpty ?? false) })
    }
}
