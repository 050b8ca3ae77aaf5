/// Creating, reading, changing and deleting modules (reference 3.1 to 3.5).
extension Tenant {
    /// - Parameter publishingAs: the id of version 1 when the module is to be published at once.
    /// - Throws: `nameTaken`, then `moduleLimitReached` (order assumed).
    package mutating func createModule(
        name: String, draft: ModuleDraft, publishingAs versionID: ModuleVersionID?, id: ModuleID, at now: Instant
    ) throws(ModuleError) -> Module {
        let secrets = [].replaced(by: draft.secrets, at: now)
        let content = ModuleContent(code: draft.code, dependencies: draft.dependencies, secrets: secrets)
        let versions = versionID.map {
            [ModuleVersion(id: $0, moduleID: id, number: 1, content: content, createdAt: now)]
        }
        let module = Module(
            id: id, name: name, draft: content, createdAt: now, updatedAt: now,
            versions: ChunkedList(versions ?? []))
        // Last, beside the insertion: the two look into indexes that are seldom in the processor's cache, and it waits
        // for both at once.
        guard !modules.contains(name: name) else { throw .nameTaken }
        if let limit = settings.limits.modules, modules.count >= limit { throw .moduleLimitReached(limit) }
        modules.append(module)
        return module
    }

    package func module(_ id: ModuleID) throws(ModuleError) -> Module {
        modules[try place(of: id)]
    }

    /// Oldest first (INFERRED, reference 3.1).
    package func modules(_ page: PageRequest) -> Page<Module> {
        Page(modules.slice(offset: page.offset, count: page.size), of: modules.count, page)
    }

    /// An empty patch changes nothing, not even `updatedAt` (assumed); any other moves it, whatever its content.
    package mutating func patchModule(
        _ id: ModuleID, _ patch: ModulePatch, at now: Instant
    ) throws(ModuleError) -> Module {
        let place = try place(of: id)
        let module = modules[place]
        guard !patch.isEmpty else { return module }
        var draft = module.draft
        if let code = patch.code { draft.code = code }
        if let dependencies = patch.dependencies { draft.dependencies = dependencies }
        if let secrets = patch.secrets { draft.secrets = draft.secrets.replaced(by: secrets, at: now) }
        modules[place] = module.with(draft: draft, updatedAt: now)
        return modules[place]
    }

    /// Versions go with the module (INFERRED).
    package mutating func deleteModule(_ id: ModuleID) throws(ModuleError) {
        let place = try place(of: id)
        guard modules[place].uses.isEmpty else { throw .inUse }
        modules.remove(at: place)
    }
}
