import Ground
import JSON
import Resources
import Tenancy

/// Takes the values out of a body that its schema has passed, and checks what depends on the tenant's settings.
struct ModuleBody {
    private let content: JSONValue
    private let operation: FamilyOperation
    private let nameRule: TenantSettings.NameRule
    private let limits: CountLimits

    init(_ call: Call) {
        content = call.content
        operation = call.operation
        nameRule = call.settings.nameRule
        limits = call.settings.limits
    }

    /// - Throws: the fault that the slug rule finds, where the tenant has it (text INFERRED, reference 6.3).
    func name() throws(APIError) -> String {
        let name = content.string(.name) ?? ""
        guard nameRule == .any || Slug.isOne(name) else {
            throw APIError("String does not match pattern ^[a-z0-9][a-z0-9_-]*$: \(name)", on: .name, of: operation)
        }
        return name
    }

    var code: SourceCode? { content.escapedString(.code).map { SourceCode(escaped: $0) } }

    var publishes: Bool { content[.publish]?.bool ?? false }

    func secrets() throws(APIError) -> [NewSecret]? {
        guard let items = content.items(.secrets) else { return nil }
        try RequestCheck.count(items.count, upTo: limits.secrets, .secrets, of: operation)
        let secrets = items.list { secret in
            NewSecret(name: secret.string(.name) ?? "", value: SecretValue(secret.string(.value) ?? ""))
        }
        try RequestCheck.distinct(secrets, name: \.name, .secrets, of: operation)
        return secrets
    }

    func dependencies() throws(APIError) -> [Dependency]? {
        guard let items = content.items(.dependencies) else { return nil }
        try RequestCheck.count(items.count, upTo: limits.dependencies, .dependencies, of: operation)
        let dependencies = items.list { dependency in
            Dependency(name: dependency.string(.name) ?? "", version: dependency.string(.version) ?? "")
        }
        try RequestCheck.distinct(dependencies, name: \.name, .dependencies, of: operation)
        return dependencies
    }

    /// The version a rollback names.
    func versionID() throws(APIError) -> ModuleVersionID {
        guard let id = UniqueID(content.string(.moduleVersionID) ?? "") else {
            throw .invalidID("RollbackActionModuleRequest.ModuleVersionId")
        }
        return ModuleVersionID(id)
    }
}
