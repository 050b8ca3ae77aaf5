package import JSON
package import Tenancy

/// What a tenant begins with, as a JSON document: the modules, actions, bindings and clients, in the API's names.
///
/// Everything a person need not care about may be left out: ids are made, times are those of the reading, runtimes the
/// trigger's. `publish` and `deploy` stand for a first version of what is written. Exports name everything.
package struct Seed: Sendable {
    package let content: TenantContent
    package let clients: [RegisteredClient]
    package let apis: [RegisteredAPI]
    /// Objects of the families: a group for each document, since a later one may change what an earlier one has made.
    private(set) var groups: [[ObjectItem]] = []
    /// All of them, in the documents' order.
    package var objects: [ObjectItem] { groups.flatMap(\.self) }
    /// Of the member that a seed may say anything in.
    static let commentKey: StaticString = "$comment"
    /// What is of no kind that is here, for people.
    let note: String?

    /// - Parameters:
    ///   - world: ids and times that the document leaves out.
    ///   - day: whose default runtimes actions get; nil for now.
    ///   - base: what is there already, and may be referred to.
    package init(
        _ document: JSONValue, _ world: TenantWorld, asOf day: Day? = nil, addingTo base: Seed = Seed(),
        _ forms: ObjectForms = .none, objects others: [ObjectItem] = []
    ) throws(SeedError) {
        let sections = try SeedSections(document, forms)
        note = DeployCount.line(sections.unknown)
        groups = base.groups + [sections.objects + others]
        var reader = SeedReader(base, world: world, day: day)
        try reader.readModules(document["modules"])
        try reader.readActions(document["actions"])
        try reader.readBindings(document["bindings"])
        reader.readClients(sections.registered)
        reader.readAPIs(document["apis"])
        var content = reader.content
        if let resources = document["resources"] { content.resources = try ResourceContent(resources) }
        self.content = content
        clients = reader.clients
        apis = reader.apis
    }

    /// Nothing.
    package init() {
        content = TenantContent()
        clients = []
        apis = []
        note = nil
    }

    /// A tenant that begins with this.
    package func tenant(_ settings: TenantSettings) throws(SeedError) -> Tenant {
        var settings = settings
        if !clients.isEmpty { settings.clients = clients }
        settings.apis += apis.filter { api in !settings.apis.contains { $0.audience == api.audience } }
        do throws(ContentConflict) {
            return try Tenant(settings: settings, content: content)
        } catch {
            throw SeedError(error)
        }
    }
}

extension SeedError {
    fileprivate init(_ conflict: ContentConflict) {
        switch conflict {
        case .repeatedID(let id): self.init("", "the id \(id) stands more than once")
        case .repeatedModuleName(let name): self.init("modules", "there is more than one module \(name)")
        case .unknownModuleVersion(let action, let module):
            self.init("actions", "\(action) uses a version of the module \(module) that is not there")
        case .unknownAction(let trigger): self.init("bindings", "\(trigger) binds an action that is not there")
        }
    }
}
