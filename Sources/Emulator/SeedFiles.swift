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
    private static let bytesMax = 256 * 1024 * 1024
    /// The folders of the deploy CLI's folder form that are taken.
    private static let deployFolders = ["actionModules", "actions", "triggers"]

    /// - Throws: when the keywords that the environment has for the deploy CLI are none.
    init(_ settings: TenantSettings, _ environment: Environment) throws(EmulatorError) {
        self.environment = TenantEnvironment(environment)
        self.settings = settings
        let variable = "AUTH0_KEYWORD_REPLACE_MAPPINGS"
        guard let mappings = getenv(variable).map({ String(cString: $0) }) else {
            keywords = KeywordMappings()
            return
        }
        do throws(SeedError) {
            keywords = try KeywordMappings(mappings)
        } catch {
            throw .seed(file: variable, reason: error.reason)
        }
    }

    /// What tenants begin with: the content of all files together, each of which may refer to those before it.
    ///
    /// - Parameter paths: files; folders whose `.json` files are taken in the order of their names; folders of the
    ///   deploy CLI.
    static func start(
        _ paths: [String], _ settings: TenantSettings, _ environment: Environment
    ) throws(EmulatorError) -> Tenant {
        let files = try SeedFiles(settings, environment)
        var seed = Seed()
        var tenant = Tenant(settings: settings)
        for path in paths {
            for file in try SeedFiles.files(path) { (seed, tenant) = try files.adding(file, to: seed) }
        }
        return tenant
    }

    /// What a file makes of what there is, and the tenant that begins with that.
    func adding(_ path: String, to base: Seed) throws(EmulatorError) -> (Seed, Tenant) {
        let isFolder = try SeedFiles.isDeployFolder(path)
        let isYAML = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
        var document = try isFolder ? deployFolder(path) : document(path)
        let source = document
        // Places in YAML and in what is put together are no places in a file.
        var hasLines = !isFolder && !isYAML
        do throws(SeedError) {
            if DeployConfiguration.isOne(document, isYAML: isYAML) {
                let folder = isFolder ? path : SeedFiles.folder(of: path)
                document = try DeployConfiguration(document) { (name) throws(SeedError) in
                    try code(name, in: folder)
                }.seed()
                hasLines = false
            }
            let seed = try Seed(document, environment, asOf: settings.asOf, addingTo: base)
            return (seed, try seed.tenant(settings))
        } catch {
            let place = hasLines ? "\(path):\(source.line(of: error.path))" : path
            throw .seed(file: place, reason: error.description)
        }
    }

    /// Paths lead into the configuration's folder and nowhere else: a configuration may be somebody else's.
    private func code(_ name: String, in folder: String) throws(SeedError) -> String {
        guard let file = Folder.file(name, in: folder) else {
            throw SeedError("", "there is no file \(name) in the configuration's folder")
        }
        do throws(EmulatorError) {
            return keywords.replace(in: try SeedFiles.text(file))
        } catch {
            throw SeedError("", "\(error)")
        }
    }

    private func document(_ file: String) throws(EmulatorError) -> JSONValue {
        let text = Array(keywords.replace(in: try SeedFiles.text(file)).utf8)
        if file.hasSuffix(".yaml") || file.hasSuffix(".yml") {
            do throws(YAMLError) {
                return try YAMLReader.read(text)
            } catch {
                throw .seed(file: "\(file):\(error.line)", reason: error.reason)
            }
        }
        do throws(JSONSyntaxError) {
            return try JSONParser.parse(text)
        } catch {
            let line = text.prefix(error.offset).count { $0 == 0x0A } + 1
            throw .seed(file: "\(file):\(line)", reason: "\(error)")
        }
    }

    /// The folder form put together: one file an entity, one for all triggers.
    private func deployFolder(_ path: String) throws(EmulatorError) -> JSONValue {
        var writer = JSONWriter(capacity: 4_096)
        writer.beginObject()
        for name in SeedFiles.deployFolders {
            let files = try SeedFiles.jsonFiles("\(path)/\(name)") ?? []
            writer.key(name)
            if name == "triggers" {
                guard files.count <= 1 else {
                    throw .seed(file: "\(path)/\(name)", reason: "there is more than one .json file")
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
    /// The seeds that a path stands for: itself, or the `.json` files of a folder that is no configuration.
    static func files(_ path: String) throws(EmulatorError) -> [String] {
        if try isDeployFolder(path) { return [path] }
        guard let files = try jsonFiles(path) else { return [path] }
        if files.isEmpty { throw .seed(file: path, reason: "there is no .json file in the folder") }
        return files
    }

    private static func isDeployFolder(_ path: String) throws(EmulatorError) -> Bool {
        try names(path)?.contains { deployFolders.contains($0) } ?? false
    }

    /// Nil when the path is no folder.
    private static func jsonFiles(_ path: String) throws(EmulatorError) -> [String]? {
        try names(path).map { names in names.filter { $0.hasSuffix(".json") }.sorted().map { "\(path)/\($0)" } }
    }

    private static func names(_ path: String) throws(EmulatorError) -> [String]? {
        do throws(FileError) {
            return try Folder.names(path)
        } catch {
            throw .seed(file: path, reason: error.reason)
        }
    }

    private static func folder(of file: String) -> String {
        file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
    }

    private static func text(_ file: String) throws(EmulatorError) -> String {
        let bytes: [UInt8]?
        do throws(FileError) {
            bytes = try SmallFile.contents(file, bytesMax: bytesMax)
        } catch {
            throw .seed(file: file, reason: error.reason)
        }
        guard let bytes else { throw .seed(file: file, reason: "there is no such file") }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .seed(file: file, reason: "it is not UTF-8")
        }
        return text
    }
}
