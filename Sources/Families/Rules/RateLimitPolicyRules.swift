import JSON
import Resources
import Tenancy

/// Times of these have up to six digits, without zeros at the end (RECORDED 38).
struct RateLimitPolicyRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        var text = write.call.now.text(digits: 6).dropLast()
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        let now = JSONTree.string(String(text) + "Z")
        if draft["created_at"] == nil { draft["created_at"] = now }
        draft["updated_at"] = now
    }
}
