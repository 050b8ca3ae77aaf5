import Files
import Formats
import JSON

/// The deploy CLI's folder form, put together as the one document that `tenant.yaml` would be.
struct DeployFolderReader {
    private let files: SeedFiles
    private var root = JSONTree.emptyObject
    private var parts: [SeedDocument.Part] = []
    private var keywords: [String] = []

    init(_ files: SeedFiles) {
        self.files = files
    }

    /// - Returns: the document, and how much of other kinds there is.
    consuming func read(_ path: String) throws(EmulatorError) -> (document: SeedDocument, notes: [String]) {
        for (folder, key) in DeployKinds.takenFolders {
            let found = try files.jsonFiles("\(path)/\(folder)") ?? []
            if key == "triggers", found.count > 1 {
                throw .seed(file: "\(path)/\(folder)", reason: "there is more than one .json file")
            }
            for file in found {
                let content = try document(file)
                if key == "triggers" { set(key, content, file) } else { append(key, content, file) }
            }
        }
        for kind in DeployKind.all { try read(kind, path) }
        let untaken = try untakenFolders(path)
        guard !parts.isEmpty || !untaken.isEmpty else {
            throw .seed(
                file: path, reason: "there is no .json file in the folders of the deploy CLI, nor a tenant.yaml")
        }
        let value = (try? JSONParser.parse(root.bytes)) ?? .null
        // What is part of another part is found first.
        let parts = parts.sorted { $0.path.utf8.count > $1.path.utf8.count }
        let document = SeedDocument(value, source: path, parts, keywords: keywords)
        let foreign = DeployCount.line(try foreignFolders(path), being: "in no folder of the deploy CLI's")
        return (document, [DeployCount.line(untaken), foreign].compactMap(\.self))
    }

    private mutating func read(_ kind: DeployKind, _ path: String) throws(EmulatorError) {
        switch kind.place {
        case .none: return
        case .file(let name):
            let file = "\(path)/\(name)"
            // Looked at as part of its folder, so that it may come later.
            _ = try files.names(Folder.parent(file))
            guard isFile(file) else { return }
            set(kind.key, try document(file), file)
        case .items(let folder):
            let others = DeployKind.all.compactMap { other -> String? in
                if case .file(let name) = other.place { return "\(path)/\(name)" }
                return nil
            }
            for file in try files.jsonFiles("\(path)/\(folder)") ?? [] where !others.contains(file) {
                append(kind.key, besides(try document(file), kind, folder, file), file)
            }
        case .folders(let folder, let name):
            for inner in try (all("\(path)/\(folder)") ?? []) {
                let file = "\(path)/\(folder)/\(inner)/\(name)"
                guard isFile(file) else { continue }
                append(kind.key, moved(try document(file), kind, "\(folder)/\(inner)"), file)
            }
        case .parts(let folder, let members):
            for (name, member) in members {
                let file = "\(path)/\(folder)/\(name)"
                guard name.hasSuffix(".json") else {
                    for item in try files.jsonFiles(file) ?? [] {
                        let value = placed(try document(item), in: "\(folder)/\(name)", of: path)
                        append("\(kind.key).\(member)", value, item)
                    }
                    continue
                }
                _ = try files.names("\(path)/\(folder)")
                guard isFile(file) else { continue }
                set(member.isEmpty ? kind.key : "\(kind.key).\(member)", try document(file), file)
            }
        }
    }

    /// With the file beside it, where the document does not name one.
    private func besides(_ value: JSONTree, _ kind: DeployKind, _ folder: String, _ file: String) -> JSONTree {
        guard let (member, ending) = kind.beside, value.isObject else { return value }
        let name = String(file.dropLast(".json".count)) + ending
        guard isFile(name), let slash = name.lastIndex(of: "/") else { return value }
        var value = value
        value[member] = .string("./\(folder)\(name[slash...])")
        return value
    }

