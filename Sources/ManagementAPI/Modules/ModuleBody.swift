import Ground
import JSON
import Tenancy

/// Takes the values out of a body that its schema has passed, and checks what depends on the tenant's settings.
struct ModuleBody {
    private let content: JSONValue
    private let nameRule: TenantSettings.NameRule
    private let limits: CountLimits

    init(_ call: Call) {
        content = call.content
        nameRule = call.settings.nameRule
        limits = call.settings.limits
    }

    /// - Throws: the fault that the slug rule finds, where the tenant has it (text INFERRED, reference 6.3).
    func name() throws(APIError) -> String {
        let name = content.string(ModuleSchemas.name) ?? ""
        guard nameRule == .any || Slug.isOne(name) else {
            throw fault("String does not match pattern ^[a-z0-9][a-z0-9_-]*$: \(name)", on: ModuleSchemas.name)
        }
        return name
    }

    var code: SourceCode? { content.escapedString(ModuleSchemas.code).map { SourceCode(escaped: $0) } }

    var publishes: Bool { content[ModuleSchemas.publish]?.bool ?? false }

    func secrets() throws(APIError) -> [NewSecret]? {
        guard let items = content.items(ModuleSchemas.secrets) else { return nil }
        try RequestCheck.count(items.count, upTo: limits.secrets, ModuleSchemas.secrets)
        let secrets = items.list { secret in
            NewSecret(
                name: secret.string(ModuleSchemas.itemName) ?? "",
                value: SecretValue(secret.string(ModuleSchemas.secretValue) ?? ""))
        }
        try RequestCheck.distinct(secrets, name: \.name, ModuleSchemas.secrets)
        return secrets
    }

    func dependencies() throws(APIError) -> [Dependency]? {
        guard let items = content.items(ModuleSchemas.dependencies) else { return nil }
        try RequestCheck.count(items.count, upTo: limits.dependencies, ModuleSchemas.dependencies)
        let dependencies = items.list { dependency in
            Dependency(
                name: dependency.string(ModuleSchemas.itemName) ?? "",
                version: dependency.string(ModuleSchemas.dependencyVersion) ?? "")
        }
        try RequestCheck.distinct(dependencies, name: \.name, ModuleSchemas.dependencies)
        return dependencies
    }

    /// The version a rollback names.
    func versionID() throws(APIError) -> ModuleVersionID {
        guard let id = UniqueID(content.string(ModuleSchemas.moduleVersionID) ?? "") else {
            throw .invalidID("RollbackActionModuleRequest.ModuleVersionId")
        }
        return ModuleVersionID(id)
    }

    private func fault(_ reason: String, on property: Property) -> APIError {
        APIError(property.problem(reason), in: .payload)
    }
}
