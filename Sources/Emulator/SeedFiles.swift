import Files
import Formats
import JSON
import Processes
import Tenancy
import YAML

/// Seeds as files: our own JSON, and the deploy CLI's configuration as `tenant.yaml` or as a folder.
struct SeedFiles {
    private let world: TenantWorld
    private let settings: TenantSettings
    private let keywords: KeywordMappings
    private let record: SeedSources.Record
    private static let bytesMax = 256 * 1024 * 1024

    /// - Parameter record: gets everything that is looked at, also when it is not taken.
    /// - Throws: when the keywords that the environment has for the deploy CLI are none.
    init(
        _ settings: TenantSettings, _ world: World, record: SeedSources.Record = SeedSources.Record()
    ) throws(EmulatorError) {
        self.record = record
        self.world = TenantWorld(world)
        self.settings = settings
        guard let mappings = ProcessEnvironment.value(KeywordMappings.variable) else {
            keywords = KeywordMappings()
            return
        }
        do throws(SeedError) {
            keywords = try KeywordMappings(mappings)
        } catch {
            throw .seed(file: KeywordMappings.variable, reason: error.reason)
        }
    }

    /// What tenants begin with: the content of all files together, each of which may refer to those before it.
    ///
    /// - Parameters:
    ///   - paths: files; folders whose `.json` files are taken in the order of their names; folders of the deploy CLI.
    ///   - record: gets everything that is looked at, and what there is to say of it.
    static func start(
        _ paths: [String], _ settings: TenantSettings, _ world: World, record: SeedSources.Record
    ) throws(EmulatorError) -> Tenant {
        let files = try SeedFiles(settings, world, record: record)
        var start: Seed.Start?
        for path in paths {
            for file in try files.files(path) {
                let next = try files.adding(file, to: start)
                start = next
                record.notes += next.notes.map { "--seed: \(file): \($0)" }
            }
        }
        return start?.tenant ?? Tenant(settings: settings)
    }

    /// What a file makes of what there is.
    func adding(_ path: String, to base: Seed.Start?) throws(EmulatorError) -> Seed.Start {
        let source = try source(path)
        var missing = source.document.keywords
        let readFile: (CodePath) throws(SeedError) -> String = { (path) throws(SeedError) in
            let code = try code(path, in: source.folder)
            missing += KeywordMappings.keywords(in: code).filter { !missing.contains($0) }
            return code
        }
        do throws(SeedError) {
            var start = try Seed.start(
                source.document.root, isYAML: source.isYAML, settings, world, addingTo: base, .live,
                readFile: readFile)
            start.notes = source.notes + start.notes + [KeywordMappings.hint(missing)].compactMap(\.self)
            return start
        } catch {
            // What has no value may well be what is wrong.
            let hint = KeywordMappings.hint(missing).map { "; \($0)" } ?? ""
            throw .seed(file: source.document.place(of: error.path), reason: error.description + hint)
        }
    }

    /// A seed as it lies there.
    private struct Source {
        let document: SeedDocument
        /// In which its code lies.
        let folder: String
        var isYAML = false
        var notes: [String] = []
    }

    private func source(_ path: String) throws(EmulatorError) -> Source {
        guard let form = try configuration(path) else {
            return Source(
                document: try document(path), folder: Folder.parent(path), isYAML: SeedFiles.isYAML(path))
        }
        switch form {
        case .folder:
            let folder = try DeployFolderReader(self).read(path)
            return Source(document: folder.document, folder: path, notes: folder.notes)
        case .file(let name):
            var source = Source(document: try document("\(path)/\(name)"), folder: path, isYAML: true)
            var others: [String] = []
            for folder in try (names(path) ?? []).filter(DeployKinds.isFolder)
            where try jsonFiles("\(path)/\(folder)")?.isEmpty == false {
                others.append(folder)
            }
            if !others.isEmpty {
                source.notes = ["\(name) is taken, and not the files in \(others.joined(separator: ", "))"]
            }
            return source
        }
    }

