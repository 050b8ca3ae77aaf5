import Files
import JSON
import Seeds
import Tenancy

/// Seeds as files.
enum SeedFiles {
    private static let bytesMax = 256 * 1024 * 1024

    /// What tenants begin with: the content of all files together, each of which may refer to those before it.
    ///
    /// - Parameter paths: files, or folders whose `.json` files are taken in the order of their names.
    static func start(
        _ paths: [String], _ settings: TenantSettings, _ environment: Environment
    ) throws(EmulatorError) -> Tenant {
        let environment = TenantEnvironment(environment)
        var seed = Seed()
        var last = ""
        for path in paths {
            for file in try files(path) {
                seed = try adding(file, to: seed, environment, settings.asOf)
                last = file
            }
        }
        do throws(SeedError) {
            return try seed.tenant(settings)
        } catch {
            throw .seed(file: last, reason: error.description)
        }
    }

    private static func adding(
        _ file: String, to base: Seed, _ environment: TenantEnvironment, _ day: Day?
    ) throws(EmulatorError) -> Seed {
        let text = try contents(file)
        let document: JSONValue
        do throws(JSONSyntaxError) {
            document = try JSONParser.parse(text)
        } catch {
            let line = text.prefix(error.offset).count { $0 == 0x0A } + 1
            throw .seed(file: "\(file):\(line)", reason: "\(error)")
        }
        do throws(SeedError) {
            return try Seed(document, environment, asOf: day, addingTo: base)
        } catch {
            throw .seed(file: file, reason: error.description)
        }
    }

    private static func files(_ path: String) throws(EmulatorError) -> [String] {
        let names: [String]?
        do throws(FileError) {
            names = try Folder.names(path)
        } catch {
            throw .seed(file: path, reason: error.reason)
        }
        guard let names else { return [path] }
        let files = names.filter { $0.hasSuffix(".json") }.sorted().map { "\(path)/\($0)" }
        if files.isEmpty { throw .seed(file: path, reason: "there is no .json file in the folder") }
        return files
    }

    private static func contents(_ file: String) throws(EmulatorError) -> [UInt8] {
        do throws(FileError) {
            if let text = try SmallFile.contents(file, bytesMax: bytesMax) { return text }
        } catch {
            throw .seed(file: file, reason: error.reason)
        }
        throw .seed(file: file, reason: "there is no such file")
    }
}
