import JSON
import Resources
import Tenancy

/// Reference extensibility-and-conventions.md section 1.
struct NetworkACLRules: ResourceRules {
    static let malformed = Refusal(
        400, "Network ACL id is not a valid ACL ID in the form 'acl_XXXXXXXXXXXXXXXXXXXXXX'", "invalid_uri",
        rule: "id", .recorded)

    /// An id of today, or a UUID, which ids were until the spring of 2025 (RECORDED).
    static let isName: @Sendable (String) -> Bool = { name in
        if name.hasPrefix("acl_") { return name.utf8.count == 26 }
        return UniqueID(name) != nil
    }

    private static let curatedLists = ["auth0.low_reputation", "auth0.icloud_relay_proxy"]

    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        guard let rule = draft["rule"] else { return }
        for name in ["match", "not_match"] {
            for member in rule[name]?.members ?? [] { try check(member, of: name) }
        }
        guard rule["match"] != nil || rule["not_match"] != nil else { throw Self.unfit("rule") }
        let action = rule["action"]
        let kinds = ["block", "allow", "log", "redirect"].filter { action?[$0] != nil }
        guard kinds.count == 1 else { throw Self.unfit("rule.action") }
        if kinds == ["redirect"], action?["redirect_uri"] == nil {
            throw .body("Payload validation error: Action type of `redirect` requires a `redirect_uri`", .recorded)
        }
    }

    /// No value is repeated, and a curated list is one that there is; nothing else is looked at (RECORDED).
    private func check(_ member: JSONTree.Member, of condition: String) throws(Refusal) {
        var seen: [String: Int] = [:]
        for (index, item) in (member.value.items ?? []).enumerated() {
            let text = item.string ?? String(decoding: item.bytes, as: UTF8.self)
            if let first = seen.updateValue(index, forKey: text) {
                throw .body(
                    "Payload validation error: 'Array items are not unique (indexes \(first) and \(index))' "
                        + "on property rule.\(condition).\(member.key).", .recorded)
            }
        }
        guard member.key == "auth0_managed" else { return }
        let unknown = (member.value.strings ?? []).filter { !Self.curatedLists.contains($0) }
        guard unknown.isEmpty else {
            throw .body(
                "Invalid curated list name(s): \(unknown.joined(separator: ", ")). Allowed curated list names are: "
                    + Self.curatedLists.joined(separator: ", "), .recorded)
        }
    }

    private static func unfit(_ path: String) -> Refusal {
        .body("Payload validation error: 'None of the valid schemas were met' on property \(path).", .inferred)
    }

    /// Until the spring of 2025 ids were UUIDs, and stood first (RECORDED, 13 February 2025).
    private func isOld(_ call: ResourceCall) -> Bool {
        guard let day = call.settings.asOf, let change = Day(rawValue: "2025-04-01") else { return false }
        return day < change
    }

    func id(_ draft: JSONTree, _ write: Write, _ tenant: Tenant) -> String? {
        isOld(write.call) ? write.call.ids.id(.uuid) : nil
    }

    func stored(_ new: MadeDocument, insteadOf old: Document?, _ write: Write, _ tenant: inout Tenant) {
        tenant.forgetNetworkACLs()
    }

    func removed(_ document: Document, _ call: ResourceCall, _ tenant: inout Tenant) { tenant.forgetNetworkACLs() }

    var views: ViewKinds { [.created, .read, .changed, .item] }

    func view(
        _ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant
    ) {
        if kind == .read {
            tree["tenant_id"] = .string(tenant.facts.name)
            let id = tree["id"]
            tree["id"] = nil
            tree["deleted_at"] = .null
            tree["id"] = id
            tree = tree.ordered(["tenant_id"])
        }
        if isOld(call) { tree = tree.ordered(["id"]) }
    }
}
