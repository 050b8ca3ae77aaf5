/// Which deployed actions use which versions (reference 3.10).
extension Tenant {
    package func uses(of id: ModuleID, _ page: PageRequest) throws(ModuleError) -> Page<ModuleUse> {
        Page(of: modules[try place(of: id)].uses, page)
    }

    /// Replaces all references of an action by those of its deployed version; none removes the action. Among the users
    /// of a module that it goes on using it keeps its place (assumed).
    package mutating func setUses(
        of action: ActionID, named name: String, _ versions: [(module: ModuleID, version: ModuleVersionID)]
    ) throws(ModuleError) {
        var new: [(place: EntityTable<Module>.Place, use: ModuleUse)] = []
        for reference in versions {
            let version = try version(reference.version, of: reference.module)
            let use = ModuleUse(
                actionID: action, actionName: name, versionID: version.id, versionNumber: version.number)
            new.append((try place(of: reference.module), use))
        }
        for module in modulesByAction[action] ?? [] where !versions.contains(where: { $0.module == module }) {
            guard let place = modules.place(of: module.value) else { continue }
            changeUses(at: place) { uses in uses.removeAll { $0.actionID == action } }
        }
        for (place, use) in new {
            changeUses(at: place) { uses in
                guard let index = uses.firstIndex(where: { $0.actionID == action }) else { return uses.append(use) }
                uses[index] = use
            }
        }
        modulesByAction[action] = versions.isEmpty ? nil : versions.map(\.module)
    }

    private mutating func changeUses(at place: EntityTable<Module>.Place, _ change: (inout [ModuleUse]) -> Void) {
        var uses = modules[place].uses
        change(&uses)
        modules[place] = modules[place].with(uses: uses)
    }
}
