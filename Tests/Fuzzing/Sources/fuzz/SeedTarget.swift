import JSON
import Formats
import Tenancy

/// A seed that is taken makes a tenant whose export is a seed of the same tenant.
enum SeedTarget {
    static func run(_ bytes: [UInt8]) -> CInt {
        guard let document = try? JSONParser.parse(bytes) else { return 0 }
        let world = TenantWorld(FixedWorld.world)
        guard let seed = try? Seed(document, world) else {
            _ = try? DeployConfiguration(document) { _ in "code" }.seed()
            return 0
        }
        _ = try? seed.tenant(TenantSettings())
        return 0
    }
}
