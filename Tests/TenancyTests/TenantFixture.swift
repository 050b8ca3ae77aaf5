import Tenancy
import TestSupport

/// A tenant under test with its world, and short ways to do things to it.
struct TenantFixture {
    let world = ManualWorld()
    var tenant: Tenant

    init(_ settings: TenantSettings = TenantSettings()) {
        tenant = Tenant(settings: settings)
    }

    mutating func create(
        _ name: String, code: SourceCode = "1", secrets: [String: String] = [:], publishing: Bool = false
    ) throws(ModuleError) -> Module {
        let draft = ModuleDraft(
            code: code, dependencies: [],
            secrets: secrets.sorted { $0.key < $1.key }.map { NewSecret(name: $0.key, value: SecretValue($0.value)) })
        return try tenant.createModule(
            name: name, draft: draft, publishingAs: publishing ? ModuleVersionID(world.newID()) : nil,
            id: ModuleID(world.newID()), at: world.now())
    }

    mutating func patch(_ id: ModuleID, _ patch: ModulePatch) throws(ModuleError) -> Module {
        try tenant.patchModule(id, patch, at: world.now())
    }

    mutating func publish(_ id: ModuleID) throws(ModuleError) -> ModuleVersion {
        try tenant.publishModule(id, as: ModuleVersionID(world.newID()), at: world.now())
    }

    mutating func use(_ module: ModuleID, _ version: ModuleVersionID, by action: ActionID) throws(ModuleError) {
        try tenant.setUses(of: action, named: "an action", [(module, version)])
    }
}
