import JSON
import Resources
import Tenancy

/// Reference extensibility-and-conventions.md section 2.
struct SelfServiceProfileRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        // `null` empties the list instead of removing it.
        draft.fill(from: ["user_attributes": []])
        if draft["user_attribute_profile_id"] != nil, !(draft["user_attributes"]?.items ?? []).isEmpty {
            throw .body("user_attributes and user_attribute_profile_id are mutually exclusive", .client)
        }
    }

    func removed(_ document: Document, _ call: ResourceCall, _ tenant: inout Tenant) {
        // The one language and the one page there are (SPEC).
        tenant.withTable("self-service-profiles/custom-text") { _ = $0.remove("\(document.id)/en/get-started") }
    }
}
