import Ground
import JSON
import Resources
import Tenancy

struct EmailProviderRules: ResourceRules {
    /// Members of credentials that are never shown, whatever the provider.
    static let hidden = [
        "api_key", "accessKeyId", "secretAccessKey", "smtp_pass", "connectionString", "tenantId", "clientId",
        "clientSecret",
    ]

    /// Members of each provider's credentials (SPEC has them without the names of the providers).
    private static let credentials = [
        "mailgun": "api_key domain region", "mandrill": "api_key", "sendgrid": "api_key", "resend": "api_key",
        "ses": "accessKeyId secretAccessKey region", "sparkpost": "api_key region",
        "smtp": "smtp_host smtp_port smtp_user smtp_pass", "azure_cs": "connectionString",
        "ms365": "tenantId clientId clientSecret",
    ]

    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        if let known = EmailProviderRules.credentials[draft["name"]?.string ?? ""] {
            try write.checkForeign("credentials", known: known.words)
        }
        if write.kind == .create, let old = tenant.table("emails/provider").document("") {
            let name = old.tree["name"]?.string ?? ""
            throw Refusal(409, "An email provider is already configured: \(name)", .issue)
        }
        // Settings are those of a provider (RECORDED 3).
        let isOther = write.oldTree.map { $0["name"] != draft["name"] } ?? false
        if isOther, write.request["settings"] == nil { draft["settings"] = nil }
    }

    var views: ViewKinds { [.read] }

    /// SPEC: without `fields` there are two members.
    func view(_ tree: inout JSONTree, _ kind: ViewKind, _ document: Document, _ call: ResourceCall, _ tenant: Tenant) {
        if call.queryTexts("fields")?.isEmpty ?? true { tree = tree.only(["name", "enabled"]) }
    }
}

struct EmailTemplateRules: ResourceRules {
    /// The path names it, whatever the body says.
    func prepare(_ draft: inout JSONTree, _ write: Write, _ tenant: Tenant) throws(Refusal) {
        if let old = write.old { draft["template"] = .string(old.id) }
    }
}