    /// Paths lead into the configuration's folder and nowhere else: a configuration may be somebody else's.
    private func code(_ path: CodePath, in folder: String) throws(SeedError) -> String {
        for name in path.candidates {
            let whole = name.hasPrefix("/") ? name : "\(folder)/\(name)"
            record.sources.files[whole] = .some(FileStamp(whole))
            guard let file = Folder.file(name, in: folder) else { continue }
            do throws(EmulatorError) {
                return keywords.replace(in: try text(file))
            } catch {
                throw SeedError("", "\(error)")
            }
        }
        throw SeedError("", "there is no file \(path.name) in the configuration's folder")
    }

    func document(_ file: String) throws(EmulatorError) -> SeedDocument {
        let replaced = keywords.replace(in: try text(file))
        let missing = KeywordMappings.keywords(in: replaced)
        let text = Array((missing.isEmpty ? replaced : KeywordMappings.quoting(replaced)).utf8)
        let hint = KeywordMappings.hint(missing).map { "; \($0)" } ?? ""
        if SeedFiles.isYAML(file) {
            do throws(YAMLError) {
                return SeedDocument(try YAMLReader.read(text), file: file, keywords: missing)
            } catch {
                throw .seed(file: "\(file):\(error.line)", reason: error.reason + hint)
            }
        }
        do throws(JSONSyntaxError) {
            return SeedDocument(try JSONParser.parse(text), file: file, keywords: missing)
        } catch {
            let line = text.prefix(error.offset).count { $0 == 0x0A } + 1
            throw .seed(file: "\(file):\(line)", reason: "\(error)\(hint)")
        }
    }
}

/// Paths.
extension SeedFiles {
    /// In which form a folder is a configuration of the deploy CLI.
    private enum ConfigurationForm {
        case file(String)
        case folder
    }

    private static let configurationFiles = ["tenant.yaml", "tenant.yml"]
    /// What lies in folders of JavaScript beside seeds, and is none.
    private static let foreignFiles: Set = [
        "package.json", "package-lock.json", "npm-shrinkwrap.json", "tsconfig.json", "jsconfig.json",
    ]

    /// Whether a seed may be made of what has such a name in a folder.
    static func matters(_ name: String) -> Bool {
        if foreignFiles.contains(name) { return false }
        return name.hasSuffix(".json") || isYAML(name) || DeployKinds.isFolder(name)
    }

    private static func isYAML(_ name: String) -> Bool {
        name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    }

    /// The seeds that a path stands for: itself, or the `.json` files of a folder that is no configuration.
    func files(_ path: String) throws(EmulatorError) -> [String] {
        if try configuration(path) != nil { return [path] }
        guard let files = try jsonFiles(path) else { return [path] }
        if files.isEmpty {
            let others = try (names(path) ?? []).filter(SeedFiles.isYAML)
            let hint = others.isEmpty ? "" : "; name the file that is meant: \(others.joined(separator: ", "))"
            throw .seed(file: path, reason: "there is no .json file in the folder\(hint)")
        }
        return files
    }

    /// Nil for what is no folder, or none of the deploy CLI. Where there are both forms, the folder may well hold the
    /// code of the file.
    private func configuration(_ path: String) throws(EmulatorError) -> ConfigurationForm? {
        guard let names = try names(path) else { return nil }
        if let file = SeedFiles.configurationFiles.first(where: names.contains) { return .file(file) }
        return names.contains(where: DeployKinds.isFolder) ? .folder : nil
    }

    /// Nil when the path is no folder.
    func jsonFiles(_ path: String) throws(EmulatorError) -> [String]? {
        guard let names = try names(path) else { return nil }
        let files = names.filter { $0.hasSuffix(".json") }.map { "\(path)/\($0)" }
        // A pipe that somebody names is theirs to write to; one that lies in a folder would be waited for.
        for file in files where SmallFile.isSpecial(file) { throw .seed(file: file, reason: "it is no regular file") }
        return files
    }

    func names(_ path: String) throws(EmulatorError) -> [String]? {
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
