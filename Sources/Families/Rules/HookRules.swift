import JSON
import Resources
import Tenancy

/// Reference extensibility-and-conventions.md section 6.
struct HookRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        guard let name = draft["name"]?.string else { return }
        draft["name"] = .string(HookRules.kebab(name))
    }

    var views: ViewKinds { [.read] }

    /// A single hook has its trigger last (RECORDED 19).
    func view(
        _ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant
    ) {
        tree = tree.ordered(["id", "name", "script", "dependencies", "enabled", "triggerId"])
    }

    /// The words of a name in lower case, joined by hyphens: a word ends where letters and digits meet (RECORDED), at
    /// whatever is neither, and before a capital (INFERRED).
    static func kebab(_ name: String) -> String {
        var words: [String] = []
        var last: UInt8 = 0
        for byte in name.utf8 {
            let isDigit = (0x30...0x39).contains(byte)
            let isUpper = (0x41...0x5A).contains(byte)
            guard isDigit || isUpper || (0x61...0x7A).contains(byte) else {
                last = 0
                continue
            }
            let letter = String(UnicodeScalar(isUpper ? byte | 0x20 : byte))
            let followsDigit = (0x30...0x39).contains(last)
            let followsLower = (0x61...0x7A).contains(last)
            if last == 0 || followsDigit != isDigit || (isUpper && followsLower) {
                words.append(letter)
            } else {
                words[words.count - 1] += letter
            }
            last = byte
        }
        return words.joined(separator: "-")
    }
}

/// Reference extensibility-and-conventions.md section 6.
struct RuleRules: ResourceRules {
    /// A rule runs last unless it says when.
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        guard draft["order"] == nil else { return }
        let highest = tenant.table("rules").all.compactMap { $0.tree["order"]?.int }.max() ?? 0
        draft["order"] = .int(highest == .max ? highest : highest + 1)
    }
}

/// Reference extensibility-and-conventions.md section 6.
struct RulesConfigRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        draft["key"] = .string(write.call.parameters.last ?? "")
    }

    var views: ViewKinds { [.changed] }

    /// A value is answered once, to whoever sets it.
    func view(
        _ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant
    ) {
        tree["value"] = document.sealedTree["value"]
    }

    /// All of them, whatever page is asked for (RECORDED 15).
    static func list(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        Answer(200, .array(tenant.table("rules-configs").all.map(\.tree)))
    }
}