    /// With paths that lead from the configuration's folder in place of those from the document's own.
    private func moved(_ value: JSONTree, _ kind: DeployKind, _ folder: String) -> JSONTree {
        var value = value
        for path in kind.files where path.hasSuffix(".*") {
            let whole = String(path.dropLast(2))
            guard let members = value[path: whole]?.members else { continue }
            value[path: whole] = .object(
                members.map { member in
                    guard let text = member.value.string, text.hasPrefix("./") else { return member }
                    return JSONTree.Member(member.key, .string("./\(folder)/\(text.dropFirst(2))"))
                })
        }
        return value
    }

    /// With the paths of files that lie beside it.
    private func placed(_ value: JSONTree, in folder: String, of path: String) -> JSONTree {
        guard let members = value.members else { return value }
        return .object(
            members.map { member in
                guard let text = member.value.string, text.hasPrefix("./"),
                    isFile("\(path)/\(folder)/\(text.dropFirst(2))")
                else { return member }
                return JSONTree.Member(member.key, .string("./\(folder)/\(text.dropFirst(2))"))
            })
    }

    private mutating func document(_ file: String) throws(EmulatorError) -> JSONTree {
        let document = try files.document(file)
        keywords += document.keywords.filter { !keywords.contains($0) }
        return .source(document.root)
    }

    private mutating func set(_ path: String, _ value: JSONTree, _ file: String) {
        var whole = value
        if let old = root[path: path], old.isObject, value.isObject { whole.fill(from: old) }
        root[path: path] = whole
        add(path, value, file)
    }

    private mutating func append(_ path: String, _ value: JSONTree, _ file: String) {
        let items = root[path: path]?.items ?? []
        root[path: path] = .array(items + [value])
        add("\(path)[\(items.count)]", value, file)
    }

    private mutating func add(_ path: String, _ value: JSONTree, _ file: String) {
        let content: JSONValue
        if case .source(let own) = value {
            content = own
        } else {
            content = (try? JSONParser.parse(value.bytes)) ?? .null
        }
        parts.append(SeedDocument.Part(path: path, file: file, content: content))
    }

    private func isFile(_ path: String) -> Bool {
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        return Folder.file(name, in: Folder.parent(path)) != nil
    }

    /// The names in a folder, whatever they are.
    private func all(_ path: String) throws(EmulatorError) -> [String]? {
        _ = try files.names(path)
        do throws(FileError) {
            return try Folder.names(path)?.sorted()
        } catch {
            throw .seed(file: path, reason: error.reason)
        }
    }

    /// Resources of the folder form that are not taken: by folder, how many files of theirs there are.
    private func untakenFolders(_ path: String) throws(EmulatorError) -> [DeployCount] {
        do throws(FileError) {
            var counts: [DeployCount] = []
            for folder in try (Folder.names(path) ?? []).filter(DeployKinds.untakenFolders.contains).sorted() {
                let names = try Folder.names("\(path)/\(folder)") ?? []
                let files = names.count { $0.hasSuffix(".json") }
                counts.append(DeployCount(kind: folder, count: files > 0 ? files : names.count))
            }
            return counts.filter { $0.count > 0 }
        } catch {
            throw .seed(file: path, reason: error.reason)
        }
    }

    /// Folders that the CLI does not know, as a misspelt one: how many JSON files each has.
    private func foreignFolders(_ path: String) throws(EmulatorError) -> [DeployCount] {
        let names = try all(path) ?? []
        let foreign = names.filter { name in
            !name.hasPrefix(".") && !DeployKinds.isFolder(name) && !DeployKinds.untakenFolders.contains(name)
        }
        return foreign.map { folder in
            // What has nothing to do with us may be closed to us, as `lost+found` is.
            let files = try? self.files.jsonFiles("\(path)/\(folder)")
            return DeployCount(kind: folder, count: files?.count ?? 0)
        }
    }
}
