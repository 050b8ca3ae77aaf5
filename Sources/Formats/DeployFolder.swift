import JSON
package import Tenancy

/// A tenant as the deploy CLI's folder, in an archive that `tar x` unpacks: a file for each module and action, its code
/// beside it, and one for all triggers.
package enum DeployFolder {
    /// - Parameter showsSecrets: also writes the values of secrets, which stay here otherwise.
    /// - Returns: a tar archive, the same for the same tenant.
    package static func archive(
        _ tenant: Tenant, _ forms: ObjectForms = .none, showsSecrets: Bool
    ) -> [UInt8] {
        let document = DeployContent(tenant, showsSecrets: showsSecrets)
        let content = document.content
        let times = content.modules.map(\.updatedAt) + content.actions.map(\.updatedAt)
        var archive = TapeArchive(unixSeconds: (times.max()?.nanoseconds ?? 0) / 1_000_000_000)
        archive.addFolder("action-modules")
        var names = UniqueNames(.file)
        for module in content.modules {
            let name = "action-modules/\(names.name(for: module.name))"
            add(module.draft.code.text, name, to: &archive) { document.write(module, code: $0, to: &$1) }
        }
        archive.addFolder("actions")
        names = UniqueNames(.file)
        for action in content.actions {
            let name = "actions/\(names.name(for: action.name))"
            add(action.draft.code.text, name, to: &archive) { document.write(action, code: $0, to: &$1) }
        }
        archive.addFolder("triggers")
        var writer = JSONWriter()
        document.writeTriggers(to: &writer)
        archive.addFile("triggers/triggers.json", indented(writer.finish()))
        let export = DeployExport(tenant, forms, showsSecrets: showsSecrets)
        addObjects(export, to: &archive)
        if !forms.isNone { archive.addFile("NOTES.txt", Array((export.comment.joined(separator: "\n") + "\n").utf8)) }
        return archive.finish()
    }

    /// Other kinds, and the folders that they need.
    private static func addObjects(_ export: DeployExport, to archive: inout TapeArchive) {
        var tree = DeployFileTree()
        for (kind, value) in export.kinds { tree.add(kind, value) }
        var folders: Set<String> = []
        for (path, content) in tree.files {
            let parts = path.split(separator: "/").dropLast()
            for count in 0..<parts.count {
                let folder = parts[...count].joined(separator: "/")
                if folders.insert(folder).inserted { archive.addFolder(folder) }
            }
            archive.addFile(path, content)
        }
    }

    /// An entity's file, and its code in a folder of the same name; code that is empty has no file.
    private static func add(
        _ code: String, _ name: String, to archive: inout TapeArchive, _ write: (String, inout JSONWriter) -> Void
    ) {
        var writer = JSONWriter()
        write(code.isEmpty ? "" : "./\(name)/code.js", &writer)
        archive.addFile("\(name).json", indented(writer.finish()))
        guard !code.isEmpty else { return }
        archive.addFolder(name)
        archive.addFile("\(name)/code.js", Array(code.utf8))
    }

    private static func indented(_ json: [UInt8]) -> [UInt8] {
        Array(IndentedJSON.text((try? JSONParser.parse(json)) ?? .null).utf8)
    }
}
