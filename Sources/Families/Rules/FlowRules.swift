import JSON
import Resources
import Tenancy

/// Reference extensibility-and-conventions.md section 5.
struct FlowRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        draft = draft.withoutEmpty
    }

    var views: ViewKinds { [.read, .item] }

    func view(
        _ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant
    ) {
        if kind == .item { tree = tree.without(["actions"]) }
        let wanted = call.queryTexts("hydrate") ?? []
        guard !wanted.isEmpty else { return }
        // SPEC names them and says no more (INFERRED).
        let forms = tenant.table("forms").all.filter { FormRules.flows(of: $0.tree).contains(document.id) }
        if wanted.contains("form_count") { tree["form_count"] = .int(forms.count) }
        if kind == .read, wanted.contains("forms") {
            tree["forms"] = .array(forms.map { $0.tree.only(["id", "name"]) })
        }
    }
}

/// Reference extensibility-and-conventions.md section 5.
struct FormRules: ResourceRules {
    /// Empty members go; what a form starts with it loses by a change alone.
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        draft = draft.withoutEmpty
        guard write.kind != .seed else { return }
        for flow in FormRules.flows(of: draft) where !tenant.table("flows").contains(flow) {
            throw Refusal(400, "Flow not found", .inferred)
        }
    }

    var views: ViewKinds { [.item] }

    func view(
        _ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant
    ) {
        let count = FormRules.flows(of: tree).count
        tree = tree.only(["id", "name", "created_at", "updated_at", "embedded_at", "submitted_at"])
        // Without being asked for (RECORDED 2026).
        tree["flow_count"] = .int(count)
        tree = tree.ordered(["id", "name", "flow_count"])
    }

    /// The flows that a form's nodes run, each once.
    static func flows(of form: JSONTree) -> [String] {
        var found: [String] = []
        for node in form["nodes"]?.items ?? [] where node["type"]?.string == "FLOW" {
            guard let flow = node[path: "config.flow_id"]?.string, !found.contains(flow) else { continue }
            found.append(flow)
        }
        return found
    }
}

/// Reference extensibility-and-conventions.md section 5.
struct VaultConnectionRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        draft = draft.withoutEmpty
        if let setup = draft["setup"] {
            draft["ready"] = true
            draft["account_name"] = VaultConnectionRules.accountName(setup).map { .string($0) }
        }
        draft.fill(from: ["ready": false])
        let isNamed = draft["name"]?.string != write.oldTree?["name"]?.string
        if isNamed || draft["setup"] != nil { draft["fingerprint"] = .string(write.call.ids.hex(32)) }
    }

    /// What is shown of a bearer token (RECORDED); of short ones, and of other secrets, nothing (INFERRED).
    private static func accountName(_ setup: JSONTree) -> String? {
        guard setup["type"]?.string == "BEARER", let token = setup["token"]?.string else { return nil }
        return token.count > 6 ? "Bearer \(token.prefix(3))***\(token.suffix(3))" : "Bearer ***"
    }

    var views: ViewKinds { [.created, .changed, .item] }

    func view(
        _ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant
    ) {
        guard kind != .item else {
            tree = tree.without(["account_name"]).ordered(["id", "name", "app_id"])
            return
        }
        guard tree["ready"]?.bool == false else { return }
        let fingerprint = tree["fingerprint"]
        tree["fingerprint"] = nil
        tree["refreshed_at"] = .null
        tree["fingerprint"] = fingerprint
    }
}

extension JSONTree {
    /// Without the members that are null, or objects or arrays with nothing in them.
    var withoutEmpty: JSONTree {
        guard let members else { return self }
        return .object(
            members.filter { member in
                let value = member.value
                return !value.isNull && value.members?.isEmpty != true && value.items?.isEmpty != true
            })
    }
}
