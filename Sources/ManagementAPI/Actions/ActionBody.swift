import HTTPCore
import JSON
import Tenancy

/// Takes the values out of a body that its schema has passed.
struct ActionBody {
    private let object: JSONObject

    init(_ content: JSONValue) {
        if case .object(let object) = content { self.object = object } else { object = JSONObject() }
    }

    /// What a create or a patch says of an action.
    func patch() throws(APIError) -> ActionPatch {
        var patch = ActionPatch()
        patch.name = object.text(ActionSchemas.name.key)
        patch.code = object.text(ActionSchemas.code.key)
        patch.runtime = object.text(ActionSchemas.runtime.key)
        patch.trigger = object.objects(ActionSchemas.triggers.key)?.first.map { item in
            TriggerReference(
                id: item.text(ActionSchemas.itemID.key) ?? "", version: item.text(ActionSchemas.itemVersion.key) ?? "")
        }
        patch.dependencies = object.objects(ActionSchemas.dependencies.key)?.map { item in
            Dependency(
                name: item.text(ActionSchemas.itemName.key) ?? "",
                version: item.text(ActionSchemas.itemVersion.key) ?? "",
                registryURL: item.text(ActionSchemas.registryURL.key))
        }
        patch.secrets = object.objects(ActionSchemas.secrets.key)?.map { item in
            NewSecret(
                name: item.text(ActionSchemas.itemName.key) ?? "",
                value: item.text(ActionSchemas.value.key).map { SecretValue($0) })
        }
        try RequestCheck.distinct(patch.dependencies?.map(\.name) ?? [], ActionSchemas.dependencies)
        try RequestCheck.distinct(patch.secrets?.map(\.name) ?? [], ActionSchemas.secrets)
        patch.modules = try modules()
        return patch
    }

    var deploys: Bool { object.bool(ActionSchemas.deploy.key) ?? false }

    var updatesDraft: Bool { object.bool(ActionSchemas.updateDraft.key) ?? false }

    /// The payload of a test, as sent.
    var payload: JSONValue { object[ActionSchemas.payload.key] ?? .null }

    func bindings() -> [NewBinding] {
        (object.objects(ActionSchemas.bindings.key) ?? []).map { item in
            let ref = item.object(ActionSchemas.ref.key) ?? JSONObject()
            let value = ref.text(ActionSchemas.refValue.key) ?? ""
            let action: ActionReference =
                switch ref.text(ActionSchemas.refType.key) {
                case "action_id": .actionID(value)
                case "binding_id": .bindingID(value)
                default: .actionName(value)
                }
            return NewBinding(action: action, displayName: item.text(ActionSchemas.displayName.key))
        }
    }

    /// The actions service checks ids after the schema has passed (ISSUE; reference 6.4).
    private func modules() throws(APIError) -> [NewModuleReference]? {
        guard let items = object.objects(ActionSchemas.modules.key) else { return nil }
        var modules: [NewModuleReference] = []
        for (index, item) in items.enumerated() {
            let chain =
                "invalid CreateActionRequest.Draft: embedded message failed validation | caused by: "
                + "invalid DraftInformation.Modules[\(index)]: embedded message failed validation | caused by: "
                + "invalid ModuleRef."
            guard let moduleID = UniqueID(item.text(ActionSchemas.moduleID.key) ?? "") else {
                throw .service(.badRequest, chain + "ModuleId: " + APIError.invalidUUID)
            }
            guard let versionID = UniqueID(item.text(ActionSchemas.moduleVersionID.key) ?? "") else {
                throw .service(.badRequest, chain + "ModuleVersionId: " + APIError.invalidUUID)
            }
            modules.append(NewModuleReference(moduleID: ModuleID(moduleID), versionID: ModuleVersionID(versionID)))
        }
        return modules
    }
}
