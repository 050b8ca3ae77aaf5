package import JSON
package import Tenancy

/// The forms that a document may have: our own, and the deploy CLI's configuration.
extension Seed {
    /// What a document makes.
    package struct Start: Sendable {
        /// For others to add to.
        package let seed: Seed
        /// Its objects are made when it is first used.
        package let tenant: Tenant
        /// The same with its objects, as another tenant would have them.
        package let sown: Tenant
        /// What was left out of it, for people.
        package var notes: [String]
    }

    /// Reads a document of either form and begins a tenant with it.
    ///
    /// - Parameters:
    ///   - isYAML: which form it is where the document itself does not say it.
    ///   - world: ids and times that the document leaves out.
    ///   - base: what is there already, and may be referred to.
    ///   - forms: of the families' objects.
    ///   - checks: whether the objects are tried; a document that has been tried need not be.
    ///   - readFile: the content of a file of the configuration; its errors need no path.
    /// - Throws: `SeedError` with a path of the document as it was given.
    package static func start(
        _ document: JSONValue, isYAML: Bool, _ settings: TenantSettings, _ world: TenantWorld,
        addingTo base: Start? = nil, _ forms: ObjectForms = .none, checks: Bool = true,
        readFile: @escaping (CodePath) throws(SeedError) -> String
    ) throws(SeedError) -> Start {
        let (old, day) = (base?.seed ?? Seed(), settings.asOf)
        guard DeployConfiguration.isOne(document, isYAML: isYAML, forms) else {
            let seed = try Seed(document, world, asOf: day, addingTo: old, forms)
            return try seed.start(settings, base, forms, checks: checks)
        }
        let configuration = DeployConfiguration(
            document, bindable: old.content.actions.map(\.name), forms, readFile: readFile)
        let seed = try configuration.seed()
        let objects = try configuration.objects()
        do throws(SeedError) {
            let seed = try Seed(seed, world, asOf: day, addingTo: old, objects: objects)
            var start = try seed.start(settings, base, forms, checks: checks)
            start.notes = configuration.notes + start.notes
            return start
        } catch {
            throw SeedError(configuration.path(ofSeed: error.path), error.reason)
        }
    }

    private func start(
        _ settings: TenantSettings, _ base: Start?, _ forms: ObjectForms, checks: Bool
    ) throws(SeedError) -> Start {
        var tenant = try tenant(settings)
        var notes = [note].compactMap(\.self)
        guard groups.contains(where: { !$0.isEmpty }) else {
            return Start(seed: self, tenant: tenant, sown: tenant, notes: notes)
        }
        var sown = tenant
        sown.initialDocuments = forms.initialDocuments
        if checks {
            let world = TenantWorld.trial()
            // What came before has been tried.
            if let base, content.resources.isEmpty { sown.takeObjects(of: base.sown) }
            for group in content.resources.isEmpty ? [] : groups.dropLast() {
                var sower = ObjectSower(forms, world, checks: false)
                try sower.sow(group, &sown)
            }
            var sower = ObjectSower(forms, world, checks: true)
            try sower.sow(groups.last ?? [], &sown)
            if let line = sower.note { notes.append(line) }
        }
        tenant.sowing = Sowing { [groups] tenant, world in
            for group in groups {
                // Each knows what the documents before it have made, as the trial did.
                var sower = ObjectSower(forms, world, checks: false)
                try? sower.sow(group, &tenant)
            }
        }
        return Start(seed: self, tenant: tenant, sown: sown, notes: notes)
    }
}
