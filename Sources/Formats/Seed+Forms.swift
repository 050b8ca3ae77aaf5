package import JSON
package import Tenancy

/// The forms that a document may have: our own, and the deploy CLI's configuration.
extension Seed {
    /// Reads a document of either form and begins a tenant with it.
    ///
    /// - Parameters:
    ///   - isYAML: which form it is where the document itself does not say it.
    ///   - world: ids and times that the document leaves out.
    ///   - base: what is there already, and may be referred to.
    ///   - readFile: the content of a file, by its path from the configuration's folder; its errors need no path.
    /// - Returns: the seed, for others to add to, and the tenant.
    /// - Throws: `SeedError` with a path of the document as it was given.
    package static func start(
        _ document: JSONValue, isYAML: Bool, _ settings: TenantSettings, _ world: TenantWorld,
        addingTo base: Seed = Seed(), readFile: @escaping (String) throws(SeedError) -> String
    ) throws(SeedError) -> (seed: Seed, tenant: Tenant) {
        func start(_ document: JSONValue) throws(SeedError) -> (seed: Seed, tenant: Tenant) {
            let seed = try Seed(document, world, asOf: settings.asOf, addingTo: base)
            return (seed, try seed.tenant(settings))
        }
        guard DeployConfiguration.isOne(document, isYAML: isYAML) else { return try start(document) }
        let configuration = DeployConfiguration(document, readFile: readFile)
        let seed = try configuration.seed()
        do throws(SeedError) {
            return try start(seed)
        } catch {
            throw SeedError(configuration.path(ofSeed: error.path), error.reason)
        }
    }
}
