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
    ///
    /// - Parameters:
    ///   - request: what the actions service calls it, such as `CreateActionRequest`.
    ///   - limits: the tenant's.
    func patch(_ request: String, _ limits: CountLimits) throws(APIError) -> ActionPatch {
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
        try RequestCheck.count(patch.secrets?.count ?? 0, upTo: limits.secrets, ActionSchemas.secrets)
        try RequestCheck.count(patch.dependencies?.count ?? 0, upTo: limits.dependencies, ActionSchemas.dependencies)
        try checkNames(patch.secrets ?? [], request)
        try RequestCheck.distinct(patch.dependencies ?? [], name: \.name, ActionSchemas.dependencies)
        try RequestCheck.distinct(patch.secrets ?? [], name: \.name, ActionSchemas.secrets)
        patch.modules = try modules(request)
        return patch
    }

    /// The actions service checks names of secrets after the schema has passed, in its validator's words (ISSUE).
    private func checkNames(_ secrets: [NewSecret], _ request: String) throws(APIError) {
        for (index, secret) in secrets.enumerated() where !(1...128).contains(secret.name.unicodeScalars.count) {
            throw .service(
                .badRequest,
                ActionBody.chain(request, "Secrets[\(index)]")
                    + "invalid NameValueOptional.Name: value length must be between 1 and 128 runes, inclusive",
                rule: "secret-name", .issue)
        }
    }

    /// What its messages about a part of the draft begin with.
    private static func chain(_ request: String, _ part: String) -> String {
        "invalid \(request).Draft: embedded message failed validation | caused by: "
            + "invalid DraftInformation.\(part): embedded message failed validation | caused by: "
    }

    var deploys: Bool { content[ActionSchemas.deploy]?.bool ?? false }

    var updatesDraft: Bool { content[ActionSchemas.updateDraft]?.bool ?? false }

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
    private func modules(_ request: String) throws(APIError) -> [NewModuleReference]? {
        guard let items = content.items(ActionSchemas.modules) else { return nil }
        var modules: [NewModuleReference] = []
        for (index, item) in items.enumerated() {
            let chain = ActionBody.chain(request, "Modules[\(index)]") + "invalid ModuleRef."
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
