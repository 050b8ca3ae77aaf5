import TestSupport

@testable import Tenancy

/// What holds of a tenant after any step, whatever came before: a rule, and where the reference has it.
struct Invariant: Sendable {
    /// M is the reference of the modules, A that of the actions.
    let section: String
    let rule: String
    let holds: Check
}

/// A tenant as an invariant looks at it.
struct Seen {
    let tenant: Tenant
    let content: TenantContent
    /// The same tenant one step ago; nil where it was restored or reset since.
    let before: TenantContent?

    init(_ tenant: Tenant, before: TenantContent?) {
        self.tenant = tenant
        content = tenant.content
        self.before = before
    }

    var modules: [Module] { content.modules }
    var actions: [Action] { content.actions }
    var limits: CountLimits { tenant.settings.limits }
    /// Each that has one.
    var deployed: [(action: Action, version: ActionVersion)] {
        actions.compactMap { action in action.deployedVersion.map { (action, $0) } }
    }
    var bindings: [(trigger: String, binding: Binding)] {
        content.bindings.flatMap { trigger, list in list.map { (trigger, $0) } }
    }
    typealias Times = (createdAt: Instant, secrets: [Secret], entityCreatedAt: Instant)
    var versionTimes: [Times] {
        let ofModules = modules.flatMap { (module: Module) -> [Times] in
            module.versions.map { ($0.createdAt, $0.content.secrets, module.createdAt) }
        }
        return ofModules
            + actions.flatMap { (action: Action) -> [Times] in
                action.versions.map { ($0.createdAt, $0.content.secrets, action.createdAt) }
            }
    }
    /// Of drafts and of versions that are built.
    var builtDependencies: [Dependency] {
        actions.flatMap { action -> [Dependency] in
            let draft = action.status == .built ? action.draft.dependencies : []
            return draft + action.versions.filter { $0.status == .built }.flatMap(\.content.dependencies)
        }
    }

    var actionVersions: [ActionVersion] { actions.flatMap(\.versions) }
    var actionContents: [ActionContent] { actions.map(\.draft) + actionVersions.map(\.content) }
    var deployedReferences: [ModuleReference] { deployed.flatMap(\.version.content.modules) }
    /// Of each module and each action, oldest first.
    var numbers: [[Int]] { modules.map { $0.versions.map(\.number) } + actions.map { $0.versions.map(\.number) } }

    func version(_ reference: ModuleReference) -> ModuleVersion? {
        modules.first { $0.id == reference.moduleID }?.versions.first { $0.id == reference.versionID }
    }
}

extension Invariant {
    typealias Check = @Sendable (Seen) -> Bool

    /// A list made entry by entry, which the compiler reads faster than a literal.
    static func list(_ make: ((String, String, @escaping Check) -> Void) -> Void) -> [Invariant] {
        var list: [Invariant] = []
        make { list.append(Invariant(section: $0, rule: $1, holds: $2)) }
        return list
    }

    static let all: [Invariant] = ids + modules + moduleVersions + actions + bindings

    private static let ids = list { add in
        add("M1", "ids are unique, whatever they are of") { seen in
            var all = seen.modules.flatMap { [$0.id.value] + $0.versions.map(\.id.value) }
            all += seen.actions.flatMap { [$0.id.value] + $0.versions.map(\.id.value) }
            all += seen.bindings.map(\.binding.id.value)
            return Set(all).count == all.count && Set(all) == seen.tenant.ids
        }
        add("M1", "ids are version 4 and print in lower case") { seen in
            seen.tenant.ids.allSatisfy { id in
                let text = Array("\(id)")
                return text[14] == "4" && "89ab".contains(text[19]) && !text.contains(where: \.isUppercase)
            }
        }
        add("M1", "everything is found by its id") { seen in
            seen.modules.allSatisfy { (try? seen.tenant.module($0.id).id) == $0.id }
                && seen.actions.allSatisfy { (try? seen.tenant.unreadAction($0.id).id) == $0.id }
        }
    }

    private static let modules = list { add in
        add("M3.2", "names of modules are unique") { seen in
            Set(seen.modules.map(\.name)).count == seen.modules.count
        }
        add("M3.2", "the index of names knows the names of the table and no others") { seen in
            let names = seen.modules.map(\.name)
            return (0..<RandomSteps.names).map { "m\($0)" }.allSatisfy {
                seen.tenant.modules.contains(name: $0) == names.contains($0)
            }
                && seen.actions.allSatisfy { seen.tenant.actions.contains(name: $0.name) }
        }
        add("M3.1", "modules are listed oldest first, and the count is theirs") { seen in
            seen.modules.map(\.createdAt) == seen.modules.map(\.createdAt).sorted()
                && seen.tenant.moduleCount == seen.modules.count
        }
        add("M2.5", "updated_at is never before created_at, nor before a secret of the draft") { seen in
            seen.modules.allSatisfy { (module: Module) -> Bool in
                module.updatedAt >= module.createdAt
                    && module.draft.secrets.allSatisfy { $0.updatedAt <= module.updatedAt }
            }
                && seen.actions.allSatisfy { (action: Action) -> Bool in
                    action.updatedAt >= action.createdAt
                        && action.draft.secrets.allSatisfy { $0.updatedAt <= action.updatedAt }
                }
        }
        add("M2.5", "publishing and deploying leave updated_at of modules alone") { seen in
            guard let before = seen.before else { return true }
            return seen.modules.allSatisfy { (module: Module) -> Bool in
                guard let old = before.modules.first(where: { $0.id == module.id }) else { return true }
                return module.updatedAt == old.updatedAt || module.versions.map(\.id) == old.versions.map(\.id)
            }
        }
        add("M3.5", "a module that a deployed version uses is there, in that version") { seen in
            seen.deployedReferences.allSatisfy { seen.version($0) != nil }
        }
        add("M5", "limits hold") { seen in
            seen.modules.count <= RandomSteps.modulesMax
                && seen.modules.allSatisfy { $0.versions.count <= seen.limits.versions ?? .max }
                && seen.actions.count <= seen.limits.actions ?? .max
                && seen.actions.allSatisfy { $0.versions.count <= seen.limits.actionVersions ?? .max }
        }
    }

