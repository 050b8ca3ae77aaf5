import JSON
import Tenancy

/// A tenant's entities as the deploy CLI's configuration has them: what `tenant.yaml` and the folder have in common.
struct DeployContent {
    let content: TenantContent
    private let showsSecrets: Bool

    /// - Parameter showsSecrets: also writes the values of secrets, which stay here otherwise.
    init(_ tenant: Tenant, showsSecrets: Bool) {
        content = tenant.content
        self.showsSecrets = showsSecrets
    }

    /// - Parameter code: the code itself, or the path of its file.
    func write(_ module: Module, code: String, to writer: inout JSONWriter) {
        writer.beginObject()
        member("name", module.name, to: &writer)
        member("code", code, to: &writer)
        write(module.draft.dependencies, module.draft.secrets, to: &writer)
        writer.key("all_changes_published")
        writer.bool(module.allChangesPublished)
        writer.endObject()
    }

    /// - Parameter code: the code itself, or the path of its file.
    func write(_ action: Action, code: String, to writer: inout JSONWriter) {
        writer.beginObject()
        member("name", action.name, to: &writer)
        member("code", code, to: &writer)
        member("runtime", action.draft.runtime, to: &writer)
        writer.key("deployed")
        writer.bool(action.deployedVersion != nil)
        writer.key("supported_triggers")
        writer.beginArray()
        for trigger in action.draft.triggers {
            writer.beginObject()
            member("id", trigger.id, to: &writer)
            member("version", trigger.version, to: &writer)
            writer.endObject()
        }
        writer.endArray()
        write(action.draft.dependencies, action.draft.secrets, to: &writer)
        write(content.existing(action.draft.modules), to: &writer)
        writer.endObject()
    }

    /// The bindings of each trigger, by its id.
    func writeTriggers(to writer: inout JSONWriter) {
        writer.beginObject()
        for (trigger, bindings) in content.bindings.sorted(by: { $0.key < $1.key }) {
            writer.key(trigger)
            writer.beginArray()
            for binding in bindings {
                let name = content.actions.first { $0.id == binding.actionID }?.name ?? ""
                writer.beginObject()
                member("action_name", name, to: &writer)
                member("display_name", binding.displayName ?? name, to: &writer)
                writer.endObject()
            }
            writer.endArray()
        }
        writer.endObject()
    }

    private func write(_ dependencies: [Dependency], _ secrets: [Secret], to writer: inout JSONWriter) {
        writer.key("dependencies")
        writer.beginArray()
        for dependency in dependencies {
            writer.beginObject()
            member("name", dependency.name, to: &writer)
            if !dependency.version.isEmpty { member("version", dependency.version, to: &writer) }
            if let url = dependency.registryURL { member("registry_url", url, to: &writer) }
            writer.endObject()
        }
        writer.endArray()
        writer.key("secrets")
        writer.beginArray()
        for secret in secrets {
            writer.beginObject()
            member("name", secret.name, to: &writer)
            if showsSecrets { member("value", secret.value.reveal(), to: &writer) }
            writer.endObject()
        }
        writer.endArray()
    }

    private func write(_ modules: [ModuleReference], to writer: inout JSONWriter) {
        guard !modules.isEmpty else { return }
        writer.key("modules")
        writer.beginArray()
        for module in modules {
            writer.beginObject()
            member("module_name", module.moduleName, to: &writer)
            writer.key("module_version_number")
            writer.integer(module.versionNumber)
            writer.endObject()
        }
        writer.endArray()
    }

    private func member(_ name: StaticString, _ value: String, to writer: inout JSONWriter) {
        writer.key(name)
        writer.string(value)
    }
}

extension TenantContent {
    /// Those of the references whose module and version are there; a draft may refer to what is gone.
    func existing(_ references: [ModuleReference]) -> [ModuleReference] {
        references.filter { reference in
            modules.contains { module in
                module.id == reference.moduleID && module.versions.contains { $0.id == reference.versionID }
            }
        }
    }
}
