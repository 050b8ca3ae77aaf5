import Files
import Glibc
import JSON
import Formats
import Tenancy
import YAML

/// Seeds as files: our own JSON, and the deploy CLI's configuration as `tenant.yaml` or as a folder.
struct SeedFiles {
    private let world: TenantWorld
    private let settings: TenantSettings
    private let keywords: KeywordMappings
    private let record: SeedSources.Record
    private static let bytesMax = 256 * 1024 * 1024
    /// The folders of the deploy CLI's folder form that are taken.
    private static let deployFolders = ["actionModules", "actions", "triggers"]

    /// - Parameter record: gets everything that is looked at, also when it is not taken.
    /// - Throws: when the keywords that the environment has for the deploy CLI are none.
    init(
        _ settings: TenantSettings, _ world: World, record: SeedSources.Record = SeedSources.Record()
    ) throws(EmulatorError) {
        self.record = record
        self.world = TenantWorld(world)
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
    /// - Parameters:
    ///   - paths: files; folders whose `.json` files are taken in the order of their names; folders of the deploy CLI.
    ///   - record: gets everything that is looked at.
    static func start(
        _ paths: [String], _ settings: TenantSettings, _ world: World, record: SeedSources.Record
    ) throws(EmulatorError) -> Tenant {
        let files = try SeedFiles(settings, world, record: record)
        var seed = Seed()
        var tenant = Tenant(settings: settings)
        for path in paths {
            for file in try files.files(path) { (seed, tenant) = try files.adding(file, to: seed) }
        }
        return tenant
    }

    /// What a file makes of what there is, and the tenant that begins with that.
    func adding(_ path: String, to base: Seed) throws(EmulatorError) -> (Seed, Tenant) {
        let isFolder = try isDeployFolder(path)
        let document = try isFolder ? deployFolder(path) : SeedDocument(document(path), file: path)
        let folder = isFolder ? path : Folder.parent(path)
        do throws(SeedError) {
            return try Seed.start(
                document.root, isYAML: SeedFiles.isYAML(path), settings, world, addingTo: base
            ) { (name) throws(SeedError) in
                try code(name, in: folder)
            }
        } catch {
            throw .seed(file: document.place(of: error.path), reason: error.description)
        }
    }

    /// Paths lead into the configuration's folder and nowhere else: a configuration may be somebody else's.
    private func code(_ name: String, in folder: String) throws(SeedError) -> String {
        record.sources.files["\(folder)/\(name)"] = .some(FileStamp("\(folder)/\(name)"))
        guard let file = Folder.file(name, in: folder) else {
            throw SeedError("", "there is no file \(name) in the configuration's folder")
        }
        do throws(EmulatorError) {
            return keywords.replace(in: try text(file))
        } catch {
            throw SeedError("", "\(error)")
        }
    }

    private func document(_ file: String) throws(EmulatorError) -> JSONValue {
        let text = Array(keywords.replace(in: try text(file)).utf8)
        if SeedFiles.isYAML(file) {
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
    private func deployFolder(_ path: String) throws(EmulatorError) -> SeedDocument {
        var parts: [SeedDocument.Part] = []
        func takePart(_ place: String, _ file: String, _ writer: inout JSONWriter) throws(EmulatorError) {
            let content = try document(file)
            parts.append(SeedDocument.Part(path: place, file: file, content: content))
            writer.value(content)
        }
        var writer = JSONWriter(capacity: 4_096)
        writer.beginObject()
        for name in SeedFiles.deployFolders {
            let files = try jsonFiles("\(path)/\(name)") ?? []
            writer.key(name)
            if name == "triggers" {
                guard files.count <= 1 else {
                    throw .seed(file: "\(path)/\(name)", reason: "there is more than one .json file")
                }
                if let file = files.first { try takePart(name, file, &writer) } else { writer.null() }
            } else {
                writer.beginArray()
                for (index, file) in files.enumerated() { try takePart("\(name)[\(index)]", file, &writer) }
                writer.endArray()
            }
        }
        writer.endObject()
        return SeedDocument((try? JSONParser.parse(writer.finish())) ?? .null, source: path, parts)
    }
}

/// Paths.
extension SeedFiles {
    /// Whether a seed may be made of what has such a name in a folder.
    static func matters(_ name: String) -> Bool {
        name.hasSuffix(".json") || deployFolders.contains(name)
    }

    private static func isYAML(_ name: String) -> Bool {
        name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    }

    /// The seeds that a path stands for: itself, or the `.json` files of a folder that is no configuration.
    func files(_ path: String) throws(EmulatorError) -> [String] {
        if try isDeployFolder(path) { return [path] }
        guard let files = try jsonFiles(path) else { return [path] }
        if files.isEmpty { throw .seed(file: path, reason: "there is no .json file in the folder") }
        return files
    }

    private func isDeployFolder(_ path: String) throws(EmulatorError) -> Bool {
        try names(path)?.contains { SeedFiles.deployFolders.contains($0) } ?? false
    }

    /// Nil when the path is no folder.
    private func jsonFiles(_ path: String) throws(EmulatorError) -> [String]? {
        guard let names = try names(path) else { return nil }
        let files = names.filter { $0.hasSuffix(".json") }.map { "\(path)/\($0)" }
        // A pipe that somebody names is theirs to write to; one that lies in a folder would be waited for.
        for file in files where SmallFile.isSpecial(file) { throw .seed(file: file, reason: "it is no regular file") }
        return files
    }

    private func names(_ path: String) throws(EmulatorError) -> [String]? {
        record.sources.folders[path] = .some(nil)
        do throws(FileError) {
            let names = try Folder.names(path)?.filter(SeedFiles.matters).sorted()
            record.sources.folders[path] = .some(names)
            return names
        } catch {
            throw .seed(file: path, reason: error.reason)
        }
    }

    private func text(_ file: String) throws(EmulatorError) -> String {
        let bytes: [UInt8]?
        record.sources.files[file] = .some(FileStamp(file))
        do throws(FileError) {
            bytes = try SmallFile.contents(file, bytesMax: SeedFiles.bytesMax)
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
