import Files
import Glibc
import JSON
import Seeds
import Tenancy
import YAML

/// Seeds as files: our own JSON, and the deploy CLI's configuration as `tenant.yaml` or as a folder.
struct SeedFiles {
    private let environment: TenantEnvironment
    private let settings: TenantSettings
    private let keywords: KeywordMappings
    private let record: SeedSources.Record
    private static let bytesMax = 256 * 1024 * 1024
    /// The folders of the deploy CLI's folder form that are taken.
    private static let deployFolders = ["actionModules", "actions", "triggers"]

    /// What tenants begin with: the content of all files together, each of which may refer to those before it.
    ///
    /// - Parameter paths: files; folders whose `.json` files are taken in the order of their names; folders of the
    ///   deploy CLI.
    /// - Parameter record: gets everything that is looked at, also when it is not taken.
    static func start(
        _ paths: [String], _ settings: TenantSettings, _ environment: Environment,
        record: SeedSources.Record = SeedSources.Record()
    ) throws(EmulatorError) -> Tenant {
        var seed = Seed()
        var last = ""
        let mappings = getenv("AUTH0_KEYWORD_REPLACE_MAPPINGS").map { String(cString: $0) }
        do throws(SeedError) {
            let files = SeedFiles(
                environment: TenantEnvironment(environment), settings: settings,
                keywords: try mappings.map { (text) throws(SeedError) in try KeywordMappings(text) }
                    ?? KeywordMappings(), record: record)
            for path in paths {
                for file in try files.files(path) {
                    last = file
                    seed = try files.adding(file, to: seed)
                }
            }
            return try seed.tenant(settings)
        } catch {
            // What is wrong is of a file itself, or of a field in it.
            guard !error.path.hasPrefix(last) || last.isEmpty else {
                throw .seed(file: error.path, reason: error.reason)
            }
            throw .seed(file: last, reason: error.description)
        }
    }

    private func adding(_ path: String, to base: Seed) throws(SeedError) -> Seed {
        let isFolder = try isDeployFolder(path)
        let document = try isFolder ? deployFolder(path) : document(path)
        if DeployConfiguration.isOne(document, isYAML: path.hasSuffix(".yaml") || path.hasSuffix(".yml")) {
            let folder = isFolder ? path : Folder.parent(path)
            let seed = try DeployConfiguration(document) { (name) throws(SeedError) in try code(name, in: folder) }
                .seed()
            return try Seed(seed, environment, asOf: settings.asOf, addingTo: base)
        }
        do throws(SeedError) {
            return try Seed(document, environment, asOf: settings.asOf, addingTo: base)
        } catch {
            // Other forms have been made into JSON, and have lost the lines of their fields.
            guard path.hasSuffix(".json"), !error.path.isEmpty else { throw error }
            throw SeedError("\(path):\(document.line(of: error.path))", error.description)
        }
    }

    /// Paths lead into the configuration's folder and nowhere else: a configuration may be somebody else's.
    private func code(_ name: String, in folder: String) throws(SeedError) -> String {
        record.sources.files["\(folder)/\(name)"] = .some(FileStamp("\(folder)/\(name)"))
        guard let file = Folder.file(name, in: folder) else {
            throw SeedError("", "there is no file \(name) in the configuration's folder")
        }
        return keywords.replace(in: try text(file))
    }

    private func document(_ file: String) throws(SeedError) -> JSONValue {
        let text = Array(keywords.replace(in: try text(file)).utf8)
        if file.hasSuffix(".yaml") || file.hasSuffix(".yml") {
            do throws(YAMLError) {
                return try YAMLReader.read(text)
            } catch {
                throw SeedError("\(file):\(error.line)", error.reason)
            }
        }
        do throws(JSONSyntaxError) {
            return try JSONParser.parse(text)
        } catch {
            let line = text.prefix(error.offset).count { $0 == 0x0A } + 1
            throw SeedError("\(file):\(line)", "\(error)")
        }
    }

    /// The folder form put together: one file an entity, one for all triggers.
    private func deployFolder(_ path: String) throws(SeedError) -> JSONValue {
        var writer = JSONWriter(capacity: 4_096)
        writer.beginObject()
        for name in SeedFiles.deployFolders {
            let files = try jsonFiles("\(path)/\(name)") ?? []
            writer.key(name)
            if name == "triggers" {
                guard files.count <= 1 else {
                    throw SeedError("\(path)/\(name)", "there is more than one .json file")
                }
                if let file = files.first { writer.value(try document(file)) } else { writer.null() }
            } else {
                writer.beginArray()
                for file in files { writer.value(try document(file)) }
                writer.endArray()
            }
        }
        writer.endObject()
        return (try? JSONParser.parse(writer.finish())) ?? .null
    }
}

/// Paths.
extension SeedFiles {
    /// Whether a seed may be made of what has such a name in a folder.
    static func matters(_ name: String) -> Bool {
        name.hasSuffix(".json") || deployFolders.contains(name)
    }

    private func files(_ path: String) throws(SeedError) -> [String] {
        if try isDeployFolder(path) { return [path] }
        guard let files = try jsonFiles(path) else { return [path] }
        if files.isEmpty { throw SeedError(path, "there is no .json file in the folder") }
        return files
    }

    private func isDeployFolder(_ path: String) throws(SeedError) -> Bool {
        try names(path)?.contains { SeedFiles.deployFolders.contains($0) } ?? false
    }

    /// Nil when the path is no folder.
    private func jsonFiles(_ path: String) throws(SeedError) -> [String]? {
        try names(path).map { names in names.filter { $0.hasSuffix(".json") }.map { "\(path)/\($0)" } }
    }

    private func names(_ path: String) throws(SeedError) -> [String]? {
        record.sources.folders[path] = .some(nil)
        do throws(FileError) {
            let names = try Folder.names(path)?.filter(SeedFiles.matters).sorted()
            record.sources.folders[path] = .some(names)
            return names
        } catch {
            throw SeedError(path, error.reason)
        }
    }

    private func text(_ file: String) throws(SeedError) -> String {
        let bytes: [UInt8]?
        record.sources.files[file] = .some(FileStamp(file))
        do throws(FileError) {
            bytes = try SmallFile.contents(file, bytesMax: SeedFiles.bytesMax)
        } catch {
            throw SeedError(file, error.reason)
        }
        guard let bytes else { throw SeedError(file, "there is no such file") }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw SeedError(file, "it is not UTF-8") }
        return text
    }
}
