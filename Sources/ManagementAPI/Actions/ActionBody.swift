import HTTPCore
import JSON
import Resources
import Tenancy

/// Takes the values out of a body that its schema has passed.
struct ActionBody {
    private let content: JSONValue
    private let operation: FamilyOperation
    private let limits: CountLimits

    init(_ call: Call) {
        content = call.content
        operation = call.operation
        limits = call.settings.limits
    }

    /// What a create or a patch says of an action.
    ///
    /// - Parameter request: what the actions service calls it, such as `CreateActionRequest`.
    func patch(_ request: String) throws(APIError) -> ActionPatch {
        var patch = ActionPatch()
        patch.name = content.string(.name)
        patch.code = content.escapedString(.code).map { SourceCode(escaped: $0) }
        patch.runtime = content.string(.runtime)
        patch.trigger = content.items(.supportedTriggers)?.first { _ in true }.map { item in
            TriggerReference(id: item.string(.id) ?? "", version: item.string(.version) ?? "")
        }
        patch.dependencies = content.items(.dependencies)?.list { item in
            Dependency(
                name: item.string(.name) ?? "", version: item.string(.version) ?? "",
                registryURL: item.string(.registryURL))
        }
        patch.secrets = content.items(.secrets)?.list { item in
            NewSecret(name: item.string(.name) ?? "", value: item.string(.value).map { SecretValue($0) })
        }
        try RequestCheck.count(patch.secrets?.count ?? 0, upTo: limits.secrets, .secrets, of: operation)
        try RequestCheck.count(patch.dependencies?.count ?? 0, upTo: limits.dependencies, .dependencies, of: operation)
        try checkNames(patch.secrets ?? [], request)
        try RequestCheck.distinct(patch.dependencies ?? [], name: \.name, .dependencies, of: operation)
        try RequestCheck.distinct(patch.secrets ?? [], name: \.name, .secrets, of: operation)
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

    var deploys: Bool { content[.deploy]?.bool ?? false }

    var updatesDraft: Bool { content[.updateDraft]?.bool ?? false }

    func bindings() -> [NewBinding] {
        content.items(.bindings)?.list { item in
            let ref = item[.ref]
            let value = ref?.string(.value) ?? ""
            let action: ActionReference =
                switch ref?.string(.type) {
                case "action_id": .actionID(value)
                case "binding_id": .bindingID(value)
                default: .actionName(value)
                }
            return NewBinding(action: action, displayName: item.string(.displayName))
        } ?? []
    }

    /// The actions service checks ids after the schema has passed (ISSUE; reference 6.4).
    private func modules(_ request: String) throws(APIError) -> [NewModuleReference]? {
        guard let items = content.items(.modules) else { return nil }
        var modules: [NewModuleReference] = []
        for (index, item) in items.enumerated() {
            let chain = ActionBody.chain(request, "Modules[\(index)]") + "invalid ModuleRef."
            guard let moduleID = UniqueID(item.string(.moduleID) ?? "") else {
                throw .service(.badRequest, chain + "ModuleId: " + APIError.invalidUUID, rule: "id", .issue)
            }
            guard let versionID = UniqueID(item.string(.moduleVersionID) ?? "") else {
                throw .service(
                    .badRequest, chain + "ModuleVersionId: " + APIError.invalidUUID, rule: "id", .issue)
            }
            modules.append(NewModuleReference(moduleID: ModuleID(moduleID), versionID: ModuleVersionID(versionID)))
        }
        return modules
    }
}
