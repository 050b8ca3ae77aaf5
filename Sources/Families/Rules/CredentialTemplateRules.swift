import JSON
import Resources
import Tenancy

/// SPEC: a change may name a version, which no answer has.
struct CredentialTemplateRules: ResourceRules {
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        draft["version"] = nil
    }
}
