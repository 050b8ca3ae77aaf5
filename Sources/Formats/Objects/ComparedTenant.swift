import JSON
import Resources
import Tenancy

/// A tenant beside itself when it was new: what it has of itself, and nobody changed, is in no export.
struct ComparedTenant {
    var tenant: Tenant
    /// When it was new.
    private(set) var new: Tenant
    private let forms: ObjectForms
    private let world = TenantWorld.trial()

    init(_ tenant: Tenant, _ forms: ObjectForms) {
        self.forms = forms
        self.tenant = tenant
        self.tenant.initialDocuments = tenant.initialDocuments ?? forms.initialDocuments
        new = Tenant(settings: tenant.settings)
        new.facts = tenant.facts
        new.initialDocuments = self.tenant.initialDocuments
    }

    /// All documents of a resource, each with what it was when the tenant was new, if it was.
    mutating func documents(_ resource: String) -> [(document: Document, new: Document?)] {
        tenant.fillTable(resource)
        new.fillTable(resource)
        let before = new.table(resource)
        return tenant.table(resource).all.map { ($0, before.document($0.id)) }
    }

    /// Those that a new tenant has not, or not so.
    mutating func changed(_ resource: String) -> [Document] {
        documents(resource).filter { !ComparedTenant.isSame($0.document, $0.new) }.map(\.document)
    }

    static func isSame(_ document: Document, _ new: Document?) -> Bool {
        new.map { $0.text == document.text && $0.sealed == document.sealed } ?? false
    }

    /// What an operation that reads answers, and what it would of a new tenant; nil where it answers nothing.
    mutating func answers(of read: FamilyOperation) -> (now: [UInt8], new: [UInt8]?)? {
        guard let answer = try? read.perform(forms.call(tenant, world), &tenant), !answer.body.isEmpty else {
            return nil
        }
        return (answer.body, (try? read.perform(forms.call(new, world), &new))?.body)
    }

    /// Resources that have changed and that nothing holds, and how many documents of each. What tells of what happened,
    /// and what is made by being read, is nobody's loss.
    mutating func left(besides held: Set<String>) -> [(resource: String, count: Int)] {
        var left: [(resource: String, count: Int)] = []
        for resource in forms.catalogue.families.flatMap(\.resources)
        where !held.contains(resource.name) && !resource.isRecord && !resource.isMadeByReading {
            let count = changed(resource.name).count
            if count > 0 { left.append((resource.name, count)) }
        }
        return left
    }
}
