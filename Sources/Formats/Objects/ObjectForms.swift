import JSON
package import Resources
package import Tenancy

/// What seeds and exports need to know of the families: which sections there are, and who carries out operations.
package struct ObjectForms: Sendable {
    package let sections: [SeedSection]
    let catalogue: Catalogue
    let services: Services
    let initialDocuments: InitialDocuments?
    private let byKey: [String: SeedSection]
    /// Of sections at the top, by resource.
    private let byResource: [String: SeedSection]

    package init(
        _ sections: [SeedSection], _ catalogue: Catalogue, services: Services = Services(),
        initialDocuments: InitialDocuments? = nil
    ) {
        self.sections = sections
        self.catalogue = catalogue
        self.services = services
        self.initialDocuments = initialDocuments
        byKey = Dictionary(sections.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        byResource = Dictionary(sections.map { ($0.resource, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Of modules and actions alone.
    package static let none = ObjectForms([], Catalogue([]))
    var isNone: Bool { sections.isEmpty }

    func section(_ key: String) -> SeedSection? { byKey[key] }
    func section(of resource: String) -> SeedSection? { byResource[resource] }

    /// Nil for one that no family has.
    func operation(_ operation: SeedSection.Operation) -> FamilyOperation? {
        let name = operation.path.dropFirst().prefix { $0 != "/" }
        return catalogue.family(String(name))?.operation(operation.method, operation.path)
    }

    /// Sections whose operations no family has, parts included: mistakes, for a test to find.
    package var strays: [String] {
        func strays(_ section: SeedSection) -> [String] {
            let operations = [section.make] + [section.change].compactMap(\.self)
            return operations.filter { operation($0)?.binding == nil }.map { "\($0.method) \($0.path)" }
                + (catalogue.resource(section.resource) == nil ? [section.resource] : [])
                + section.parts.flatMap(strays)
        }
        return sections.flatMap(strays)
    }

    /// A call of nobody in particular, who may do anything.
    func call(_ tenant: Tenant, _ world: TenantWorld, _ parameters: [String] = [], _ body: JSONTree? = nil)
        -> ResourceCall
    {
        let origin = tenant.facts.origin.isEmpty ? "https://\(tenant.facts.name).localhost" : tenant.facts.origin
        let scheme = origin.hasPrefix("http://") ? "http://" : "https://"
        return ResourceCall(
            parameters: parameters, body: body, now: world.now(), world: world, scheme: scheme,
            authority: String(origin.dropFirst(scheme.count)), services: services, settings: tenant.sharedSettings,
            catalogue: catalogue)
    }
}

extension FamilyOperation {
    func perform(_ call: ResourceCall, _ tenant: inout Tenant) throws(Refusal) -> Answer {
        guard let binding else { throw Refusal(501, "it is not emulated", .own) }
        return try binding.perform(call, &tenant)
    }

    /// The members that its body may have; nil where the schema does not say.
    var bodyMembers: Set<String>? {
        let names = body.propertyNames
        return names.isEmpty ? nil : names
    }
}
