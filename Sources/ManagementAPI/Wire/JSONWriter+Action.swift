import JSON
import Tenancy

/// The wire objects of actions, each in the recorded order of its keys (actions reference section 2).
extension JSONWriter {
    /// Actions reference 2.1.
    mutating func action(_ action: Action) {
        beginObject()
        key("id")
        id(action.id.value)
        key("name")
        string(action.name)
        supportedTriggers(action.draft.triggers)
        times(action.createdAt, action.updatedAt)
        key("code")
        string(escaped: action.draft.code.escaped)
        dependencies(action.draft.dependencies)
        key("runtime")
        string(action.draft.runtime)
        key("status")
        string(action.status.rawValue)
        secrets(action.draft.secrets) { $0.preciseInstant($1.updatedAt) }
        moduleReferences(action.draft.modules)
        deployedVersion(of: action)
        key("all_changes_deployed")
        bool(action.allChangesDeployed)
        endObject()
    }

    /// How a version is shown: as the answer to its deployment, before it is through, or as it is.
    enum VersionView {
        case announced, stored
    }

    /// Actions reference 2.2.
    mutating func actionVersion(_ version: ActionVersion, of action: Action, as view: VersionView) {
        beginObject()
        let isDeployed = view == .stored && version.id == action.deployedVersion?.id
        versionMembers(version, isDeployed: isDeployed, view)
        key("action")
        beginObject()
        actionHead(action)
        key("all_changes_deployed")
        bool(false)  // RECORDED, also when it is not so.
        endObject()
        endObject()
    }

    /// Actions reference 2.3.
    mutating func binding(_ binding: Binding, at trigger: String, of action: Action) {
        beginObject()
        key("id")
        id(binding.id.value)
        key("trigger_id")
        string(trigger)
        key("action")
        beginObject()
        actionHead(action)
        deployedVersion(of: action)
        key("all_changes_deployed")
        bool(false)
        endObject()
        times(binding.createdAt, binding.createdAt)
        if let displayName = binding.displayName {
            key("display_name")
            string(displayName)
        }
        endObject()
    }

    /// Actions reference 3.10.
    ///
    /// - Parameter day: whose default runtime it shows; nil for now.
    mutating func trigger(_ trigger: Trigger, asOf day: Day?) {
        beginObject()
        key("id")
        string(trigger.reference.id)
        key("version")
        string(trigger.reference.version)
        key("status")
        string(trigger.status.rawValue)
        key("runtimes")
        strings(trigger.runtimes)
        key("default_runtime")
        string(TriggerCatalogue.defaultRuntime(of: trigger, on: day))
        key("binding_policy")
        string(trigger.bindingPolicy.rawValue)
        key("compatible_triggers")
        references(trigger.compatible)
        endObject()
    }

    /// What stands for an action within other objects; its `updated_at` repeats `created_at` (RECORDED).
    private mutating func actionHead(_ action: Action) {
        key("id")
        id(action.id.value)
        key("name")
        string(action.name)
        supportedTriggers(action.draft.triggers)
        times(action.createdAt, action.createdAt)
    }

    /// `current_version` and `deployed_version`: one and the same version in two forms.
    private mutating func deployedVersion(of action: Action) {
        guard let version = action.deployedVersion else { return }
        key("current_version")
        beginObject()
        key("id")
        id(version.id.value)
        key("code")
        string(escaped: version.content.code.escaped)
        key("runtime")
        string(version.content.runtime)
        key("status")
        string(version.status.rawValue.uppercased())
        key("number")
        integer(version.number)
        if let builtAt = version.builtAt {
            key("build_time")
            preciseInstant(builtAt)
        }
        times(version.createdAt, version.updatedAt)
        endObject()
        key("deployed_version")
        beginObject()
        versionMembers(version, isDeployed: true, .stored)
        endObject()
    }

    private mutating func versionMembers(_ version: ActionVersion, isDeployed: Bool, _ view: VersionView) {
        key("code")
        string(escaped: version.content.code.escaped)
        dependencies(version.content.dependencies)
        key("id")
        id(version.id.value)
        key("deployed")
        bool(isDeployed)
        key("number")
        integer(version.number)
        if view == .stored, let builtAt = version.builtAt {
            key("built_at")
            preciseInstant(builtAt)
        }
        secrets(version.content.secrets) { $0.preciseInstant($1.updatedAt) }
        moduleReferences(version.content.modules)
        key("status")
        string(version.status.rawValue)
        times(version.createdAt, view == .stored ? version.updatedAt : version.createdAt)
        key("runtime")
        string(version.content.runtime)
        supportedTriggers(version.content.triggers)
    }

    private mutating func times(_ createdAt: Instant, _ updatedAt: Instant) {
        key("created_at")
        preciseInstant(createdAt)
        key("updated_at")
        preciseInstant(updatedAt)
    }

    private mutating func supportedTriggers(_ triggers: [TriggerReference]) {
        key("supported_triggers")
        references(triggers)
    }

    private mutating func references(_ triggers: [TriggerReference]) {
        beginArray()
        for trigger in triggers {
            beginObject()
            key("id")
            string(trigger.id)
            key("version")
            string(trigger.version)
            endObject()
        }
        endArray()
    }

    /// Only where there are any.
    private mutating func moduleReferences(_ modules: [ModuleReference]) {
        guard !modules.isEmpty else { return }
        key("modules")
        beginArray()
        for module in modules {
            beginObject()
            key("module_id")
            id(module.moduleID.value)
            key("module_name")
            string(module.moduleName)
            key("module_version_id")
            id(module.versionID.value)
            key("module_version_number")
            integer(module.versionNumber)
            endObject()
        }
        endArray()
    }
}
