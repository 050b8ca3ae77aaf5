import Formats
package import Tenancy

/// Reads seeds as the start of a server does, and goes on after one that is wrong.
package struct SeedCheck: Sendable {
    /// A file, or a configuration's folder, and what is wrong with it; nil: nothing.
    package struct Result: Sendable {
        package let file: String
        package let error: EmulatorError?
        /// What was left out of it, a line each.
        package var notes: [String] = []
    }

    package private(set) var results: [Result] = []
    /// What tenants would begin with, of the seeds that are right.
    package private(set) var tenant: Tenant

    /// - Throws: when nothing can be read as it would be (the deploy CLI's keywords are wrong).
    package init(_ paths: [String]) throws(EmulatorError) {
        let settings = TenantSettings()
        let files = try SeedFiles(settings, LiveWorld.make())
        var seed = Seed()
        tenant = Tenant(settings: settings)
        for path in paths {
            do throws(EmulatorError) {
                for file in try files.files(path) { check(file, files, &seed) }
            } catch {
                results.append(Result(file: path, error: error))
            }
        }
    }

    private mutating func check(_ file: String, _ files: SeedFiles, _ seed: inout Seed) {
        do throws(EmulatorError) {
            let start = try files.adding(file, to: seed)
            (seed, tenant) = (start.seed, start.tenant)
            results.append(Result(file: file, error: nil, notes: start.notes))
        } catch {
            results.append(Result(file: file, error: error))
        }
    }
}
