import Files
import JSON
import Formats
import Tenancy

/// Tenants from one run of the program to the next: read at the start, written at its end.
struct StateFile: Sendable {
    let path: String
    private static let bytesMax = 1024 * 1024 * 1024

    /// Gives the tenants of the file what they held; what they begin with stays as it is. No file: nothing to do.
    func load(into directory: TenantDirectory, _ world: World) throws(EmulatorError) {
        let text: [UInt8]?
        do throws(FileError) {
            text = try SmallFile.contents(path, bytesMax: StateFile.bytesMax)
        } catch {
            throw .state(file: path, reason: "\(error.reason); give a file in a folder that can be written")
        }
        guard let text else { return }
        guard let tenants = (try? JSONParser.parse(text))?["tenants"]?.members else {
            throw .state(file: path, reason: "it is not a file that --state has written")
        }
        for member in tenants {
            guard TenantDirectory.isValidName(member.key) else {
                throw .state(file: path, reason: "no tenant can be called \(member.key.debugDescription)")
            }
            do {
                let handle = try directory.tenant(named: member.key)
                let settings = handle.start.settings
                let seed = try Seed(member.value, TenantWorld(world), asOf: settings.asOf)
                let tenant = try seed.tenant(settings)
                handle.resume(tenant)
            } catch {
                throw .state(file: path, reason: "tenant \(member.key): \(error)")
            }
        }
    }

    /// Secret values are in it, so nobody else may read it.
    func save(_ directory: TenantDirectory) throws(EmulatorError) {
        var writer = JSONWriter(capacity: 64 * 1024)
        writer.beginObject()
        writer.key("tenants")
        writer.beginObject()
        for handle in directory.list() {
            let tenant = handle.withTenantAsItIs { $0 }
            // Nobody has used it: it begins with its seed again.
            guard tenant.sowing == nil else { continue }
            writer.key(handle.name)
            // Who may fetch tokens is told at each start.
            writer.seed(tenant, showsSecrets: true, showsClients: false)
        }
        writer.endObject()
        writer.endObject()
        do throws(FileError) {
            try SmallFile.replace(path, with: writer.finish(), mode: 0o600)
        } catch {
            throw .state(file: path, reason: "\(error.reason); give a file in a folder that can be written")
        }
    }
}
