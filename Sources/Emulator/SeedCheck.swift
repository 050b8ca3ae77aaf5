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
    /// The same with all objects of the families.
    package private(set) var sown: Tenant
    /// How many objects there are in the seeds.
    package private(set) var objectCount = 0

    /// - Throws: when nothing can be read as it would be (the deploy CLI's keywords are wrong).
    package init(_ paths: [String]) throws(EmulatorError) {
        let settings = TenantSettings()
        let files = try SeedFiles(settings, LiveWorld.make())
        var last: Seed.Start?
        tenant = Tenant(settings: settings)
        sown = tenant
        for path in paths {
            do throws(EmulatorError) {
                for file in try files.files(path) { check(file, files, &last) }
            } catch {
                results.append(Result(file: path, error: error))
            }
        }
    }

    private mutating func check(_ file: String, _ files: SeedFiles, _ last: inout Seed.Start?) {
        do throws(EmulatorError) {
            let start = try files.adding(file, to: last)
            (last, tenant, sown, objectCount) = (start, start.tenant, start.sown, start.seed.objects.count)
            results.append(Result(file: file, error: nil, notes: start.notes))
        } catch {
            results.append(Result(file: file, error: error))
        }
    }
}
