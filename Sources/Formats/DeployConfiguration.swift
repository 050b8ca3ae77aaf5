package import JSON

/// The configuration of Auth0's deploy CLI (`tenant.yaml`, or its folder form) as a seed.
///
/// Here `actionModules`, `actions` and `triggers` are taken, and of these what a seed has a name for; `DeployKind` has
/// all other kinds. Code stands in files of its own: a value that names one is replaced by what is in it. What is left
/// out is told (`notes`): an export of a real tenant holds much that is not here, and should be of use all the same.
package struct DeployConfiguration {
    private let root: JSONValue
    private let forms: ObjectForms
    /// The content of a file.
    private let readFile: (CodePath) throws(SeedError) -> String
    /// Where in the document they stand.
    private let actions: [(index: Int, value: JSONValue)]
    private let bindings: [Binding]
    /// In the order of the document, with an item for each that is left out.
    package let notes: [String]

    private struct Binding {
        let trigger: String
        let index: Int
        let value: JSONValue
    }

    /// - Parameters:
    ///   - names: of actions that are there already and may be bound.
    ///   - readFile: the content of a file; its errors need no path.
    package init(
        _ root: JSONValue, bindable names: [String] = [], _ forms: ObjectForms = .none,
        readFile: @escaping (CodePath) throws(SeedError) -> String
    ) {
        self.forms = forms
        self.root = root
        self.readFile = readFile
        let all = Array((root["actions"]?.items.map(Array.init) ?? []).enumerated())
        let own = all.filter { !DeployConfiguration.isInstalled($0.element) }
        actions = own.map { (index: $0.offset, value: $0.element) }
        let named = Set(names + own.compactMap { $0.element.string("name") })
        let listed = DeployConfiguration.bindings(root["triggers"])
        bindings = listed.filter { $0.value.string("action_name").map(named.contains) ?? true }
        let unbound = listed.compactMap { $0.value.string("action_name") }.filter { !named.contains($0) }
        let installed = DeployCount(kind: "installed actions", count: all.count - own.count)
        let unboundNote =
            unbound.isEmpty ? nil : "not bound, as there is no such action: \(unbound.joined(separator: ", "))"
        let flags = DeployObjects.foreignFlags(root["tenant"]?["flags"]?.members?.map(\.key) ?? [], forms)
        let flagNote =
            flags.isEmpty ? nil : "not taken, being no flags that can be set: \(flags.joined(separator: ", "))"
        notes = [
            DeployCount.line(DeployKinds.untaken(in: root, hasObjects: !forms.isNone) + [installed]), unboundNote,
            flagNote,
        ].compactMap(\.self)
    }

    /// Whether a document is such a configuration rather than a seed. YAML is, unless it has what only a seed has.
    package static func isOne(_ document: JSONValue, isYAML: Bool, _ forms: ObjectForms = .none) -> Bool {
        let keys = document.members?.map(\.key) ?? []
        let isSeed = keys.contains { key in
            !DeployKinds.isKnown(key) && (SeedSchemas.root.property(key) != nil || forms.section(key) != nil)
        }
        return keys.contains { DeployKinds.isKnown($0) && forms.section($0) == nil && $0 != "actions" }
            && !forms.isNone || document["actionModules"] != nil || document["triggers"] != nil
            || (isYAML && !isSeed)
    }

    /// The document that `Seed` reads.
    package func seed() throws(SeedError) -> JSONValue {
        guard root.kind == .object || root.isNull else { throw SeedError("", "must be an object") }
        guard root.isNull || root.members?.count == 0 || DeployKinds.hasOne(root) else {
            throw SeedError("", "it has none of the keys of a seed or of the deploy CLI's configuration")
        }
        let modules = try DeployConfiguration.items(root["actionModules"], "actionModules")
        _ = try DeployConfiguration.items(root["actions"], "actions")
        let deployed = deployedActions()
        var writer = JSONWriter(capacity: 4_096)
        writer.beginObject()
        writer.key("modules")
        writer.beginArray()
        for (index, module) in modules.enumerated() {
            try write(module, "actionModules[\(index)]", in: "action-modules", to: &writer) {
                (path, writer) throws(SeedError) in
                try writeVersions(of: module, path, to: &writer)
            }
        }
        writer.endArray()
        writer.key("actions")
        writer.beginArray()
        for action in actions {
            try write(action.value, "actions[\(action.index)]", in: "actions", to: &writer) {
                (path, writer) throws(SeedError) in
                copy("runtime", of: action.value, to: &writer)
                copyItems("supported_triggers", ["id", "version"], of: action.value, to: &writer)
                _ = try DeployConfiguration.items(action.value["modules"], "\(path).modules")
                // References have ids beside the names; those are another tenant's.
                copyItems("modules", ["module_name", "module_version_number"], of: action.value, to: &writer)
                writer.key("deploy")
                let isDeployed = try DeployConfiguration.bool(action.value["deployed"], "\(path).deployed") ?? false
                writer.bool(isDeployed || deployed.contains(action.index))
            }
        }
        writer.endArray()
        writer.key("bindings")
        try writeBindings(to: &writer)
        writer.endObject()
        guard let seed = try? JSONParser.parse(writer.finish()) else { throw SeedError("", "it stands for no JSON") }
        return seed
    }

    /// The objects of other kinds.
    func objects() throws(SeedError) -> [ObjectItem] { try DeployObjects(forms, readFile: readFile).items(root) }

    /// What stands for a value of the seed in the configuration: `actionModules[0].name` for `modules[0].name`.
    package func path(ofSeed path: String) -> String {
        guard let start = path.firstIndex(of: "["), let end = path.firstIndex(of: "]"), start < end,
            let index = Int(path[path.index(after: start)..<end])
        else { return path == "modules" ? "actionModules" : path }
        let rest = path[path.index(after: end)...]
        switch path[..<start] {
        case "modules":
            // A version is what its module is.
            let parts = rest.split(separator: ".", maxSplits: 1)
            let isOfVersion = parts.first?.hasPrefix("versions[") == true
            let behind = isOfVersion ? parts.dropFirst().map { ".\($0)" }.joined() : String(rest)
            return "actionModules[\(index)]\(behind)"
        case "actions" where actions.indices.contains(index): return "actions[\(actions[index].index)]\(rest)"
        case "bindings" where bindings.indices.contains(index):
            return "triggers.\(bindings[index].trigger)[\(bindings[index].index)]\(rest)"
        case "bindings": return "triggers"
        default: return path
        }
    }

    /// Actions that are bound, so that the tenant must have deployed them: the CLI exports `deployed: false` where the
    /// draft was changed since (`deployed || all_changes_deployed`). Their code is what it was changed to, the export
    /// having no other.
    private func deployedActions() -> Set<Int> {
        var found: Set<Int> = []
        for binding in bindings {
            let fitting = actions.filter { action in
                let triggers: [JSONValue] = action.value["supported_triggers"]?.items.map(Array.init) ?? []
                return action.value.string("name") == binding.value.string("action_name")
                    && triggers.contains { $0.string("id") == binding.trigger }
            }
            guard let first = fitting.first, !fitting.contains(where: { $0.value["deployed"]?.bool == true }) else {
                continue
            }
            found.insert(first.index)
        }
        return found
    }

    /// A configuration has no versions, but its actions refer to some: each of those is what the module is now.
    private func writeVersions(
        of module: JSONValue, _ path: String, to writer: inout JSONWriter
    ) throws(SeedError) {
        let isPublished = try DeployConfiguration.bool(module["all_changes_published"], "\(path).all_changes_published")
        let used = usedVersions(of: module.string("name") ?? "")
        guard !used.isEmpty else {
            writer.key("publish")
            // An exported configuration says nothing of it.
            return writer.bool(isPublished ?? true)
        }
        writer.key("versions")
        writer.beginArray()
        for number in used {
            writer.beginObject()
            writer.key("number")
            writer.integer(number)
            try writeContent(of: module, path, in: "action-modules", to: &writer)
            writer.endObject()
        }
        writer.endArray()
    }

    /// The versions that actions refer to, ascending.
    private func usedVersions(of name: String) -> [Int] {
        let references: [JSONValue] = actions.flatMap { $0.value["modules"]?.items.map(Array.init) ?? [] }
        let numbers = references.filter { $0.string("module_name") == name }.compactMap {
            $0["module_version_number"]?.number?.int
        }
        return Set(numbers.filter { $0 > 0 }).sorted()
    }

    /// - Parameter folder: in which the CLI keeps code of the kind.
    private func write(
        _ item: JSONValue, _ path: String, in folder: String, to writer: inout JSONWriter,
        _ more: (String, inout JSONWriter) throws(SeedError) -> Void
    ) throws(SeedError) {
        guard item.kind == .object else { throw SeedError(path, "must be an object") }
        writer.beginObject()
        copy("name", of: item, to: &writer)
        try writeContent(of: item, path, in: folder, to: &writer)
        try more(path, &writer)
        writer.endObject()
    }

    private func writeContent(
        of item: JSONValue, _ path: String, in folder: String, to writer: inout JSONWriter
    ) throws(SeedError) {
        copyItems("dependencies", ["name", "version", "registry_url"], of: item, to: &writer)
        copyItems("secrets", ["name", "value"], of: item, to: &writer)
        guard let code = item["code"], !code.isNull else { return }
        guard let text = code.string else { throw SeedError("\(path).code", "must be text") }
        writer.key("code")
        guard CodePath.isPath(text) else { return writer.string(text) }
        do throws(SeedError) {
            writer.string(try readFile(CodePath(text, of: "\(folder)/\(item.string("name") ?? "")")))
        } catch {
            throw SeedError("\(path).code", error.reason)
        }
    }

    private func writeBindings(to writer: inout JSONWriter) throws(SeedError) {
        let list = root["triggers"] ?? .null
        guard list.isNull || list.kind == .object else { throw SeedError("triggers", "must be an object") }
        for trigger in list.members.map(Array.init) ?? [] as [JSONMembers.Member] {
            _ = try DeployConfiguration.items(trigger.value, "triggers.\(trigger.key)")
        }
        writer.beginArray()
        for binding in bindings {
            writer.beginObject()
            writer.key("trigger_id")
            writer.string(binding.trigger)
            for key in ["action_name", "display_name"] as [StaticString] {
                copy(key, of: binding.value, to: &writer)
            }
            writer.endObject()
        }
        writer.endArray()
    }
}

