/// Creating, reading, changing and deleting modules (reference 3.1 to 3.5).
extension Tenant {
    /// - Parameter publishingAs: the id of version 1 when the module is to be published at once.
    /// - Throws: `nameTaken`, then `moduleLimitReached` (order assumed).
    package mutating func createModule(
        name: String, draft: ModuleDraft, publishingAs versionID: ModuleVersionID?, id: ModuleID, at now: Instant
    ) throws(ModuleError) -> Module {
        guard !table.contains(name: name) else { throw .nameTaken }
        if let limit = settings.limits.modules, table.count >= limit { throw .moduleLimitReached(limit) }
        let secrets = Tenant.merged(draft.secrets, into: [], at: now)
        let content = ModuleContent(code: draft.code, dependencies: draft.dependencies, secrets: secrets)
        var module = Module(id: id, name: name, draft: content, createdAt: now, updatedAt: now)
        if let versionID {
            module.versions = [
                ModuleVersion(id: versionID, moduleID: id, number: 1, content: content, createdAt: now)
            ]
        }
        table.append(module)
        return module
    }

    package func module(_ id: ModuleID) throws(ModuleError) -> Module {
        table[try place(of: id)]
    }

    /// Oldest first (INFERRED, reference 3.1).
    package func modules(_ page: PageRequest) -> Page<Module> {
        Page(table.slice(offset: page.offset, count: page.size), of: table.count, page)
    }

    /// An empty patch changes nothing, not even `updatedAt` (assumed); any other moves it, whatever its content.
    package mutating func patchModule(
        _ id: ModuleID, _ patch: ModulePatch, at now: Instant
    ) throws(ModuleError) -> Module {
        let place = try place(of: id)
        guard !patch.isEmpty else { return table[place] }
        if let code = patch.code { table[place].draft.code = code }
        if let dependencies = patch.dependencies { table[place].draft.dependencies = dependencies }
        if let secrets = patch.secrets {
            table[place].draft.secrets = Tenant.merged(secrets, into: table[place].draft.secrets, at: now)
        }
        table[place].updatedAt = now
        return table[place]
    }

    /// Names that stay keep their place, new ones come after them, the rest goes; all that come with a value get
    /// the time of the change.
    /// RECORDED for actions, assumed for modules (reference 3.4).
    static func merged(_ new: [NewSecret], into old: [Secret], at now: Instant) -> [Secret] {
        guard !old.isEmpty else {
            return new.map { Secret(name: $0.name, value: $0.value ?? SecretValue(""), updatedAt: now) }
        }
        // Names are distinct within a request and within a draft.
        let (newPlaces, oldPlaces) = (NameIndex(new.map(\.name)), NameIndex(old.map(\.name)))
        let kept = old.compactMap { secret -> Secret? in
            guard let place = newPlaces.place(of: secret.name) else { return nil }
            // One that comes without a value stays as it is, time and all (RECORDED for actions).
            guard let value = new[place].value else { return secret }
            return Secret(name: secret.name, value: value, updatedAt: now)
        }
        let added = new.filter { oldPlaces.place(of: $0.name) == nil }.map {
            Secret(name: $0.name, value: $0.value ?? SecretValue(""), updatedAt: now)
        }
        return kept + added
    }

    /// Versions go with the module (INFERRED).
    package mutating func deleteModule(_ id: ModuleID) throws(ModuleError) {
        let place = try place(of: id)
        guard table[place].uses.isEmpty else { throw .inUse }
        table.remove(at: place)
    }
}
