import JSON

/// The files of an export's folder form.
struct DeployFileTree {
    /// By path, in the order in which they were added.
    private(set) var files: [(path: String, content: [UInt8])] = []
    private var names: [String: UniqueNames] = [:]

    mutating func add(_ kind: DeployKind, _ value: JSONTree) {
        switch kind.place {
        case .none: return
        case .file(let name): add(name, value)
        case .items(let folder):
            for item in value.items ?? [] {
                let name = self.name(of: item, in: folder)
                add("\(folder)/\(name).json", parted(item, kind, folder, name))
            }
        case .folders(let folder, let file):
            for item in value.items ?? [] {
                let name = self.name(of: item, in: folder)
                add("\(folder)/\(name)/\(file)", scripted(item, kind, "\(folder)/\(name)"))
            }
        case .parts(let folder, let members):
            let others = members.map(\.member).filter { !$0.isEmpty }
            for (file, member) in members {
                if member.isEmpty {
                    let rest = value.without(others)
                    if rest.members?.isEmpty == false { add("\(folder)/\(file)", rest) }
                } else if file.hasSuffix(".json") {
                    if let part = value[member] { add("\(folder)/\(file)", part) }
                } else {
                    for item in value[member]?.items ?? [] {
                        add("\(folder)/\(file)/\(name(of: item, in: "\(folder)/\(file)")).json", item)
                    }
                }
            }
        }
    }

    /// What an item is called among those of its folder.
    private mutating func name(of item: JSONTree, in folder: String) -> String {
        let members = ["name", "template", "type", "client_id", "prompt", "key", "displayName", "description"]
        var text = members.lazy.compactMap { item[$0]?.string }.first ?? "unnamed"
        // Of which there are several for a client, a prompt, a factor.
        for member in ["audience", "screen", "provider"] {
            if let more = item[member]?.string { text += "-\(more)" }
        }
        return names[folder, default: UniqueNames(.file)].name(for: text)
    }

    /// The item with the text beside it in a file of its own.
    private mutating func parted(
        _ item: JSONTree, _ kind: DeployKind, _ folder: String, _ name: String
    ) -> JSONTree {
        var item = item
        let ending = kind.beside?.ending ?? (kind.files == ["script"] ? ".js" : ".html")
        for member in kind.files {
            guard let text = item[path: member]?.string, !text.isEmpty else { continue }
            addText("\(folder)/\(name)\(ending)", text)
            item[path: member] = .string("./\(name)\(ending)")
        }
        return item
    }

    private mutating func scripted(_ item: JSONTree, _ kind: DeployKind, _ folder: String) -> JSONTree {
        var item = item
        for path in kind.files where path.hasSuffix(".*") {
            let whole = String(path.dropLast(2))
            guard let members = item[path: whole]?.members else { continue }
            var named: [JSONTree.Member] = []
            for member in members {
                guard let text = member.value.string, !text.isEmpty else {
                    named.append(member)
                    continue
                }
                addText("\(folder)/\(member.key).js", text)
                named.append(.init(member.key, .string("./\(member.key).js")))
            }
            item[path: whole] = .object(named)
        }
        return item
    }

    private mutating func add(_ path: String, _ value: JSONTree) {
        let json = (try? JSONParser.parse(value.bytes)) ?? .null
        addText(path, IndentedJSON.text(json))
    }

    private mutating func addText(_ path: String, _ text: String) { files.append((path, Array(text.utf8))) }
}
