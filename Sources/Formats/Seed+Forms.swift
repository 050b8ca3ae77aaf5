package import JSON
package import Tenancy

/// The forms that a document may have: our own, and the deploy CLI's configuration.
extension Seed {
    /// What a document makes.
    package struct Start: Sendable {
        /// For others to add to.
        package let seed: Seed
        package let tenant: Tenant
        /// What was left out of it, for people.
        package var notes: [String]
    }

    /// Reads a document of either form and begins a tenant with it.
    ///
    /// - Parameters:
    ///   - isYAML: which form it is where the document itself does not say it.
    ///   - world: ids and times that the document leaves out.
    ///   - base: what is there already, and may be referred to.
    ///   - readFile: the content of a file of the configuration; its errors need no path.
    /// - Throws: `SeedError` with a path of the document as it was given.
    package static func start(
        _ document: JSONValue, isYAML: Bool, _ settings: TenantSettings, _ world: TenantWorld,
        addingTo base: Seed = Seed(), readFile: @escaping (CodePath) throws(SeedError) -> String
    ) throws(SeedError) -> Start {
        func start(_ document: JSONValue, _ notes: [String]) throws(SeedError) -> Start {
            let seed = try Seed(document, world, asOf: settings.asOf, addingTo: base)
            return Start(seed: seed, tenant: try seed.tenant(settings), notes: notes)
        }
        guard DeployConfiguration.isOne(document, isYAML: isYAML) else { return try start(document, []) }
        let configuration = DeployConfiguration(
            document, bindable: base.content.actions.map(\.name), readFile: readFile)
        let seed = try configuration.seed()
        do throws(SeedError) {
            return try start(seed, configuration.notes)
        } catch {
            throw SeedError(configuration.path(ofSeed: error.path), error.reason)
        }
    }
}
