import HTTPCore
import JSON
import Tenancy

/// Takes the values out of a body that its schema has passed.
struct ActionBody {
    private let content: JSONValue

    init(_ content: JSONValue) {
        self.content = content
    }

    /// What a create or a patch says of an action.
    func patch() throws(APIError) -> ActionPatch {
        var patch = ActionPatch()
        patch.name = content.string(ActionSchemas.name)
        patch.code = content.escapedString(ActionSchemas.code).map { SourceCode(escaped: $0) }
        patch.runtime = content.string(ActionSchemas.runtime)
        patch.trigger = content.items(ActionSchemas.triggers)?.first { _ in true }.map { item in
            TriggerReference(
                id: item.string(ActionSchemas.itemID) ?? "",
                version: item.string(ActionSchemas.itemVersion) ?? "")
        }
        patch.dependencies = content.items(ActionSchemas.dependencies)?.list { item in
            Dependency(
                name: item.string(ActionSchemas.itemName) ?? "",
                version: item.string(ActionSchemas.itemVersion) ?? "",
                registryURL: item.string(ActionSchemas.registryURL))
        }
        patch.secrets = content.items(ActionSchemas.secrets)?.list { item in
            NewSecret(
                name: item.string(ActionSchemas.itemName) ?? "",
                value: item.string(ActionSchemas.value).map { SecretValue($0) })
        }
        try RequestCheck.distinct(patch.dependencies ?? [], name: \.name, ActionSchemas.dependencies)
        try RequestCheck.distinct(patch.secrets ?? [], name: \.name, ActionSchemas.secrets)
        patch.modules = try modules()
        return patch
    }

    var deploys: Bool { content[ActionSchemas.deploy]?.bool ?? false }

    var updatesDraft: Bool { content[ActionSchemas.updateDraft]?.bool ?? false }

    /// The payload of a test, as sent.
    var payload: JSONValue { content[ActionSchemas.payload] ?? .null }

    func bindings() -> [NewBinding] {
        content.items(ActionSchemas.bindings)?.list { item in
            let ref = item[ActionSchemas.ref]
            let value = ref?.string(ActionSchemas.refValue) ?? ""
            let action: ActionReference =
                switch ref?.string(ActionSchemas.refType) {
                case "action_id": .actionID(value)
                case "binding_id": .bindingID(value)
                default: .actionName(value)
                }
            return NewBinding(action: action, displayName: item.string(ActionSchemas.displayName))
        } ?? []
    }

    /// The actions service checks ids after the schema has passed (ISSUE; reference 6.4).
    private func modules() throws(APIError) -> [NewModuleReference]? {
        guard let items = content.items(ActionSchemas.modules) else { return nil }
        var modules: [NewModuleReference] = []
        for (index, item) in items.enumerated() {
            let chain =
                "invalid CreateActionRequest.Draft: embedded message failed validation | caused by: "
                + "invalid DraftInformation.Modules[\(index)]: embedded message failed validation | caused by: "
                + "invalid ModuleRef."
            guard let moduleID = UniqueID(item.string(ActionSchemas.moduleID) ?? "") else {
                throw .service(.badRequest, chain + "ModuleId: " + APIError.invalidUUID, rule: "id", .issue)
            }
            guard let versionID = UniqueID(item.string(ActionSchemas.moduleVersionID) ?? "") else {
                throw .service(
                    .badRequest, chain + "ModuleVersionId: " + APIError.invalidUUID, rule: "id", .issue)
            }
            modules.append(NewModuleReference(moduleID: ModuleID(moduleID), versionID: ModuleVersionID(versionID)))
        }
        return modules
    }
}
