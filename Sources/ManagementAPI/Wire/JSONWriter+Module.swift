import JSON
import Tenancy

/// The wire objects of the Modules family, each in the recorded order of its keys (reference section 2).
extension JSONWriter {
    /// Reference 2.1.
    ///
    /// - Parameter echoedTime: printed in place of the draft's times; a PATCH answer shows `created_at` there
    ///   (reference 2.5, RECORDED).
    mutating func module(_ module: Module, echoedTime: Instant? = nil) {
        beginObject()
        key("id")
        id(module.id.value)
        key("name")
        string(module.name)
        key("code")
        string(escaped: module.draft.code.escaped)
        dependencies(module.draft.dependencies)
        moduleSecrets(module.draft.secrets, echoedTime: echoedTime)
        key("all_changes_published")
        bool(module.allChangesPublished)
        key("actions_using_module_total")
        integer(module.uses.count)
        key("created_at")
        instant(module.createdAt)
        key("updated_at")
        instant(echoedTime ?? module.updatedAt)
        if let latest = module.latestVersion { latestVersion(latest) }
        endObject()
    }

    /// Reference 2.2: no `created_at`, dependencies before secrets.
    private mutating func latestVersion(_ version: ModuleVersion) {
        key("latest_version")
        beginObject()
        key("id")
        id(version.id.value)
        key("version_number")
        integer(version.number)
        key("code")
        string(escaped: version.content.code.escaped)
        dependencies(version.content.dependencies)
        moduleSecrets(version.content.secrets)
        endObject()
    }

    /// An item of the module list (reference 2.4, SPEC).
    mutating func moduleListItem(_ module: Module) {
        beginObject()
        key("id")
        id(module.id.value)
        key("name")
        string(module.name)
        key("code")
        string(escaped: module.draft.code.escaped)
        dependencies(module.draft.dependencies)
        moduleSecrets(module.draft.secrets)
        key("actions_using_module_total")
        integer(module.uses.count)
        key("all_changes_published")
        bool(module.allChangesPublished)
        if let latest = module.latestVersion {
            key("latest_version_number")
            integer(latest.number)
        }
        key("created_at")
        instant(module.createdAt)
        key("updated_at")
        instant(module.updatedAt)
        endObject()
    }

    /// Reference 2.3: secrets before dependencies.
    mutating func moduleVersion(_ version: ModuleVersion) {
        beginObject()
        key("id")
        id(version.id.value)
        key("module_id")
        id(version.moduleID.value)
        key("version_number")
        integer(version.number)
        key("code")
        string(escaped: version.content.code.escaped)
        moduleSecrets(version.content.secrets)
        dependencies(version.content.dependencies)
        key("created_at")
        instant(version.createdAt)
        endObject()
    }

    /// An item of `…/actions` (reference 2.4).
    mutating func moduleUse(_ use: ModuleUse) {
        beginObject()
        key("action_id")
        id(use.actionID.value)
        key("action_name")
        string(use.actionName)
        key("module_version_id")
        id(use.versionID.value)
        key("module_version_number")
        integer(use.versionNumber)
        endObject()
    }

    /// - Parameter echoedTime: as for `module(_:echoedTime:)`.
    private mutating func moduleSecrets(_ secrets: [Secret], echoedTime: Instant? = nil) {
        self.secrets(secrets) { $0.instant(echoedTime ?? $1.updatedAt) }
    }
}
