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
        patch.name = object.text(ActionSchemas.name)
        patch.code = object.text(ActionSchemas.code)
        patch.runtime = object.text(ActionSchemas.runtime)
        patch.trigger = items(ActionSchemas.triggers)?.first.map { item in
            TriggerReference(
                id: item.text(ActionSchemas.itemID) ?? "", version: item.text(ActionSchemas.itemVersion) ?? "")
        }
        patch.dependencies = items(ActionSchemas.dependencies)?.map { item in
            ActionDependency(
                name: item.text(ActionSchemas.itemName) ?? "", version: item.text(ActionSchemas.itemVersion) ?? "",
                registryURL: item.text(ActionSchemas.registryURL))
        }
        patch.secrets = items(ActionSchemas.secrets)?.map { item in
            NewSecret(
                name: item.text(ActionSchemas.itemName) ?? "",
                value: item.text(ActionSchemas.value).map { SecretValue($0) })
        }
        try RequestCheck.distinct(patch.dependencies?.map(\.name) ?? [], ActionSchemas.dependencies)
        try RequestCheck.distinct(patch.secrets?.map(\.name) ?? [], ActionSchemas.secrets)
        patch.modules = try modules()
        return patch
    }

    var deploys: Bool { object[ActionSchemas.deploy.key] == .bool(true) }

    var updatesDraft: Bool { object[ActionSchemas.updateDraft.key] == .bool(true) }

    /// The payload of a test, as sent.
    var payload: JSONValue { object[ActionSchemas.payload.key] ?? .null }

    func bindings() -> [NewBinding] {
        (items(ActionSchemas.bindings) ?? []).map { item in
            let ref = item.object(ActionSchemas.ref) ?? JSONObject()
            let value = ref.text(ActionSchemas.refValue) ?? ""
            let action: ActionReference =
                switch ref.text(ActionSchemas.refType) {
                case "action_id": .actionID(value)
                case "binding_id": .bindingID(value)
                default: .actionName(value)
                }
            return NewBinding(action: action, displayName: item.text(ActionSchemas.displayName))
        }
    }

    /// The actions service checks ids after the schema has passed (ISSUE; reference 6.4).
    private func modules() throws(APIError) -> [NewModuleReference]? {
        guard let items = items(ActionSchemas.modules) else { return nil }
        var modules: [NewModuleReference] = []
        for (index, item) in items.enumerated() {
            let chain =
                "invalid CreateActionRequest.Draft: embedded message failed validation | caused by: "
                + "invalid DraftInformation.Modules[\(index)]: embedded message failed validation | caused by: "
                + "invalid ModuleRef."
            guard let moduleID = UniqueID(item.text(ActionSchemas.moduleID) ?? "") else {
                throw .service(.badRequest, chain + "ModuleId: " + APIError.invalidUUID)
            }
            guard let versionID = UniqueID(item.text(ActionSchemas.moduleVersionID) ?? "") else {
                throw .service(.badRequest, chain + "ModuleVersionId: " + APIError.invalidUUID)
            }
            modules.append(NewModuleReference(moduleID: ModuleID(moduleID), versionID: ModuleVersionID(versionID)))
        }
        return modules
    }

    private func items(_ property: Property) -> [JSONObject]? {
        guard case .array(let items) = object[property.key] else { return nil }
        return items.compactMap { item in
            if case .object(let object) = item { return object }
            return nil
        }
    }
}

extension JSONObject {
    /// The text of a property that is there.
    func text(_ property: Property) -> String? {
        if case .string(let text) = self[property.key] { return text }
        return nil
    }

    func object(_ property: Property) -> JSONObject? {
        if case .object(let object) = self[property.key] { return object }
        return nil
    }
}
