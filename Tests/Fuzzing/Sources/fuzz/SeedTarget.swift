import JSON
import Seeds
import Tenancy

/// A seed that is taken makes a tenant whose export is a seed of the same tenant.
enum SeedTarget {
    static func run(_ bytes: [UInt8]) -> CInt {
        guard let document = try? JSONParser.parse(bytes) else { return 0 }
        let environment = TenantEnvironment(FixedWorld.environment)
        guard let seed = try? Seed(document, environment) else {
            _ = try? DeployConfiguration(document) { _ in "code" }.seed()
            return 0
        }
        _ = try? seed.tenant(TenantSettings())
        return 0
    }
}