/// Parts of the document.
extension DeployConfiguration {
    /// Of the marketplace: it is the service's, and an export of it is no whole action.
    private static func isInstalled(_ action: JSONValue) -> Bool {
        ["integration", "installed_integration_id"].contains { key in
            action[JSONKey(key)].map { !$0.isNull } ?? false
        }
    }

    private static func bindings(_ triggers: JSONValue?) -> [Binding] {
        let members: [JSONMembers.Member] = triggers?.members.map(Array.init) ?? []
        return members.flatMap { trigger in
            (trigger.value.items.map(Array.init) ?? []).enumerated().map { index, value in
                Binding(trigger: trigger.key, index: index, value: value)
            }
        }
    }

    private func copy(_ key: StaticString, of item: JSONValue, to writer: inout JSONWriter) {
        guard let value = item[JSONKey("\(key)")], !value.isNull else { return }
        writer.key(key)
        writer.value(value)
    }

    /// Of each item what a seed has a name for; what is of another kind goes on as it is, to be refused.
    private func copyItems(
        _ key: StaticString, _ keys: [StaticString], of item: JSONValue, to writer: inout JSONWriter
    ) {
        guard let items = item[JSONKey("\(key)")]?.items else { return copy(key, of: item, to: &writer) }
        writer.key(key)
        writer.beginArray()
        for item in items {
            guard item.kind == .object else {
                writer.value(item)
                continue
            }
            writer.beginObject()
            for key in keys { copy(key, of: item, to: &writer) }
            writer.endObject()
        }
        writer.endArray()
    }

    /// Values that may be missing or null, but not of another kind.
    private static func items(_ value: JSONValue?, _ path: String) throws(SeedError) -> [JSONValue] {
        guard let value, !value.isNull else { return [] }
        guard let items = value.items else { throw SeedError(path, "must be an array") }
        return Array(items)
    }

    private static func bool(_ value: JSONValue?, _ path: String) throws(SeedError) -> Bool? {
        guard let value, !value.isNull else { return nil }
        guard let bool = value.bool else { throw SeedError(path, "must be true or false") }
        return bool
    }
}
