import Resources
import Tenancy

/// What a tenant has and an export of it does not, told in the export's own comment.
struct ObjectRest {
    private var counts: [DeployCount] = []
    private var never = ObjectRest.ofAllForms

    /// Objects that no section is of; what tells of what happened is none.
    init(_ tenant: ComparedTenant, _ forms: ObjectForms) {
        func resources(_ section: SeedSection) -> [String] { [section.resource] + section.parts.flatMap(resources) }
        let held = Set(forms.sections.flatMap(resources))
        var tenant = tenant
        for (resource, count) in tenant.left(besides: held) { add(resource, count) }
    }

    mutating func add(_ kind: String, _ count: Int) {
        if count > 0 { counts.append(DeployCount(kind: kind, count: count)) }
    }

    /// Says of a form that it never has something.
    mutating func lacks(_ what: String) { never.append(what) }

    /// What no request can bring, so that no form has it.
    private static let ofAllForms = [
        "times", "passwords and linked identities", "private keys, certificates and how clients authenticate with them",
        "what the tenant draws anew (texts for verification, tickets, fingerprints)",
        "that something which every new tenant has was deleted",
        "phone factors of a tenant whose phone experience is consolidated",
    ]

    /// For people.
    var lines: [String] {
        let parts = counts.map { "\($0.kind) (\($0.count))" }
        let here = parts.isEmpty ? [] : ["Of this tenant there is no place here for \(parts.joined(separator: ", "))."]
        return here + ["Never here: \(never.joined(separator: "; "))."]
    }
}
