/// Publishing, reading versions and rolling back (reference 3.6 to 3.9).
extension Tenant {
    /// Freezes the draft as the next version; the draft and `updatedAt` stay as they are.
    package mutating func publishModule(
        _ id: ModuleID, as versionID: ModuleVersionID, at now: Instant
    ) throws(ModuleError) -> ModuleVersion {
        let place = try place(of: id)
        let module = modules[place]
        guard !module.allChangesPublished else { throw .nothingToPublish }
        let dropped = try versionToDrop(module)
        let version = ModuleVersion(
            id: versionID, moduleID: id, number: (module.latestVersion?.number ?? 0) + 1, content: module.draft,
            createdAt: now)
        var versions = module.versions
        if let dropped { versions.removeFirst { $0.id == dropped } }
        versions.append(version)
        modules[place] = module.with(versions: versions)
        return version
    }

    /// At the limit the oldest version that no deployed action uses makes room; the draft is not counted
    /// (INFERRED, reference 3.6; assumed, design section 6). The latest version always stays.
    private func versionToDrop(_ module: Module) throws(ModuleError) -> ModuleVersionID? {
        guard let limit = settings.limits.versions, module.versions.count >= limit else { return nil }
        let latest = module.latestVersion?.id
        let unused = module.versions.first { version in
            version.id != latest && !module.uses.contains { $0.versionID == version.id }
        }
        guard let unused else { throw .versionLimitReached(limit) }
        return unused.id
    }

    /// Newest first (RECORDED, reference 3.7).
    package func versions(of id: ModuleID, _ page: PageRequest) throws(ModuleError) -> Page<ModuleVersion> {
        let versions = modules[try place(of: id)].versions
        return Page(versions.newest(offset: page.offset, count: page.size), of: versions.count, page)
    }

    /// A version of another module counts as unknown (INFERRED, reference 3.8).
    package func version(_ versionID: ModuleVersionID, of id: ModuleID) throws(ModuleError) -> ModuleVersion {
        let versions = modules[try place(of: id)].versions
        guard let version = versions.first(where: { $0.id == versionID }) else { throw .versionNotFound }
        return version
    }

    /// Makes the draft what the version is, secret values and their times included (INFERRED); no version is made.
    package mutating func rollBackModule(
        _ id: ModuleID, to versionID: ModuleVersionID, at now: Instant
    ) throws(ModuleError) -> Module {
        let version = try version(versionID, of: id)
        let place = try place(of: id)
        let module = modules[place]
        if version.content.hasSameContent(as: module.draft) {
            // Nothing to restore: with the switch on it succeeds and leaves `updatedAt` alone (assumed).
            guard settings.rollbackToCurrent == .ok else { throw .alreadyCurrent }
            return module
        }
        modules[place] = module.with(draft: version.content, updatedAt: now)
        return modules[place]
    }
}
