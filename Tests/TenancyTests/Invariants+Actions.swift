import TestSupport

@testable import Tenancy

extension Invariant {
    static let actions = list { add in
        add("A3.2", "actions are listed ascending by creation") { seen in
            seen.actions.map(\.createdAt) == seen.actions.map(\.createdAt).sorted()
        }
        add("A2.1", "deployed is the newest version, and there is one only after a deployment") { seen in
            seen.actions.allSatisfy { (action: Action) -> Bool in
                action.deployedVersion?.id == action.versions.max { $0.number < $1.number }?.id
            }
        }
        add("A2.1", "all_changes_deployed exactly if the deployed version equals the draft") { seen in
            seen.actions.allSatisfy { $0.allChangesDeployed == isDeployed($0) }
        }
        add("A2.1", "a registry is dropped once the action, or the version, is built") { seen in
            seen.builtDependencies.allSatisfy { $0.registryURL == nil }
        }
        add("A2.1", "a version has built_at exactly if it is built") { seen in
            seen.actionVersions.allSatisfy { ($0.builtAt != nil) == ($0.status == .built) }
        }
        add("A3.1", "at most three modules per action, each once, in draft and versions") { seen in
            seen.actionContents.allSatisfy { (content: ActionContent) -> Bool in
                content.modules.count <= 3 && Set(content.modules.map(\.moduleID)).count == content.modules.count
            }
        }
        add("A3.1", "exactly one trigger, and never of another kind") { seen in
            seen.actions.allSatisfy { (action: Action) -> Bool in
                let old = seen.before?.actions.first { $0.id == action.id }?.draft.triggers.first?.id
                let ids = action.draft.triggers.map(\.id)
                return ids.count == 1 && (old == nil || ids == [old])
            }
        }
        add("A2.1", "a reference to a module has the name and number of what it refers to") { seen in
            seen.deployedReferences.allSatisfy { (reference: ModuleReference) -> Bool in
                let module = seen.modules.first { $0.id == reference.moduleID }
                return module?.name == reference.moduleName
                    && seen.version(reference)?.number == reference.versionNumber
            }
        }
        add("M4.6", "publishing moves no reference of an action") { seen in
            guard let before = seen.before else { return true }
            return seen.actions.allSatisfy { (action: Action) -> Bool in
                guard let old = before.actions.first(where: { $0.id == action.id }) else { return true }
                return action.versions.map(\.id) != old.versions.map(\.id)
                    || action.deployedVersion?.content.modules == old.deployedVersion?.content.modules
            }
        }
        add("A3.6", "what is deployed stays while a changed draft waits for its build") { seen in
            guard let before = seen.before else { return true }
            return seen.actions.allSatisfy { (action: Action) -> Bool in
                guard let old = before.actions.first(where: { $0.id == action.id }) else { return true }
                return action.updatedAt == old.updatedAt || action.status != .pending
                    || action.versions.map(\.id) == old.versions.map(\.id)
            }
        }
    }

    static let bindings = list { add in
        add("A3.8, A3.11", "what is bound is there, is deployed, and is of the trigger") { seen in
            seen.bindings.allSatisfy { (trigger: String, binding: Binding) -> Bool in
                seen.actions.contains { action in
                    action.id == binding.actionID && action.deployedVersion != nil
                        && action.draft.triggers.contains { $0.id == trigger }
                }
            }
        }
        add("A3.11", "bindings are listed as they were sent") { seen in
            seen.content.bindings.allSatisfy { (trigger: String, list: [Binding]) -> Bool in
                let page = seen.tenant.bindings(of: trigger, PageRequest(index: 0, size: 100))
                return page.items.map(\.binding.id) == list.map(\.id) && page.total == list.count
                    && page.items.allSatisfy { $0.binding.actionID == $0.action.id }
            }
        }
        add("A3.11", "a replacement makes new ids, also of bindings that stay") { seen in
            guard let before = seen.before else { return true }
            return seen.content.bindings.allSatisfy { (trigger: String, list: [Binding]) -> Bool in
                let old = before.bindings[trigger] ?? []
                let staying = list.filter { binding in old.contains { $0.id == binding.id } }
                // Either all are new, or some went with their action.
                return staying.isEmpty || staying.count == list.count
            }
        }
        add("M5", "at most so many bindings at a trigger, none at an entity-bound one") { seen in
            seen.content.bindings.allSatisfy { (trigger: String, list: [Binding]) -> Bool in
                list.count <= seen.limits.actionsPerTrigger ?? .max
                    && (list.isEmpty || !ReferenceModel.entityBound.contains(trigger))
            }
        }
    }

    private static func isDeployed(_ action: Action) -> Bool {
        guard let newest = action.versions.last else { return false }
        return ReferenceModel.Content(newest.content).isSame(as: ReferenceModel.Content(action.draft))
    }
}