    private static let moduleVersions = list { add in
        add("M2.1", "latest_version is there only once something is published, and is the newest") { seen in
            seen.modules.allSatisfy { (module: Module) -> Bool in
                module.latestVersion?.id == module.versions.max { $0.number < $1.number }?.id
            }
        }
        add("M2.1", "all_changes_published exactly if the newest version equals the draft") { seen in
            seen.modules.allSatisfy { $0.allChangesPublished == isPublished($0) }
        }
        add("M2.3", "version numbers of modules and actions rise, the first ever is 1") { seen in
            seen.numbers.allSatisfy { (numbers: [Int]) -> Bool in
                zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 } && numbers.first ?? 1 >= 1
            }
        }
        add("M2.3", "a new version has the next number, and no number comes again") { seen in
            guard let before = seen.before else { return true }
            func follow(_ new: [Int], _ old: [Int]) -> Bool {
                new.allSatisfy { old.contains($0) || $0 == (old.last ?? 0) + 1 } && new.last ?? 0 >= old.last ?? 0
            }
            return seen.modules.allSatisfy { (module: Module) -> Bool in
                let old = before.modules.first { $0.id == module.id }
                return follow(module.versions.map(\.number), old?.versions.map(\.number) ?? [])
            }
                && seen.actions.allSatisfy { (action: Action) -> Bool in
                    let old = before.actions.first { $0.id == action.id }
                    return follow(action.versions.map(\.number), old?.versions.map(\.number) ?? [])
                }
        }
        add("M2.3", "versions are immutable") { seen in
            guard let before = seen.before else { return true }
            return seen.modules.allSatisfy { (module: Module) -> Bool in
                let old = before.modules.first { $0.id == module.id }?.versions ?? ChunkedList()
                return module.versions.allSatisfy { version in
                    guard let same = old.first(where: { $0.id == version.id }) else { return true }
                    return same.number == version.number && same.createdAt == version.createdAt
                        && ReferenceModel.Content(same.content) == ReferenceModel.Content(version.content)
                }
            }
        }
        add("M2.3", "a version is of its module, not older than it, nor than its secrets") { seen in
            seen.modules.allSatisfy { module in module.versions.allSatisfy { $0.moduleID == module.id } }
                && seen.versionTimes.allSatisfy { version in
                    version.createdAt >= version.entityCreatedAt
                        && version.secrets.allSatisfy { $0.updatedAt <= version.createdAt }
                }
        }
        add("M3.6", "at the limit one version goes, the oldest that nobody uses") { seen in
            guard let before = seen.before else { return true }
            return seen.modules.allSatisfy { (module: Module) -> Bool in
                guard let old = before.modules.first(where: { $0.id == module.id }) else { return true }
                let gone = old.versions.filter { version in !module.versions.contains { $0.id == version.id } }
                let unused = old.versions.first { version in !old.uses.contains { $0.versionID == version.id } }
                return gone.isEmpty || gone.map(\.id) == [unused?.id] && old.versions.count == seen.limits.versions
            }
        }
        add("M3.7", "versions are listed newest first") { seen in
            seen.modules.allSatisfy { (module: Module) -> Bool in
                let page = try? seen.tenant.versions(of: module.id, PageRequest(index: 0, size: 100))
                return page?.items.map(\.number) == module.versions.map(\.number).sorted(by: >)
            }
        }
        add("M2.1, M3.10", "actions_using_module_total counts deployed versions only") { seen in
            seen.modules.allSatisfy { (module: Module) -> Bool in
                let using = seen.deployed.filter { deployed in
                    deployed.version.content.modules.contains { $0.moduleID == module.id }
                }
                return module.uses.count == using.count
                    && Set(module.uses.map(\.actionID)) == Set(using.map(\.action.id))
                    && module.uses.allSatisfy { use in
                        using.contains { $0.action.id == use.actionID && $0.action.name == use.actionName }
                    }
            }
        }
    }

    private static func isPublished(_ module: Module) -> Bool {
        guard let newest = module.versions.last else { return false }
        return ReferenceModel.Content(newest.content).isSame(as: ReferenceModel.Content(module.draft))
    }
}
