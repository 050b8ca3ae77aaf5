import Files
import Logging
import Tenancy

/// Reads the program's seeds anew while it runs, and has the tenants that began with them begin with the new ones.
struct SeedReload: Sendable {
    let paths: [String]
    /// Of the command line; a seed may name others.
    let clients: [RegisteredClient]
    let apis: [RegisteredAPI]
    let directory: TenantDirectory
    let world: World
    let logger: Logger

    /// - Parameter sources: in which state the seeds were when they were last read.
    func begin(_ sources: SeedSources) throws(EmulatorError) {
        do throws(FileError) {
            _ = try SeedWatcher(
                sources, reload: { reload($0) },
                report: { logger.error("changes of seeds may go unnoticed: \($0)") })
        } catch {
            throw .watch(error.description)
        }
    }

    /// All or nothing: a seed that is not taken leaves everything as it was.
    private func reload(_ sources: SeedSources) -> SeedSources {
        let record = SeedSources.Record()
        var settings = directory.startOfTenants.settings
        (settings.clients, settings.apis) = (clients, apis)
        do throws(EmulatorError) {
            directory.begin(with: try SeedFiles.start(paths, settings, world, record: record))
            for note in record.notes { logger.warning("\(note)") }
            logger.notice("seed reloaded", metadata: ["tenants": "\(directory.count)"])
            return record.sources
        } catch {
            logger.error("the seed stays what it was: \(error)")
            // Not everything may have been looked at.
            return record.sources.merging(sources)
        }
    }
}
